import { wordsIn } from '../../../src/lib/search-words.ts';

/** Fewer letters are not suggested: another word is always near. */
const shortest = 4;

/**
 * The words of a site that are worth suggesting for a misspelt one: those of its synonyms, and those that stand on
 * several pages, so that a name in one example is not suggested. The most frequent first.
 * @param texts of the pages
 * @param synonyms what readers type
 */
export function knownWords(
	texts: readonly string[],
	synonyms: readonly string[],
): readonly string[] {
	const pages = new Map<string, number>();
	for (const text of texts)
		for (const word of new Set(wordsIn(text))) pages.set(word, (pages.get(word) ?? 0) + 1);
	const typed = new Set(synonyms.flatMap(wordsIn));
	return [...new Set([...pages.keys(), ...typed])]
		.filter((word) => word.length >= shortest && /^\p{L}+$/u.test(word))
		.filter((word) => typed.has(word) || (pages.get(word) ?? 0) > 2)
		.sort((one, other) => (pages.get(other) ?? 0) - (pages.get(one) ?? 0));
}
