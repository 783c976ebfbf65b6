import { expect, test } from 'vitest';
import { type BuiltPage, files, pages, withBase, withoutBase } from '../support/built.ts';

const known = new Set(files);
const anchors = new Map(
	pages.map((page) => [
		page.path,
		new Set(page.root.querySelectorAll('[id]').map((element) => element.id)),
	]),
);
const home = pages.find((page) => page.path === '/');
const site = new URL(
	home?.root.querySelector('link[rel=canonical]')?.getAttribute('href') ?? 'https://none.invalid',
).origin;

/** Attributes that hold one address each. */
const single = ['href', 'src', 'action', 'poster', 'component-url', 'renderer-url'];

function* addresses({ root }: BuiltPage): Generator<string> {
	for (const element of root.querySelectorAll('*')) {
		for (const name of single) {
			const value = element.getAttribute(name);
			if (value !== undefined) yield value;
		}
		for (const candidate of element.getAttribute('srcset')?.split(',') ?? [])
			yield candidate.trim().split(/\s+/)[0] ?? '';
		const content = element.getAttribute('content') ?? '';
		if (/^(og|twitter):(image|url)$/.test(element.getAttribute('property') ?? '')) yield content;
		const refresh = /^\d+;\s*url=(.*)$/i.exec(content)?.[1];
		if (refresh) yield refresh;
	}
}

/** The problem of an address on a page, in a few words; undefined when there is none. */
function fault(address: string, page: BuiltPage): string | undefined {
	if (/^(mailto|data|blob):/.test(address)) return undefined;
	const url = new URL(address, new URL(withBase(page.path), site));
	if (url.origin !== site)
		return url.protocol === 'https:' ? undefined : `is not https: ${url.protocol}`;
	const path = withoutBase(decodeURIComponent(url.pathname));
	if (path === undefined) return 'lies outside the base path';
	if (known.has(path.slice(1))) return undefined;
	if (!path.endsWith('/') || !known.has(`${path.slice(1)}index.html`)) return 'leads nowhere';
	const fragment = decodeURIComponent(url.hash.slice(1));
	if (fragment && !anchors.get(path)?.has(fragment)) return 'leads to no element of that page';
	return undefined;
}

test.each(pages.map((page) => [page.path, page] as const))(
	'every address on %s leads to a page, a file or an element',
	(_path, page) => {
		const own = page.root.querySelector('link[rel=canonical]')?.getAttribute('href');
		const faults = [...new Set(addresses(page))]
			// The 404 page has no address of its own.
			.filter((address) => !(page.path === '/404.html' && address === own))
			.flatMap((address) => {
				const found = fault(address, page);
				return found ? [`${address} ${found}`] : [];
			});
		expect(faults).toEqual([]);
	},
);
