import { expect, test } from 'vitest';
import { pages, read, readingPages, withoutBase } from '../support/built.ts';

const reading = readingPages.map((page) => [page.path, page] as const);

test.each(reading)(
	'%s has titles and descriptions for readers, search engines and link previews',
	(path, page) => {
		const { root } = page;
		const content = (selector: string) =>
			root.querySelector(selector)?.getAttribute('content')?.trim() ?? '';
		expect(root.querySelector('html')?.getAttribute('lang')).toBe('en');
		expect(root.querySelector('title')?.textContent.trim()).not.toBe('');
		expect(content('meta[name=description]')).not.toBe('');
		expect(content('meta[name=description]').length).toBeLessThanOrEqual(200);
		expect(content('meta[property="og:title"]')).not.toBe('');
		expect(content('meta[property="og:description"]')).not.toBe('');
		expect(root.querySelectorAll('h1')).toHaveLength(1);
		expect(root.querySelectorAll('main')).toHaveLength(1);
		const canonical = root.querySelectorAll('link[rel=canonical]');
		expect(canonical).toHaveLength(1);
		if (path !== '/404.html')
			expect(withoutBase(new URL(canonical[0]?.getAttribute('href') ?? '').pathname)).toBe(path);
	},
);

test.each(reading)('%s has no duplicate ids', (_path, page) => {
	const ids = page.root.querySelectorAll('[id]').map((element) => element.id);
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(reading)('%s goes down its headings one level at a time', (_path, page) => {
	const levels = page.root
		.querySelectorAll('main h1, main h2, main h3, main h4, main h5, main h6')
		.map((heading) => Number(heading.tagName.slice(1)));
	const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
	expect(jumps).toEqual([]);
});

test('the menu and the ways to get help stand in one order on every page', () => {
	for (const selector of ['nav.sidebar a[href]', 'footer .helpful a[href]']) {
		const lists = readingPages.map(({ root }) =>
			root.querySelectorAll(selector).map((link) => link.textContent.trim()),
		);
		const whole = lists.toSorted((one, other) => other.length - one.length)[0] ?? [];
		expect(whole.length).toBeGreaterThan(2);
		// The home page has the scenarios as one link.
		for (const list of lists) expect(whole.filter((link) => list.includes(link))).toEqual(list);
	}
});

test('no two pages have the same title or description', () => {
	for (const selector of ['title', 'meta[name=description]']) {
		const values = readingPages.map(({ root }) => {
			const element = root.querySelector(selector);
			return element?.getAttribute('content') ?? element?.textContent;
		});
		expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
	}
});

test('the sitemap lists every page that may be indexed and no other', () => {
	const listed = [...read('sitemap-index.xml').matchAll(/<loc>(.*?)<\/loc>/g)]
		.map(([, address = '']) => withoutBase(new URL(address).pathname)?.slice(1) ?? '')
		.flatMap((file) => [...read(file).matchAll(/<loc>(.*?)<\/loc>/g)])
		.map(([, address = '']) => withoutBase(new URL(address).pathname));
	const indexed = pages.filter(
		({ path, root, redirects }) =>
			path !== '/404.html' &&
			!redirects &&
			!/noindex/.test(root.querySelector('meta[name=robots]')?.getAttribute('content') ?? ''),
	);
	expect(listed.toSorted()).toEqual(indexed.map((page) => page.path).toSorted());
});
