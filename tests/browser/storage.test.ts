/** A browser whose storage is refused or full, or holds what another version or page left there. */
import { expect, test } from 'vitest';
import { steps } from '../support/answers.ts';
import { customers } from '../support/browser/addresses.ts';
import { answer, ready, showing, shown } from '../support/browser/guide.ts';
import { openPage, visit } from '../support/browser/page.ts';
import { unfold } from '../support/browser/result.ts';

const key = 'kestra-environments.names';

const full = `Storage.prototype.setItem = () => {
	throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};`;
/** Accepts an empty value, as probes write it, and is full for anything else. */
const fullLater = `const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
	if (value !== '') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
	setItem.call(this, key, value);
};`;
const refused = `for (const name of ['localStorage', 'sessionStorage'])
	Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException('Denied', 'SecurityError'); } });`;

const stores = { full, 'full after a probe': fullLater, 'refused on access': refused };

test.each(Object.entries(stores))(
	'with storage that is %s, pages, theme, search and guide work',
	async (_name, before) => {
		const { page, problems } = await openPage({ path: '/concepts/tenants/', before });
		const theme = page.locator('starlight-theme-select select').filter({ visible: true });
		await theme.selectOption('dark');
		expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
		await page.keyboard.press('Control+k');
		await page.locator('site-search dialog[open]').waitFor();
		await page.keyboard.press('Escape');
		const guide = await visit(page, '/guide/');
		await ready(page);
		await answer(page, ...steps[0]);
		await showing(page, steps[1][0]);
		await page.reload();
		await ready(page);
		expect((await shown(page)).place).toBe(steps[1][0]);
		expect(problems).toEqual([]);
		expect(guide.problems).toEqual([]);
	},
);

test('names that storage cannot keep still count until the page is left', async () => {
	const { page, problems } = await openPage({ path: `/guide/?${customers}`, before: fullLater });
	await ready(page);
	await unfold(page, 'Make it yours', '.dg-name-list');
	const field = page.getByRole('textbox', { name: 'New name for acme' });
	await field.fill('globex');
	await field.press('Enter');
	await expect.poll(() => page.locator('.dg-path').innerText()).toContain('globex');
	expect(problems).toEqual([]);
});

const spoilt = {
	'another version': JSON.stringify({ version: 99, names: { company: 'globex' } }),
	'half a text': '{"version":1,"names":{"company":"glo',
	'something else': '[1,2,{"company":null}]',
	nothing: 'null',
	'an inherited key': '{"version":1,"names":{"__proto__":{"company":"globex"}}}',
	'names of the wrong kind': '{"version":1,"names":{"company":7,"groups":"x","stages":[[]]}}',
	'a long text': JSON.stringify({ version: 1, names: { company: 'x'.repeat(100_000) } }),
	markup: '{"version":1,"names":{"company":"<img src=x onerror=hit=1>"}}',
};

test('whatever is stored in place of names, the guide shows its own names', async () => {
	const { page, problems } = await openPage({ path: `/guide/?${customers}` });
	for (const [what, text] of Object.entries(spoilt)) {
		await page.evaluate((item) => localStorage.setItem(...item), [key, text] as const);
		// The script that reads names is fetched after the page: without requests left, it has read them.
		await page.reload({ waitUntil: 'networkidle' });
		await ready(page);
		await showing(page, 'result');
		expect(await page.locator('.dg-path').innerText(), what).toContain('acme');
	}
	expect(await page.evaluate(() => 'hit' in window)).toBe(false);
	expect(problems).toEqual([]);
});

test('Starlight’s stored theme and sidebar state may be corrupt', async () => {
	const { page, problems } = await openPage({
		path: '/concepts/tenants/',
		before: `localStorage.setItem('starlight-theme', '}{');
sessionStorage.setItem('sl-sidebar-state', '{"hash":');`,
	});
	expect(['light', 'dark']).toContain(await page.locator('html').getAttribute('data-theme'));
	expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
	expect(problems).toEqual([]);
});
