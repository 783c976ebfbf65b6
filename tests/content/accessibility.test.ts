import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const section = readme.split(/^## /m).find((part) => part.startsWith('Accessibility\n')) ?? '';
const rows = section
	.split('\n')
	.filter((line) => line.startsWith('| ') && !/^\| (Promise|-)/.test(line));

/** The names of the tests in a file. */
const testsIn = (file: string) =>
	[...readFileSync(join(root, file), 'utf8').matchAll(/\(\s*(['`])(.*)\1,\s*(?:async )?\(/g)].map(
		([, , name]) => name!,
	);

test('each promise of accessibility names tests that exist', () => {
	expect(rows.length).toBeGreaterThan(20);
	for (const row of rows) {
		const named = [...row.matchAll(/“([^”]+)” in `([^`]+)`/g)];
		expect(named.length, row).toBeGreaterThan(0);
		for (const [, words, file] of named) {
			expect(existsSync(join(root, file!)), file).toBe(true);
			expect(
				testsIn(file!).filter((name) => name.includes(words!)),
				`${words} in ${file}`,
			).not.toEqual([]);
		}
	}
});
