import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paths } from '../../../src/guide/engine/enumerate.ts';
import { kestra, rulesVersion } from '../../../src/guide/kestra/decision-model.ts';
import { guideAddress } from '../../../src/guide/url/query.ts';
import { readLink, readPlanLink, withValue } from '../../../src/guide/url/read-link.ts';
import { address, everyKind, knowsNothing } from '../../support/plans.ts';

const query = 'edition=open-source&impact=critical';
const answers = { edition: 'open-source', impact: 'critical' };

test.for([
	`https://docs.example.com/guide/?${query}`,
	`http://localhost:4321/base/guide/?${query}#result`,
	`/guide/?${query}`,
	`../guide/?${query}`,
	`?${query}`,
	query,
	`  ${query}\n`,
	`<https://docs.example.com/guide/?${query}>`,
	`“https://docs.example.com/guide/?${query}”`,
	`[Our plan](https://docs.example.com/guide/?${query})`,
	`https://docs.example.com/guide/?${query.replace('&', '&amp;')}`,
	`https://docs.example.com/guide/?utm_source=chat&${query}&rules=${rulesVersion}`,
	`docs.example.com/guide/?${query}`,
])('%s holds its answers', (text) => {
	expect(readLink(text).reading?.answers).toEqual(answers);
});

test.for([
	'',
	'   ',
	'hello',
	'https://docs.example.com/guide/',
	'https://docs.example.com/guide/?',
	'https://docs.example.com/?page=2',
	'/guide/#impact=critical',
	'?edition=',
	`?${'x'.repeat(10_000)}`,
])('“%s” is answered with a sentence', (text) => {
	const { reading, problem } = readLink(text);
	expect(reading).toBeUndefined();
	expect(problem).toMatch(/^[A-Z].*\.$/);
});

test('a pasted link of the first edition is read by the questions of today', () => {
	const first = 'groups=customers&visibility=separate&fate=shared';
	expect(readLink(first).reading?.answers).toEqual({
		people: 'outsiders',
		walls: 'all',
		own: 'none',
	});
	expect(readLink(`see (/guide/?${first}).`).reading?.earlier?.read).toEqual([
		'people',
		'walls',
		'own',
	]);
});

test('entries of a link that are not understood are reported', () => {
	const { reading } = readLink(`?${query}&colour=blue&stages=%E0%A4%A`);
	expect(reading?.answers).toEqual(answers);
	expect(reading?.ignored).toEqual(['colour']);
	expect(reading?.dropped).toEqual([{ name: 'stages', value: '%E0%A4%A', problem: 'answer' }]);
});

test('the address of every kind of plan reads back to its answers', () => {
	for (const { given } of [...everyKind, knowsNothing]) {
		expect(readPlanLink(address(guideAddress(given))).reading?.answers).toEqual(given);
		expect(readPlanLink(withValue(given)).reading?.answers).toEqual(given);
	}
});

test('any answers can be stored as a value in an address', () => {
	const all = [...paths(kestra, true)];
	fc.assert(
		fc.property(fc.nat({ max: all.length - 1 }), (index) => {
			expect(readLink(withValue(all[index]!)).reading?.answers).toEqual(all[index]);
		}),
	);
});

test('for a link without a plan the message names the open question', () => {
	expect(readPlanLink(`?${query}`).problem).toContain(
		kestra.questions.find(({ id }) => id === 'stages')!.asks,
	);
});

test('reading never throws, and never gives an answer that the model does not have', () => {
	const part = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom('?', '&', '=', '%', '#', 'edition', 'enterprise', '__proto__', 'unknown'),
	);
	fc.assert(
		fc.property(fc.array(part), (parts) => {
			const { reading, problem } = readLink(parts.join(''));
			expect((reading === undefined) !== (problem === undefined)).toBe(true);
			for (const [id, value] of Object.entries(reading?.answers ?? {})) {
				const question = kestra.questions.find((known) => known.id === id)!;
				expect([...question.values.map((known) => known.id), 'unknown']).toContain(value);
			}
		}),
		{ numRuns: 500 },
	);
});
