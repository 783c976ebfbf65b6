/**
 * Pagefind's index for the search dialog: loaded on first use, and results as text, because this site never sets
 * text as HTML.
 */

/** A run of text in an excerpt; marked where it matches the query. */
export interface Words {
	readonly text: string;
	readonly marked: boolean;
}

/** A search result: a page, or a section of one. */
export interface Found {
	readonly title: string;
	readonly address: string;
	readonly excerpt: readonly Words[];
}

/** A found page, with the sections that match best. */
export interface FoundPage extends Found {
	readonly sections: readonly Found[];
}

/** The found pages, fetched as they are shown. */
export interface Finds {
	readonly count: number;
	/** The pages from index `from` up to, not including, `to`. */
	readonly pages: (from: number, to: number) => Promise<readonly FoundPage[]>;
}

interface RawFound {
	readonly url: string;
	readonly title: string;
	readonly excerpt: string;
}
interface RawPage extends Omit<RawFound, 'title'> {
	readonly meta: { readonly title?: string };
	readonly sub_results: readonly RawFound[];
}
interface Pagefind {
	options(options: object): Promise<void>;
	search(words: string): Promise<{ results: readonly { data(): Promise<RawPage> }[] }>;
}

let loading: Promise<Pagefind> | undefined;

async function load(): Promise<Pagefind> {
	// Does not use `withBase`: islands use it too, and a shared module would become an extra file on every page.
	const address = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/pagefind.js`;
	const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
	await pagefind.options({
		baseUrl: import.meta.env.BASE_URL,
		// Term similarity is weighted most: pages here are short and use the same few words.
		ranking: { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 },
	});
	return pagefind;
}

/**
 * Fetches the index, once; a failure is not cached, so that readers can try again.
 * @throws when the index is missing, as in development, or cannot be fetched
 */
export function loadIndex(): Promise<Pagefind> {
	loading ??= load().catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

/** Searches the site. */
export async function find(words: string): Promise<Finds> {
	const { results } = await (await loadIndex()).search(words);
	return {
		count: results.length,
		pages: (from, to) =>
			Promise.all(results.slice(from, to).map(async (result) => pageOf(await result.data()))),
	};
}

function pageOf({ url, meta, excerpt, sub_results }: RawPage): FoundPage {
	const title = meta.title ?? url;
	return {
		title,
		address: url,
		excerpt: wordsOf(excerpt),
		sections: sub_results
			// The part before the first heading counts as the page itself.
			.filter((section) => section.url !== url && !section.url.endsWith('#_top'))
			.slice(0, 3)
			.map((section) => ({
				title: section.title,
				address: section.url,
				excerpt: wordsOf(section.excerpt),
			})),
	};
}

/** Converts an excerpt, which Pagefind gives as HTML with `<mark>`, to runs of text. */
export function wordsOf(excerpt: string): readonly Words[] {
	const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
	return [...body.childNodes].map((node) => ({
		text: node.textContent ?? '',
		marked: node.nodeName === 'MARK',
	}));
}
