/** Finds a Chromium for the tests, or downloads Playwright's. `node tools/lib/browser.ts` does so and prints which. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';
import { findProgram } from './find-program.ts';

/** Switches that every browser starts with: it requests nothing but the pages under test. */
const switches: readonly string[] = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Features that are left out, and the switch for them: a full Chromium prepares lists of suggestions for each window, in two processes that cost
 * more than the page.
 */
const leaveOut = '--disable-features=';
const features: readonly string[] = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Names of an installed Chromium on the path of programs, best first. */
const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Playwright's full browser: its headless shell would be another download. */
const own: LaunchOptions = { channel: 'chromium' };

/**
 * How to launch a Chromium that starts here: the one of `CHROME_PATH`, or else an installed one, or Playwright's, or
 * the Chrome or Edge where their installers put them. Without any, Playwright's is downloaded; nothing else is installed.
 * @throws when none starts; the message says what to do
 */
export async function findBrowser(): Promise<LaunchOptions> {
	const chosen = process.env['CHROME_PATH'];
	if (chosen) {
		const options = await firstThatStarts([{ executablePath: chosen }]);
		if (options) return options;
		throw new Error(
			`CHROME_PATH is ${chosen}, which does not start: set it to a Chromium or Chrome.`,
		);
	}
	const installed = programs.flatMap((name) => findProgram(name) ?? []);
	const found = await firstThatStarts([
		...installed.map((executablePath) => ({ executablePath })),
		own,
		{ channel: 'chrome' },
		{ channel: 'msedge' },
	]);
	if (found) return found;
	console.error('No Chromium found: downloading the one for Playwright.');
	const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');
	spawnSync(process.execPath, [playwright, 'install', '--no-shell', 'chromium'], {
		stdio: ['ignore', process.stderr, process.stderr],
		timeout: 300_000,
		env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
	});
	const downloaded = await firstThatStarts([own]);
	if (downloaded) return downloaded;
	throw new Error(
		'The browser tests need a Chromium that starts. Install Chromium or Chrome as usual on your system, ' +
			'run `npx playwright install --with-deps chromium`, or set CHROME_PATH to one.',
	);
}

/** The first of several ways to launch a browser with which one starts. */
async function firstThatStarts(ways: readonly LaunchOptions[]): Promise<LaunchOptions | undefined> {
	for (const way of ways) {
		try {
			const server = await chromium.launchServer({ ...way, args: [...switches] });
			// Of two such switches the last counts, so it goes on with what Playwright leaves out.
			const list = server.process().spawnargs.find((argument) => argument.startsWith(leaveOut));
			await server.close();
			const all = [...(list?.slice(leaveOut.length).split(',') ?? []), ...features];
			return { ...way, args: [...switches, leaveOut + all.join(',')] };
		} catch {}
	}
	return undefined;
}

if (import.meta.main) {
	const { executablePath, channel } = await findBrowser();
	console.log(executablePath ?? channel);
}
