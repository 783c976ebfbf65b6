/**
 * What the search dialog needs of Pagefind's index: loaded when it is first asked, and its answers as text, since
 * nothing on this site is ever set as markup.
 */

/** A run of words of an excerpt; marked where it matches what was looked for. */
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

/** A page that was found, with the sections that match best. */
export interface FoundPage extends Found {
	readonly sections: readonly Found[];
}

/** Pages that were found, fetched as far as they are shown. */
export interface Finds {
	readonly count: number;
	/** The pages from one place in the order up to another. */
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
	// Not by `withBase`: islands use it too, and what the two share would be one more file on every page.
	const address = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/pagefind.js`;
	const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
	await pagefind.options({
		baseUrl: import.meta.env.BASE_URL,
		// How near a word is counts for most: pages here are short and use the same few words.
		ranking: { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 },
	});
	return pagefind;
}

/**
 * Fetches the index, once; a failure is forgotten so that one may try again.
 * @throws when the index is not there, as in development, or cannot be fetched
 */
export function loadIndex(): Promise<Pagefind> {
	loading ??= load().catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

/** Looks for words in the site. */
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
			// The part before the first heading is the page itself.
			.filter((section) => section.url !== url && !section.url.endsWith('#_top'))
			.slice(0, 3)
			.map((section) => ({
				title: section.title,
				address: section.url,
				excerpt: wordsOf(section.excerpt),
			})),
	};
}

/** An excerpt, which Pagefind gives as markup with `<mark>`, as runs of text. */
export function wordsOf(excerpt: string): readonly Words[] {
	const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
	return [...body.childNodes].map((node) => ({
		text: node.textContent ?? '',
		marked: node.nodeName === 'MARK',
	}));
}
