import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { first, steps } from '../support/answers.ts';
import { begun } from '../support/browser/addresses.ts';
import { violations } from '../support/browser/axe.ts';
import { addressOf, type Opening, openContext, openPage } from '../support/browser/page.ts';
import { pages } from '../support/built.ts';

const embeds = pages.filter(({ path }) => path.startsWith('/embed/')).map(({ path }) => path);

/** Makes storage throw, as browsers do in frames of other sites. */
const refuseStorage = `
for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
	Object.defineProperty(window, name, {
		configurable: true,
		get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
	});
`;

/** The snippet that a page offers to paste, with the address of the site under test. */
function snippet(): string {
	const page = pages.find(({ path }) => path === '/reference/embedding/');
	const code = page?.root
		.querySelectorAll('[data-code]')
		.map((element) => element.getAttribute('data-code') ?? '')
		.find((text) => text.includes('<iframe'));
	// Expressive Code stores line ends as this character.
	const lines = (code ?? '').replaceAll('\u007f', '\n');
	const site = new URL(/src="([^"]+)"/.exec(lines)?.[1] ?? '').origin;
	return lines.replaceAll(site, inject('origin'));
}

/** A page on another origin with the snippet in it. */
async function host(changes: (html: string) => string, opening: Opening = {}) {
	const html = `<!doctype html><html lang="en"><title>Intranet</title><h1>Intranet</h1>${changes(snippet())}`;
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
	const context = await openContext(opening);
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});
	await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	return { context, page, problems, frame: page.frameLocator('iframe') };
}

test('there are pages for frames', () => {
	expect(embeds.length).toBe(4);
});

test('the guide works in a frame on another site that refuses storage', async () => {
	const { page, frame, problems } = await host((html) => html, { before: refuseStorage });
	const question = frame.locator('[data-guide="question"]');
	await question.waitFor();
	for (let asked = 0; asked < 12; asked++) {
		if (await frame.locator('[data-guide="result"]').isVisible()) break;
		const id = await question.getAttribute('data-question');
		await question.getByRole('radio').first().check();
		await frame.getByRole('button', { name: 'Continue' }).click();
		await frame
			.locator(`[data-guide="result"], [data-guide="question"]:not([data-question="${id}"])`)
			.first()
			.waitFor();
	}
	expect(await frame.locator('[data-guide="result"]').isVisible()).toBe(true);
	expect(await page.title()).toBe('Intranet');
	expect(problems).toEqual([]);
});

test('the guide works in a sandboxed frame without an origin of its own', async () => {
	const { frame, problems } = await host((html) =>
		html.replace('<iframe', '<iframe sandbox="allow-scripts allow-forms"'),
	);
	const question = frame.locator('[data-guide="question"]');
	await question.waitFor();
	const first = await question.getAttribute('data-question');
	await question.getByRole('radio').first().check();
	await frame.getByRole('button', { name: 'Continue' }).click();
	await frame.locator(`[data-guide="question"]:not([data-question="${first}"])`).waitFor();
	expect(problems).toEqual([]);
});

test('where the host keeps its scripts to itself, a sandboxed frame says what it must be allowed', async () => {
	const { frame } = await host(
		(html) => html.replace('<iframe', '<iframe sandbox="allow-scripts allow-forms"'),
		{
			prepare: (context) =>
				context.route('**/_astro/*.js', async (route) => {
					const response = await route.fetch();
					const headers = { 'access-control-allow-origin': 'https://elsewhere.test' };
					await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
				}),
		},
	);
	const notice = frame.getByText('allow-same-origin');
	await notice.waitFor();
	expect(await frame.getByRole('button', { name: 'Reload the page' }).isVisible()).toBe(false);
});

test('the snippet keeps the frame as high as its content', async () => {
	const { page, frame } = await host((html) => html);
	await frame.locator('[data-guide="question"]').waitFor();
	await expect
		.poll(async () => {
			const inside = await frame
				.locator('html')
				.evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
			const outside = await page.locator('iframe').evaluate((element) => element.clientHeight);
			return outside - inside;
		})
		.toBe(0);
});

test('the frame takes answers and colour theme from its address', async () => {
	const { frame, problems } = await host((html) =>
		html.replace('?theme=light', `?theme=dark&amp;${begun}&amp;set=${first.id}`),
	);
	await frame.locator(`[data-guide="question"][data-question="${steps[1][0]}"]`).waitFor();
	expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
	expect(await frame.locator('body').innerText()).toContain('Set by the link');
	expect(problems).toEqual([]);
});

test('links in a frame open in a new tab', async () => {
	const { context, page, frame } = await host((html) =>
		html.replace('/embed/guide/', '/embed/check/tenants/'),
	);
	const opened = context.waitForEvent('page');
	await frame.getByRole('link', { name: 'When to use several tenants' }).click();
	expect((await opened).url()).toContain('/concepts/tenants/');
	expect(await page.title()).toBe('Intranet');
});

test('the demonstration follows the height of its content and the theme of the site', async () => {
	const { page, problems } = await openPage({ path: '/reference/embedding/', colorScheme: 'dark' });
	const element = page.locator('embed-demo iframe');
	await element.scrollIntoViewIfNeeded();
	const frame = page.frameLocator('embed-demo iframe');
	await frame.locator('[data-guide="question"]').waitFor();
	expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
	await expect.poll(() => element.evaluate((node) => node.style.height)).toMatch(/^\d+px$/);
	expect(problems).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
	test.each(embeds)(
		'%s breaks no rule of WCAG 2.2 AA and does not scroll sideways',
		async (path) => {
			const { page, problems } = await openPage({ path: `${path}?theme=${theme}`, width: 320 });
			await page.locator('[data-guide="question"]').waitFor();
			expect(await violations(page)).toEqual([]);
			const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
			expect(scrollWidth).toBe(clientWidth);
			expect(problems).toEqual([]);
		},
	);
});

test.each(embeds)('%s is for frames, not for search engines', async (path) => {
	const { root } = pages.find((page) => page.path === path)!;
	expect(root.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
	const canonical = root.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
	expect(canonical).not.toContain('/embed/');
	expect(root.querySelectorAll('header, nav, footer, site-search')).toHaveLength(0);
	expect(addressOf(path)).toContain('/embed/');
});
