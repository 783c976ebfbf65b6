// cspell:ignore ated ating ation ations isation ised ising ization ized izing ment ments
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
	there these they thing this those through to too two under until up us use used uses using ve versus very via vs want
	wants was way we were what when where which while who whose why will with within without won would yes yet you your`.split(
		/\s+/,
	),
);

/** Words that only join others: `dev vs prod` and `delete a tenant` are the synonyms `dev prod` and `delete tenant`. */
const joining = new Set(['a', 'an', 'and', 'or', 'the', 'versus', 'vs']);

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

function withoutJoining(words: readonly string[]): readonly string[] {
	return words.every((word) => empty.has(word))
		? words
		: words.filter((word) => !joining.has(word));
}

/** Words of two parts with a hyphen, such as `air-gapped`: a page that has only one of them is about something else. */
const compounds = (query: string) =>
	[...query.matchAll(/(?<![\p{L}\p{N}-])\p{L}+-\p{L}+(?![\p{L}\p{N}-])/gu)]
		.map(([compound]) => wordsIn(compound))
		.filter((words) => words.length === 2 && !words.some((word) => empty.has(word)));

const startsWith = (words: readonly string[], at: number, phrase: readonly string[]) =>
	phrase.length > 0 && phrase.every((word, index) => singular(words[at + index] ?? '') === word);

/**
 * The terms of a query: synonyms, the longest first, and the words that are left, without those that say nothing.
 * A query of nothing but such words keeps them.
 */
export function termsOf(query: string, synonyms: readonly Synonyms[]): readonly Term[] {
	const words = withoutJoining(wordsIn(withoutPlaces(query)));
	const phrases = synonyms
		.flatMap((entry) =>
			entry.words.map((word) => ({ entry, phrase: withoutJoining(wordsIn(word)).map(singular) })),
		)
		.sort((one, other) => other.phrase.length - one.phrase.length);
	const pairs = compounds(query);
	const terms = new Map<string, Term>();
	const rest: string[] = [];
	for (let at = 0; at < words.length;) {
		const found = phrases.find(({ phrase }) => startsWith(words, at, phrase));
		const compound = pairs.find((pair) => pair.every((word, index) => words[at + index] === word));
		const length = found?.phrase.length ?? compound?.length ?? 1;
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

/** Endings that do not change what a word is about. `contractor` is not a form of `contract`: it is somebody else. */
const endings = new Set(
	`s es ed d ing e y ies ied ion ions ation ations ment ments ly able ability ible al ally ity ate ated ates ating ise ize
	ised ized ising izing isation ization ive`.split(/\s+/),
);

const isEnding = (rest: string) => rest === '' || endings.has(rest);

/** Whether two words are forms of one: the same up to their endings. */
function sameWord(one: string, other: string): boolean {
	if (one === other) return true;
	let common = 0;
	while (common < one.length && one[common] === other[common]) common++;
	// The letter before an ending may be doubled (`run`, `running`), or belong to it (`isolated`, `isolation`).
	const doubled = one[common - 1] ?? '';
	const rest = (word: string) => word.slice(word[common] === doubled ? common + 1 : common);
	for (const at of [common, common - 1, common - 2])
		if (at >= 3 && isEnding(one.slice(at)) && isEnding(other.slice(at))) return true;
	return common >= 3 && isEnding(rest(one)) && isEnding(rest(other));
}

/** The words that a word of a page is made of: `SyncFlows` is `sync`, `flows` and `syncflows`. */
const partsOf = (word: string) => {
	const parts = wordsIn(word.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
	return [...parts, ...wordsIn(word), wordsIn(word).join('')];
};

/**
 * Whether a word of a page is what was searched for. Pagefind gives pages with longer words when it has the word, and
 * pages with a beginning of it when it has not.
 * @param typing the last word of the query, which readers may not have typed to its end
 */
export function isMeant(word: string, searched: string, typing?: string): boolean {
	const parts = partsOf(word);
	return wordsIn(searched).some((one) =>
		parts.some((part) => sameWord(part, one) || (one === typing && part.startsWith(one))),
	);
}
