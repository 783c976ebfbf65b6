import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { citationsIn } from '../../src/lib/citations.ts';
import { agedSources } from '../../tools/commands/sources-age.ts';

const file = readFileSync('src/content/sources.yaml', 'utf8');
const sources = Object.entries(
	parse(file) as Record<string, { where: string; address: string; commit?: string; kind: string }>,
);

describe.each(sources)('the source %s', (_id, { where, address, commit, kind }) => {
	test('has the address of the revision that was read', () => {
		if (commit === undefined) expect(kind).toBe('discussion');
		else expect(address).toContain(`/${commit}/`);
	});

	test('has a location that matches its address', () => {
		const [repository = '', path = ''] = where.split(/,? /);
		expect(address).toContain(`https://github.com/${repository}/`);
		if (commit !== undefined) expect(address.endsWith(path)).toBe(true);
	});
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
		expect(page('<Says id="a">\n\nText.\n\n</Says>')).toHaveLength(1);
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
