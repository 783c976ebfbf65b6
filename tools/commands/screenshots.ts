/**
 * Saves pictures of the built site to `screenshots/`: every state of `screenshot-states.ts` in light, dark, on a phone
 * and on paper. `node tools/commands/screenshots.ts [prefix…]` takes only the states whose names start with one of the prefixes.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright';
import { findBrowser } from '../lib/browser.ts';
import { root } from '../lib/root.ts';
import { base, dist } from '../lib/site.ts';
import { type State, states } from './screenshot-states.ts';
import { serve } from './serve.ts';

const variants: Readonly<Record<string, BrowserContextOptions & { readonly print?: true }>> = {
	light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
	dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
	phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true },
	// The width of an A4 page between its margins.
	print: { viewport: { width: 718, height: 1000 }, colorScheme: 'light', print: true },
};

const folder = resolve(root, 'screenshots');

async function take(
	browser: Browser,
	origin: string,
	state: State,
	variant: string,
): Promise<void> {
	const { print, ...options } = variants[variant] ?? {};
	const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
	const page = await context.newPage();
	await page.goto(origin + base.replace(/\/$/, '') + state.path, { waitUntil: 'networkidle' });
	for (const name of state.press ?? [])
		await page.getByRole('main').getByRole('button', { name, exact: true }).click();
	if (print) await page.emulateMedia({ media: 'print' });
	// Content that is rendered only when near the window would be missing.
	await page.evaluate(() => delete document.documentElement.dataset['farWaits']);
	await page.screenshot({
		path: join(folder, `${state.name}.${variant}.png`),
		fullPage: true,
		animations: 'disabled',
	});
	await context.close();
}

const wanted = process.argv.slice(2);
const chosen = states.filter(
	({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
);
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const server = await serve(dist, base);
const browser = await chromium.launch(await findBrowser());
try {
	for (const state of chosen) {
		for (const variant of Object.keys(variants)) await take(browser, server.origin, state, variant);
		console.log(state.name);
	}
} finally {
	await browser.close();
	await server.close();
}
console.log(`${chosen.length * Object.keys(variants).length} pictures in ${folder}`);
