import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Entry {
	readonly term: string;
	readonly means: string;
	readonly sources?: readonly string[];
}

const glossary: Readonly<Record<string, Entry>> = parse(
	readFileSync('src/content/glossary.yaml', 'utf8'),
);
const sources = new Set(Object.keys(parse(readFileSync('src/content/sources.yaml', 'utf8'))));
const entries = Object.entries(glossary).map(([id, entry]) => ({ id, ...entry }));

describe('the glossary', () => {
	test('has one entry for each word', () => {
		expect(new Set(entries.map(({ term }) => term.toLowerCase())).size).toBe(entries.length);
	});

	test.each(entries)('explains $id in one to four sentences, from known sources', (entry) => {
		expect(entry.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
		expect(entry.means).toMatch(/\.$/);
		expect(entry.means.split(/[.;] /).length).toBeLessThanOrEqual(4);
		expect((entry.means.match(/`/g) ?? []).length % 2).toBe(0);
		for (const source of entry.sources ?? []) expect(sources).toContain(source);
	});
});
