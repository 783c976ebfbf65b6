import { expect, test } from 'vitest';
import {
	affected,
	boxAt,
	compareEffects,
	counterpart,
	leafAt,
	mishapOf,
	mishapsOf,
	placeOf,
	survives,
	tollOf,
	worstCases,
} from '../../../src/guide/insight/failure-impact.ts';
import type { StageSplit } from '../../../src/guide/insight/layouts.ts';
import { layoutOf, layouts } from '../../../src/guide/insight/layouts.ts';
import type { Consequence, Course, Effect, Mishap } from '../../../src/guide/kestra/failures.ts';
import { leftOut, mishaps } from '../../../src/guide/kestra/failures.ts';
import { matrix } from '../../../src/guide/kestra/isolation-matrix.ts';
import type { Edition, MatrixRow } from '../../../src/guide/kestra/matrix-types.ts';
import { cellOf, editions } from '../../../src/guide/kestra/matrix-types.ts';
import type { Topology } from '../../../src/guide/kestra/topology.ts';
import { boxesOf } from '../../../src/guide/plan/boxes.ts';
import type { Leaf } from '../../../src/guide/plan/isolation.ts';
import { compareWalls, leavesOf, wallBetween, walls } from '../../../src/guide/plan/isolation.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';

const rows: readonly MatrixRow[] = matrix;
const rowOf = (id: string) => rows.find((row) => row.id === id)!;
const all: readonly Mishap[] = mishaps;
const worst = (some: readonly Effect[]) => some.toSorted(compareEffects).at(-1)!;

const courses = all.flatMap((mishap) =>
	editions.flatMap((edition) => {
		const course = mishap.courses[edition];
		return course ? [{ mishap, edition, course }] : [];
	}),
);
const barriers = ['namespace', 'tenant', 'instance'] as const;
const consequencesOf = (course: Course): readonly Consequence[] =>
	[course.struck, course.inside, course.around, ...barriers.map((wall) => course[wall])].filter(
		(each) => each !== undefined,
	);

test('a mishap has a consequence for every possible distance from its origin, and for no other', () => {
	for (const { mishap, edition, course } of courses) {
		const name = `${mishap.id} in ${edition}`;
		expect(Boolean(course.inside), name).toBe(mishap.origin !== 'namespace');
		expect(Boolean(course.around), name).toBe(mishap.origin !== 'instance');
		expect(Boolean(course.namespace), name).toBe(mishap.origin === 'namespace');
		expect(Boolean(course.tenant), name).toBe(
			edition === 'enterprise' && mishap.origin !== 'instance',
		);
	}
});

test('the deciding matrix row supports every effect beyond a wall', () => {
	for (const { mishap, edition, course } of courses)
		for (const wall of barriers) {
			const consequence = course[wall];
			if (!consequence) continue;
			const { verdict } = cellOf(rowOf(consequence.rows[0]), `${wall}s`, edition);
			const allowed = {
				separated: ['untouched'],
				optional: ['at-risk'],
				shared: ['at-risk', 'down'],
				absent: [],
			}[verdict];
			expect(allowed, `${mishap.id} beyond a ${wall} in ${edition}`).toContain(consequence.effect);
		}
});

test('what goes down with its instance is shared in the matrix', () => {
	for (const { mishap, edition, course } of courses) {
		if (mishap.origin !== 'instance') continue;
		const row = rowOf(course.inside!.rows[0]);
		expect(cellOf(row, 'namespaces', edition).verdict).toBe('shared');
		if (edition === 'enterprise') expect(cellOf(row, 'tenants', edition).verdict).toBe('shared');
	}
});

test('every risk says what would prevent it', () => {
	for (const { course } of courses)
		for (const wall of barriers)
			if (course[wall]?.effect === 'at-risk') expect(course[wall].unless).toBeTruthy();
			else expect(course[wall]?.unless).toBeUndefined();
});

test('a stronger wall never has a worse effect', () => {
	for (const { mishap, course } of courses) {
		const order = [course.struck, course.namespace ?? course.inside, course.tenant, course.instance]
			.filter((each) => each !== undefined)
			.map(({ effect }) => effect);
		expect(order.toSorted(compareEffects).toReversed(), mishap.id).toEqual(order);
		expect(course.struck.effect).toBe('down');
		expect(course.instance.effect).toBe('untouched');
	}
});

test('a place around the struck one is down only when everything in it is', () => {
	for (const { mishap, course } of courses) {
		if (!course.around) continue;
		const within = mishap.origin === 'tenant' ? [course.tenant] : [course.namespace, course.tenant];
		const alike = within.every((each) => each === undefined || each.effect === 'down');
		expect(course.around.effect, mishap.id).toBe(alike ? 'down' : 'at-risk');
	}
});

