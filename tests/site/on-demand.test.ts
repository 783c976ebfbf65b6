import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { files, read } from '../support/built.ts';

const known = new Set(files);
const scripts = files.filter((file) => file.startsWith('_astro/') && file.endsWith('.js'));
/** Files named in a script: those that it fetches later, with their dependencies. */
const named = scripts.flatMap((file) =>
	[...read(file).matchAll(/["'`](\.{1,2}\/|_astro\/)([\w./-]+\.(?:js|css))["'`]/g)].map(
		([, start = '', rest = '']) =>
			start === '_astro/' ? start + rest : posix.join(posix.dirname(file), start + rest),
	),
);

test('scripts name other files', () => {
	expect(named.length).toBeGreaterThan(10);
});

test('every script and style that a script fetches is there', () => {
	expect([...new Set(named)].filter((file) => !known.has(file))).toEqual([]);
});
