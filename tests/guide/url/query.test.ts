import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../../../src/guide/engine/model.ts';
import { UNKNOWN } from '../../../src/guide/engine/model.ts';
import { layoutValue } from '../../../src/guide/insight/migration-path.ts';
import { kestra, rulesVersion } from '../../../src/guide/kestra/decision-model.ts';
import type { Entry, Reserved } from '../../../src/guide/url/entries.ts';
import { reserved } from '../../../src/guide/url/entries.ts';
import { entriesOf, guideAddress, readEntries } from '../../../src/guide/url/query.ts';
import { everyCombination, everyPathWithUnknowns } from '../../support/every.ts';
import { layouts } from '../../support/layouts.ts';

const { questions } = kestra;
const ids = questions.map(({ id }) => id);
const values = questions.flatMap((question) => question.values.map(({ id }) => id));

/** The entries that a browser reads from an address of the guide. */
const readAddress = (address: string) =>
	readEntries(new URL(address, 'https://guide.example').searchParams);

/** Some questions answered, with values or “I don’t know”. */
const someAnswers = fc.record(
	Object.fromEntries(
		questions.map(({ id, values: own }) => [
			id,
			fc.constantFrom(...own.map((value) => value.id), UNKNOWN),
		]),
	),
	{ requiredKeys: [] },
) as fc.Arbitrary<Answers>;

const prototypeNames = [
	'__proto__',
	'constructor',
	'prototype',
	'hasOwnProperty',
	'toString',
	'valueOf',
	'__defineGetter__',
];

const word = fc.stringMatching(/^[a-z]+(-[a-z0-9]+)?$/);
/** Values of the guide's own entries, as the guide writes them. */
const ownValues: Readonly<Record<Reserved, fc.Arbitrary<string>>> = {
	set: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('.')),
	from: fc.constantFrom(...layouts).map(layoutValue),
	with: fc.string({ unit: 'grapheme', minLength: 1 }),
	way: fc.constantFrom('github', 'gitlab', 'git', 'any'),
	theme: word,
	rules: fc.constant(rulesVersion),
};

