import { expect, test } from 'vitest';
import {
	leftBehind,
	movesBetween,
	movesFrom,
	movesTo,
} from '../../../src/guide/insight/migration-path.ts';
import { decisions } from '../../../src/guide/kestra/decisions.ts';
import { moves, notCarried } from '../../../src/guide/kestra/migrations.ts';

const outcomesOf = (decision: 'stages' | 'groups') =>
	decisions.find(({ id }) => id === decision)!.outcomes.map(({ id }) => id as string);
const pairs = (['stages', 'groups'] as const).flatMap((decision) =>
	outcomesOf(decision).flatMap((from) =>
		outcomesOf(decision).map((to) => ({ decision, from, to })),
	),
);

test.for(pairs)('$decision: $from leads to $to by a chain of moves', ({ decision, from, to }) => {
	const chain = movesBetween(decision, from, to);
	expect(chain).toBeDefined();
	let at = from;
	for (const move of chain!) {
		expect(move.decision).toBe(decision);
		expect(move.from).toBe(at);
		at = move.to;
	}
	expect(at).toBe(to);
});

test('a chain never passes an outcome twice', () => {
	for (const { decision, from, to } of pairs) {
		const places = [from, ...movesBetween(decision, from, to)!.map((move) => move.to)];
		expect(new Set(places).size).toBe(places.length);
	}
});

test('a single move is preferred to a chain', () => {
	for (const move of moves) expect(movesBetween(move.decision, move.from, move.to)).toHaveLength(1);
});

test('open source can reach every layout it can have, by moves available to it', () => {
	for (const { decision, from, to } of pairs) {
		const chain = movesBetween(decision, from, to, 'open-source');
		if (to === 'tenant-per-group' && from !== to) expect(chain).toBeUndefined();
		else expect(chain!.every((move) => move.edition === undefined)).toBe(true);
	}
});

test('an unknown outcome has no chain', () => {
	expect(movesBetween('stages', 'single-instance', 'tenant-per-group')).toBeUndefined();
	expect(movesBetween('stages', '__proto__', 'two-instances')).toBeUndefined();
	expect(movesBetween('groups', 'elsewhere', 'elsewhere')).toBeUndefined();
});

test('every move is between outcomes of its decision, is named after them and is unique', () => {
	for (const move of moves) {
		expect(outcomesOf(move.decision)).toContain(move.from);
		expect(outcomesOf(move.decision)).toContain(move.to);
		expect(move.id).toBe(`${move.from}-to-${move.to}`);
	}
	expect(new Set(moves.map(({ id }) => id)).size).toBe(moves.length);
});

test('every move into tenants needs Enterprise, and no other does', () => {
	for (const move of moves)
		expect(move.edition === 'enterprise').toBe(move.to === 'tenant-per-group');
});

test('every move has steps, sections and words on the way back', () => {
	for (const move of moves) {
		expect(move.steps.length).toBeGreaterThan(0);
		expect(move.reversible.words).not.toBe('');
		expect(move.sections.length).toBeGreaterThan(0);
		for (const section of move.sections)
			expect(section).toMatch(/^\/[a-z-]+\/[a-z-]+\/(#[a-z.-]+)?$/);
	}
});

test('things left behind are listed once, in a fixed order', () => {
	const chain = movesBetween('stages', 'single-instance', 'instance-per-stage')!;
	const left = leftBehind(chain);
	expect(new Set(left).size).toBe(left.length);
	expect(left).toEqual(notCarried.filter((thing) => left.includes(thing)));
	expect(leftBehind([])).toEqual([]);
});

test('everything that no promotion carries is left behind by some move', () => {
	expect(leftBehind(moves)).toEqual(notCarried);
});

test('every layout of stages and groups can be entered and left', () => {
	for (const decision of ['stages', 'groups'] as const)
		for (const outcome of outcomesOf(decision)) {
			expect(movesTo(`${decision}.${outcome}`)).not.toHaveLength(0);
			expect(movesFrom(`${decision}.${outcome}`)).not.toHaveLength(0);
		}
});
