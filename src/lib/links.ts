/**
 * Every published address with what it is and what it is called: for the page that lists them, and for `links.json`.
 * They come from the record of addresses, which the build and the tests hold against the built site: what a page
 * publishes is known only once it is built, and the page that lists it is built with it.
 */
import recorded from '~/content/addresses.json';
import { matrix } from '~/guide/matrix.ts';

/** The kinds of things that have an address, in the order they are listed. */
export const kinds = [
	['page', 'Pages'],
	['strategy', 'Strategies'],
	['scenario', 'Scenarios'],
	['section', 'Sections'],
	['question', 'Questions of the guide'],
	['answer', 'Answers'],
	['decision', 'Decisions'],
	['outcome', 'Outcomes in the tables'],
	['rule', 'Rules'],
	['risk', 'Risks'],
	['aspect', 'Aspects of the comparison'],
	['verdict', 'Verdicts of the comparison'],
	['move', 'Moves from one strategy to another'],
	['name', 'Rules for names'],
	['term', 'Terms'],
	['source', 'Sources'],
	['mishap', 'Mishaps'],
	['embed', 'Pages to embed'],
	['data', 'Data for tools'],
] as const;

/** What kind of thing an address leads to. */
export type Kind = (typeof kinds)[number][0];

/** One published address. */
export interface Link {
	/** Root-relative. */
	readonly address: string;
	readonly kind: Kind;
	/** In a list of its page's places. */
	readonly title: string;
	/** Of the page it is on. */
	readonly page: string;
	/** What it is called where nothing else says which page it is on. */
	readonly name: string;
}

const tables = '/reference/decision-tables/';
const rows = new Set<string>(matrix.map(({ id }) => id));

/** By page, how the ids on it tell what they lead to; the first pattern that fits counts. */
const idsOn: Readonly<Record<string, readonly (readonly [Kind, RegExp])[]>> = {
	[tables]: [
		['question', /^question-/],
		['decision', /^decision-/],
		['rule', /^rule-/],
		['outcome', /^outcome-/],
		['risk', /^risk-/],
		['mishap', /^mishap-/],
		['answer', /\./],
	],
	'/practices/names/': [['name', /^rule-/]],
};

/** Folders whose pages are a kind of their own; the page of the folder itself is not. */
const folders: readonly (readonly [folder: string, kind: Kind])[] = [
	['/strategies/', 'strategy'],
	['/scenarios/', 'scenario'],
	['/embed/', 'embed'],
];

/** Ids on a page that are not its sections, where nothing in the id says so. */
export interface Ids {
	readonly terms: ReadonlySet<string>;
	readonly sources: ReadonlySet<string>;
}

/** What kind of thing a published address leads to. */
export function kindOf(address: string, { terms, sources }: Ids): Kind {
	const [page = '', id] = address.split('#');
	if (id === undefined) {
		if (page.endsWith('.json')) return 'data';
		return folders.find(([folder]) => page.startsWith(folder) && page !== folder)?.[1] ?? 'page';
	}
	const fitting = idsOn[page]?.find(([, pattern]) => pattern.test(id));
	if (fitting) return fitting[0];
	if (page === '/concepts/compare/' && rows.has(id.split('.')[0]!))
		return id.includes('.') ? 'verdict' : 'aspect';
	if (page === '/reference/glossary/' && terms.has(id)) return 'term';
	if (page === '/reference/sources/' && sources.has(id)) return 'source';
	if (page.startsWith('/strategies/') && /^from-(?!before$)/.test(id)) return 'move';
	return 'section';
}

/** Kinds whose titles say by themselves what they are about. */
const selfExplaining: ReadonlySet<Kind> = new Set([
	'question',
	'answer',
	'rule',
	'outcome',
	'aspect',
	'verdict',
	'name',
	'risk',
	'mishap',
	'term',
	'source',
]);

/** All published addresses, redirects left out, in the order of the record. */
export function publishedLinks(
	ids: Ids,
	redirects: Readonly<Record<string, string>>,
): readonly Link[] {
	const titles: Readonly<Record<string, string>> = recorded;
	return Object.entries(titles)
		.filter(([address]) => !isRedirected(address, redirects))
		.map(([address, title]) => {
			const kind = kindOf(address, ids);
			const path = address.split('#')[0]!;
			const page = titles[path] ?? title;
			const name = !address.includes('#') || selfExplaining.has(kind) ? title : `${page}: ${title}`;
			return { address, kind, title, page, name };
		});
}

const isRedirected = (address: string, redirects: Readonly<Record<string, string>>) =>
	Object.hasOwn(redirects, address) || Object.hasOwn(redirects, address.split('#')[0]!);

/** A link as Markdown. */
export function markdownLink(words: string, address: string): string {
	return `[${words.replace(/[\\[\]*_`<>]/g, '\\$&')}](${address})`;
}
