/**
 * Reading a link that somebody pasted: a full address, a relative one, a bare query, or a Markdown link. This code
 * knows no browser, so it takes the text apart itself; nothing in it can throw.
 */
import { nextQuestion } from './engine.ts';
import { kestra } from './kestra.ts';
import { questionOf } from './lookup.ts';
import type { Answers } from './model.ts';
import { entriesOf, readEntries } from './query.ts';
import type { Entry, Reading } from './query.ts';

/** What a pasted text says, or a sentence about what is wrong with it. */
export type LinkReading =
	| { readonly reading: Reading; readonly problem?: undefined }
	| { readonly reading?: undefined; readonly problem: string };

/** No link of the guide comes near this length. */
const longest = 4000;

/**
 * Reads the answers that a pasted link holds. Whether they come to a plan is not asked here: see `planLink`.
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

/** As `readLink`, for a link whose answers must come to a plan. */
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

/** Answers as they stand in the address after `with=`; `readLink` reads them back. */
export const withValue = (answers: Answers): string =>
	entriesOf(answers)
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.join('&');

/** The part of a text that a browser would call the query. */
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
		// Broken escapes are shown as they were typed.
		return spaced;
	}
}
