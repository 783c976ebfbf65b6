/** The stored form of the reader's own names. */
import type { Noun } from '../kestra/labels.ts';
import type { NameListId, Names } from '../kestra/names.ts';
import { mostNames, nameListIds, withList } from './name-lists.ts';
import { isName, longestName } from './naming-rules.ts';

/** The names are for tenants and parts of namespaces, never flows, so words reserved for flows are allowed. */
const ruleForNames = 'tenant';

/** The most characters of a word for the groups. */
export const longestNoun = 30;

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
	const noun = readNoun(names['noun']);
	return nameListIds.reduce<Names>(
		(read, id) => {
			const value = Object.hasOwn(names, id) ? names[id] : undefined;
			const list = (Array.isArray(value) ? value : [value]).filter(isKept(id));
			return withList(read, id, [...new Set(list)].slice(0, mostNames[id]));
		},
		noun ? { noun } : {},
	);
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

/** A word of the reader's for the groups; undefined unless both forms are usable. */
function readNoun(value: unknown): Noun | undefined {
	if (!isRecord(value)) return undefined;
	const [one, many] = [value['one'], value['many']].map(cleanWord);
	return one && many ? { one, many } : undefined;
}

/** A typed word without control characters and outer white space; undefined when empty or too long. */
export function cleanWord(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const word = value.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
	return word.length > 0 && word.length <= longestNoun ? word : undefined;
}
