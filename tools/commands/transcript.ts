/**
 * Writes down what the screen reader Orca says of the guide, a result and the matrix in Firefox:
 * `node tools/commands/transcript.ts [name…]`. Needs a built site. The texts are kept in `src/content/transcripts`, to be
 * read by people; what is said depends on versions and on time, so no test compares them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customers } from '../../tests/support/browser/addresses.ts';
import { root } from '../lib/root.ts';
import { missingPackages, openWithReader } from '../lib/screen-reader.ts';
import { base, dist } from '../lib/site.ts';
import { serve } from './serve.ts';

/** What a reader does: keys as xdotool names them, each with the words for it. */
type Step = readonly [key: string, does: string];

const tab: Step = ['Tab', 'Tab'];
const heading: Step = ['h', 'H, the next heading'];
const down: Step = ['Down', 'Down, the next line'];

const walks: Readonly<Record<string, { readonly path: string; readonly steps: readonly Step[] }>> =
	{
		guide: {
			path: '/guide/',
			steps: [
				tab,
				['Return', 'Enter'],
				['r', 'R, the next radio button'],
				['Tab', 'Tab, to the next control'],
				['Return', 'Enter: Continue without a choice'],
				tab,
				['Return', 'Enter: the link of the message'],
				['space', 'Space: choose'],
				tab,
				['Return', 'Enter: Continue'],
				down,
				down,
				['shift+h', 'Shift+H, the heading before'],
			],
		},
		result: {
			path: `/guide/?${customers}`,
			steps: [
				heading,
				heading,
				down,
				down,
				['b', 'B, the next button'],
				['Return', 'Enter'],
				['r', 'R, the next radio button'],
				['Down', 'Down'],
				['space', 'Space'],
				['l', 'L, the next list'],
				heading,
				['Return', 'Enter'],
				down,
				heading,
			],
		},
		matrix: {
			path: '/concepts/compare/',
			steps: [
				['t', 'T, the next table'],
				['alt+shift+Down', 'the cell below'],
				['alt+shift+Right', 'the cell to the right'],
				['alt+shift+Right', 'the cell to the right'],
				['alt+shift+Down', 'the cell below'],
				['x', 'X, the next check box'],
				['shift+x', 'Shift+X, the check box before'],
				['space', 'Space'],
			],
		},
	};

const missing = missingPackages();
if (missing.length > 0) {
	console.error(
		`The transcript needs Debian packages that are not installed: apt-get install ${missing.join(' ')}`,
	);
	process.exit(1);
}

const folder = join(root, 'src/content/transcripts');
mkdirSync(folder, { recursive: true });
const names = process.argv.slice(2);
const site = await serve(dist, base);
try {
	for (const [name, { path, steps }] of Object.entries(walks)) {
		if (names.length > 0 && !names.includes(name)) continue;
		const reader = await openWithReader(site.origin + base.replace(/\/$/, '') + path);
		try {
			const text = [`Page: ${path}`, '', 'The page opens.'];
			const say = (said: readonly string[]) =>
				text.push(...said.map((words) => `    ${words}`), '');
			say((await reader.opens()).slice(0, 40));
			for (const [key, does] of steps) {
				text.push(`${does}.`);
				say(await reader.press(key));
			}
			writeFileSync(join(folder, `${name}.txt`), `${text.join('\n').trim()}\n`);
			console.log(`${name}: ${text.filter((line) => line.startsWith('    ')).length} lines said`);
		} finally {
			await reader.close();
		}
	}
} finally {
	await site.close();
}
