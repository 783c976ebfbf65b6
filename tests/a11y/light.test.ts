import { expect, test } from 'vitest';
import { violations } from '../browser/support/axe.ts';
import { openPage } from '../browser/support/page.ts';
import { readingPages } from '../support/built.ts';

test.each(readingPages.map((page) => page.path))('%s breaks no rule in light', async (path) => {
	const { page } = await openPage({ path, colorScheme: 'light' });
	expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
	expect(await violations(page)).toEqual([]);
});
