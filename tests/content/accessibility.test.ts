import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { wcag } from '../../src/lib/wcag.ts';

interface Entry {
	/** Absent from an entry that says what the site does not have. */
	readonly promise?: string;
	readonly absent?: string;
	readonly criteria: readonly string[];
	readonly tests?: readonly { readonly file: string; readonly name: string }[];
}

const root = join(import.meta.dirname, '../..');
const entries = Object.values(
	parse(readFileSync(join(root, 'src/content/accessibility.yaml'), 'utf8')) as Record<
		string,
		Entry
	>,
);
const promises = entries.filter(({ promise }) => promise);

/** The names of the tests in a file. */
const testsIn = (file: string) =>
	[...readFileSync(join(root, file), 'utf8').matchAll(/\(\s*(['`])(.*)\1,\s*(?:async )?\(/g)].map(
		([, , name]) => name!,
	);

test('there are promises, and each has its words once', () => {
	expect(promises.length).toBeGreaterThan(20);
	expect(new Set(promises.map(({ promise }) => promise)).size).toBe(promises.length);
});

test.each(promises)('“$promise” names existing tests', ({ tests = [] }) => {
	expect(tests.length).toBeGreaterThan(0);
	for (const { file, name } of tests) {
		expect(existsSync(join(root, file)), `${file} exists`).toBe(true);
		expect(
			testsIn(file).filter((known) => known.includes(name)),
			`src/content/accessibility.yaml names a test “${name}” that ${file} does not have`,
		).not.toEqual([]);
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

test('every criterion of WCAG 2.2 AA has a name', () => {
	expect(Object.keys(wcag).toSorted()).toEqual(criteria.toSorted());
});

test('each criterion has a test or is said not to apply, and not both', () => {
	const met = new Set(promises.flatMap((entry) => entry.criteria));
	const absent = entries.filter((entry) => entry.absent).flatMap((entry) => entry.criteria);
	expect(criteria.filter((each) => met.has(each) === absent.includes(each))).toEqual([]);
	expect([...met, ...absent].filter((each) => !criteria.includes(each))).toEqual([]);
});
