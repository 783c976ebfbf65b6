/** Helpers of the safety net: which words of a text no rule has read. */

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
export function standsAlone(text: string, start: number, end: number): boolean {
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
