/** Helpers of the safety net: which words of a text no rule has read. */
import { linesOf, type Scalar } from './tree.ts';

/** A part of a text. */
export type Range = readonly [start: number, end: number];

/** The text with what rules have read replaced by spaces. */
export function blanked(text: string, ranges: readonly Range[]): string {
	let result = '';
	let done = 0;
	for (const [start, end] of ranges.toSorted(([one], [other]) => one - other)) {
		if (end <= done) continue;
		result += text.slice(done, Math.max(done, start)) + ' '.repeat(end - Math.max(done, start));
		done = end;
	}
	return result + text.slice(done);
}

/** Whether a word without a dot looks like a value: in quotes, between slashes, after `=` or `:`, or all there is. */
function standsAlone(text: string, start: number, end: number): boolean {
	const before = text
		.slice(Math.max(0, start - 3), start)
		.trimEnd()
		.at(-1);
	const after = text
		.slice(end, end + 3)
		.trimStart()
		.at(0);
	return /^['"`/=:]?$/.test(before ?? '') && /^['"`/,)]?$/.test(after ?? '');
}

/** Most places that are kept for a word of a flow. */
const mostPlaces = 20;

/**
 * Adds the words of a text that may name a namespace, with their lines.
 * @param live the text of the scalar, with what rules have read left out
 */
export function keepWords(words: Map<string, number[]>, scalar: Scalar, live: string): void {
	const lineOf = linesOf(scalar);
	for (const match of live.matchAll(/[A-Za-z0-9](?:[\w.-]*\w)?/g)) {
		const [word] = match;
		if (word.length > 150) continue;
		if (!word.includes('.') && !standsAlone(live, match.index, match.index + word.length)) continue;
		const lines = words.get(word) ?? [];
		if (lines.length >= mostPlaces) continue;
		const line = lineOf(match.index);
		if (lines.at(-1) === line) continue;
		lines.push(line);
		words.set(word, lines);
	}
}
