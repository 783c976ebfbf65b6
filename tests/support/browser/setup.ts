import { chromium, type LaunchOptions } from 'playwright';
import type { TestProject } from 'vitest/node';
import { serve } from '../../../tools/commands/serve.ts';
import { findBrowser } from '../../../tools/lib/browser.ts';
import { base, dist } from '../../../tools/lib/site.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Scheme, host and port of the site under test. */
		origin: string;
		/** The shared browser's endpoint, and how to launch another like it. */
		browser: { endpoint: string; options: LaunchOptions } | { missing: string };
	}
}

/**
 * Serves the built site and starts one browser for all tests. `ORIGIN` names a running server to use instead.
 * Without a browser every test fails, none is skipped; the message says how to install one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const external = process.env['ORIGIN'];
	const server = external ? undefined : await serve(dist, base);
	project.provide('origin', external?.replace(/\/$/, '') ?? server?.origin ?? '');
	try {
		const options = await findBrowser();
		const browser = await chromium.launchServer(options);
		project.provide('browser', { endpoint: browser.wsEndpoint(), options });
		return async () => {
			await browser.close();
			await server?.close();
		};
	} catch (error) {
		project.provide('browser', { missing: error instanceof Error ? error.message : String(error) });
		return async () => server?.close();
	}
}
