// cspell:ignore kuberntes
import { expect, test } from 'vitest';
import { openPage } from '../support/browser/page.ts';

const dialog = 'site-search dialog';
const firstResult = `${dialog} ol > li > a`;

/** Requests for the index, collected as they are sent. */
function indexRequests(page: import('playwright').Page): string[] {
	const requests: string[] = [];
	page.on('request', (request) => {
		if (/\/pagefind\/|\/(search\.js|synonyms\.json)/.test(request.url()))
			requests.push(request.url());
	});
	return requests;
}

test('fetches no part of the index before search is opened', async () => {
	const { page, problems } = await openPage({ path: '/concepts/tenants/' });
	const requests = indexRequests(page);
	await page.waitForTimeout(500);
	expect(requests).toEqual([]);
	await page.getByRole('button', { name: 'Search Ctrl K' }).click();
	await page.locator('site-search input').fill('tenant');
	await page.locator(firstResult).first().waitFor();
	expect(requests).not.toEqual([]);
	expect(problems).toEqual([]);
});

test('keeps what is typed while the index loads, and searches for it afterwards', async () => {
	const { page, problems } = await openPage({
		path: '/concepts/tenants/',
		prepare: (context) =>
			context.route('**/pagefind/pagefind.js', async (route) => {
				await new Promise((resolve) => setTimeout(resolve, 800));
				await route.continue();
			}),
	});
	await page.keyboard.press('Control+k');
	await page.keyboard.type('customers');
	expect(await page.locator('site-search input').inputValue()).toBe('customers');
	await page.locator(firstResult).first().waitFor();
	expect(
		await page.locator('site-search input').evaluate((input) => input === document.activeElement),
	).toBe(true);
	expect(await page.locator(`${dialog} [role=status]`).textContent()).toContain('customers');
	expect(problems).toEqual([]);
});

test('arrow keys move from the field to a result and back, and Enter opens a page', async () => {
	const { page } = await openPage({ path: '/concepts/tenants/' });
	await page.keyboard.press('Control+k');
	await page.keyboard.type('glossary');
	const first = page.locator(firstResult).first();
	await first.waitFor();
	await page.keyboard.press('ArrowDown');
	expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
	await page.keyboard.press('ArrowUp');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-search-words');
	const address = await first.evaluate((link) => (link as HTMLAnchorElement).href);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.waitForURL(address);
});

test('closes by Escape, by its button and by the shortcut, and returns focus', async () => {
	const { page } = await openPage({ path: '/concepts/tenants/' });
	const open = page.locator('site-search .open');
	const isOpen = () =>
		page.locator(dialog).evaluate((element) => (element as HTMLDialogElement).open);
	const ways = [
		() => page.keyboard.press('Escape'),
		// From a filled field, too: a search field would take the key to empty itself.
		async () => {
			await page.keyboard.type('tenant');
			await page.keyboard.press('Escape');
		},
		() => page.getByRole('button', { name: 'Close', exact: true }).click(),
		() => page.keyboard.press('Control+k'),
	];
	for (const close of ways) {
		await open.click();
		expect(await isOpen()).toBe(true);
		await close();
		expect(await isOpen()).toBe(false);
		expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
	}
});

test.each([
	['the index', '**/pagefind/**', '/pagefind/pagefind.js'],
	['the search', '**/search.js*', '/search.js'],
])('says so when %s cannot be fetched, and tries again', async (_, pattern, script) => {
	const { page } = await openPage({ path: '/concepts/tenants/' });
	const requests = indexRequests(page);
	await page.context().route(pattern, (route) => route.abort());
	// The status also says that it searches: only what has failed is tried again.
	const failed = page
		.context()
		.waitForEvent('requestfailed', (request) => request.url().includes(script));
	await page.keyboard.press('Control+k');
	await page.keyboard.type('tenant');
	await failed;
	const status = page.locator(`${dialog} [role=status]`);
	await expect.poll(() => status.textContent()).toMatch(/\S/);
	await page.context().unroute(pattern);
	await page.keyboard.type('s');
	await page.locator(firstResult).first().waitFor();
	// Firefox and WebKit remember that the script of an address could not be fetched: each try has its own.
	const tries = requests.filter((address) => address.includes(script));
	expect(tries.length).toBeGreaterThan(1);
	expect(new Set(tries).size).toBe(tries.length);
});

