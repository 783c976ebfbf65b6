import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { citationsIn } from '../../src/lib/citations.ts';
import { addressOfSource, type SourcePlace } from '../../src/lib/sources.ts';
import { agedSources, comparedSources } from '../../tools/commands/sources-age.ts';

const sources = Object.entries(
	parse(readFileSync('src/content/sources.yaml', 'utf8')) as Record<
		string,
		SourcePlace & { kind: string }
	>,
);

test.each(sources)(
	'the source %s is a discussion when, and only when, it is a thread',
	(_, source) => {
		expect(source.kind === 'discussion').toBe('thread' in source);
	},
);

test('the address of a source leads to the file, the folder or the thread', () => {
	const repository = 'kestra-io/docs';
	const revision = '0181a52';
	const addresses = [
		{ repository, path: 'a/index.md', revision },
		{ repository, path: 'docs/resources', revision },
		{ repository, thread: 12 },
	].map(addressOfSource);
	expect(addresses).toEqual([
		'https://github.com/kestra-io/docs/blob/0181a52/a/index.md',
		'https://github.com/kestra-io/docs/tree/0181a52/docs/resources',
		'https://github.com/kestra-io/docs/issues/12',
	]);
});

describe('citations in a page', () => {
	const page = (body: string) => citationsIn({ id: 'concepts/x', title: 'X', body });

	test('are found with their heading', () => {
		expect(page('<Cite id="a" />\n\n## `Words` {#w}\n\nText. <Cite id="b" inferred />')).toEqual([
			{ source: 'a', address: '/concepts/x/', label: 'X' },
			{ source: 'b', address: '/concepts/x/#w', label: 'X: Words' },
		]);
	});

	test('are found in quotations', () => {
		expect(page('<SourceNote id="a">\n\nText.\n\n</SourceNote>')).toHaveLength(1);
	});

	test('on the home page have its address', () => {
		const [found] = citationsIn({ id: 'index', title: 'Home', body: '<Cite id="a" />' });
		expect(found?.address).toBe('/');
	});

	test('count once under a heading', () => {
		expect(page('## A {#a}\n\n<Cite id="s" /> <Cite id="s" />')).toHaveLength(1);
	});

	test('are ignored in code', () => {
		expect(page('```mdx\n## Not a heading {#n}\n<Cite id="a" />\n```\n')).toEqual([]);
	});
});

describe('the age of sources', () => {
	const today = new Date('2027-06-01');

	test('lists those checked too long ago, oldest first', () => {
		const aged = agedSources(
			{ a: { checked: '2026-12-01' }, b: { checked: '2027-05-01' }, c: { checked: '2026-01-01' } },
			today,
			180,
		);
		expect(aged.map(({ id }) => id)).toEqual(['c', 'a']);
	});

	test('lets a source be exactly as old as allowed', () => {
		expect(agedSources({ a: { checked: '2027-05-02' } }, today, 30)).toEqual([]);
	});
});

describe('sources beside clones of their repositories', () => {
	const clones = mkdtempSync(join(tmpdir(), 'clones-'));
	afterAll(() => rmSync(clones, { recursive: true }));

	const clone = join(clones, 'kestra-io', 'docs');
	mkdirSync(clone, { recursive: true });
	const git = (...args: string[]) =>
		execFileSync(
			'git',
			['-C', clone, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args],
			{
				encoding: 'utf8',
			},
		).trim();
	const commit = () => {
		git('add', '--all');
		git('commit', '--quiet', '--message', 'Test');
		return git('rev-parse', '--short=7', 'HEAD');
	};
	git('init', '--quiet');
	for (const name of ['kept', 'edited', 'moved']) writeFileSync(join(clone, `${name}.md`), name);
	const revision = commit();
	writeFileSync(join(clone, 'edited.md'), 'edited again');
	renameSync(join(clone, 'moved.md'), join(clone, 'moved-away.md'));
	commit();

	test.each([
		['same', 'kestra-io/docs', 'kept.md', revision],
		['changed', 'kestra-io/docs', 'edited.md', revision],
		['gone', 'kestra-io/docs', 'moved.md', revision],
		['unknown', 'kestra-io/docs', 'kept.md', '0000000'],
		['no clone', 'kestra-io/kestra', 'kept.md', revision],
	])('are told when %s', (state, repository, path, pinned) => {
		expect(comparedSources({ a: { repository, path, revision: pinned } }, clones)).toEqual([
			{ id: 'a', state },
		]);
	});

	test('are left out when they are threads', () => {
		expect(comparedSources({ a: { repository: 'kestra-io/docs', thread: 1 } }, clones)).toEqual([]);
	});
});
