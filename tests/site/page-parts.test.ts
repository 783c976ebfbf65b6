import { expect, test } from 'vitest';
import { readingPages } from '../support/built.ts';

const reading = readingPages.map((page) => [page.path, page] as const);

test.each(reading)('%s asks for feedback with plain links that lead somewhere', (path, page) => {
	const links = page.root
		.querySelectorAll('footer .helpful a')
		.map((link) => link.getAttribute('href') ?? '');
	expect(links).toHaveLength(3);
	for (const link of links) expect(link).toMatch(/^(https:\/\/|mailto:)/);
	if (path !== '/404.html')
		for (const link of links) expect(decodeURIComponent(link)).toContain(path);
});

test.each(reading)(
	'%s scrolls its tables in regions that have a name and can be reached',
	(_path, page) => {
		for (const table of page.root.querySelectorAll('main table')) {
			const region = table.closest('[tabindex="0"]');
			expect(region).not.toBeNull();
			expect(
				region?.getAttribute('aria-label') ?? region?.getAttribute('aria-labelledby'),
			).toBeTruthy();
		}
	},
);
