/**
 * Converts between answers and the query entries of an address. Nothing here throws: entries that are not understood are
 * dropped, and reported unless they are other sites' business. It takes and gives entries, not URLs, to be independent of
 * the browser.
 */

import { matters } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import { earlierQuestions } from '../kestra/earlier-questions.ts';
import { compareVersions, isVersion } from '../kestra/versions.ts';
import type { Entry, Reserved } from './entries.ts';
import { reserved } from './entries.ts';
import {
	firstWord,
	hasValue,
	isQuestion,
	isSilent,
	joinedIds,
	mended,
	unfolded,
	versionIn,
} from './mend.ts';

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
	/** What a link made by earlier rules says, when it is one; absent otherwise. */
	readonly earlier?: EarlierLink;
}

/** A link made by earlier rules. */
export interface EarlierLink {
	/** Its answers by the ids of that time. */
	readonly answers: Answers;
	/** Ids of today's questions whose answer was read from another question. */
	readonly read: readonly string[];
	/** Ids of today's questions that are new since then and make a difference; their default is taken. */
	readonly taken: readonly string[];
}

/**
 * Reads a value of the guide's own, without what chat and mail take into a link; undefined when nothing is left.
 * @param written as it stands in the address: what a reader pasted to compare is kept so, and mended where it is read
 * @param value mended
 */
function ownValue(name: Reserved, written: string, value: string): string | undefined {
	if (name === 'with') return written;
	if (name === 'rules') return versionIn(value);
	return (name === 'theme' ? firstWord(value) : joinedIds(value)).toLowerCase() || undefined;
}

/** Reads the entries of an address, mended. If a question is answered twice, the first valid answer counts. */
export function readEntries(entries: Iterable<Entry>): Reading {
	/** By the ids of the address, which may be those of earlier questions. */
	const given = new Map<string, string>();
	const own = new Map<string, string>();
	const dropped: Dropped[] = [];
	for (const entry of unfolded(entries)) {
		const [name, value] = mended(entry);
		const kept = reserved.find((each) => each === name.toLowerCase());
		if (kept) {
			const read = ownValue(kept, entry[1], value);
			if (!own.has(kept) && read) own.set(kept, read);
		} else if (!isQuestion(name)) dropped.push({ name, value, problem: 'question' });
		else if (!hasValue(name, value)) dropped.push({ name, value, problem: 'answer' });
		else if (given.get(name) === value) continue;
		else if (given.has(name)) dropped.push({ name, value, problem: 'repeated' });
		else given.set(name, value);
	}
	const understood = given.size > 0 || own.size > 0;
	const silent = ({ name, value, problem }: Dropped) =>
		problem === 'question' && isSilent([name, value], understood);
	const { answers, earlier } = today(given, own.get('rules'));
	return {
		answers,
		own: Object.fromEntries(own),
		dropped: dropped.filter((entry) => !silent(entry)),
		ignored: dropped.filter(silent).map(({ name }) => name),
		...(earlier && { earlier }),
	};
}

/**
 * Answers by today's ids, in the order of the questions. Those to questions that are gone are read from a table; an
 * answer to the question of today goes before. Questions that are new since the link was made take their default.
 */
function today(
	given: ReadonlyMap<string, string>,
	version: string | undefined,
): Pick<Reading, 'answers' | 'earlier'> {
	const answers = new Map(given);
	const read: string[] = [];
	for (const [name, value] of given) {
		const known = earlierAnswer(name, value);
		if (!known) continue;
		answers.delete(name);
		if (answers.has(known.question)) continue;
		answers.set(known.question, known.value);
		read.push(known.question);
	}
	const taken: string[] = [];
	for (const id of given.size > 0 ? newSince(version) : []) {
		// What the answers leave nothing to decide for is not asked today either.
		if (answers.has(id) || !matters(kestra, Object.fromEntries(answers), id)) continue;
		answers.set(id, UNKNOWN);
		taken.push(id);
	}
	const isEarlier = taken.length > 0 || [...given.keys()].some(isEarlierQuestion);
	return {
		answers: Object.fromEntries(
			kestra.questions.flatMap(({ id }) => (answers.has(id) ? [[id, answers.get(id)!]] : [])),
		),
		...(isEarlier && { earlier: { answers: Object.fromEntries(given), read, taken } }),
	};
}

const isEarlierQuestion = (name: string): boolean => Object.hasOwn(earlierQuestions, name);

/** The answer that stands today for one to a question that is gone. */
function earlierAnswer(name: string, value: string) {
	const values = isEarlierQuestion(name) ? earlierQuestions[name]! : {};
	return Object.hasOwn(values, value) ? values[value] : undefined;
}

/** The questions that are asked today and were not yet by the rules of a version. */
const newSince = (version: string | undefined): readonly string[] =>
	version === undefined || !isVersion(version)
		? []
		: kestra.questions
				.filter(({ since, refinement }) => !refinement && compareVersions(since, version) > 0)
				.map(({ id }) => id);

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
