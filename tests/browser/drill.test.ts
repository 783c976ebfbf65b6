import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openPage } from '../support/browser/page.ts';
import { pages } from '../support/built.ts';

const path = '/concepts/compare/';
const box = (page: Page, side: 1 | 2, name: string) =>
	page.locator(`[data-drill] [data-side="${side}"] [data-name="${name}"]`);
const chosen = (page: Page, side: 1 | 2, name: string) =>
	box(page, side, name).getByRole('button').first();
const status = (page: Page) => page.locator('[data-drill] [role="status"]').textContent();

/** Opens the drill and waits until its script runs. */
async function openDrill(opening: Parameters<typeof openPage>[0] = {}) {
	const opened = await openPage({ path, ...opening });
	await opened.page.locator('[data-drill]').scrollIntoViewIfNeeded();
	await opened.page.locator('[data-drill]:enabled').waitFor();
	return opened;
}

test('without script the drill shows a struck example and no enabled control', async () => {
	const { page } = await openPage({ path, javaScript: false });
	const drill = page.locator('[data-drill]');
	expect(await drill.locator('[data-effect="down"]').count()).toBeGreaterThan(0);
	expect(await drill.locator('[data-effect="untouched"]').count()).toBeGreaterThan(0);
	expect(await drill.locator(':is(input, select, button):enabled').count()).toBe(0);
});

test('with an instance for each, development goes down and production keeps running', async () => {
	const { page, problems } = await openDrill();
	await chosen(page, 2, 'development').click();
	expect(await box(page, 2, 'development').getAttribute('data-effect')).toBe('down');
	expect(await box(page, 2, 'production').getAttribute('data-effect')).toBe('untouched');
	expect(await box(page, 1, 'acme.production').getAttribute('data-effect')).toBe('down');
	const tenants = page.locator('[data-drill] [data-side="1"] select').first();
	await tenants.selectOption('tenant-per-stage');
	expect(await box(page, 1, 'production').getAttribute('data-effect')).toBe('down');
	expect(await page.locator('[data-side="1"] a[href*="#uptime"]').count()).toBe(1);
	expect(problems).toEqual([]);
});

test('the keyboard alone chooses a failure, lets a failure happen in a box and resets, and focus stays in place', async () => {
	const { page } = await openDrill();
	await page.getByRole('radio', { name: 'Instance down' }).focus();
	await page.keyboard.press('ArrowDown');
	expect(await page.getByRole('radio', { name: 'Upgrade gone wrong' }).isChecked()).toBe(true);
	const before = await status(page);
	const target = chosen(page, 2, 'production');
	await target.focus();
	await page.keyboard.press('Enter');
	expect(await target.evaluate((element) => element === document.activeElement)).toBe(true);
	expect(await box(page, 2, 'production').getAttribute('data-effect')).toBe('down');
	expect(await status(page)).not.toBe(before);
	await page.keyboard.press('Space');
	await page.locator('[data-drill]').getByRole('button', { name: 'Reset' }).press('Enter');
	expect(await page.locator('[data-drill] [data-effect]').count()).toBe(0);
});

test('nothing is announced before the first action, and one region announces', async () => {
	const { page } = await openDrill();
	expect(await status(page)).toBe('');
	expect(await page.locator('[data-drill] [aria-live], [data-drill] [role="status"]').count()).toBe(
		1,
	);
});

test('boxes change at once for readers who prefer less motion', async () => {
	const { page } = await openDrill({ reducedMotion: 'reduce' });
	const durations = await page
		.locator('[data-drill] [data-box]')
		.evaluateAll((boxes) => boxes.map((each) => getComputedStyle(each).transitionDuration));
	for (const duration of durations) expect(parseFloat(duration)).toBeLessThan(0.001);
});

test('the drill fits a narrow phone, struck or not', async () => {
	const { page } = await openDrill({ width: 320, height: 640 });
	await chosen(page, 1, 'acme.development').click();
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBeLessThanOrEqual(0);
});

test.each(['instances', 'tenants', 'namespaces'])(
	'the page about %s shows a struck layout that needs no script',
	(concept) => {
		const { root } = pages.find(({ path: at }) => at === `/concepts/${concept}/`)!;
		const picture = root.querySelector('.fate-picture')!;
		expect(picture.closest('astro-island')).toBeNull();
		expect(picture.querySelectorAll('[data-box][data-effect="down"]').length).toBeGreaterThan(0);
		expect(picture.querySelector('button')).toBeNull();
		expect(picture.querySelector('a[href*="/concepts/compare/#"]')).not.toBeNull();
	},
);
