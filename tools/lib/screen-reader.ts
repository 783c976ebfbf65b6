/** Orca, the screen reader of Linux desktops, with Firefox on a display of its own: keys in, spoken words out. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplay } from './display.ts';
import { findFirefox } from './engines.ts';
import { findProgram } from './find-program.ts';

/** The programs it needs, and the Debian package of each. */
const needs: Readonly<Record<string, string>> = {
	'firefox-esr': 'firefox-esr',
	Xvfb: 'xvfb',
	'dbus-daemon': 'dbus-x11',
	openbox: 'openbox',
	orca: 'orca',
	'speech-dispatcher': 'speech-dispatcher',
	xdotool: 'xdotool',
};

/** The Debian packages that are missing here, among them what no program of its own tells. */
export function missingPackages(): readonly string[] {
	const missing = Object.entries(needs)
		.filter(([program]) => !(program === 'firefox-esr' ? findFirefox() : findProgram(program)))
		.map(([, name]) => name);
	const launchers = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi-bus-launcher'];
	return launchers.some((path) => existsSync(path)) ? missing : [...missing, 'at-spi2-core'];
}

/** A page that is open in Firefox and read by Orca. */
export interface Reader {
	/** Presses a key, as xdotool names it, and returns what is said until it is quiet. */
	readonly press: (key: string) => Promise<readonly string[]>;
	/** What is said by itself when the page has opened; the rest of it is then stopped. */
	readonly opens: () => Promise<readonly string[]>;
	readonly close: () => Promise<void>;
}

/** It is quiet when nothing has been said for so long, in milliseconds; the longest that it listens. */
const quiet = 2500;
const longest = 15_000;

/** How often a key that does nothing is pressed, so that the log says all that was said. */
const flushes = 3;

/** The names of keys, which are said as they are pressed. */
const echoes = new Set(
	'tab,return,space,h,r,b,l,t,x,H,X,left control,left alt,left shift,down,right'.split(','),
);

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Opens an address in Firefox and reads it with Orca.
 * @throws when Firefox does not open a window
 */
