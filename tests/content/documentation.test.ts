import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const read = (file: string) => readFileSync(file, 'utf8');
const documents = globSync(['*.md', '{bench,docs,hosting}/**/*.md'], {
	exclude: ['**/node_modules/**'],
});

/** The changelog and the decisions speak of what was there at their time. */
const isHistory = (file: string) =>
	file === 'CHANGELOG.md' || file.startsWith(join('docs', 'decisions'));

/** Paths of the repository that a text names in code, without patterns and places to fill in. */
const pathsIn = (text: string) =>
	[
		...text.matchAll(
			/`((?:\.github|bench|docs|hosting|public|src|tests|tools)\/[\w./-]+)`(?!\s+of the site)/g,
		),
	].map(([, path]) => path!);

/** Targets of the relative links of a text, without fragments. */
const linksIn = (text: string) =>
	[...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!);

/** Scripts of package.json that a text runs. */
const scriptsIn = (text: string) =>
	[...text.matchAll(/\bnpm (?:run )?(?:-s )?((?:start|test)\b|(?<=run )[\w:]+(?![\w:<]))/g)].map(
		([, name]) => name!,
	);

test('what a document names is found', () => {
	const text =
		'Run `npm run gone` and `npm start`, see [gone](gone.md#part), [out](https://example.com) and `src/gone.ts`.';
	expect(pathsIn(text)).toEqual(['src/gone.ts']);
	expect(linksIn(text)).toEqual(['gone.md']);
	expect(scriptsIn(text)).toEqual(['gone', 'start']);
});

test.each(documents)('%s leads to files that exist', (file) => {
	expect(linksIn(read(file)).filter((to) => !existsSync(join(dirname(file), to)))).toEqual([]);
});

test.each(documents.filter((file) => !isHistory(file)))(
	'%s names paths and scripts that exist',
	(file) => {
		expect(pathsIn(read(file)).filter((path) => !existsSync(path))).toEqual([]);
		expect(scriptsIn(read(file)).filter((name) => !Object.hasOwn(project.scripts, name))).toEqual(
			[],
		);
	},
);

test('CONTRIBUTING.md lists every script', () => {
	const listed = new Set(scriptsIn(read('CONTRIBUTING.md')));
	// Steps of the checks are listed in one line.
	const expected = Object.keys(project.scripts).filter((name) => !name.startsWith('test:'));
	expect(expected.filter((name) => !listed.has(name))).toEqual([]);
});

test('README.md is short', () => {
	expect(Buffer.byteLength(read('README.md'))).toBeLessThan(8000);
});

describe('decisions', () => {
	const files = globSync('docs/decisions/[0-9]*.md').toSorted();
	const index = read('docs/decisions/README.md');

	test('are numbered without a gap, and all are in the list by their titles and dates', () => {
		expect(files.map((file) => basename(file).slice(0, 4))).toEqual(
			files.map((_, place) => String(place + 1).padStart(4, '0')),
		);
		for (const file of files) {
			const [, title] = /^# (.+)$/m.exec(read(file)) ?? [];
			const [, date] = /^- Date: (\d{4}-\d\d-\d\d)$/m.exec(read(file)) ?? [];
			expect(index, file).toContain(`[${title}](${basename(file)})`);
			expect(index.split('\n').find((line) => line.includes(basename(file)))).toContain(date);
		}
		expect(linksIn(index).toSorted()).toEqual(files.map((file) => basename(file)));
	});

	test.each(files)('%s has the parts of a decision record in order', (file) => {
		const text = read(file);
		expect(text).toMatch(/^- Status: (proposed|accepted|deprecated|superseded by \[.+\]\(.+\))$/m);
		const order = [
			'Context and Problem Statement',
			'Decision Drivers',
			'Considered Options',
			'Decision Outcome',
			'Consequences',
			'Pros and Cons of the Options',
		];
		const parts = [...text.matchAll(/^#{2,3} (.+)$/gm)].map(([, name]) => name!);
		expect(parts).toEqual(order.filter((name) => parts.includes(name)));
		expect(parts).toEqual(
			expect.arrayContaining([
				'Context and Problem Statement',
				'Considered Options',
				'Decision Outcome',
				'Consequences',
			]),
		);
		const options = text.split('## Considered Options')[1]?.split('## ')[0] ?? '';
		expect(options.match(/^- \*\*.+\*\* \(chosen\)$|^- \*\*.+ \(chosen\)\*\*$/gm)).toHaveLength(1);
	});
});
