/**
 * Reads a pasted link: a full address, a relative one, a bare query, or a Markdown link. It parses the text itself,
 * to be independent of the browser, and never throws.
 */
import { nextQuestion } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import { questionOf } from '../kestra/lookup.ts';
import type { Entry, Reading } from './query.ts';
import { entriesOf, readEntries } from './query.ts';

/** The contents of a pasted text, or a sentence about the problem. */
export type LinkReading =
	| { readonly reading: Reading; readonly problem?: undefined }
	| { readonly reading?: undefined; readonly problem: string };

/** In characters: far longer than any link of the guide. */
const longest = 4000;

/**
 * Reads the answers that a pasted link holds. They may be incomplete: see `planLink`.
 */
export function readLink(text: string): LinkReading {
	const trimmed = text.trim();
	if (trimmed === '') return { problem: 'Paste a link to a result of this guide.' };
	if (trimmed.length > longest) return { problem: 'That is too long to be a link to a result.' };
	const query = queryOf(trimmed);
	if (query === undefined)
		return {
			problem: 'That is not a link with answers: it has no part after a question mark.',
		};
	const reading = readEntries(entriesIn(query));
	return Object.keys(reading.answers).length > 0
		? { reading }
		: { problem: 'No answer to a question of this guide is in that link.' };
}

/** Like `readLink`, but the answers must give a plan. */
export function readPlanLink(text: string): LinkReading {
	const link = readLink(text);
	if (link.problem !== undefined) return link;
	const open = nextQuestion(kestra, link.reading.answers);
	return open === undefined
		? link
		: {
				problem: `That link leaves a question open: “${questionOf(open).asks}” Answer it in the guide, then copy the link again.`,
			};
}

/** Answers in the format of `with=` in an address; `readLink` reads it. */
export const withValue = (answers: Answers): string =>
	entriesOf(answers)
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.join('&');

/** The query of an address in a text. */
function queryOf(text: string): string | undefined {
	// What surrounds a link in Markdown, chat and mail: [words](link), <link>, "link".
	const inner = /\]\(([^()\s]*)\)/.exec(text)?.[1] ?? text.replace(/^[<"'“«(]+|[>"'”»)]+$/gu, '');
	const [whole = ''] = inner.replaceAll('&amp;', '&').split('#');
	const mark = whole.indexOf('?');
	if (mark >= 0) return whole.slice(mark + 1);
	return /^[a-z-]+=/.test(whole) ? whole : undefined;
}

const entriesIn = (query: string): readonly Entry[] =>
	query
		.split('&')
		.filter(Boolean)
		.map((part): Entry => {
			const equals = part.indexOf('=');
			return equals < 0
				? [decoded(part), '']
				: [decoded(part.slice(0, equals)), decoded(part.slice(equals + 1))];
		});

function decoded(text: string): string {
	const spaced = text.replaceAll('+', ' ');
	try {
		return decodeURIComponent(spaced);
	} catch {
		// Malformed escapes are left as typed.
		return spaced;
	}
}
