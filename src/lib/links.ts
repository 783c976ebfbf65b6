/**
 * Every published address with its kind and title, for the page that lists them and for `links.json`.
 * Read from the recorded addresses, because a page's addresses are known only after the build, and the list is built
 * together with the pages. The build and the tests check the record against the built site.
 */
import recorded from '~/content/addresses.json';
import { matrixRowIds } from '~/guide/kestra/matrix-types.ts';

/** Kinds of addresses, in the order they are listed. */
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
	['mishap', 'Failures'],
	['embed', 'Pages to embed'],
	['data', 'Data for tools'],
] as const;

/** Kind of an address. */
export type Kind = (typeof kinds)[number][0];

/** One published address. */
export interface Link {
	/** Root-relative. */
	readonly address: string;
	readonly kind: Kind;
	/** Title in a list of its page's places. */
	readonly title: string;
	/** Title of the page it is on. */
	readonly page: string;
	/** Title where the context does not name its page. */
	readonly name: string;
}

const tables = '/reference/decision-tables/';
const rows = new Set<string>(matrixRowIds);

/** For each page, patterns that tell the kind of an id on it; the first match counts. */
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

/** Folders whose pages have a kind of their own, except the folder's index page. */
const folders: readonly (readonly [folder: string, kind: Kind])[] = [
	['/strategies/', 'strategy'],
	['/scenarios/', 'scenario'],
	['/embed/', 'embed'],
];

/** Ids that are not sections and that no pattern can tell from them. */
export interface Ids {
	readonly terms: ReadonlySet<string>;
	readonly sources: ReadonlySet<string>;
}

/** The kind of a published address. */
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

/** Kinds whose titles are clear without the page's title. */
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
