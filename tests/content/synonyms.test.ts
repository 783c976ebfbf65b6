// cspell:ignore namesp nmaespace plugindefaults tenat tenent upgarde
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rankPages, rankSections } from '../../src/lib/search-rank.ts';
import { corrected, nearest } from '../../src/lib/search-spelling.ts';
import { isMeant, type Synonyms, termsOf, wordsIn } from '../../src/lib/search-words.ts';
import { knownWords } from '../../tools/integrations/search-index/words.ts';

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

	test('find a synonym in spite of a word that only joins', () => {
		const levels: Synonyms[] = [{ words: ['tenant and namespace'], means: ['level'], leads: [] }];
		for (const query of ['tenant vs namespace', 'a tenant or the namespace', 'tenant namespace'])
			expect(termsOf(query, levels), query).toHaveLength(1);
	});

	test('keep a word of two parts together, unless a part says nothing', () => {
		expect(said('air-gapped')).toEqual(['air gapped']);
		expect(said('the gapped air')).toEqual(['gapped', 'air']);
		expect(said('read-only')).toEqual(['read']);
	});

	test('are all words of a query that says nothing', () => {
		expect(said('to be or not')).toEqual(['to', 'be', 'or', 'not']);
	});
});

describe('a word of a page', () => {
	test.each([
		['tenants', 'tenant'],
		['policies', 'policy'],
		['upgrading', 'upgrade'],
		['running', 'run'],
		['isolated', 'isolation'],
		['SyncFlows', 'sync'],
		['`pluginDefaults`:', 'plugindefaults'],
	])('“%s” is meant by “%s”', (word, searched) => {
		expect(isMeant(word, searched)).toBe(true);
	});

	test.each([
		['contracts', 'contractors'],
		['airport', 'air'],
		['tenant', 'ten'],
		['names', 'namespace'],
	])('“%s” is not meant by “%s”', (word, searched) => {
		expect(isMeant(word, searched)).toBe(false);
	});

	test('is meant by its beginning only while it is typed', () => {
		expect(isMeant('namespace', 'namesp', 'namesp')).toBe(true);
		expect(isMeant('namespace', 'namesp', 'tenant')).toBe(false);
	});
});

describe('a misspelt word', () => {
	const known = ['tenant', 'namespace', 'workflow', 'gate', 'upgrade'];

	test.each([
		['tennant', 'tenant'],
		['tenat', 'tenant'],
		['nmaespace', 'namespace'],
		['upgarde', 'upgrade'],
	])('“%s” is “%s”', (word, expected) => {
		expect(nearest(word, known)).toBe(expected);
	});

	test.each(['airflow', 'gat', 'date', 'xylophone'])('“%s” is no known word', (word) => {
		expect(nearest(word, known)).toBeUndefined();
	});

	test('is replaced where it stands, and a form of a known word is not', () => {
		expect(corrected('Move a tennant', ['tennant'], known)).toBe('move a tenant');
		expect(corrected('upgrades', ['upgrades'], known)).toBeUndefined();
	});

	test('is never suggested: the words come from several pages, or from the synonyms', () => {
		const once = ['tenant flow', 'tenant flow', 'tenant flow tenent'];
		expect(knownWords(once, ['okta'])).toEqual(['tenant', 'flow', 'okta']);
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
		const [best] = rankSections(headings, [[50, 101]], [1], []);
		expect(best?.heading.id).toBe('two');
	});

	test('prefers the section that a synonym leads to, and of several the first', () => {
		const headings = ['one', 'two', 'three'].map((id, index) => ({
			id,
			title: id,
			from: index * 100,
		}));
		const [best, next] = rankSections(headings, [[50, 150, 250]], [1], ['three', 'two']);
		expect([best?.heading.id, next?.heading.id]).toEqual(['three', 'two']);
	});
});
