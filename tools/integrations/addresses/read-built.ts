/** Collects the addresses that a built site publishes. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';

/** What a site publishes: address to title; pages by path, places in page order. */
export type Addresses = Readonly<Record<string, string>>;

/** Addresses of a built site. */
export interface Built {
	/** What other sites may link to: pages, and the places that have a self link. */
	readonly published: Addresses;
	/** Every page and file, except the pages of redirects. */
	readonly pages: ReadonlySet<string>;
	/** Every element with an id. */
	readonly places: ReadonlySet<string>;
}

/** Data published for tools. */
const dataFile = /^(decision-model|links)\.json$|^schemas\/[\w.-]+\.json$/;

const selfLinks = 'main a.self-link, main a.sl-anchor-link';

/** The name that a self link gives its place: its words in quotes if it has any, or all its words. */
function titleOf(link: HTMLElement): string {
	const words = link.getAttribute('data-of') ?? link.textContent;
	return (/“(.*)”/s.exec(words)?.[1] ?? words).replace(/\s+/g, ' ').trim();
}

/** The places that a page publishes: id to title, in page order. */
export function publishedOn(page: HTMLElement): Addresses {
	return Object.fromEntries(
		page
			.querySelectorAll(selfLinks)
			.map((link) => [link.getAttribute('href')?.replace(/^.*#/, '') ?? '', titleOf(link)]),
	);
}

/**
 * Reads every page of a built site.
 * @param root the built folder
 */
export function readBuilt(root: string): Built {
	const published: Record<string, string> = {};
	const pages = new Set<string>();
	const places = new Set<string>();
	const files = globSync('**/*', { cwd: root, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'),
		);
	const found = files
		.map((file) => ({ file, address: `/${file.replace(/(^|\/)index\.html$/, '$1')}` }))
		.sort((one, other) => (one.address < other.address ? -1 : 1));
	for (const { file, address } of found) {
		const isPage = file.endsWith('index.html') && !file.startsWith('pagefind/');
		const html = isPage ? readFileSync(join(root, file), 'utf8') : '';
		if (html.includes('<meta http-equiv="refresh"')) continue;
		pages.add(address);
		if (dataFile.test(file)) published[address] = file;
		if (!isPage) continue;
		const page = parse(html);
		for (const { id } of page.querySelectorAll('[id]')) places.add(`${address}#${id}`);
		published[address] = (page.querySelector('h1') ?? page.querySelector('title'))!.textContent
			.replace(/\s+/g, ' ')
			.trim();
		for (const [id, title] of Object.entries(publishedOn(page)))
			published[`${address}#${id}`] = title;
	}
	return { published, pages, places };
}