/** Random entries, many of them similar to valid ones. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.string({
		unit: fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
	}),
	fc.constantFrom(
		...ids,
		...values,
		...reserved,
		...prototypeNames,
		UNKNOWN,
		'',
		'UNKNOWN',
		'utm_',
	),
);
const anyEntries = fc.array(fc.tuple(anyText, anyText), { maxLength: 30 });

test('no question has an id that the guide reserves or that other sites add to links', () => {
	for (const id of ids) {
		expect(reserved).not.toContain(id);
		expect(readEntries([[id, UNKNOWN]]).answers).toEqual({ [id]: UNKNOWN });
	}
});

test('no value has the id of “I don’t know”', () => {
	expect(values).not.toContain(UNKNOWN);
});

test('ids of questions and values need no escaping in an address', () => {
	for (const id of [...ids, ...values]) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('every combination can be read back from its address', () => {
	for (const answers of everyCombination) {
		const { answers: read, dropped, own } = readAddress(guideAddress(answers));
		expect(read).toEqual(answers);
		expect(dropped).toEqual([]);
		expect(own).toEqual({});
	}
});

test('every path through the guide can be read back from its address, unknowns included', () => {
	const lost = everyPathWithUnknowns.filter(
		(answers) =>
			JSON.stringify(entriesOf(readEntries(entriesOf(answers)).answers)) !==
			JSON.stringify(entriesOf(answers)),
	);
	expect(lost).toEqual([]);
});

test('partial answers can be read back from their address', () => {
	fc.assert(
		fc.property(someAnswers, (answers) => {
			expect(readAddress(guideAddress(answers)).answers).toEqual(answers);
		}),
	);
});

test('the guide’s own entries can be read back beside the answers', () => {
	fc.assert(
		fc.property(
			someAnswers,
			fc.uniqueArray(
				fc.constantFrom(...reserved).chain((name) => fc.tuple(fc.constant(name), ownValues[name])),
				{ selector: ([name]) => name },
			),
			(answers, own) => {
				const read = readAddress(guideAddress(answers, own));
				expect(read.answers).toEqual(answers);
				expect(read.own).toEqual(Object.fromEntries(own));
				expect(read.dropped).toEqual([]);
			},
		),
	);
});

test('without answers the address is that of the guide', () => {
	expect(guideAddress({})).toBe('/guide/');
	expect(guideAddress({ impact: 'critical' })).toBe('/guide/?impact=critical');
});

test('answers are in the order of the questions, in whatever order they were given', () => {
	expect(entriesOf({ layout: 'team', edition: 'enterprise' })).toEqual([
		['edition', 'enterprise'],
		['layout', 'team'],
	]);
});

test('entries not understood are dropped and reported, and the rest are kept', () => {
	expect(
		readEntries([
			['edition', 'zzz'],
			['impact', 'critical'],
			['<script>', '1'],
		]),
	).toEqual({
		answers: { impact: 'critical' },
		own: {},
		dropped: [{ name: 'edition', value: 'zzz', problem: 'answer' }],
		ignored: ['<script>'],
	});
});

test('for a question answered twice the first valid answer counts', () => {
	const { answers, dropped } = readEntries([
		['impact', 'very'],
		['impact', 'critical'],
		['impact', 'experimental'],
	]);
	expect(answers).toEqual({ impact: 'critical' });
	expect(dropped.map(({ value, problem }) => [value, problem])).toEqual([
		['very', 'answer'],
		['experimental', 'repeated'],
	]);
});

test('what other sites add to links is dropped silently', () => {
	const entries: Entry[] = [
		'utm_source',
		'utm_',
		'UTM_Source',
		'fbclid',
		'gclid',
		'msclkid',
		'yclid',
		'srsltid',
		'mc_eid',
		'_ga',
		'ref',
	].map((name) => [name, 'x']);
	expect(readEntries(entries)).toMatchObject({ answers: {}, own: {}, dropped: [] });
});

test('where nothing is understood, what only looks like a tracking parameter is reported', () => {
	for (const name of ['utm', 'fbclid2', 'reference', 'my_utm_source'])
		expect(readEntries([[name, 'x']]).dropped).toHaveLength(1);
});

test('if one of the guide’s own entries is repeated, the first counts', () => {
	const entries: Entry[] = [
		['from', 'single-instance'],
		['from', 'two-instances'],
		['rules', ''],
		['rules', '1.0.0'],
	];
	expect(readEntries(entries)).toEqual({
		answers: {},
		own: { from: 'single-instance', rules: '1.0.0' },
		dropped: [],
		ignored: [],
	});
});

test('names of inherited object properties are treated like any other name', () => {
	for (const name of prototypeNames) {
		const { answers, own, dropped } = readEntries([
			[name, 'polluted'],
			['impact', name],
		]);
		expect(answers).toEqual({});
		expect(own).toEqual({});
		expect(dropped.map(({ problem }) => problem)).toEqual(['question', 'answer']);
	}
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('reading never throws, and each entry is understood, dropped or silently ignored', () => {
	fc.assert(
		fc.property(anyEntries, (entries) => {
			const { answers, own, dropped, ignored } = readEntries(entries);
			for (const [id, value] of Object.entries(answers)) {
				const question = questions.find((candidate) => candidate.id === id)!;
				expect([UNKNOWN, ...question.values.map((candidate) => candidate.id)]).toContain(value);
			}
			for (const name of Object.keys(own)) expect(reserved).toContain(name);
			const known = new Set([...reserved, ...ids]);
			const kept = Object.keys(answers).length + Object.keys(own).length;
			expect(kept + dropped.length + ignored.length).toBeLessThanOrEqual(
				Math.max(entries.flatMap(([name]) => name.split('&')).length, entries.length),
			);
			for (const name of ignored) expect(known).not.toContain(name);
			for (const [name, value] of entries)
				if (ids.includes(name) && ![UNKNOWN, ...values].includes(value) && !/^\s*[\w-]/.test(value))
					expect(dropped).toContainEqual({ name, value, problem: 'answer' });
		}),
		{ numRuns: 1000 },
	);
});

test('reading what was read changes nothing', () => {
	fc.assert(
		fc.property(anyEntries, (entries) => {
			const { answers, own } = readEntries(entries);
			const again = readAddress(guideAddress(answers, Object.entries(own) as Entry[]));
			expect(again.answers).toEqual(answers);
			expect(Object.keys(again.own)).toEqual(Object.keys(own));
			expect(again.dropped).toEqual([]);
		}),
		{ numRuns: 1000 },
	);
});

test('writing an address never throws', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const { own } = readAddress(guideAddress({}, [['with', text]]));
			expect(own.with ?? '').toBe(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
		}),
	);
});

test('a very long address is read like any other', () => {
	const entries: Entry[] = Array.from({ length: 20_000 }, (_, index) => [`q${index}`, 'x']);
	const { answers, dropped } = readEntries([...entries, ['impact', 'critical']]);
	expect(answers).toEqual({ impact: 'critical' });
	expect(dropped).toEqual([]);
	expect(readEntries(entries).dropped).toHaveLength(20_000);
});
