// cspell:ignore projecta ventes strasse straße
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	checkName,
	isName,
	type NameKind,
	namingOf,
	namings,
} from '../../../src/guide/names/naming-rules.ts';

const kinds = namings.map((naming) => naming.id);
const anyKind = fc.constantFrom(...kinds);
/** Text near the edge of the rules: valid characters, their neighbours, and anything at all. */
const anyText = fc.oneof(
	fc.string({
		unit: fc.constantFrom(...'azAZ09._- /é\n\tß@~'),
		maxLength: 12,
	}),
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.string({ unit: fc.constantFrom('a', 'A', '.'), minLength: 95, maxLength: 160 }),
	fc.constantFrom('search', 'force-run', ' Search', 'force run'),
);

describe.each(namings)('the rule for $label', (naming) => {
	test.each(naming.good)('accepts %s', (name) => {
		expect(checkName(naming.id, name)).toEqual({ ok: true });
	});
	test.each(naming.bad)('refuses %s with a reason and a name that passes', (name) => {
		const check = checkName(naming.id, name);
		expect(check.ok).toBe(false);
		if (check.ok) return;
		expect(check.problems.length).toBeGreaterThan(0);
		expect(check.mended).toBeDefined();
	});
	test('anchors its pattern at both ends', () => {
		expect(naming.pattern).toMatch(/^\^.*\$$/);
	});
	test('names a source unless it is this guide’s own', () => {
		expect(naming.sources.length > 0).toBe(naming.whose === 'kestra');
	});
});

test('ids of kinds are unique', () => {
	expect(new Set(kinds).size).toBe(kinds.length);
});

test('a name passes exactly when pattern, length and reserved words say so', () => {
	fc.assert(
		fc.property(anyKind, anyText, (kind, text) => {
			const { pattern, longest = Infinity, reserved = [] } = namingOf(kind);
			const body = new RegExp(`${pattern.slice(0, -1)}(?![^])`);
			expect(checkName(kind, text).ok).toBe(
				body.test(text) && text.length <= longest && !reserved.includes(text),
			);
		}),
		{ numRuns: 2000 },
	);
});

test('a name for every level is a name of every kind', () => {
	fc.assert(
		fc.property(anyKind, anyText, (kind, text) => {
			if (isName('everywhere', text)) expect(isName(kind, text)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
});

test('a name for every level obeys the maximum length and reserved words of every kind', () => {
	const everywhere = namingOf('everywhere');
	for (const { longest = Infinity, reserved = [] } of namings) {
		expect(everywhere.longest).toBeLessThanOrEqual(longest);
		expect(everywhere.reserved).toEqual(expect.arrayContaining([...reserved]));
	}
});

test('a refused name always has a reason', () => {
	fc.assert(
		fc.property(anyKind, anyText, (kind, text) => {
			const check = checkName(kind, text);
			if (!check.ok) expect(check.problems.length).toBeGreaterThan(0);
		}),
		{ numRuns: 2000 },
	);
});

test('a suggested name is always valid', () => {
	fc.assert(
		fc.property(anyKind, anyText, (kind, text) => {
			const check = checkName(kind, text);
			if (!check.ok && check.mended !== undefined) expect(isName(kind, check.mended)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
});

test('suggests a name whenever the text has an ASCII letter or digit', () => {
	fc.assert(
		fc.property(anyKind, anyText, (kind, text) => {
			const check = checkName(kind, text);
			if (!check.ok && /[a-z0-9]/i.test(text)) expect(check.mended).toBeDefined();
		}),
		{ numRuns: 2000 },
	);
});

test.each<[NameKind, string, string | undefined]>([
	['namespace', 'acme.projectA', 'acme.projecta'],
	['namespace', 'Acme . Ventes été', 'acme.ventes-ete'],
	['namespace', '..acme..marketing..', 'acme.marketing'],
	['namespace', 'ACME/Marketing', 'acme-marketing'],
	['tenant', 'Customer A', 'customer-a'],
	['tenant', 'Straße', 'strasse'],
	['tenant', 'Île-de-France', 'ile-de-france'],
	['task', 'fetch.orders', 'fetch_orders'],
	['flow', ' load orders ', 'load_orders'],
	['flow', 'load-orders now', 'load_orders_now'],
	['flow', 'search', 'search_1'],
	['everywhere', '日本', undefined],
	['everywhere', 'Search', 'search-1'],
	['everywhere', 'x'.repeat(205), 'x'.repeat(60)],
])('for a %s, mends "%s" to %s', (kind, text, mended) => {
	const check = checkName(kind, text);
	expect(check.ok).toBe(false);
	expect(check.ok ? undefined : check.mended).toBe(mended);
});

test.each<[NameKind, string, readonly string[]]>([
	['namespace', '', ['empty']],
	['namespace', 'acme.projectA', ['upper-case']],
	['namespace', '_Acme corp', ['first', 'upper-case', 'characters']],
	['flow', 'x'.repeat(101), ['length']],
	['tenant', 'a.b', ['characters']],
	['flow', 'pause', ['reserved']],
	['everywhere', 'search', ['reserved']],
	['everywhere', 'x'.repeat(205), ['length']],
])('for a %s, "%s" breaks %j', (kind, text, rules) => {
	const check = checkName(kind, text);
	expect(check.ok ? [] : check.problems.map((problem) => problem.rule)).toEqual(rules);
});

test.each<[NameKind, string, string]>([
	['flow', 'search', 'documentation'],
	['flow', 'load orders', 'engine'],
	['everywhere', 'search', 'documentation'],
	['everywhere', 'customer.a', 'guide'],
])('for a %s, it is said who refuses "%s": the %s', (kind, text, by) => {
	const check = checkName(kind, text);
	expect(check.ok ? '' : check.by).toBe(by);
});

test('says which characters are wrong', () => {
	const check = checkName('tenant', 'a/b c');
	expect(check.ok ? '' : check.problems.map((problem) => problem.says).join(' ')).toMatch(
		/“\/”.*a space/,
	);
});
