/** Finds a Chromium for the tests, or installs one. `node tools/lib/browser.ts` prints its path. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';

/** Switches that every browser starts with: it requests nothing but the pages under test. */
export const launchOptions: LaunchOptions = {
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	],
};

const findProgram: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
	darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
		`${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
		`${folder}/Chromium.app/Contents/MacOS/Chromium`,
		`${folder}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
	]),
	linux: [
		'/usr/bin/chromium',
		'/usr/bin/google-chrome-stable',
		'/usr/bin/google-chrome',
		'/opt/google/chrome/chrome',
		'/usr/bin/chromium-browser',
		'/snap/bin/chromium',
	],
	win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
		.flatMap((variable) => process.env[variable] ?? [])
		.flatMap((folder) => [
			`${folder}\\Google\\Chrome\\Application\\chrome.exe`,
			`${folder}\\Chromium\\Application\\chrome.exe`,
			`${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
		]),
};

/**
 * The path of a Chromium that starts: `CHROME_PATH`, an installed one or Playwright's; otherwise downloads or installs one.
 * @throws when none is found and none can be installed; the message says what to do
 */
export function findBrowser(): string {
	const chosen = process.env['CHROME_PATH'];
	if (chosen) {
		if (starts(chosen)) return chosen;
		throw new Error(
			`CHROME_PATH is ${chosen}, which does not start: set it to a Chromium or Chrome.`,
		);
	}
	const found = lookAround();
	if (found) return found;

	console.error('No Chromium found: downloading the one for Playwright.');
	const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');
	run(process.execPath, [playwright, 'install', '--no-shell', 'chromium']);
	const downloaded = lookAround();
	if (downloaded) return downloaded;

	if (isDebian() && process.getuid?.() === 0) {
		console.error("That did not work: installing Debian's package.");
		run('apt-get', ['update', '-q']);
		run('apt-get', [
			'install',
			'-y',
			'-q',
			'--no-install-recommends',
			'chromium',
			'fonts-liberation',
		]);
		const packaged = lookAround();
		if (packaged) return packaged;
	}
	throw new Error(`The browser tests need a Chromium: run \`${advice()}\`, or set CHROME_PATH.`);
}

function lookAround(): string | undefined {
	return [...(findProgram[process.platform] ?? []), chromium.executablePath()].find(starts);
}

/** Whether the program exists and starts: on a bare machine a downloaded one lacks system libraries. */
function starts(path: string): boolean {
	if (!existsSync(path)) return false;
	// On Windows `--version` opens a window instead of answering.
	if (process.platform === 'win32') return true;
	return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0;
}

function run(command: string, args: readonly string[]): void {
	spawnSync(command, args, {
		stdio: ['ignore', process.stderr, process.stderr],
		timeout: 300_000,
		env: {
			...process.env,
			DEBIAN_FRONTEND: 'noninteractive',
			PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
		},
	});
}

function isDebian(): boolean {
	return (
		existsSync('/etc/os-release') &&
		/^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
	);
}

function advice(): string {
	return isDebian() ? 'sudo apt-get install chromium' : 'npx playwright install chromium';
}

if (import.meta.main) console.log(findBrowser());
