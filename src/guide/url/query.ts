/**
 * Converts between answers and the query entries of an address. Nothing here throws: entries that are not understood are
 * dropped and reported. It takes and gives entries, not URLs, to be independent of the browser.
 */

import type { Answers } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import { earlierQuestions } from '../kestra/earlier-questions.ts';
import { compareVersions, isVersion } from '../kestra/versions.ts';

/** A name and a value, as `URLSearchParams` gives them. */
export type Entry = readonly [name: string, value: string];

/** Names of entries that the guide reserves for itself; never ids of questions. */
export const reserved = ['set', 'from', 'with', 'theme', 'rules'] as const;

/** A reserved name of an entry. */
export type Reserved = (typeof reserved)[number];

/** Tracking parameters that other sites add to links; dropped silently. */
const decorations = /^(utm_.*|fbclid|gclid|ref)$/;

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
	/** What a link made by earlier rules says, when it is one; absent otherwise. */
	readonly earlier?: EarlierLink;
}

/** A link made by earlier rules. */
export interface EarlierLink {
	/** Its answers by the ids of that time. */
	readonly answers: Answers;
	/** Ids of today's questions whose answer was read from another question. */
	readonly read: readonly string[];
	/** Ids of today's questions that are new since then, for which the default is taken. */
	readonly taken: readonly string[];
}

const questionOf = new Map(kestra.questions.map((question) => [question.id, question]));

/** Reads the entries of an address. If a question is answered twice, the first valid answer counts. */
export function readEntries(entries: Iterable<Entry>): Reading {
	const answers = new Map<string, string>();
	const own = new Map<string, string>();
	const dropped: Dropped[] = [];
	const then = new Map<string, string>();
	const read = new Map<string, string>();
	for (const [name, value] of entries) {
		if ((reserved as readonly string[]).includes(name)) {
			if (!own.has(name)) own.set(name, value);
			continue;
		}
		if (decorations.test(name)) continue;
		const question = questionOf.get(name);
		const known = readToday(name, value);
		if (known) {
			if (!then.has(name)) then.set(name, value);
			if (!read.has(known.question)) read.set(known.question, known.value);
		} else if (!question && Object.hasOwn(earlierQuestions, name))
			dropped.push({ name, value, problem: 'answer' });
		else if (!question) dropped.push({ name, value, problem: 'question' });
		else if (value !== UNKNOWN && !question.values.some(({ id }) => id === value))
			dropped.push({ name, value, problem: 'answer' });
		else if (answers.has(name)) dropped.push({ name, value, problem: 'repeated' });
		else answers.set(name, value);
	}
	const given = new Map(answers);
	for (const [question, value] of read)
		if (answers.has(question)) read.delete(question);
		else answers.set(question, value);
	const taken = newSince(own.get('rules')).filter((id) => !answers.has(id));
	for (const id of taken) answers.set(id, UNKNOWN);
	const inOrder = Object.fromEntries(
		kestra.questions.flatMap(({ id }) => (answers.has(id) ? [[id, answers.get(id)!]] : [])),
	);
	const earlier: EarlierLink | undefined =
		then.size > 0 || taken.length > 0
			? {
					answers: { ...Object.fromEntries(given), ...Object.fromEntries(then) },
					read: [...read.keys()],
					taken,
				}
			: undefined;
	return {
		answers: inOrder,
		own: Object.fromEntries(own),
		dropped,
		...(earlier && { earlier }),
	};
}

/** The answer that stands today for one to a question that is gone. */
function readToday(name: string, value: string) {
	const values = Object.hasOwn(earlierQuestions, name) ? earlierQuestions[name] : undefined;
	return values && Object.hasOwn(values, value) ? values[value] : undefined;
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