test('every matrix row about shared fate is used by a mishap or left out for a reason', () => {
	const used = new Set(
		courses.flatMap(({ course }) => consequencesOf(course).flatMap((c) => c.rows)),
	);
	for (const { id, sharedFate } of matrix)
		if (sharedFate) expect(used.has(id) !== id in leftOut, id).toBe(true);
	for (const id of Object.keys(leftOut)) expect(rowOf(id).sharedFate).toBe(true);
});

/** Every strike: each mishap of the edition on each box of each layout. */
function* strikes(some: readonly { readonly topology: Topology }[] = layouts) {
	for (const { topology } of some)
		for (const mishap of mishapsOf(topology.edition))
			for (const { id } of boxesOf(topology)) yield { topology, mishap, where: id };
}

test('every strike gives every box an effect, a reason and a matrix row', () => {
	for (const { topology, mishap, where } of strikes()) {
		const result = affected(topology, mishap, where);
		expect(result.size).toBe([...boxesOf(topology)].length);
		for (const { why, rows: cited } of result.values()) {
			expect(why).toBeTruthy();
			expect(cited.length).toBeGreaterThan(0);
		}
		expect(result.get(placeOf(topology, mishap, where).id)?.effect).toBe('down');
	}
});

/** The effect of a strike at one leaf on another: the worst effect on any of its boxes. */
function effectOn(topology: Topology, mishap: Mishap, from: Leaf, to: Leaf): Effect {
	const result = affected(topology, mishap, boxAt(topology, from));
	const branches = to.namespaces.map(({ path }) => path);
	const own = [...boxesOf(topology)].filter(
		({ instance, tenant, name, namespace }) =>
			instance.name === to.instance.name &&
			tenant?.name === to.tenant.name &&
			namespace?.namespaces.length === 0 &&
			branches.some((path) => name === path || name.startsWith(`${path}.`)),
	);
	return worst(own.map(({ id }) => result.get(id)!.effect));
}

/** The leaves that all layouts have in common, with their place in a layout. */
const universe: readonly Leaf[] = leavesOf(
	layoutOf('enterprise', 'instance-per-stage', 'instance-per-group')!.topology,
);
const wallIn = (topology: Topology, a: Leaf, b: Leaf) => {
	const [from, to] = [counterpart(a, topology), counterpart(b, topology)];
	return from.stage.name === to.stage.name && from.group === to.group
		? 'nothing'
		: wallBetween(from, to);
};
const pairs = universe.flatMap((a) => universe.filter((b) => b !== a).map((b) => ({ a, b })));

test('a layout that separates every pair of leaves at least as strongly never has a worse effect', () => {
	const profiles = layouts.map(({ edition, topology }) => ({
		edition,
		walls: pairs.map(({ a, b }) => wallIn(topology, a, b)),
		effects: mishapsOf(edition).map((mishap) =>
			pairs.map(({ a, b }) =>
				effectOn(topology, mishap, counterpart(a, topology), counterpart(b, topology)),
			),
		),
	}));
	let compared = 0;
	for (const strong of profiles)
		for (const weak of profiles) {
			if (strong === weak || strong.edition !== weak.edition) continue;
			if (!strong.walls.every((wall, at) => compareWalls(wall, weak.walls[at]!) >= 0)) continue;
			compared++;
			for (const [mishap, effects] of strong.effects.entries())
				for (const [pair, effect] of effects.entries())
					expect(compareEffects(effect, weak.effects[mishap]![pair]!)).toBeLessThanOrEqual(0);
		}
	expect(compared).toBeGreaterThan(layouts.length);
});

const production = (
	edition: Edition,
	stages: StageSplit,
	mishap: Parameters<typeof mishapOf>[0],
) => {
	const { topology } = layoutOf(edition, stages, 'nothing-to-separate')!;
	const [development] = leavesOf(topology);
	return tollOf(topology, mishapOf(mishap), boxAt(topology, development!)).production;
};

test('production survives mishaps in development only if it has an instance of its own', () => {
	expect(production('enterprise', 'two-instances', 'instance-down').effect).toBe('untouched');
	for (const stages of ['namespace-per-stage', 'tenant-per-stage', 'single-instance'] as const)
		for (const mishap of ['instance-down', 'upgrade-gone-wrong', 'maintenance-mode'] as const)
			expect(production('enterprise', stages, mishap).effect).toBe('down');
});

