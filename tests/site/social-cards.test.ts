import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { dist } from '../../tools/lib/site.ts';
import { files, read, readingPages, withoutBase } from '../support/built.ts';

const reading = readingPages
	.filter(({ path }) => path !== '/404.html')
	.map((page) => [page.path, page] as const);
const known = new Set(files);

const fileOf = (address: string | undefined) =>
	withoutBase(new URL(address ?? '', 'https://none.invalid').pathname)?.slice(1) ?? '';

describe.each(reading)('%s', (path, { root }) => {
	const content = (name: string) =>
		root.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');

	test('has a picture of the stated size', async () => {
		const picture = content('og:image');
		expect(content('twitter:image')).toBe(picture);
		expect(content('og:image:alt')).not.toBe('');
		const { format, width, height, size } = await sharp(join(dist, fileOf(picture))).metadata();
		expect(format).toBe('png');
		expect([String(width), String(height)]).toEqual([
			content('og:image:width'),
			content('og:image:height'),
		]);
		expect(size ?? 0).toBeLessThan(60_000);
	});

	test('has structured data', () => {
		const data = root.querySelector('script[type="application/ld+json"]')?.innerHTML ?? '';
		const article = JSON.parse(data) as Record<string, unknown>;
		expect(article['@type']).toBe('TechArticle');
		expect(article['description']).toBe(content('description'));
		expect(article['url']).toBe(root.querySelector('link[rel=canonical]')?.getAttribute('href'));
		expect(article['image']).toBe(content('og:image'));
	});

	test('has a Markdown copy beside it', () => {
		const link = root.querySelector('link[rel=alternate][type="text/markdown"]');
		const file = fileOf(link?.getAttribute('href'));
		expect(file).toBe(`${path.slice(1)}index.md`);
		expect(known.has(file)).toBe(true);
		const markdown = read(file);
		const title = root.querySelector('h1')?.textContent.trim();
		expect(markdown.startsWith(`# ${title}\n`)).toBe(true);
		expect(markdown).not.toMatch(/^\s*<\/?(div|span|p|br|section|svg|button|astro-island)\b/m);
		const headings = root
			.querySelectorAll('.sl-markdown-content :is(h2, h3)[id]')
			.filter((heading) => !heading.closest('astro-island'));
		const written = markdown.match(/^#{2,3} /gm) ?? [];
		expect(written.length).toBeGreaterThanOrEqual(headings.length);
	});
});

test('no two pages have the same picture', () => {
	const pictures = reading.map(([, { root }]) =>
		root.querySelector('meta[property="og:image"]')?.getAttribute('content'),
	);
	expect(new Set(pictures).size).toBe(pictures.length);
});

test('tables and pictures of plans are in the Markdown', () => {
	expect(read('concepts/compare/index.md').match(/^\| \[/gm)?.length).toBeGreaterThan(30);
	expect(read('strategies/two-instances/index.md')).toMatch(
		/^- Instance .*\n(.*\n)*? {2}- Tenant /m,
	);
	expect(read('strategies/two-instances/index.md')).toMatch(/^```yaml$/m);
});

test('llms.txt lists every page, and llms-full.txt has their text', () => {
	const listed = [...read('llms.txt').matchAll(/\]\((\S+)index\.md\)/g)].map(([, address = '']) =>
		withoutBase(new URL(address).pathname),
	);
	expect(listed.toSorted()).toEqual(reading.map(([path]) => path).toSorted());
	const full = read('llms-full.txt');
	expect(full).toContain(read('concepts/tenants/index.md'));
});
