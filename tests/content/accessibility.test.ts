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

test('each row of the accessibility table names existing tests', () => {
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

/** The criteria of WCAG 2.2 at levels A and AA, by guideline. */
const criteria = Object.entries({
	'1.1': [1],
	'1.2': [1, 2, 3, 4, 5],
	'1.3': [1, 2, 3, 4, 5],
	'1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
	'2.1': [1, 2, 4],
	'2.2': [1, 2],
	'2.3': [1],
	'2.4': [1, 2, 3, 4, 5, 6, 7, 11],
	'2.5': [1, 2, 3, 4, 7, 8],
	'3.1': [1, 2],
	'3.2': [1, 2, 3, 4, 6],
	'3.3': [1, 2, 3, 4, 7, 8],
	'4.1': [2, 3],
}).flatMap(([guideline, numbers]) => numbers.map((number) => `${guideline}.${number}`));

test('each criterion has a test in the table or is listed as not applicable', () => {
	const numbers = (text: string) =>
		[...text.matchAll(/\b\d\.\d\.\d+\b/g)].map(([number]) => number);
	const promised = numbers(rows.map((row) => row.split(' | ')[0]).join(' '));
	const aside = section.split('\n').find((line) => line.includes('do not apply')) ?? '';
	const absent = numbers(
		aside.replace(
			/(\d\.\d)\.(\d+) to \1\.(\d+)/g,
			(_all, guideline: string, from: string, to: string) =>
				Array.from(
					{ length: +to - +from + 1 },
					(_each, index) => `${guideline}.${+from + index}`,
				).join(' '),
		),
	);
	expect(criteria.filter((each) => promised.includes(each) === absent.includes(each))).toEqual([]);
	expect([...promised, ...absent].filter((each) => !criteria.includes(each))).toEqual([]);
});
