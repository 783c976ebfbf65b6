import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	layoutValue,
	migrationPath,
	readLayout,
} from '../../../src/guide/insight/migration-path.ts';
import { migrationPathWords } from '../../../src/guide/insight/sentences.ts';
import { decisions } from '../../../src/guide/kestra/decisions.ts';
import { notCarried } from '../../../src/guide/kestra/migrations.ts';
import { layouts } from '../../support/layouts.ts';
import { answered, everyKind } from '../../support/plans.ts';

test('a layout written into an address reads back', () => {
	for (const today of layouts) expect(readLayout(layoutValue(today))).toEqual(today);
});

test.for([
	'',
	'two-instances',
	'two-instances.',
	'two-instances.two-instances',
	'nothing-to-separate.two-instances',
	'two-instances.nothing-to-separate.by-team',
	'two-instances.__proto__',
	'constructor.toString',
])('“%s” is no layout', (value) => {
	expect(readLayout(value)).toBeUndefined();
});

test('no value in an address throws', () => {
	expect(readLayout(null)).toBeUndefined();
	expect(readLayout(undefined)).toBeUndefined();
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (value) => {
			expect(() => readLayout(value)).not.toThrow();
		}),
	);
});

test('migrations lead from every layout to every plan', () => {
	for (const { plan } of everyKind)
		for (const today of layouts) {
			const at: Record<string, string> = { ...today };
			for (const { decision, from, to } of migrationPath(today, plan).migrations) {
				expect(at[decision]).toBe(from);
				at[decision] = to;
			}
			expect(at).toEqual({ stages: plan.outcomes.stages, groups: plan.outcomes.groups });
		}
});

test('if today’s layout is already the plan’s, there are no migrations and nothing to transfer', () => {
	for (const { plan } of everyKind) {
		const there = migrationPath(
			{ stages: plan.outcomes.stages, groups: plan.outcomes.groups },
			plan,
		);
		expect(there).toEqual({
			migrations: [],
			order: undefined,
			byHand: [],
			leavesEnterprise: false,
		});
	}
});

test('stages are separated first and merged last', () => {
	const rank = (id: string) => decisions[0].outcomes.findIndex((outcome) => outcome.id === id);
	for (const { plan } of everyKind)
		for (const today of layouts) {
			const kinds = migrationPath(today, plan).migrations.map(({ decision }) => decision);
			const separating = rank(plan.outcomes.stages) > rank(today.stages);
			expect(kinds).toEqual(
				kinds.toSorted((a, b) => (separating ? b.localeCompare(a) : a.localeCompare(b))),
			);
		}
});

test('open source is never told to create tenants, and is told to give up existing ones', () => {
	for (const { plan } of everyKind.filter(({ given }) => given['edition'] === 'open-source'))
		for (const today of layouts) {
			const { migrations, leavesEnterprise } = migrationPath(today, plan);
			expect(migrations.every(({ to }) => to !== 'tenant-per-group')).toBe(true);
			expect(leavesEnterprise).toBe(today.groups === 'tenant-per-group');
		}
});

test('what must be transferred by hand is listed once, in the order of the list', () => {
	for (const { plan } of everyKind)
		for (const today of layouts) {
			const { byHand, migrations } = migrationPath(today, plan);
			expect(byHand).toEqual(notCarried.filter((thing) => byHand.includes(thing)));
			expect(byHand.length > 0).toBe(migrations.length > 0);
		}
});

test('a migration that lets groups see each other cannot be taken back', () => {
	const { plan } = answered({
		impact: 'critical',
		stages: 'two',
		people: 'several',
		walls: 'none',
		own: 'none',
		edition: 'enterprise',
	});
	const { migrations } = migrationPath(
		{ stages: 'two-instances', groups: 'tenant-per-group' },
		plan,
	);
	expect(migrations.map(({ to, reversible }) => [to, reversible.can])).toEqual([
		['namespace-per-group', 'no'],
	]);
});

test('the way from every layout to every plan is told in whole sentences', () => {
	for (const { plan } of everyKind)
		for (const today of layouts) {
			const path = migrationPath(today, plan);
			const words = migrationPathWords(path);
			expect(words).toMatch(/^[A-Z\d].*\.$/);
			expect(words).not.toMatch(/undefined|null|NaN|\[object|function/);
			if (path.order) expect(words).toContain(path.order);
			if (path.migrations.length > 1) expect(words).toContain(`${path.migrations.length} `);
		}
});

test('who leaves Enterprise is told about its tenants, even where nothing else moves', () => {
	for (const { plan } of everyKind.filter(
		({ plan: { topology } }) => topology.edition === 'open-source',
	))
		for (const today of layouts.filter(({ groups }) => groups === 'tenant-per-group'))
			expect(migrationPathWords(migrationPath(today, plan))).toContain('tenants of today');
});
