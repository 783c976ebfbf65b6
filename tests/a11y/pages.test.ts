import { expect, test } from 'vitest';
import { violations } from '../browser/support/axe.ts';
import { openPage } from '../browser/support/page.ts';
import { readingPages } from '../support/built.ts';

test.each(readingPages.map((page) => page.path))(
	'%s breaks no rule in light or dark',
	async (path) => {
		const { page } = await openPage({ path });
		expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
		expect(await violations(page)).toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.reload();
		expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
		// Only colours depend on the theme.
		expect(await violations(page, { rules: ['color-contrast'] })).toEqual([]);
	},
);
