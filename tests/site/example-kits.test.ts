import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dist } from '../../tools/lib/site.ts';
import { files, pages, read } from '../support/built.ts';

const strategies = pages.filter(({ path }) => /^\/strategies\/[^/]+\/$/.test(path));

test('there are strategies', () => {
	expect(strategies.length).toBeGreaterThanOrEqual(9);
});

test.each(strategies.map((page) => [page.path, page] as const))(
	'%s shows its files and links an archive that holds each of them',
	(path, { root }) => {
		const name = `kits/${path.split('/').at(-2)}.zip`;
		expect(files).toContain(name);
		expect(
			root
				.querySelectorAll('a[download]')
				.some((link) => link.getAttribute('href')?.endsWith(name)),
		).toBe(true);
		const archive = readFileSync(join(dist, name));
		expect(archive.toString('latin1', 0, 2)).toBe('PK');
		const shown = root.querySelectorAll('.kit summary').map(({ text }) => text.trim());
		expect(shown[0]).toBe('README.md');
		expect(shown.length).toBeGreaterThan(8);
		for (const file of [...shown, 'decision-record.md'])
			expect(archive.includes(`kestra-environments/${file}`), file).toBe(true);
		// The sentence above the list counts what is in it, and its links are apart from its words.
		const said = root.querySelectorAll('p').find((p) => p.querySelector('a[download]'))!;
		expect(said.text).toContain(`${shown.length} files`);
		expect(said.innerHTML).not.toMatch(/\w<a\b|<\/a>\w/);
	},
);

test('the script that only kits need is at most 44 kB, archive included', () => {
	const scripts = files.filter((file) => file.startsWith('_astro/') && file.endsWith('.js'));
	const made = scripts.filter((file) => /\/(FilesPanel|zip|decision-record)\./.test(file));
	expect(made).toHaveLength(3);
	const bytes = made.reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0);
	expect(bytes).toBeLessThanOrEqual(44_000);
});