test('says which words no page has, and finds the others', async () => {
	const { page } = await openPage({ path: '/' });
	await page.keyboard.press('Control+k');
	await page.keyboard.type('tenant xylophone');
	await page.locator(firstResult).first().waitFor();
	const status = page.locator(`${dialog} [role=status]`);
	await expect.poll(() => status.textContent()).toContain('without “xylophone”');
});

test('offers a known word for a misspelt one, and searches for it', async () => {
	const { page } = await openPage({ path: '/' });
	await page.keyboard.press('Control+k');
	await page.keyboard.type('kuberntes');
	await page.getByRole('button', { name: 'kubernetes' }).click();
	await page.locator(firstResult).first().waitFor();
	expect(await page.locator('site-search input').inputValue()).toBe('kubernetes');
	expect(await page.locator(`${dialog} .spelling`).isVisible()).toBe(false);
});

test('offers the guide and the glossary where nothing is found, and not beside results', async () => {
	const { page } = await openPage({ path: '/' });
	await page.keyboard.press('Control+k');
	await page.keyboard.type('tenant');
	await page.locator(firstResult).first().waitFor();
	const likely = page.locator(`${dialog} .likely`);
	expect(await likely.isVisible()).toBe(false);
	await page.locator('site-search input').fill('xylophone');
	await likely.waitFor();
	const places = await likely
		.locator('a')
		.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
	expect(places.filter((path) => /\/guide\/$|\/glossary\/$/.test(path))).toHaveLength(2);
});

test('a result leads to the section that it names', async () => {
	const { page } = await openPage({ path: '/' });
	await page.keyboard.press('Control+k');
	await page.keyboard.type('rollback');
	const first = page.locator(firstResult).first();
	await first.waitFor();
	const name = await first.locator('strong').textContent();
	await first.click();
	await page.waitForURL(/#/);
	const heading = await page.evaluate(
		() => document.getElementById(location.hash.slice(1))?.textContent ?? '',
	);
	expect(name).toContain(heading.trim());
});

test('shows more pages, and moves focus to the first of them', async () => {
	const { page } = await openPage({ path: '/' });
	await page.keyboard.press('Control+k');
	await page.keyboard.type('instance');
	const items = page.locator(`${dialog} ol > li`);
	await items.first().waitFor();
	const before = await items.count();
	await page.getByRole('button', { name: 'Show more' }).click();
	expect(await items.count()).toBeGreaterThan(before);
	expect(
		await items
			.nth(before)
			.locator('a')
			.first()
			.evaluate((link) => link === document.activeElement),
	).toBe(true);
});

test('is offered on the 404 page', async () => {
	const { page } = await openPage({ path: '/no-such-page/' });
	await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
	expect(
		await page.locator(dialog).evaluate((element) => (element as HTMLDialogElement).open),
	).toBe(true);
});

test.each([
	['dev prod', /instances|tenants|namespaces|promotion|decision/],
	['sandbox', /instances|tenants|engineer|glossary/],
	['customer isolation', /tenants|tenant-per-group|compare|customers|editions/],
	['staging tenant', /tenants|disagreements|instance-per-stage|mistakes/],
])('finds “%s” where it is treated, among the first results', async (words, where) => {
	const { page } = await openPage({ path: '/' });
	await page.keyboard.press('Control+k');
	await page.keyboard.type(words);
	await page.locator(firstResult).first().waitFor();
	const found = await page
		.locator(firstResult)
		.evaluateAll((links) => links.slice(0, 6).map((link) => (link as HTMLAnchorElement).pathname));
	expect(
		found.filter((path) => where.test(path)),
		String(found),
	).not.toEqual([]);
});
