/** Laws of parts: whole segments, the longest name wins, and what is written can be read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFor } from '../../src/guide/plan/plan.ts';
import {
	partsBy,
	partsOfLevel,
	partsOfTopology,
	readParts,
	writeParts,
} from '../../src/split/parts.ts';

const segment = fc.stringMatching(/^[a-z][a-z0-9_-]{0,5}$/);
const namespace = fc.array(segment, { minLength: 1, maxLength: 4 }).map((all) => all.join('.'));
const list = fc.uniqueArray(namespace, { minLength: 1, maxLength: 6 });

test('a namespace goes with its parent by whole segments, never by the beginning of a name', () => {
	const partOf = partsBy({ by: 'list', parts: [{ name: 'A', namespaces: ['acme'] }] });
	expect(['acme', 'acme.x.y', 'acmecorp', 'acme-x', 'x.acme', ''].map(partOf)).toEqual([
		'A',
		'A',
		undefined,
		undefined,
		undefined,
		undefined,
	]);
});

test('with a list, the longest namespace that fits wins, in whatever order they stand', () => {
	fc.assert(
		fc.property(list, segment, fc.boolean(), (namespaces, child, turned) => {
			const parts = namespaces.map((each) => ({ name: `part of ${each}`, namespaces: [each] }));
			const partOf = partsBy({ by: 'list', parts: turned ? parts.toReversed() : parts });
			for (const each of namespaces) {
				expect(partOf(each)).toBe(`part of ${each}`);
				const deeper = `${each}.${child}`;
				expect(partOf(deeper)).toBe(`part of ${namespaces.includes(deeper) ? deeper : each}`);
			}
		}),
	);
});

test('the parts of a level, as a list, put every namespace where the level does', () => {
	fc.assert(
		fc.property(list, fc.constantFrom(1 as const, 2 as const), (namespaces, level) => {
			const byLevel = partsBy({ by: 'level', level });
			const byList = partsBy({ by: 'list', parts: partsOfLevel(namespaces, level) });
			for (const each of namespaces) expect(byList(each)).toBe(byLevel(each));
		}),
	);
});

test('what is written as text is read again', () => {
	fc.assert(
		fc.property(list, (namespaces) => {
			const parts = namespaces.map((each, index) => ({
				name: `Part ${index} = x`,
				namespaces: [each],
			}));
			expect(readParts(writeParts(parts))).toEqual({ parts, wrong: [] });
		}),
	);
});

test('a list that people type is read with its lines that are wrong', () => {
	expect(
		readParts('acme.finance = Finance\r\n\n  acme.sales : Sales \nshared.\n= x\nacme.sales = y'),
	).toEqual({
		parts: [
			{ name: 'Finance', namespaces: ['acme.finance'] },
			{ name: 'Sales', namespaces: ['acme.sales'] },
			{ name: 'shared', namespaces: ['shared'] },
		],
		wrong: [5, 6],
	});
});

test('any text can be typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const { parts } = readParts(text);
			expect(readParts(writeParts(parts)).wrong).toEqual([]);
		}),
	);
});

describe('the parts of a plan', () => {
	const partsFor = (answers: Parameters<typeof planFor>[0]) => {
		const plan = planFor(answers);
		if (!plan) throw new Error('These answers give no plan.');
		return partsOfTopology(plan.topology);
	};
	const answered = {
		impact: 'critical',
		stages: 'two',
		people: 'several',
		walls: 'all',
		own: 'none',
		edition: 'enterprise',
		layout: 'team',
	} as const;

	test('are its groups, separated by tenants where they share instances', () => {
		const { separation, parts } = partsFor(answered);
		expect(separation).toBe('tenant');
		expect(parts.length).toBeGreaterThan(1);
		expect(parts.every(({ namespaces }) => namespaces.length > 0)).toBe(true);
	});

	test('are its groups, separated by instances where each has its own', () => {
		const { separation, parts } = partsFor({ ...answered, own: 'all' });
		expect(separation).toBe('instance');
		expect(parts.length).toBeGreaterThan(1);
	});

	test('are none where only stages are separated', () => {
		expect(partsFor({ ...answered, people: 'one-team', walls: 'none' }).parts).toEqual([]);
	});
});
