import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../tools/lib/site.ts';
import { files, read } from '../support/built.ts';

interface Component {
	readonly group?: string;
	readonly name: string;
	readonly version: string;
}

test('the bill of materials lists what the site is made with', () => {
	const { components } = JSON.parse(read('bom.json')) as { components: readonly Component[] };
	const names = components.map(({ group, name }) => (group ? `${group}/${name}` : name));
	expect(names).toEqual(
		expect.arrayContaining(['astro', '@astrojs/starlight', 'preact', 'pagefind']),
	);
});

test('the licences of what ships are listed with their text', () => {
	const licences = read('licences.txt');
	for (const name of ['astro', '@astrojs/starlight', 'preact', 'pagefind'])
		expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
	expect(licences.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(4);
});

test('files.json lists every file with its hash', () => {
	const listed = JSON.parse(read('files.json')) as Readonly<Record<string, { sha256: string }>>;
	const present = files.filter((file) => !/\.(br|gz)$/.test(file) && file !== 'files.json');
	expect(Object.keys(listed)).toEqual(present);
	for (const file of present) {
		const hash = createHash('sha256')
			.update(readFileSync(join(dist, file)))
			.digest('hex');
		expect(listed[file]?.sha256, file).toBe(hash);
	}
});
