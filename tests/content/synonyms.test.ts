import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rankPages, rankSections } from '../../src/lib/search-rank.ts';
import { type Synonyms, termsOf, wordsIn } from '../../src/lib/search-words.ts';

const entries = parse(readFileSync('src/content/synonyms.yaml', 'utf8')) as Record<
	string,
	Synonyms
>;

describe('the words that mean the same', () => {
	test('stand in one entry only', () => {
		const seen = Object.values(entries).flatMap(({ words }) =>
			words.map((word) => wordsIn(word).join(' ')),
		);
		expect(seen.filter((word, index) => seen.indexOf(word) !== index)).toEqual([]);
	});
});

describe('the terms of a query', () => {
	const synonyms: Synonyms[] = [
		{ words: ['CI/CD', 'pipeline'], means: ['promotion'], leads: ['/a/'] },
		{ words: ['sandbox per developer', 'sandbox'], means: ['engineer'], leads: ['/b/'] },
	];
	const said = (query: string) => termsOf(query, synonyms).map((term) => term.said);

	test('are its telling words', () => {
		expect(said('How do I reach the proxy?')).toEqual(['reach', 'proxy']);
	});

	test('take the longest of several synonyms, in singular and plural', () => {
		expect(said('a sandbox per developer')).toEqual(['sandbox per developer']);
		expect(said('pipelines')).toEqual(['pipelines']);
		expect(termsOf('pipelines', synonyms)[0]?.variants).toEqual(['pipelines', 'promotion']);
	});

	test('find a synonym written with a sign', () => {
		expect(termsOf('our ci/cd', synonyms)[0]?.leads).toEqual(['/a/']);
	});

	test('are all words of a query that says nothing', () => {
		expect(said('to be or not')).toEqual(['to', 'be', 'or', 'not']);
	});
});

describe('the ranking', () => {
	const hits = (...ids: string[]) => ids.map((id, index) => ({ id, score: 1 / (index + 1) }));

	test('puts a page with the rare word before one with the common word', () => {
		const common = hits('a', 'b', 'c', 'd');
		const { candidates } = rankPages([[common], [hits('z')]], 10);
		expect(candidates[0]?.id).toBe('z');
	});

	test('keeps pages that lack a word', () => {
		const { candidates } = rankPages([[hits('a')], [[]]], 10);
		expect(candidates.map(({ id }) => id)).toEqual(['a']);
	});

	test('counts a synonym, and less than the word itself', () => {
		const { candidates } = rankPages([[hits('own'), hits('synonym')]], 10);
		expect(candidates.map(({ id }) => id)).toEqual(['own', 'synonym']);
	});

	test('prefers the section whose heading has the word', () => {
		const headings = [
			{ id: 'one', title: 'Other words', from: 0 },
			{ id: 'two', title: 'The proxy', from: 100 },
		];
		const [best] = rankSections(headings, [[50, 101]], [1], new Set());
		expect(best?.heading.id).toBe('two');
	});
});
