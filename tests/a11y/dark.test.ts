import { expect, test } from 'vitest';
import { violations } from '../browser/support/axe.ts';
import { openPage } from '../browser/support/page.ts';
import { readingPages } from '../support/built.ts';

test.each(readingPages.map((page) => page.path))('%s breaks no rule in dark', async (path) => {
	const { page } = await openPage({ path, colorScheme: 'dark' });
	expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
	expect(await violations(page)).toEqual([]);
});
