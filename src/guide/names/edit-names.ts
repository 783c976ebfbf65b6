/**
 * Changes to the reader's own names, each checked. Names stay in the reader's browser; the code that stores them is
 * elsewhere.
 */

import type { Answers } from '../engine/model.ts';
import type { NameListId, Names } from '../kestra/names.ts';
import { planFor } from '../plan/plan.ts';
import type { NameList } from './name-lists.ts';
import { clashIn, nameLists, usableNames, withList } from './name-lists.ts';
import { checkName, longestName } from './naming-rules.ts';

/** The names are for tenants and parts of namespaces, never flows, so words reserved for flows are allowed. */
const ruleForNames = 'tenant';

/** The result of a change to a list. */
export type NameChange =
	| { readonly names: Names; readonly problem?: undefined }
	| {
			readonly names?: undefined;
			/** Why it was refused, in one or more sentences. */
			readonly problem: string;
			/** A similar name that would be accepted. */
			readonly mended?: string;
	  };

/**
 * Adds a name to the end of a list, or before the last of the stages, which is production.
 * @param names the reader’s own so far
 * @param text as typed; surrounding white space is ignored
 */
export function addName(given: Answers, names: Names, id: NameListId, text: string): NameChange {
	const list = listFor(given, names, id);
	if (!list) return notHere;
	if (list.names.length >= list.most)
		return {
			problem: `There is room for ${list.most} here. Remove one first, or rename one.`,
		};
	const at = id === 'stages' ? list.names.length - 1 : list.names.length;
	return changed(given, names, list, list.names.toSpliced(at, 0, text.trim()), text.trim());
}

/** Renames an entry of a list. */
export function renameName(
	given: Answers,
	names: Names,
	id: NameListId,
	index: number,
	text: string,
): NameChange {
	const list = listFor(given, names, id);
	if (!list || list.names[index] === undefined) return notHere;
	return changed(given, names, list, list.names.with(index, text.trim()), text.trim());
}

/** Removes an entry from a list. */
export function removeName(
	given: Answers,
	names: Names,
	id: NameListId,
	index: number,
): NameChange {
	const list = listFor(given, names, id);
	if (!list || list.names[index] === undefined) return notHere;
	if (list.names.length <= list.least)
		return {
			problem:
				list.least === 1
					? `The plan needs at least one ${list.one}. Rename it instead.`
					: `The plan needs at least ${list.least} ${list.label.toLowerCase()}. Rename one instead.`,
		};
	return { names: withList(names, id, list.names.toSpliced(index, 1)) };
}

const notHere: NameChange = { problem: 'This plan has nothing of that kind to name.' };

const listFor = (given: Answers, names: Names, id: NameListId) =>
	nameLists(given, names).find((list) => list.id === id);

/** The names with a list changed, or a problem when the new name breaks a rule or is already used. */
function changed(
	given: Answers,
	names: Names,
	list: NameList,
	next: readonly string[],
	name: string,
): NameChange {
	const whole = withList(names, list.id, next);
	const refused = refusal(given, whole, list, next, name);
	if (refused === undefined) return { names: whole };
	const checked = checkName(ruleForNames, name);
	const close = checked.ok
		? undefined
		: checked.mended?.slice(0, longestName).replace(/[-_]+$/, '');
	const mendedList = close === undefined ? [] : next.map((each) => (each === name ? close : each));
	const works =
		close !== undefined &&
		refusal(given, withList(names, list.id, mendedList), list, mendedList, close) === undefined;
	return { problem: refused, ...(works && { mended: close }) };
}

/** Why a list with a new name cannot be used; undefined when it can. */
function refusal(
	given: Answers,
	names: Names,
	list: NameList,
	next: readonly string[],
	name: string,
): string | undefined {
	const checked = checkName(ruleForNames, name);
	if (!checked.ok) return checked.problems.map(({ says }) => says).join(' ');
	if (name.length > longestName)
		return `It has ${name.length} characters. The most is ${longestName}.`;
	if (next.filter((each) => each === name).length > 1) return `“${name}” is already in this list.`;
	if (list.id === 'company' && name === 'system')
		return 'Kestra keeps the namespace “system” for its own maintenance flows.';
	return clashIn(planFor(given, usableBeside(given, names, list.id))!);
}

/** The names as the plan would use them, always including the changed list, even if it clashes with another. */
const usableBeside = (given: Answers, names: Names, id: NameListId): Names => {
	const { [id]: kept, ...others } = names;
	const usable = usableNames(given, others);
	return kept === undefined ? usable : { ...usable, [id]: kept };
};
