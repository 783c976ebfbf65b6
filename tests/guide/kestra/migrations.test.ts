import { expect, test } from 'vitest';
import {
	leftBehind,
	migrationsBetween,
	migrationsFrom,
	migrationsTo,
} from '../../../src/guide/insight/migration-path.ts';
import { decisions } from '../../../src/guide/kestra/decisions.ts';
import { migrations, notCarried } from '../../../src/guide/kestra/migrations.ts';

const outcomesOf = (decision: 'stages' | 'groups') =>
	decisions.find(({ id }) => id === decision)!.outcomes.map(({ id }) => id as string);
const pairs = (['stages', 'groups'] as const).flatMap((decision) =>
	outcomesOf(decision).flatMap((from) =>
		outcomesOf(decision).map((to) => ({ decision, from, to })),
	),
);

test.for(pairs)('$decision: $from leads to $to by a chain of moves', ({ decision, from, to }) => {
	const chain = migrationsBetween(decision, from, to);
	expect(chain).toBeDefined();
	let at = from;
	for (const migration of chain!) {
		expect(migration.decision).toBe(decision);
		expect(migration.from).toBe(at);
		at = migration.to;
	}
	expect(at).toBe(to);
});

test('a chain never passes an outcome twice', () => {
	for (const { decision, from, to } of pairs) {
		const places = [
			from,
			...migrationsBetween(decision, from, to)!.map((migration) => migration.to),
		];
		expect(new Set(places).size).toBe(places.length);
	}
});

test('a single move is preferred to a chain', () => {
	for (const migration of migrations)
		expect(migrationsBetween(migration.decision, migration.from, migration.to)).toHaveLength(1);
});

test('open source can reach every layout it can have, by moves available to it', () => {
	for (const { decision, from, to } of pairs) {
		const chain = migrationsBetween(decision, from, to, 'open-source');
		if (to === 'tenant-per-group' && from !== to) expect(chain).toBeUndefined();
		else expect(chain!.every((migration) => migration.edition === undefined)).toBe(true);
	}
});

test('an unknown outcome has no chain', () => {
	expect(migrationsBetween('stages', 'single-instance', 'tenant-per-group')).toBeUndefined();
	expect(migrationsBetween('stages', '__proto__', 'two-instances')).toBeUndefined();
	expect(migrationsBetween('groups', 'elsewhere', 'elsewhere')).toBeUndefined();
});

test('every move is between outcomes of its decision, is named after them and is unique', () => {
	for (const migration of migrations) {
		expect(outcomesOf(migration.decision)).toContain(migration.from);
		expect(outcomesOf(migration.decision)).toContain(migration.to);
		expect(migration.id).toBe(`${migration.from}-to-${migration.to}`);
	}
	expect(new Set(migrations.map(({ id }) => id)).size).toBe(migrations.length);
});

test('every move into tenants needs Enterprise, and no other does', () => {
	for (const migration of migrations)
		expect(migration.edition === 'enterprise').toBe(migration.to === 'tenant-per-group');
});

test('every move has steps, sections and words on the way back', () => {
	for (const migration of migrations) {
		expect(migration.steps.length).toBeGreaterThan(0);
		expect(migration.reversible.words).not.toBe('');
		expect(migration.sections.length).toBeGreaterThan(0);
		for (const section of migration.sections)
			expect(section).toMatch(/^\/[a-z-]+\/[a-z-]+\/(#[a-z.-]+)?$/);
	}
});

test('things left behind are listed once, in a fixed order', () => {
	const chain = migrationsBetween('stages', 'single-instance', 'instance-per-stage')!;
	const left = leftBehind(chain);
	expect(new Set(left).size).toBe(left.length);
	expect(left).toEqual(notCarried.filter((thing) => left.includes(thing)));
	expect(leftBehind([])).toEqual([]);
});

test('everything that no promotion carries is left behind by some move', () => {
	expect(leftBehind(migrations)).toEqual(notCarried);
});

test('every layout of stages and groups can be entered and left', () => {
	for (const decision of ['stages', 'groups'] as const)
		for (const outcome of outcomesOf(decision)) {
			expect(migrationsTo(`${decision}.${outcome}`)).not.toHaveLength(0);
			expect(migrationsFrom(`${decision}.${outcome}`)).not.toHaveLength(0);
		}
});
