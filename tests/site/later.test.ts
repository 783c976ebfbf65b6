import { expect, test } from 'vitest';
import { files, read } from '../support/built.ts';

const known = new Set(files);

test('every script and style that a script asks for later is there', () => {
	const asked = files
		.filter((file) => /^_astro\/.*\.js$/.test(file))
		.flatMap((file) =>
			[...read(file).matchAll(/["'`](_astro\/[^"'`]+\.(?:js|css))["'`]/g)].map(
				([, address = '']) => `${file} asks for ${address}`,
			),
		);
	expect(asked.length).toBeGreaterThan(0);
	expect(asked.filter((line) => !known.has(line.split(' ').at(-1) ?? ''))).toEqual([]);
});
