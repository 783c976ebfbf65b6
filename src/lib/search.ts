/**
 * The search: Pagefind's index, loaded on first use, asked in the reader's words. Results are text, because this site
 * never sets text as HTML.
 */
import { type Candidate, densest, type Heading, rankPages, rankSections } from './search-rank.ts';
import { corrected } from './search-spelling.ts';
import { isMeant, type Synonyms, type Term, termsOf, wordsIn } from './search-words.ts';

/** A run of text in an excerpt; marked where it matches the query. */
export interface Words {
	readonly text: string;
	readonly marked: boolean;
}

/** A place that was found: a page, or a section of one. */
export interface Found {
	readonly title: string;
	readonly address: string;
	readonly excerpt: readonly Words[];
}

/** A found page, with its sections that match, best first. */
export interface FoundPage extends Found {
	readonly sections: readonly Found[];
	/** Whether the page as a whole is a better place than any section of it. */
	readonly whole: boolean;
}

/** The found pages, best first. */
export interface Finds {
	readonly pages: readonly FoundPage[];
	/** How many pages have one of the words or more: `pages` are the best of them. */
	readonly all: number;
	/** Words of the query that not even the first page has. */
	readonly missing: readonly string[];
	/** The query with known words for misspelt ones; absent when there are none near. */
	readonly instead?: string;
}

interface RawPage {
	readonly url: string;
	readonly content: string;
	readonly meta: { readonly title?: string };
	readonly anchors: readonly { element: string; id: string; text: string; location: number }[];
	readonly locations: readonly number[];
	readonly weighted_locations: readonly { readonly weight: number; readonly location: number }[];
}
interface RawHit {
	readonly id: string;
	readonly score: number;
	data(): Promise<RawPage>;
}
/** The part of Pagefind that is used. */
export interface Pagefind {
	options(options: object): Promise<void>;
	search(words: string | null): Promise<{ results: readonly RawHit[] }>;
}

/** What a search needs: the index and the words that mean the same. */
export interface Index {
	readonly pagefind: Pagefind;
	readonly synonyms: readonly Synonyms[];
	/** The words of the site, for suggestions. Asked for when a word is not found. */
	words(): Promise<readonly string[]>;
}

/** How Pagefind weighs matches. Similarity counts most: pages here are short and use the same few words. */
export const ranking = {
	pageLength: 0.1,
	termFrequency: 0.1,
	termSaturation: 2,
	termSimilarity: 9,
};

