/** What a reader's words mean: splits a query into terms and adds what the field's synonyms stand for. */

/** Words that mean the same to a reader, and where this site treats them: one entry of `src/content/synonyms.yaml`. */
export interface Synonyms {
	/** What readers type. */
	readonly words: readonly string[];
	/** This site's words for it. Several words in one line must all be on the page. */
	readonly means: readonly string[];
	/** Root-relative addresses that treat it, best first. */
	readonly leads: readonly string[];
}

/** One thing that the reader asks for. */
export interface Term {
	/** The reader's own words. */
	readonly said: string;
	/** What to search for, the reader's words first: a page that has any of them has the term. */
	readonly variants: readonly string[];
	readonly leads: readonly string[];
}

/** Words that say nothing about what is asked. */
const empty = new Set(
	`a about after all also always am an and another any anyone anything are as at be because been before being but by can
	cannot could did do does doing don done else every for from get gets getting give gives go goes going got had has have
	having he her here his how however i if in instead into is isn it its just kestra know let like ll make makes many may
	me mine more most much my need needs never no nobody nor not now of off on once one only or other our out over own per
	please re s same see seem seems set she should so some someone something still such t than that the their them then
	there these they thing this those through to too two under until up us use used uses using ve very via want wants was
	way we were what when where which while who whose why will with within without won would yes yet you your`.split(
		/\s+/,
	),
);

/** The words of a text, lower-case, without marks: `kv('A')` is `kv`, `a`. A version, such as `1.3`, is one word. */
export function wordsIn(text: string): readonly string[] {
	const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
	return plain.match(/\d+(?:\.[\dx]+)+|[\p{L}\p{N}]+/gu) ?? [];
}

/** A pasted error without web addresses, and with classes named without their packages: they would match anything. */
const withoutPlaces = (query: string) =>
	query.replaceAll(/\bhttps?:\/\/\S+/g, ' ').replaceAll(/\b(?:[a-z]\w*\.){2,}(?=\w)/g, ' ');

/** A word without the ending of a plural, so that `tenant` and `tenants` are the same. */
const singular = (word: string) => (word.length > 3 ? word.replace(/s$/, '') : word);

const startsWith = (words: readonly string[], at: number, phrase: readonly string[]) =>
	phrase.length > 0 && phrase.every((word, index) => singular(words[at + index] ?? '') === word);

/**
 * The terms of a query: synonyms, the longest first, and the words that are left, without those that say nothing.
 * A query of nothing but such words keeps them.
 */
export function termsOf(query: string, synonyms: readonly Synonyms[]): readonly Term[] {
	const words = wordsIn(withoutPlaces(query));
	const phrases = synonyms
		.flatMap((entry) => entry.words.map((word) => ({ entry, phrase: wordsIn(word).map(singular) })))
		.sort((one, other) => other.phrase.length - one.phrase.length);
	const terms = new Map<string, Term>();
	const rest: string[] = [];
	for (let at = 0; at < words.length;) {
		const found = phrases.find(({ phrase }) => startsWith(words, at, phrase));
		const length = found?.phrase.length ?? 1;
		const said = words.slice(at, at + length).join(' ');
		if (found)
			terms.set(said, { said, variants: [said, ...found.entry.means], leads: found.entry.leads });
		else rest.push(said);
		at += length;
	}
	const telling = rest.filter((word) => word.length > 1 && !empty.has(word));
	for (const word of telling.length || terms.size ? telling : rest)
		if (!terms.has(word)) terms.set(word, { said: word, variants: [word], leads: [] });
	return [...terms.values()];
}

/** Whether a word of a page is what was searched for; Pagefind gives pages with a beginning of it when it has no other. */
export function isMeant(word: string, searched: string): boolean {
	const plain = wordsIn(word).join('');
	return wordsIn(searched).some((part) =>
		plain.includes(part.slice(0, Math.max(3, Math.ceil(part.length * 0.6))).replace(/\W/g, '')),
	);
}
