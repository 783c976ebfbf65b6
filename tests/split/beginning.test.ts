/** The parts that a check begins with: they divide something, and nobody's examples are taken for the reader's. */
import { describe, expect, test } from 'vitest';
import { beginningOf, dividingLevel } from '../../src/split/beginning.ts';

test.each([
	[['a.x', 'b.y'], 1],
	[['acme.finance', 'acme.sales'], 2],
	[['acme.eu.finance', 'acme.eu.sales.x', 'acme.eu.sales.y'], 3],
	[['acme', 'acme.finance'], 2],
	[['acme.finance'], undefined],
	[[], undefined],
])('the first level that gives more than one part: %j', (namespaces, level) => {
	expect(dividingLevel(namespaces)).toBe(level);
});

test('the namespace for maintenance makes no second part, unless there is nothing else', () => {
	expect(dividingLevel(['acme.finance', 'acme.sales', 'system'])).toBe(2);
	expect(dividingLevel(['acme.finance', 'system.purge'])).toBe(1);
	expect(dividingLevel(['acme.finance', 'systems'])).toBe(1);
});

test('without a plan, the parts begin by that level; with one namespace, by the first', () => {
	expect(beginningOf(['acme.finance', 'acme.sales'])).toEqual({
		mapping: { by: 'level', level: 2 },
		from: 'level',
	});
	expect(beginningOf(['acme'])).toEqual({ mapping: { by: 'level', level: 1 }, from: 'level' });
});

describe('with the parts of a plan', () => {
	const parts = [
		{ name: 'payments', namespaces: ['globex.payments'] },
		{ name: 'risk', namespaces: ['globex.risk'] },
	];

	test('they are taken where flows are in them', () => {
		expect(beginningOf(['globex.payments.eu', 'globex.other'], { parts })).toEqual({
			mapping: { by: 'list', parts },
			from: 'plan',
		});
	});

	test('they are not taken where no flow is in any', () => {
		expect(beginningOf(['acme.finance', 'acme.sales'], { parts })).toEqual({
			mapping: { by: 'level', level: 2 },
			from: 'elsewhere',
		});
	});

	test('a company that is an example gives way to what the namespaces begin with', () => {
		const example = parts.map(({ name }) => ({ name, namespaces: [`acme.${name}`] }));
		const { mapping } = beginningOf(['globex.payments', 'initech.risk.eu'], {
			parts: [...example, { name: 'rest', namespaces: ['acme'] }],
			example: 'acme',
		});
		expect(mapping).toEqual({
			by: 'list',
			parts: [
				{ name: 'payments', namespaces: ['globex.payments'] },
				{ name: 'risk', namespaces: ['initech.risk'] },
				{ name: 'rest', namespaces: ['globex', 'initech'] },
			],
		});
	});
});
