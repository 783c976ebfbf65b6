import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { matrixRowIds } from '../../src/guide/kestra/matrix-types.ts';
import { openPage } from '../support/browser/page.ts';

const path = '/concepts/compare/';
/** How many rows there are. */
const all = matrixRowIds.length;
const rowsShown = (page: Page) => page.locator('.matrix tbody tr:visible').count();
const status = (page: Page) => page.locator('matrix-filter [role="status"]').textContent();

test('without script the matrix is complete and has no dead controls', async () => {
	const { page } = await openPage({ path, javaScript: false });
	expect(await rowsShown(page)).toBe(all);
	expect(await page.locator('matrix-filter :is(input, button, select)').count()).toBe(0);
});

test('the filter hides rows and says how many remain', async () => {
	const { page, problems } = await openPage({ path });
	expect(await status(page)).toBe('');
	await page.getByRole('checkbox', { name: 'Uptime' }).check();
	const shown = await rowsShown(page);
	expect(shown).toBeGreaterThan(0);
	expect(shown).toBeLessThan(all);
	expect(await status(page)).toContain(`${shown} of ${all}`);
	await page.getByRole('checkbox', { name: 'Cost' }).check();
	expect(await rowsShown(page)).toBeGreaterThan(shown);
	await page.getByRole('button').filter({ hasText: 'all' }).click();
	expect(await rowsShown(page)).toBe(all);
	expect(problems).toEqual([]);
});

test('the filter shows one edition at a time', async () => {
	const { page } = await openPage({ path });
	const entries = (edition: string) =>
		page.locator(`.matrix [data-edition="${edition}"]:visible`).count();
	expect(await entries('enterprise')).toBeGreaterThan(0);
	await page.locator('matrix-filter').getByRole('radio', { name: 'Open source' }).check();
	expect(await entries('enterprise')).toBe(0);
	expect(await entries('open-source')).toBeGreaterThan(0);
});

test('the address holds the filter, and a copy of it shows the same rows', async () => {
	const { page } = await openPage({ path });
	await page.getByRole('checkbox', { name: 'Upgrades' }).check();
	await page.locator('matrix-filter').getByRole('radio', { name: 'Enterprise' }).check();
	const { search } = new URL(page.url());
	expect(search).toBe('?edition=enterprise&concern=upgrades');
	const { page: copy } = await openPage({ path: path + search });
	expect(await rowsShown(copy)).toBe(await rowsShown(page));
	expect(await copy.getByRole('checkbox', { name: 'Upgrades' }).isChecked()).toBe(true);
});

test('the row in the address is shown even when the filter would hide it', async () => {
	const { page } = await openPage({ path: `${path}?concern=cost#secrets.tenants` });
	expect(await page.locator('#secrets').isVisible()).toBe(true);
	expect(await page.locator('#kill-switch').isVisible()).toBe(false);
	await page.evaluate(() => {
		location.hash = '#kill-switch';
	});
	await page.locator('#kill-switch').waitFor({ state: 'visible' });
});

test('an address with unknown choices shows the whole matrix', async () => {
	const { page, problems } = await openPage({ path: `${path}?edition=zzz&concern=%3Cb%3E#%E0` });
	expect(await rowsShown(page)).toBe(all);
	expect(problems).toEqual([]);
});
