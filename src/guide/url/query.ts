/**
 * Converts between answers and the query entries of an address. Nothing here throws: entries that are not understood are
 * dropped, and reported unless they are other sites' business. It takes and gives entries, not URLs, to be independent of
 * the browser.
 */

import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import { firstWord, hasValue, isQuestion, isSilent, mended, unfolded, versionIn } from './mend.ts';

/** A name and a value, as `URLSearchParams` gives them. */
export type Entry = readonly [name: string, value: string];

/** Names of entries that the guide reserves for itself; never ids of questions. */
export const reserved = ['set', 'from', 'with', 'theme', 'rules'] as const;

/** A reserved name of an entry. */
export type Reserved = (typeof reserved)[number];

/** An entry that was not understood. */
export interface Dropped {
	readonly name: string;
	readonly value: string;
	/** The problem: no such question, no such answer, or a question already answered. */
	readonly problem: 'question' | 'answer' | 'repeated';
}

/** The contents of an address. */
export interface Reading {
	readonly answers: Answers;
	/** The guide's own entries, the first of each name; values are not checked here. */
	readonly own: Readonly<Partial<Record<Reserved, string>>>;
	readonly dropped: readonly Dropped[];
	/** Names of entries that were left out as nobody's question: what other sites add to links. */
	readonly ignored: readonly string[];
}

/** Reads a value of the guide's own, without what chat and mail take into a link; undefined when nothing is left. */
function ownValue(name: Reserved, value: string): string | undefined {
	if (name === 'with') return value;
	if (name === 'rules') return versionIn(value);
	return name === 'set' ? value.replace(/[^a-z0-9-]+$/i, '') : firstWord(value);
}

/** Reads the entries of an address, mended. If a question is answered twice, the first valid answer counts. */
export function readEntries(entries: Iterable<Entry>): Reading {
	const answers = new Map<string, string>();
	const own = new Map<string, string>();
	const dropped: Dropped[] = [];
	for (const entry of unfolded(entries)) {
		const [name, value] = mended(entry);
		const kept = reserved.find((each) => each === name.toLowerCase());
		if (kept) {
			const read = ownValue(kept, value);
			if (!own.has(kept) && read) own.set(kept, read);
		} else if (!isQuestion(name)) dropped.push({ name, value, problem: 'question' });
		else if (!hasValue(name, value)) dropped.push({ name, value, problem: 'answer' });
		else if (answers.has(name)) dropped.push({ name, value, problem: 'repeated' });
		else answers.set(name, value);
	}
	const understood = answers.size > 0 || own.size > 0;
	const silent = ({ name, value, problem }: Dropped) =>
		problem === 'question' && isSilent([name, value], understood);
	return {
		answers: Object.fromEntries(answers),
		own: Object.fromEntries(own),
		dropped: dropped.filter((entry) => !silent(entry)),
		ignored: dropped.filter(silent).map(({ name }) => name),
	};
}

/** The entries for answers, in the order of the questions. */
export function entriesOf(answers: Answers): readonly Entry[] {
	return kestra.questions.flatMap(({ id }) => {
		const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
		return value === undefined ? [] : [[id, value] as const];
	});
}

/** Replaces lone surrogates, which an address cannot contain, with the replacement character, as browsers do. */
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** Root-relative address of the guide with these answers given. */
export function guideAddress(answers: Answers, own: readonly Entry[] = []): string {
	const query = [...entriesOf(answers), ...own]
		.map((entry) => entry.map(encoded).join('='))
		.join('&');
	return query ? `/guide/?${query}` : '/guide/';
}