export async function openWithReader(address: string): Promise<Reader> {
	const folder = mkdtempSync(join(tmpdir(), 'reader-'));
	const profile = join(folder, 'profile');
	for (const each of [profile, join(folder, 'config/speech-dispatcher'), join(folder, 'run')])
		mkdirSync(each, { recursive: true, mode: 0o700 });
	writeFileSync(
		join(profile, 'user.js'),
		[
			['accessibility.force_disabled', -1],
			['browser.aboutwelcome.enabled', false],
			['browser.shell.checkDefaultBrowser', false],
			['browser.startup.homepage_override.mstone', 'ignore'],
			['datareporting.policy.dataSubmissionEnabled', false],
			['toolkit.telemetry.reportingpolicy.firstRun', false],
			['network.captive-portal-service.enabled', false],
			['network.connectivity-service.enabled', false],
		]
			.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
			.join('\n'),
	);
	// Nothing is read before a key is pressed.
	mkdirSync(join(folder, 'data/orca'), { recursive: true });
	writeFileSync(
		join(folder, 'data/orca/user-settings.conf'),
		JSON.stringify({
			general: { startingProfile: ['Default', 'default'] },
			profiles: { default: { profile: ['Default', 'default'], sayAllOnLoad: false } },
			pronunciations: {},
			keybindings: {},
		}),
	);
	// A voice that says nothing aloud.
	writeFileSync(
		join(folder, 'config/speech-dispatcher/speechd.conf'),
		'AddModule "dummy" "sd_dummy" "dummy.conf"\nDefaultModule dummy\n',
	);
	const display = await startDisplay([1280, 900]);
	const started: ChildProcess[] = [display.child];
	const bus = spawn('dbus-daemon', ['--session', '--print-address', '--nofork', '--nopidfile'], {
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	started.push(bus);
	const busAddress = await new Promise<string>((done, fail) => {
		bus.stdout.once('data', (data: Buffer) => done(String(data).trim()));
		bus.once('error', fail).once('exit', () => fail(new Error('dbus-daemon does not start.')));
	});
	const env: NodeJS.ProcessEnv = {
		...process.env,
		DISPLAY: display.name,
		DBUS_SESSION_BUS_ADDRESS: busAddress,
		HOME: folder,
		XDG_CONFIG_HOME: join(folder, 'config'),
		XDG_DATA_HOME: join(folder, 'data'),
		XDG_CACHE_HOME: join(folder, 'cache'),
		XDG_RUNTIME_DIR: join(folder, 'run'),
		GDK_BACKEND: 'x11',
		GTK_MODULES: 'gail:atk-bridge',
		GNOME_ACCESSIBILITY: '1',
		MOZ_ENABLE_WAYLAND: '0',
		LANG: 'C.UTF-8',
	};
	const log = join(folder, 'orca.log');
	const run = (program: string, args: readonly string[]) => {
		const child = spawn(program, args, { env, stdio: 'ignore', detached: true });
		started.push(child);
		return child;
	};
	const close = async () => {
		for (const child of started.toReversed()) {
			// What a program has started ends with it.
			try {
				if (child.pid && child.spawnargs[0] !== 'Xvfb' && child !== bus) process.kill(-child.pid);
			} catch {}
			child.kill();
		}
		await pause(500);
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	const tool = (...args: readonly string[]) =>
		spawnSync('xdotool', args, { env, encoding: 'utf8' }).stdout.trim();
	// Without keys of its own: some are the screen reader's for the cells of a table.
	const windows = join(folder, 'openbox.xml');
	writeFileSync(
		windows,
		'<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>',
	);
	run('openbox', ['--config-file', windows]);
	run('orca', ['--replace', '--debug-file', log]);
	for (let waited = 0; waited < 100 && !existsSync(log); waited++) await pause(200);
	await pause(3000);
	run(findFirefox()!, ['--no-remote', '--profile', profile, '--kiosk', address]);
	let window = '';
	for (let waited = 0; waited < 150 && !window; waited++) {
		await pause(200);
		window = tool('search', '--onlyvisible', '--name', 'Firefox').split('\n').at(-1) ?? '';
	}
	if (!window) {
		await close();
		throw new Error('Firefox opens no window.');
	}
	tool('windowactivate', '--sync', window);
	tool('windowfocus', '--sync', window);

	const lines = () =>
		existsSync(log)
			? [...readFileSync(log, 'utf8').matchAll(/SPEECH OUTPUT: '(.*?)' ?(?:\{.*)?$/gm)].map(
					([, words]) => words!.trim(),
				)
			: [];
	let heard = 0;
	const listen = async (silence = quiet) => {
		const end = Date.now() + longest;
		let count = lines().length;
		for (let last = Date.now(); Date.now() - last < silence && Date.now() < end;) {
			await pause(100);
			const now = lines().length;
			if (now > count) last = Date.now();
			count = now;
		}
		const said = lines().slice(heard);
		heard += said.length;
		return said.filter((words) => words && !echoes.has(words));
	};
	/** Firefox tells a screen reader about a page some time after it has drawn it. */
	const opens = async () => {
		for (let waited = 0; waited < 300 && lines().length < 4; waited++) await pause(200);
		const said = await listen(2500);
		// A click into the margin gives the page the focus; the rest of it would be read aloud.
		tool('mousemove', '1272', '450', 'click', '1');
		tool('key', 'Control_L');
		await listen(4000);
		return said;
	};
	return {
		press: async (key) => {
			tool('key', key);
			const said = await listen();
			// The log is written in blocks, the last of which waits for more: a key that does nothing brings it.
			for (let times = 0; times < flushes; times++) tool('key', 'Control_L');
			return [...said, ...(await listen(1000))];
		},
		opens,
		close,
	};
}
