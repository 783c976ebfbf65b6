/** WebKit, driven by WebKitWebDriver: a small client of the W3C's WebDriver, over plain HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { startDisplay } from '../../../tools/lib/display.ts';
import { freePort } from '../../../tools/lib/server.ts';
import type { Driver, Engine } from './driver.ts';

export const webkitEngine: Engine = {
	name: 'webkit',
	cannot: {},
	start: async (folder) => startWebKit(folder),
};

/** The key under which WebDriver writes the reference of an element. */
const reference = 'element-6066-11e4-a52e-4f735466cecf';

/** WebDriver's characters for keys without one of their own. */
const characters: Readonly<Record<string, string>> = {
	Tab: '\ue004',
	Enter: '\ue006',
	Shift: '\ue008',
	Control: '\ue009',
	Alt: '\ue00a',
	Escape: '\ue00c',
	Space: ' ',
	End: '\ue010',
	Home: '\ue011',
	ArrowLeft: '\ue012',
	ArrowUp: '\ue013',
	ArrowRight: '\ue014',
	ArrowDown: '\ue015',
};

async function startWebKit(folder: string): Promise<Driver> {
	const processes: ChildProcess[] = [];
	const { child, name: display } = await startDisplay();
	processes.push(child);
	const port = await freePort();
	const env = {
		...process.env,
		DISPLAY: display,
		// Where it keeps its profile and its downloads.
		HOME: folder,
		XDG_CONFIG_HOME: folder,
		XDG_CACHE_HOME: `${folder}/cache`,
		XDG_DATA_HOME: `${folder}/data`,
		XDG_RUNTIME_DIR: folder,
		GDK_BACKEND: 'x11',
		LIBGL_ALWAYS_SOFTWARE: '1',
		NO_AT_BRIDGE: '1',
		GTK_A11Y: 'none',
	};
	mkdirSync(`${folder}/data`, { recursive: true });
	const server = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
	processes.push(server);
	const end = () => {
		for (const each of processes.toReversed()) each.kill();
	};
	const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => {
		const response = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
		});
		const { value } = (await response.json()) as { value: unknown };
		if (!response.ok) {
			const { error, message } = value as { error: string; message: string };
			throw new Error(`WebDriver ${path.replace(/^\/session\/[^/]*/, '')}: ${error} ${message}`);
		}
		return value;
	};
	for (let tried = 0; ; tried++) {
		const ready = await ask('GET', '/status').catch(() => undefined);
		if (ready) break;
		if (tried === 100) {
			end();
			throw new Error('WebKitWebDriver does not answer.');
		}
		await new Promise((done) => setTimeout(done, 100));
	}
	const { sessionId } = (await ask('POST', '/session', { capabilities: {} }).catch((error) => {
		end();
		throw error;
	})) as { sessionId: string };
	const get = (path: string) => ask('GET', `/session/${sessionId}${path}`);
	const post = (path: string, body?: unknown) => ask('POST', `/session/${sessionId}${path}`, body);
	const find = async (selector: string): Promise<string> => {
		const found = await post('/element', { using: 'css selector', value: selector });
		return (found as Record<string, string>)[reference]!;
	};
	const keys = (strokes: readonly (readonly string[])[]) =>
		post('/actions', {
			actions: [
				{
					type: 'key',
					id: 'keys',
					actions: strokes.flatMap((chord) => [
						...chord.map((value) => ({ type: 'keyDown', value })),
						...chord.toReversed().map((value) => ({ type: 'keyUp', value })),
					]),
				},
			],
		});
	await post('/timeouts', { implicit: 10_000, pageLoad: 30_000, script: 30_000 });
	return {
		open: async (address) => {
			await post('/url', { url: address });
		},
		back: async () => {
			await post('/back');
		},
		reload: async () => {
			await post('/refresh');
		},
		click: async (selector) => {
			// An element may be drawn anew, or moved, between the two requests.
			for (let tried = 0; ; tried++)
				try {
					const sought = JSON.stringify(selector);
					const script = `document.querySelector(${sought})?.scrollIntoView({ block: 'center' })`;
					await post('/execute/sync', { script, args: [] });
					await post(`/element/${await find(selector)}/click`);
					return;
				} catch (error) {
					if (tried === 5) throw error;
					await new Promise((done) => setTimeout(done, 200));
				}
		},
		press: async (...chords) => {
			for (const chord of chords)
				await keys([chord.split('+').map((key) => characters[key] ?? key)]);
		},
		type: async (text) => {
			await keys([...text].map((character) => [character]));
		},
		evaluate: async (expression) => {
			const answer = await post('/execute/sync', { script: `return (${expression})`, args: [] });
			return answer ?? undefined;
		},
		frame: async (selector) => {
			await post('/frame', { id: null });
			if (selector) await post('/frame', { id: { [reference]: await find(selector) } });
		},
		resize: async (width, height) => {
			// The size that can be set is the window's; what is around the page is measured.
			for (let tried = 0; tried < 3; tried++) {
				const [inner, outer] = (await Promise.all([
					post('/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] }),
					get('/window/rect'),
				])) as [[number, number], { width: number; height: number }];
				if (inner[0] === width && inner[1] === height) return;
				await post('/window/rect', {
					x: 0,
					y: 0,
					width: outer.width - inner[0] + width,
					height: outer.height - inner[1] + height,
				});
			}
		},
		screenshot: async () => Buffer.from(String(await get('/screenshot')), 'base64'),
		close: async () => {
			await ask('DELETE', `/session/${sessionId}`).catch(() => {});
			end();
		},
	};
}
