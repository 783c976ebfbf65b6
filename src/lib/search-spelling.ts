/** Known words for misspelt ones. */
import { isMeant, wordsIn } from './search-words.ts';

/** How many letters may be wrong: none in short words, where another word is always near. */
const mistakes = (word: string) => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2);

/** How many letters are missing, added, wrong or exchanged with the next one. */
function distance(one: string, other: string): number {
	let before: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let row = 1; row <= one.length; row++) {
		const next = [row];
		for (let column = 1; column <= other.length; column++) {
			const same = one[row - 1] === other[column - 1];
			const exchanged = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			next[column] = Math.min(
				last[column]! + 1,
				next[column - 1]! + 1,
				last[column - 1]! + (same ? 0 : 1),
				exchanged ? before[column - 2]! + 1 : Number.POSITIVE_INFINITY,
			);
		}
		before = last;
		last = next;
	}
	return last[other.length]!;
}

/**
 * The known word that is nearest to a word; the first of several.
 * @param known the most frequent first
 * @returns undefined when none is near, or when the word begins differently
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
	let best: { readonly word: string; readonly far: number } | undefined;
	for (const each of known) {
		if (Math.abs(each.length - word.length) > mistakes(word)) continue;
		// Few misspell the first letter, and words that differ in it are other words: `airflow`, `workflow`.
		if (each[0] !== word[0] && each[1] !== word[0]) continue;
		const far = distance(word, each);
		if (far > 0 && far <= mistakes(word) && (!best || far < best.far)) best = { word: each, far };
	}
	return best?.word;
}

/**
 * A query with known words in place of those that no page has.
 * @returns undefined when nothing near is known
 */
export function corrected(
	query: string,
	missing: readonly string[],
	known: readonly string[],
): string | undefined {
	const wrong = new Set(missing);
	let changed = false;
	const words = wordsIn(query).map((word) => {
		const near = wrong.has(word) ? nearest(word, known) : undefined;
		// A form of the same word is spelt right, and was searched for.
		if (near === undefined || isMeant(near, word)) return word;
		changed = true;
		return near;
	});
	return changed ? words.join(' ') : undefined;
}
