/**
 * Finds an address of the guide in a pasted text: by itself, in a sentence, in the markup of a page, a chat or a wiki, in
 * a whole decision record, or within the address of a mail filter. It parses the text itself, to be independent of the
 * browser, and never throws.
 */
import { nextQuestion } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import { questionOf } from '../kestra/lookup.ts';
import type { Entry } from './entries.ts';
import { percentDecoded, withSigns } from './escapes.ts';
import { between, questionIds } from './mend.ts';
import type { Reading } from './query.ts';
import { entriesOf, readEntries } from './query.ts';

/** The contents of a pasted text, or a sentence about the problem. */
export type LinkReading =
	| { readonly reading: Reading; readonly problem?: undefined }
	| { readonly reading?: undefined; readonly problem: string };

/** Limits on what is searched: in characters, and in places where a query may begin. */
const longest = 50_000;
const longestQuery = 4000;
const mostPlaces = 200;

/** Reads the answers that a pasted text holds. They may be incomplete: see `readPlanLink`. */
export function readLink(text: string): LinkReading {
	const trimmed = text.trim();
	if (trimmed === '') return { problem: 'Paste a link to a result of this guide.' };
	if (trimmed.length > longest) return { problem: 'That is too long to be a link to a result.' };
	let queries = false;
	for (const layer of layersOf(trimmed)) {
		// At each layer the address with the most answers, the first of equals.
		let best: Reading | undefined;
		for (const query of layer.flatMap(queriesIn)) {
			queries = true;
			const reading = readEntries(entriesIn(query));
			if (countOf(reading) > countOf(best)) best = reading;
		}
		if (best) return { reading: best };
	}
	return {
		problem: queries
			? 'No answer to a question of this guide is in that link.'
			: 'That is not a link with answers: it has no part after a question mark.',
	};
}

const countOf = (reading: Reading | undefined) => Object.keys(reading?.answers ?? {}).length;

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

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Without the escapes of HTML, which may be doubled, of JSON, of shells, and of a formula that joins texts. */
const unescaped = (text: string): string =>
	withSigns(text.normalize('NFKC'))
		.replace(/&(lt|gt|quot);/gi, (_, name: string) => entities[name.toLowerCase()] ?? '')
		.replace(/\\([^\w\s])/g, '$1')
		.replace(/[\^`]([&=?])/g, '$1')
		.replace(/"\s*&\s*"/g, '')
		.replace(between, '&');

/** Line breaks within an address, and the spaces that a field makes of them; those of mail are marked. */
const breaks = [/\s+[>\s]*/g, /=\s*\n[>\s]*/g];

/**
 * A text as it is, and with what was packed around an address taken off, escaped once or more. Each layer also without
 * the breaks that mail puts into long lines.
 */
function* layersWithin(text: string): Generator<readonly string[], string> {
	let layer = unescaped(text);
	for (let depth = 0; depth < 5; depth++) {
		yield [layer, ...breaks.map((each) => layer.replace(each, ''))];
		const next = unescaped(percentDecoded(layer));
		if (next === layer) break;
		layer = next;
	}
	return layer;
}

/** Browsers and Node have it; this room knows neither. */
declare function atob(text: string): string;

/** Mail filters put an address into the query of their own, some with hyphens or asterisks for `%`, or in Base64. */
function* layersOf(text: string): Generator<readonly string[]> {
	const last = yield* layersWithin(text);
	const percent = last.replace(/[-*]([2-7][0-9A-F])/g, '%$1');
	if (percent !== last) yield* layersWithin(percent);
	// Every address begins with the same letters in Base64.
	for (const [packed] of last.matchAll(/aHR0c[\w+/-]{20,}/g)) {
		try {
			yield* layersWithin(atob(packed.replaceAll('-', '+').replaceAll('_', '/')));
		} catch {
			// It only looked like one.
		}
	}
}

/** Where a name of an entry may begin: after a question mark, or where a question's id stands before an equals sign. */
const places = new RegExp(`\\?|(?<![\\w&#;.-])(?=(?:${questionIds.join('|')})=)`, 'gi');

/** Every text that may be the query of an address. What surrounds links in Markdown, chat and mail ends it. */
function queriesIn(text: string): readonly string[] {
	return [...text.matchAll(places)].slice(0, mostPlaces).flatMap((place) => {
		const start = place.index + place[0].length;
		const query =
			/^[^\s<>"'`|()[\]{}#“”«»]*/.exec(text.slice(start, start + longestQuery))?.[0] ?? '';
		// What begins behind it without a space is another address.
		const own = query.replace(/(?:https?:\/\/|\?).*$/is, '');
		return own === '' ? [] : [own];
	});
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

const decoded = (text: string): string => percentDecoded(text.replaceAll('+', ' '));