/** Pages that are ranked by their sections too, and so can be in the list. */
const looked = 16;
/** How much a page counts that records what others explain: sources, tables, addresses, what was run. */
const records = [
	[/\/reference\/(sources|disagreements|accessibility)\//, 0.5],
	[/\/reference\//, 0.75],
	[/\/experiments\//, 0.8],
] as const;
/** A page that matches less than this share of what the best one does is left out, once there are some. */
const enough = 0.3;
const some = 8;
/** Of how many pages one has to have a word itself, so that Pagefind is believed: those with longer words come after. */
const proving = 4;
/** Words of an excerpt. */
const excerptLength = 30;

let loading: Promise<Index> | undefined;
let tries = 0;

async function load(): Promise<Index> {
	const base = import.meta.env.BASE_URL.replace(/\/$/, '');
	// Some browsers remember a script that could not be fetched; another address makes them ask again.
	const again = tries++ ? `?${tries}` : '';
	const [pagefind, synonyms] = await Promise.all([
		import(/* @vite-ignore */ `${base}/pagefind/pagefind.js${again}`) as Promise<Pagefind>,
		fetch(`${base}/synonyms.json`).then((answer) => {
			if (!answer.ok) throw new Error(`synonyms.json: ${answer.status}`);
			return answer.json() as Promise<Synonyms[]>;
		}),
	]);
	await pagefind.options({ baseUrl: import.meta.env.BASE_URL, ranking });
	let words: Promise<readonly string[]> | undefined;
	return {
		pagefind,
		synonyms,
		words: () => {
			// Without the words there is no suggestion, and the search works as it did.
			words ??= fetch(`${base}/pagefind/words.json`).then(
				(answer) => (answer.ok ? (answer.json() as Promise<string[]>) : []),
				() => [],
			);
			return words;
		},
	};
}

/**
 * Fetches the index, once; a failure is not cached, so that readers can try again.
 * @throws when the index is missing, as in development, or cannot be fetched
 */
export function loadIndex(): Promise<Index> {
	loading ??= load().catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

/**
 * Searches the site, in the reader's words.
 * @public the search box loads it by its address
 */
export async function find(words: string): Promise<Finds> {
	return findIn(await loadIndex(), words);
}

/** Searches an index. Nothing is found only when no page has any of the words. */
export async function findIn(index: Index, words: string): Promise<Finds> {
	const { pagefind, synonyms } = index;
	const terms = termsOf(words, synonyms);
	const typing = /[\p{L}\p{N}]$/u.test(words) ? wordsIn(words).at(-1) : undefined;
	const hits = await Promise.all(
		terms.map(({ variants }) =>
			Promise.all(variants.map((variant) => hitsOf(pagefind, variant, typing))),
		),
	);
	const total = (await pagefind.search(null)).results.length;
	const { candidates, weights } = rankPages(hits, total);
	// Fetches the texts at once, since reading them is one after another.
	const wanted = new Set(candidates.slice(0, looked).map(({ id }) => id));
	const all = new Map(hits.flat(2).map((hit) => [hit.id, hit]));
	await Promise.all([...wanted].map((id) => all.get(id)?.data()));
	const ranked = await Promise.all(
		candidates.slice(0, looked).map((candidate) => scored(candidate, terms, hits, weights)),
	);
	ranked.sort((one, other) => other.score - one.score);
	const best = ranked[0];
	const missing = terms
		.filter((_, index) => !ranked.some(({ candidate }) => candidate.strengths[index]))
		.map(({ said }) => said);
	const instead = missing.length ? corrected(words, missing, await index.words()) : undefined;
	return {
		pages: ranked
			.filter(({ score }, at) => at < some || score >= enough * (best?.score ?? 0))
			.map(({ page }) => page),
		all: candidates.length,
		missing,
		...(instead !== undefined && { instead }),
	};
}

let reading: Promise<unknown> = Promise.resolve();

/**
 * A found page, with the places of its own search. Pagefind writes them into one object for each page, which all
 * searches share, so they are read one after another and copied.
 */
function readPage(hit: RawHit): Promise<RawPage> {
	const copy = reading.then(async () => ({ ...(await hit.data()) }));
	reading = copy.catch(() => undefined);
	return copy;
}

/** The pages that have a word, or words: none when Pagefind found only pages with the beginning of one. */
async function hitsOf(
	pagefind: Pagefind,
	words: string,
	typing: string | undefined,
): Promise<readonly RawHit[]> {
	const { results } = await pagefind.search(words);
	const found: string[] = [];
	for (const result of results.slice(0, proving)) {
		const page = await readPage(result);
		const texts = page.content.split(/\s+/);
		found.push(...page.locations.map((location) => texts[location] ?? ''));
	}
	const meant = (searched: string) => found.some((word) => isMeant(word, searched, typing));
	return wordsIn(words).every(meant) ? results : [];
}

/** A candidate with its text: the better its best section and its title match, the higher it is. */
async function scored(
	candidate: Candidate,
	terms: readonly Term[],
	hits: readonly (readonly (readonly RawHit[])[])[],
	weights: readonly number[],
) {
	const ofTerms = await Promise.all(
		hits.map((variants) =>
			Promise.all(
				variants.flatMap((results) => {
					const hit = results.find(({ id }) => id === candidate.id);
					return hit ? [readPage(hit)] : [];
				}),
			),
		),
	);
	const raw = ofTerms.flat()[0]!;
	const places = ofTerms.map((pages) => [
		...new Set(
			pages.flatMap((page) =>
				page.weighted_locations.filter(({ weight }) => weight >= 1).map(({ location }) => location),
			),
		),
	]);
	const headings: Heading[] = raw.anchors
		.filter(({ element, text }) => /^h\d$/.test(element) && text.trim() !== '')
		.map(({ id, text, location }) => ({ id, title: text.trim(), from: location }))
		.sort((one, other) => one.from - other.from);
	const page = new URL(raw.url, 'https://site.invalid').pathname;
	const leads = terms.flatMap((term) => term.leads).map((lead) => lead.split('#'));
	const here = leads.filter(([path]) => page.endsWith(path ?? ''));
	const led = terms.reduce((total, term, index) => {
		const at = term.leads.findIndex((lead) => page.endsWith(lead.replace(/#.*/, '')));
		return at < 0 ? total : total + (weights[index] ?? 0) * (at ? 0.6 : 1);
	}, 0);
	const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
	const sections = rankSections(
		headings,
		places,
		weights,
		here.map(([, id]) => id ?? '_top'),
	);
	const top = sections.find(({ heading }) => heading.id === '_top');
	const section = sections[0];
	return {
		candidate,
		score:
			(candidate.score +
				0.6 * (section?.score ?? 0) +
				0.2 * (top?.score ?? 0) +
				(0.6 * led) / sum) *
			(records.find(([place]) => place.test(page))?.[1] ?? 1),
		page: pageOf(raw, sections, places.flat()),
	};
}

function pageOf(
	raw: RawPage,
	sections: ReturnType<typeof rankSections>,
	places: readonly number[],
): FoundPage {
	const words = raw.content.split(/\s+/);
	const marked = new Set(places);
	const excerpt = (from: number, to: number): readonly Words[] => {
		const stretch = densest(places, from, Math.min(to, words.length), excerptLength);
		return runs(words.slice(stretch.from, stretch.to), (index) => marked.has(stretch.from + index));
	};
	return {
		title: raw.meta.title ?? raw.url,
		address: raw.url,
		excerpt: excerpt(0, words.length),
		whole: sections[0]?.heading.id === '_top',
		sections: sections
			// The part before the first heading counts as the page itself.
			.filter(({ heading, score }) => heading.id !== '_top' && score > 0)
			.slice(0, 3)
			.map(({ heading, to }) => ({
				title: heading.title,
				address: `${raw.url}#${heading.id}`,
				excerpt: excerpt(heading.from, to),
			})),
	};
}

/** Words as runs of text, marked and not, with the spaces between them. */
function runs(words: readonly string[], isMarked: (index: number) => boolean): readonly Words[] {
	return words.flatMap((word, index) => [
		...(index ? [{ text: ' ', marked: false }] : []),
		{ text: word, marked: isMarked(index) },
	]);
}
