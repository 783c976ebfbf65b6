/**
 * The reader’s own names for a plan: which lists can be named, what each may contain, and the format they are stored in.
 * Names stay in the reader’s browser; the code that stores them is elsewhere.
 */

import type { Answers } from '../engine/model.ts';
import type { GroupKind } from '../kestra/labels.ts';
import { groupWords } from '../kestra/labels.ts';
import { allOf } from '../kestra/lookup.ts';
import type { Names } from '../kestra/names.ts';
import { defaultNames } from '../kestra/names.ts';
import type { Namespace, Topology } from '../kestra/topology.ts';
import type { Plan } from '../plan/plan.ts';
import { planFor } from '../plan/plan.ts';
import { checkName, isName, longestName } from './naming-rules.ts';

/** Something that can be named. */
export type NameListId = keyof Names;

/** A list of names that a plan can use. */
export interface NameList {
	readonly id: NameListId;
	/** As a heading: `Customers`. */
	readonly label: string;
	/** The singular, within a sentence: `customer`. */
	readonly one: string;
	/** The reader’s names where they fit, otherwise the defaults. */
	readonly names: readonly string[];
	/** Whether these are the defaults. */
	readonly untouched: boolean;
	readonly least: number;
	readonly most: number;
	/** What the order means, if anything. */
	readonly note?: string;
}

/** The names are for tenants and parts of namespaces, never flows, so words reserved for flows are allowed. */
const ruleForNames = 'tenant';

/** The most names stored for each list, for any plan. */
const mostNames: Readonly<Record<NameListId, number>> = {
	company: 1,
	stages: 6,
	groups: 50,
	teams: 20,
	domains: 20,
	engineers: 30,
};

const ids = Object.keys(mostNames) as readonly NameListId[];

/** The stored names of one list, as an array. */
const listed = (names: Names, id: NameListId): readonly string[] | undefined => {
	const value = names[id];
	return typeof value === 'string' ? [value] : value;
};

/** The names with one list replaced; an empty list restores its defaults. */
const withList = (names: Names, id: NameListId, list: readonly string[] | undefined): Names => {
	const { [id]: _, ...others } = names;
	if (list === undefined || list.length === 0) return others;
	return id === 'company' ? { ...others, company: list[0]! } : { ...others, [id]: list };
};

const kindOf = ({ answers }: Plan) => (answers['groups'] ?? 'one-team') as GroupKind;

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The lists that this plan can use, in the order in which they appear in a namespace. */
function shapes(plan: Plan): readonly Omit<NameList, 'names' | 'untouched'>[] {
	const { outcomes, topology } = plan;
	const group = groupWords[kindOf(plan)];
	const manyStages = topology.stages.length > 2;
	const inOrder = 'In order: the first is development, the last is production.';
	const levels = new Set([...namespacesOf(topology)].map(({ level }) => level));
	// Where the groups are the teams, their names are the teams’.
	const teamsAreGroups = kindOf(plan) === 'teams' && outcomes.groups !== 'nothing-to-separate';
	return [
		{ id: 'company', label: 'Company', one: 'company', least: 1, most: mostNames.company },
		...(topology.stages.length > 1
			? [
					{
						id: 'stages' as const,
						label: 'Stages',
						one: 'stage',
						least: manyStages ? 3 : 2,
						most: manyStages ? mostNames.stages : 2,
						note: inOrder,
					},
				]
			: []),
		...(topology.groups.length > 0
			? [
					{
						id: 'groups' as const,
						label: capitalised(group.many),
						one: group.one,
						least: 1,
						most: mostNames.groups,
					},
				]
			: []),
		...(levels.has('team') && !teamsAreGroups
			? [{ id: 'teams' as const, label: 'Teams', one: 'team', least: 1, most: mostNames.teams }]
			: []),
		...(levels.has('domain')
			? [
					{
						id: 'domains' as const,
						label: 'Domains',
						one: 'domain',
						least: 1,
						most: mostNames.domains,
					},
				]
			: []),
		...(outcomes.sandboxes !== 'shared-development'
			? [
					{
						id: 'engineers' as const,
						label: 'Engineers',
						one: 'engineer',
						least: 1,
						most: mostNames.engineers,
					},
				]
			: []),
	];
}

function* namespacesOf({ instances }: Topology): Generator<Namespace> {
	function* below(namespaces: readonly Namespace[]): Generator<Namespace> {
		for (const namespace of namespaces) {
			yield namespace;
			yield* below(namespace.namespaces);
		}
	}
	for (const { tenants } of instances)
		for (const { namespaces } of tenants) yield* below(namespaces);
}

