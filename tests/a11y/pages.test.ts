import { expect, test } from 'vitest';
import { faintInDark, violations } from '../support/browser/axe.ts';
import { oneWindow } from '../support/browser/page.ts';
import { readingPages } from '../support/built.ts';

const open = oneWindow();

test.each(readingPages.map((page) => page.path))(
	'%s breaks no rule in light or dark',
	async (path) => {
		const { page } = await open(path);
		expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
		expect(await violations(page)).toEqual([]);
		expect(await faintInDark(page)).toEqual([]);
	},
);
