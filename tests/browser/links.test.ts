import { describe, expect, inject, test } from 'vitest';
import { redirectPage } from '../../tools/integrations/addresses/redirect-page.ts';
import { policyFor } from '../../tools/integrations/csp.ts';
import { base } from '../../tools/lib/site.ts';
import { addressOf, openContext, openPage, visit } from '../support/browser/page.ts';
import { withBase } from '../support/built.ts';

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

test('a link to a place copies its full address without the query, and says so', async () => {
	const context = await openContext();
	await context.grantPermissions(clipboard.permissions);
	const { page } = await visit(await context.newPage(), '/reference/glossary/?utm_source=chat');
	await page.getByRole('main').getByRole('link', { name: 'Tenant', exact: true }).click();
	await page.getByRole('status').filter({ hasText: 'copied' }).waitFor();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(addressOf('/reference/glossary/#tenant'));
	expect(new URL(page.url()).hash).toBe('#tenant');
});

test('a link to a heading copies its full address too', async () => {
	const context = await openContext();
	await context.grantPermissions(clipboard.permissions);
	const { page } = await visit(await context.newPage(), '/concepts/tenants/');
	await page.locator('a.sl-anchor-link[href="#when"]').click();
	await page.getByRole('status').filter({ hasText: 'copied' }).waitFor();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(addressOf('/concepts/tenants/#when'));
});

test('without a clipboard the link still leads to its place and says where the address is', async () => {
	const { page, problems } = await openPage({
		path: '/reference/glossary/',
		before: "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
	});
	await page.getByRole('main').getByRole('link', { name: 'Tenant', exact: true }).click();
	await page.getByRole('status').filter({ hasText: 'address bar' }).waitFor();
	expect(new URL(page.url()).hash).toBe('#tenant');
	expect(problems).toEqual([]);
});

test.each([
	['an unknown place', '#no-such-place', true],
	['a long unknown place', `#${'x'.repeat(3000)}`, true],
	['a place with broken encoding', '#%E0%A4%A', true],
	['no place', '#', false],
	['the top', '#_top', false],
	['words instead of a place', '#:~:text=tenant', false],
	['a place that is there', '#when', false],
])('an address with %s is spoken of only when nothing is found', async (_what, hash, expected) => {
	const { page, problems } = await openPage({ path: `/concepts/tenants/${hash}` });
	const note = page.locator('[data-lost]');
	expect(await note.isVisible()).toBe(expected);
	if (expected) {
		await note.getByRole('button', { name: 'Search' }).click();
		expect(await page.getByRole('dialog').isVisible()).toBe(true);
	}
	expect(problems).toEqual([]);
});

test('a link to an unknown place on the page shows a note, which can be closed', async () => {
	const { page } = await openPage({ path: '/concepts/tenants/' });
	const note = page.locator('[data-lost]');
	await page.evaluate(() => {
		location.hash = 'no-such-place';
	});
	await note.waitFor({ state: 'visible' });
	await note.getByRole('button', { name: 'Close' }).click();
	expect(await note.isVisible()).toBe(false);
});

test('an old place leads to its new one, and the query is kept on the same page', async () => {
	const context = await openContext();
	await context.route('**/concepts/tenants/**', async (route) => {
		const response = await route.fetch();
		const moved = JSON.stringify({
			old: `${base}concepts/tenants/#when`,
			gone: `${base}concepts/instances/#when`,
		});
		const body = (await response.text()).replace(/data-lost="[^"]*"/, `data-lost='${moved}'`);
		await route.fulfill({ response, body });
	});
	const { page } = await visit(await context.newPage(), '/concepts/tenants/?q=1#old');
	await page.waitForURL(addressOf('/concepts/tenants/?q=1#when'));
	await page.evaluate(() => {
		location.hash = 'gone';
	});
	await page.waitForURL(addressOf('/concepts/instances/#when'));
	expect(await page.locator('[data-lost]').isVisible()).toBe(false);
});

const redirects = {
	'/old/': '/concepts/tenants/',
	'/old/#moved': '/concepts/instances/#when',
	'/older/': '/concepts/tenants/#customers',
};

describe.each([true, false])('with script: %s', (javaScript) => {
	test.each([
		['/old/?a=1&b=2#when', '/concepts/tenants/?a=1&b=2#when', '/concepts/tenants/'],
		['/old/#moved', '/concepts/instances/#when', '/concepts/tenants/'],
		['/older/?a=1', '/concepts/tenants/?a=1#customers', '/concepts/tenants/#customers'],
		['/older/#when', '/concepts/tenants/#when', '/concepts/tenants/#customers'],
	])('the old page %s leads on', async (from, withScript, without) => {
		const context = await openContext({ javaScript });
		await context.route(/\/old(er)?\//, (route) => {
			const path = `/${route.request().url().includes('/older/') ? 'older' : 'old'}/`;
			const html = redirectPage(redirects, path, { site: inject('origin'), base });
			const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`;
			const body = html.replace('<meta charset="utf-8">', `$&${policy}`);
			return route.fulfill({ contentType: 'text/html', body });
		});
		const page = await context.newPage();
		const problems: string[] = [];
		page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
		await page.goto(addressOf(from)).catch(() => undefined);
		await page.waitForURL(addressOf(javaScript ? withScript : without));
		expect(problems).toEqual([]);
	});
});

test('the note on an unknown place is put into a live region that was there before', async () => {
	const { page } = await openPage({ path: '/concepts/tenants/' });
	await page.evaluate(() => {
		const region = document.querySelector('[data-lost] [role="status"]')!;
		const seen: boolean[] = [];
		Object.assign(window, { seen });
		new MutationObserver(() => seen.push((region as HTMLElement).checkVisibility())).observe(
			region,
			{
				childList: true,
				characterData: true,
				subtree: true,
			},
		);
		const style = getComputedStyle(region.parentElement!);
		Object.assign(window, { before: style.display });
	});
	expect(await page.evaluate(() => (window as never as { before: string }).before)).not.toBe(
		'none',
	);
	await page.evaluate(() => {
		location.hash = '#no-such-place';
	});
	await page.getByText('There is no section “no-such-place” on this page.').waitFor();
	await page.getByRole('button', { name: 'Close' }).click();
	expect(await page.getByText('There is no section').count()).toBe(0);
	expect(await page.locator('[data-lost]').isVisible()).toBe(false);
});

test.each(['#when).', '#when.', '#when%22', '#when”,'])(
	'a link with %s at its end leads to the section',
	async (hash) => {
		const { page } = await openPage({ path: `/concepts/tenants/${hash}` });
		await expect.poll(() => new URL(page.url()).hash).toBe('#when');
		expect(await page.locator('[data-lost]').isVisible()).toBe(false);
	},
);

test.each([
	['/concepts/tenants/%23when', '/concepts/tenants/#when'],
	['/guide/%3Fedition=enterprise', '/guide/?edition=enterprise'],
	['/GUIDE/?edition=enterprise', '/guide/?edition=enterprise'],
])(
	'the page for unknown addresses offers for %s the address that was meant',
	async (sent, meant) => {
		const { page } = await openPage({ path: sent });
		const link = page.getByRole('status').getByRole('link');
		expect(await link.getAttribute('href')).toBe(withBase(meant));
		await link.click();
		await page.waitForURL(addressOf(meant));
	},
);

test('the page for unknown addresses offers nothing for an address that nobody can mend', async () => {
	const { page } = await openPage({ path: '/no-such-page/' });
	expect(await page.locator('[data-mended]').isVisible()).toBe(false);
	expect(await page.locator('[data-mended] a').count()).toBe(0);
});