test('tenants limit what a flow can reach, namespaces do not', () => {
	for (const mishap of ['bad-flow', 'secret-leaked', 'broad-role'] as const) {
		expect(production('enterprise', 'tenant-per-stage', mishap).effect).toBe('untouched');
		expect(production('enterprise', 'namespace-per-stage', mishap).effect).toBe('at-risk');
	}
});

test('open source has worse effects where namespaces are walls in Enterprise only', () => {
	for (const mishap of ['secret-leaked', 'broad-role', 'runaway-flow'] as const) {
		expect(production('open-source', 'namespace-per-stage', mishap).effect).toBe('down');
		expect(production('enterprise', 'namespace-per-stage', mishap).effect).toBe('at-risk');
		expect(production('open-source', 'two-instances', mishap).effect).toBe('untouched');
	}
});

test('open source has no maintenance mode, no tenants to delete and no namespaces to delete', () => {
	const known = new Set(mishapsOf('open-source').map(({ id }) => id));
	for (const id of ['maintenance-mode', 'tenant-deleted', 'namespace-deleted'])
		expect(known.has(id)).toBe(false);
	expect(mishapsOf('enterprise')).toHaveLength(mishaps.length);
});

const counts = ({ stage }: Leaf) => stage.role === 'production' || stage.role === 'everything';

test('the worst case equals the worst of all strikes', () => {
	for (const { topology } of layouts) {
		const leaves = leavesOf(topology);
		const before = leaves.filter((leaf) => !counts(leaf));
		const inProduction = leaves.filter(counts);
		for (const { mishap, ...found } of worstCases(topology)) {
			const strike = (some: readonly Leaf[], on: (from: Leaf) => readonly Leaf[]) =>
				some.flatMap((from) => on(from).map((to) => effectOn(topology, mishap, from, to)));
			expect(found.outside).toBe(before.length > 0);
			expect(found.production.effect).toBe(
				worst(strike(before.length ? before : inProduction, () => inProduction)),
			);
			const among = strike(inProduction, (from) =>
				inProduction.filter(({ group }) => group !== from.group),
			);
			expect(found.groups?.effect).toBe(among.length ? worst(among) : undefined);
		}
	}
});

test('the summary of a strike agrees with its boxes', () => {
	for (const { topology, mishap, where } of strikes()) {
		const leaves = leavesOf(topology);
		const toll = tollOf(topology, mishap, where);
		const from = leafAt(topology, where);
		const suffered = (some: readonly Leaf[]) =>
			worst(some.map((to) => effectOn(topology, mishap, from, to)));
		expect(toll.production.effect).toBe(suffered(leaves.filter(counts)));
		const others = leaves.filter(({ group }) => group !== from.group);
		expect(toll.others?.effect).toBe(others.length ? suffered(others) : undefined);
		expect(toll.boxes.down + toll.boxes['at-risk'] + toll.boxes.untouched).toBe(
			[...boxesOf(topology)].length,
		);
	}
});

test('a strike on an engineer’s tenant affects every group, but not production elsewhere', () => {
	const { topology } = planFor({
		edition: 'enterprise',
		impact: 'critical',
		stages: 'two',
		groups: 'customers',
		fate: 'shared',
		sandboxes: 'yes',
		layout: 'team',
	})!;
	const engineer = [...boxesOf(topology)].find(({ tenant }) => tenant?.purpose === 'engineer')!;
	const { production: fate, others } = tollOf(topology, mishapOf('runaway-flow'), engineer.id);
	expect(fate.effect).toBe('untouched');
	expect(others?.effect).toBe('at-risk');
	for (const group of topology.groups) expect(others?.says).toContain(group);
});

test('swapping two compared plans swaps every difference', () => {
	for (const { topology: first } of layouts)
		for (const { topology: second } of layouts) {
			const there = survives(first, second).map(({ mishap, of, survivor }) => [
				mishap.id,
				of,
				survivor,
			]);
			const back = survives(second, first).map(({ mishap, of, survivor }) => [
				mishap.id,
				of,
				survivor === 'first' ? 'second' : 'first',
			]);
			expect(new Set(there.map(String))).toEqual(new Set(back.map(String)));
		}
});

test('a leaf found by its box is in that box', () => {
	for (const { topology } of layouts)
		for (const leaf of leavesOf(topology)) {
			const found = leafAt(topology, boxAt(topology, leaf));
			expect([found.stage.name, found.group]).toEqual([leaf.stage.name, leaf.group]);
		}
});

test('matrix and plans have the same three walls', () => {
	expect(walls.slice(1)).toEqual(barriers);
});
