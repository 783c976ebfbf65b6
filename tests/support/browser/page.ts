import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, inject, onTestFinished } from 'vitest';
import { base } from '../../../tools/lib/site.ts';

/** How a page is opened; every field has a default. */
export interface Opening {
	/** Root-relative, without the base: `/guide/?impact=critical`. */
	readonly path?: string;
	readonly javaScript?: boolean;
	/** Size of the window, in CSS pixels. */
	readonly width?: number;
	readonly height?: number;
	readonly colorScheme?: 'light' | 'dark';
	readonly reducedMotion?: 'reduce' | 'no-preference';
	readonly forcedColors?: 'active' | 'none';
	/** Patterns of addresses whose requests fail, such as `**\/_astro/*.js`. */
	readonly blocked?: readonly string[];
	/** Runs in the page before its own scripts. */
	readonly before?: string;
	/** Prepares the context before the page is opened: routes, permissions. */
	readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

/** A loaded page, and its problems so far. */
export interface Opened {
	readonly page: Page;
	/** Uncaught errors, console messages of level error, and requests to any other site. */
	readonly problems: readonly string[];
}

let shared: Promise<Browser> | undefined;

/** The browser that all tests share. Throws when there is none; the message says how to install one. */
export function sharedBrowser(): Promise<Browser> {
	const browser = inject('browser');
	if ('missing' in browser) throw new Error(browser.missing);
	shared ??= chromium.connect(browser.endpoint);
	return shared;
}

/**
 * A separate browser, for what the shared one cannot do; closed when the test ends.
 * @param ignored Playwright's command line switches to leave out
 */
export async function ownBrowser(ignored: readonly string[] = []): Promise<Browser> {
	const browser = inject('browser');
	if ('missing' in browser) throw new Error(browser.missing);
	const own = await chromium.launch({ ...browser.options, ignoreDefaultArgs: [...ignored] });
	onTestFinished(() => own.close());
	return own;
}

/** The full address of a root-relative one, on the site under test. */
export function addressOf(path: string): string {
	return inject('origin') + base.replace(/\/$/, '') + path;
}

/**
 * Opens a page of the site in a fresh context, waits until it is loaded, and closes both when the test ends.
 * @param opening differences from the default: the home page on a laptop, in light mode, with script
 */
export async function openPage(opening: Opening = {}): Promise<Opened> {
	const context = await openContext(opening);
	return visit(await context.newPage(), opening.path ?? '/');
}

/**
 * One window for all tests of a file, which open one page after another in it: for tests that only look at pages.
 * Call it outside of tests; the window closes after the last.
 */
export function oneWindow(opening: Omit<Opening, 'path'> = {}): (path: string) => Promise<Opened> {
	let page: Page | undefined;
	afterAll(() => page?.context().close());
	return async (path) => {
		page ??= await (await newContext(opening)).newPage();
		page.removeAllListeners();
		return visit(page, path);
	};
}

/** Like `oneWindow`, for several tests in a row about each page: it loads a page once for all of them. */
export function onePageAtATime(
	opening: Omit<Opening, 'path'> = {},
): (path: string) => Promise<Opened> {
	const open = oneWindow(opening);
	let shown: { readonly path: string; readonly opened: Opened } | undefined;
	return async (path) => {
		if (shown?.path !== path) shown = { path, opened: await open(path) };
		return shown.opened;
	};
}

/** A fresh context like that of `openPage`, for tests that open several pages, or open one later. */
export async function openContext(opening: Opening = {}): Promise<BrowserContext> {
	const context = await newContext(opening);
	onTestFinished(() => context.close());
	return context;
}

async function newContext(opening: Opening): Promise<BrowserContext> {
	const browser = await sharedBrowser();
	const context = await browser.newContext({
		javaScriptEnabled: opening.javaScript ?? true,
		viewport: { width: opening.width ?? 1280, height: opening.height ?? 800 },
		colorScheme: opening.colorScheme ?? 'light',
		reducedMotion: opening.reducedMotion ?? 'no-preference',
		forcedColors: opening.forcedColors ?? 'none',
	});
	for (const pattern of opening.blocked ?? [])
		await context.route(pattern, (route) => route.abort());
	if (opening.before) await context.addInitScript({ content: opening.before });
	await opening.prepare?.(context);
	return context;
}

/** Opens an address in an existing page, and records its problems from then on. */
export async function visit(page: Page, path: string): Promise<Opened> {
	const problems: string[] = [];
	page.setDefaultTimeout(10_000);
	page.on('pageerror', (error) => problems.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
	});
	page.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && origin !== new URL(inject('origin')).origin)
			problems.push(`asked another site: ${request.url()}`);
	});
	await page.goto(addressOf(path), { waitUntil: 'load' });
	return { page, problems };
}
