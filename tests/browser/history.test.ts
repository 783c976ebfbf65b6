/** Leaving a page and coming back, and the guide in two tabs. */
import { expect, test } from 'vitest';
import { steps } from '../support/answers.ts';
import { begun, begunTwice, customers } from '../support/browser/addresses.ts';
import { answer, ready, showing, shown } from '../support/browser/guide.ts';
import { addressOf, openContext, ownBrowser, visit } from '../support/browser/page.ts';
import { unfold, unfoldAll } from '../support/browser/result.ts';

test('a page restored from the browser’s cache is as it was left', async () => {
	const browser = await ownBrowser(['--disable-back-forward-cache']);
	const page = await (await browser.newContext()).newPage();
	await page.goto(addressOf('/guide/'));
	await ready(page);
	await answer(page, ...steps[0]);
	await showing(page, steps[1][0]);
	await page.locator(`.dg-frame input[name=${steps[1][0]}][value=${steps[1][1]}]`).check();
	await page.evaluate(() => {
		addEventListener('pageshow', ({ persisted }) => {
			document.documentElement.dataset['persisted'] = String(persisted);
		});
	});
	await page.goto(addressOf('/concepts/tenants/'));
	// A restored page fires no load event to wait for.
	await page.goBack({ waitUntil: 'commit' });
	await expect.poll(() => page.locator('html').getAttribute('data-persisted')).toBe('true');
	expect(await shown(page)).toMatchObject({ place: steps[1][0], chosen: steps[1][1] });
	await page.getByRole('button', { name: 'Continue' }).click();
	await showing(page, steps[2][0]);
	expect(new URL(page.url()).search).toBe(`?${begunTwice}`);
});

test('two tabs have separate answers and share the names', async () => {
	const context = await openContext();
	const [one, other] = [await context.newPage(), await context.newPage()];
	const opened = [await visit(one, `/guide/?${customers}`), await visit(other, '/guide/')];
	await Promise.all([ready(one), ready(other)]);
	await answer(other, ...steps[0]);
	await showing(other, steps[1][0]);
	await unfold(one, 'Make it yours', '.dg-name-list');
	const field = one.getByRole('textbox', { name: 'New name for acme' });
	await field.fill('globex');
	await field.press('Enter');
	await expect.poll(() => one.locator('.dg-path').innerText()).toContain('globex');
	expect((await shown(other)).place).toBe(steps[1][0]);
	expect(new URL(one.url()).search).toBe(`?${customers}`);
	expect(new URL(other.url()).search).toBe(`?${begun}`);
	await visit(other, `/guide/?${customers}`);
	await expect.poll(() => other.locator('.dg-path').innerText()).toContain('globex');
	expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
});

test('an address with two slashes at its beginning keeps the answers', async () => {
	const context = await openContext();
	const page = await context.newPage();
	await page.goto(addressOf('/guide/').replace(/^(\w+:\/\/[^/]+)/, '$1/'));
	expect(new URL(page.url()).pathname).toMatch(/^\/\//);
	await ready(page);
	await answer(page, ...steps[0]);
	await showing(page, steps[1][0]);
	expect(new URL(page.url()).search).toBe(`?${begun}`);
	await page.reload();
	await ready(page);
	expect((await shown(page)).place).toBe(steps[1][0]);
});

test('a link to a part of the page leaves the question as it is', async () => {
	const context = await openContext();
	const page = await context.newPage();
	await visit(page, `/guide/?${customers}`);
	await ready(page);
	await showing(page, 'result');
	await unfoldAll(page);
	await page
		.getByRole('link', { name: /^Change/ })
		.or(page.getByRole('button', { name: /^Change/ }))
		.first()
		.click();
	const { place } = await shown(page);
	expect(place).not.toBe('result');
	await page.evaluate(() => {
		location.hash = '#_top';
	});
	await page.waitForURL(/#_top$/);
	expect((await shown(page)).place).toBe(place);
	await page.reload();
	await ready(page);
	expect((await shown(page)).place).toBe(place);
	await page.goBack();
	expect((await shown(page)).place).toBe(place);
});