/** The names that a list has where the reader has given none. */
function defaultsOf(plan: Plan, id: NameListId): readonly string[] {
	const kind = kindOf(plan);
	switch (id) {
		case 'company':
			return [defaultNames.company];
		case 'stages':
			return defaultNames.stages(plan.topology.stages.length > 2);
		case 'groups':
			return defaultNames.groups(kind);
		case 'teams':
			return defaultNames.teams(kind);
		case 'domains':
			return defaultNames.domains;
		case 'engineers':
			return defaultNames.engineers;
	}
}

/**
 * The lists that can be named for the plan of some answers.
 * @param names the reader’s own, as stored; those that do not fit this plan are ignored
 * @returns an empty array while the answers give no plan
 */
export function nameLists(given: Answers, names: Names = {}): readonly NameList[] {
	const plan = planFor(given);
	if (!plan) return [];
	const usable = usableNames(given, names);
	return shapes(plan).map((shape): NameList => {
		const own = listed(usable, shape.id);
		return { ...shape, names: own ?? defaultsOf(plan, shape.id), untouched: own === undefined };
	});
}

/**
 * The reader’s names that a plan can use. Names that do not fit its lists, or would give two things in it the same name,
 * are ignored for this plan and kept for others.
 */
export function usableNames(given: Answers, names: Names): Names {
	const plan = planFor(given);
	if (!plan) return {};
	const fitting = shapes(plan).reduce<Names>((kept, { id, least, most }) => {
		const list = listed(names, id);
		return list && list.length >= least && list.length <= most ? withList(kept, id, list) : kept;
	}, {});
	const clashes = (some: Names) => clashIn(planFor(given, some)!) !== undefined;
	if (!clashes(fitting)) return fitting;
	// Drops as little as possible: first tries each list alone, then drops one after another.
	const order = ids.toReversed();
	const single = order.find((id) => fitting[id] && !clashes(withList(fitting, id, undefined)));
	if (single) return withList(fitting, single, undefined);
	return order.reduce(
		(kept, id) => (clashes(kept) ? withList(kept, id, undefined) : kept),
		fitting,
	);
}

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

const whose = {
	main: 'the tenant of open source',
	company: 'the company',
	group: 'one of the groups',
	engineer: 'an engineer',
	stage: 'a stage',
} as const;

/** A sentence about two things in a plan with the same name, or a name too long for Kestra; undefined when there are none. */
function clashIn({ topology }: Plan): string | undefined {
	const instances = new Set<string>();
	for (const { name, tenants } of topology.instances) {
		if (instances.has(name)) return `Two instances would be called “${name}”.`;
		instances.add(name);
		const owners = new Map<string, keyof typeof whose>();
		for (const tenant of tenants) {
			const owner = owners.get(tenant.name);
			if (owner)
				return `Two tenants of one instance would be called “${tenant.name}”: that of ${allOf([
					whose[owner],
					whose[tenant.purpose],
				])}.`;
			owners.set(tenant.name, tenant.purpose);
		}
	}
	for (const { path } of namespacesOf(topology))
		if (!isName('namespace', path)) {
			const checked = checkName('namespace', path);
			const [problem] = checked.ok ? [] : checked.problems;
			return `The namespace ${path} would not be valid. ${problem?.says ?? ''}`.trim();
		}
	return undefined;
}

/** The stored format of names. */
const version = 1;

/** Names as text to store. */
export const serialiseNames = (names: Names): string => JSON.stringify({ version, names });

/**
 * Reads stored names. It never throws: invalid names, duplicates and names beyond a list's maximum are dropped.
 */
export function parseNames(text: string | null | undefined): Names {
	if (!text) return {};
	let kept: unknown;
	try {
		kept = JSON.parse(text);
	} catch {
		return {};
	}
	if (!isRecord(kept) || kept['version'] !== version || !isRecord(kept['names'])) return {};
	const { names } = kept;
	return ids.reduce<Names>((read, id) => {
		const value = Object.hasOwn(names, id) ? names[id] : undefined;
		const list = (Array.isArray(value) ? value : [value]).filter(isKept(id));
		return withList(read, id, [...new Set(list)].slice(0, mostNames[id]));
	}, {});
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isKept =
	(id: NameListId) =>
	(value: unknown): value is string =>
		typeof value === 'string' &&
		value.length <= longestName &&
		isName(ruleForNames, value) &&
		!(id === 'company' && value === 'system');
