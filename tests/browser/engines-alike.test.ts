/** What other engines do otherwise than Chromium, as far as Chromium can tell. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dist } from '../../tools/lib/site.ts';
import { openPage } from '../support/browser/page.ts';
import { pages } from '../support/built.ts';

test('no shorthand of an underline holds a variable, which WebKit does not take', () => {
	const sheets = globSync('_astro/*.css', { cwd: dist }).map((file) =>
		readFileSync(join(dist, file), 'utf8'),
	);
	const styles = [...sheets, ...pages.map(({ html }) => html)];
	const shorthand = /text-decoration:[^;}]*var\([^;}]*/g;
	expect('a{text-decoration:underline var(--x)}').toMatch(shorthand);
	// Highlighted code is Expressive Code's, whose variables hold whole values.
	const own = styles.flatMap((style) => style.match(shorthand) ?? []);
	expect(own.filter((found) => !/var\(--\dtd/.test(found))).toEqual([]);
	expect(sheets.join('')).toContain('text-decoration-style:dotted');
});

test('citations of a row count from one, whatever the address', async () => {
	const numbers = async (path: string) => {
		const { page } = await openPage({ path });
		return page.locator('.matrix tr').evaluateAll((rows) =>
			rows.slice(1, 8).map((row) => {
				// Counters cannot be read; what is generated takes as much room as it has digits and steps.
				const resets = [row, ...row.querySelectorAll('*')].filter((element) =>
					getComputedStyle(element).counterReset.includes('cite'),
				);
				return resets.map(({ tagName }) => tagName).join();
			}),
		);
	};
	const plain = await numbers('/concepts/compare/');
	expect(plain).toEqual(await numbers('/concepts/compare/#secrets'));
	expect(new Set(plain)).toEqual(new Set(['TH']));
});

test('no element that is contained resets a counter of its own', async () => {
	for (const path of ['/concepts/compare/', '/reference/decision-tables/', '/reference/links/']) {
		const { page } = await openPage({ path });
		const contained = page.locator('.deferred');
		expect(await contained.count()).toBeGreaterThan(0);
		const resets = await contained.evaluateAll((elements) =>
			elements.map((element) => getComputedStyle(element).counterReset),
		);
		expect(new Set(resets)).toEqual(new Set(['none']));
	}
});

describe('without script', () => {
	test('a page is light, and has no menu for what needs script', async () => {
		const { page } = await openPage({ path: '/concepts/tenants/', javaScript: false });
		expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
		expect(await page.locator('starlight-theme-select:visible').count()).toBe(0);
		const withScript = await openPage({ path: '/concepts/tenants/', colorScheme: 'dark' });
		expect(await withScript.page.locator('html').getAttribute('data-theme')).toBe('dark');
		expect(await withScript.page.locator('starlight-theme-select:visible').count()).toBe(1);
	});
});

test('the box of the menu is no stop of the Tab key', async () => {
	const { page } = await openPage({ path: '/concepts/tenants/' });
	expect(await page.locator('#starlight__sidebar').getAttribute('tabindex')).toBe('-1');
});

test('on a phone the letters of a field are large enough that it does not zoom in', async () => {
	for (const path of [
		'/reference/links/',
		'/practices/names/',
		'/reference/presets/',
		'/concepts/instances/',
	]) {
		const { page } = await openPage({ path, width: 390 });
		const fields = page.locator(
			'main :is(input:not([type=radio], [type=checkbox]), select, textarea)',
		);
		const sizes = await fields.evaluateAll((all) =>
			all.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
		);
		for (const size of sizes) expect(size, path).toBeGreaterThanOrEqual(16);
		if (path === '/reference/links/') expect(sizes.length).toBeGreaterThan(0);
	}
});

test('a copied table has no marks of links to itself', async () => {
	const { page } = await openPage({ path: '/concepts/compare/' });
	const text = await page.evaluate(() => {
		getSelection()?.selectAllChildren(document.querySelector('.matrix')!);
		return getSelection()?.toString() ?? '';
	});
	expect(text.length).toBeGreaterThan(1000);
	expect(text).not.toMatch(/^\s*#\s*$/m);
});

test('marks of links are at least 24 pixels high', async () => {
	const { page } = await openPage({ path: '/concepts/compare/' });
	const heights = await page
		.locator('.matrix .self-link[data-mark]')
		.evaluateAll((links) => links.slice(0, 12).map((link) => link.getBoundingClientRect().height));
	expect(heights.length).toBe(12);
	expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});

test('a page translated into a language written from the right is laid out from the right, its code is not', async () => {
	const { page } = await openPage({ path: '/practices/promotion/' });
	const directions = () =>
		page.evaluate(() => [
			getComputedStyle(document.querySelector('main p')!).direction,
			getComputedStyle(document.querySelector('main code')!).direction,
		]);
	expect(await directions()).toEqual(['ltr', 'ltr']);
	await page.evaluate(() => document.documentElement.classList.add('translated-rtl'));
	expect(await directions()).toEqual(['rtl', 'ltr']);
	await page.evaluate(() => {
		document.documentElement.classList.remove('translated-rtl');
		document.documentElement.lang = 'ar';
	});
	expect(await directions()).toEqual(['rtl', 'ltr']);
});

test('names in code stay whole in the table of rules for names', async () => {
	const { page } = await openPage({ path: '/practices/names/' });
	const lines = await page
		.locator('main td:nth-last-child(-n + 2) code')
		.evaluateAll((codes) => codes.map((code) => code.getClientRects().length));
	expect(lines.length).toBeGreaterThan(4);
	expect(new Set(lines)).toEqual(new Set([1]));
});

test('the number of rows is said after a choice, not unasked', async () => {
	const { page } = await openPage({ path: '/concepts/compare/' });
	const status = page.locator('matrix-filter [role="status"]');
	expect(await status.textContent()).toBe('');
	await page.locator('matrix-filter input[type=checkbox]').first().check();
	expect(await status.textContent()).toMatch(/^\d+ of \d+ rows shown/);
});

test.each([
	['the drill', '/concepts/compare/'],
	['the links', '/reference/links/'],
])('%s shows what is true when a page comes back with its fields emptied', async (_what, path) => {
	const { page } = await openPage({ path });
	const again = () =>
		page.evaluate(() => {
			// What WebKit does to fields without autocomplete after Back.
			for (const field of document.querySelectorAll<HTMLInputElement>('main input')) {
				if (field.type === 'radio') field.checked = field.defaultChecked;
				else field.value = '';
			}
			dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
		});
	if (path === '/reference/links/') {
		await page.getByRole('searchbox').fill('tenants');
		expect(await page.locator('.link-list li:not([hidden])').count()).toBeLessThan(200);
		await again();
		expect(await page.locator('.link-list li[hidden]').count()).toBe(0);
		return;
	}
	const drill = page.locator('.dg-drill');
	await drill.scrollIntoViewIfNeeded();
	const second = drill.locator('input[type=radio][name$=failure]').nth(2);
	await second.click();
	const value = await second.getAttribute('value');
	await again();
	await expect
		.poll(() => drill.locator('input[type=radio][name$=failure]:checked').getAttribute('value'))
		.toBe(value);
});
