import { expect, test } from 'vitest';
import {
	affected,
	boxAt,
	counterpart,
	failureOf,
	failuresOf,
	impactSummary,
	leafAt,
	placeOf,
	survives,
	worstCases,
} from '../../../src/guide/insight/failure-impact.ts';
import type { StageSplit } from '../../../src/guide/insight/layouts.ts';
import { layoutOf, layouts } from '../../../src/guide/insight/layouts.ts';
import type { Consequence, Course, Effect, Failure } from '../../../src/guide/kestra/failures.ts';
import { effects, failures } from '../../../src/guide/kestra/failures.ts';
import type { Edition, MatrixRowId } from '../../../src/guide/kestra/matrix-types.ts';
import { cellOf, editions } from '../../../src/guide/kestra/matrix-types.ts';
import type { Topology } from '../../../src/guide/kestra/topology.ts';
import { boxesOf } from '../../../src/guide/plan/boxes.ts';
import type { Leaf } from '../../../src/guide/plan/isolation.ts';
import {
	boundaries,
	boundaryBetween,
	compareBoundaries,
	leavesOf,
} from '../../../src/guide/plan/isolation.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';
import { matrix } from '../../support/matrix.ts';
import { everyKind } from '../../support/plans.ts';

const rowOf = (id: string) => matrix.find((row) => row.id === id)!;
const all: readonly Failure[] = failures;

/** Matrix rows about shared fate that no failure uses, each with the reason. */
const leftOut: Readonly<Partial<Record<MatrixRowId, string>>> = {
	configuration:
		'A wrong setting spreads as a failed upgrade does: through one instance and no further.',
	storage:
		'Its loss spreads as that of the database does. Enterprise may give a tenant or a namespace a store of its own, which a layout does not show.',
};

/** Which is worse: negative when `a` is better than `b`, zero when they are equal. */
const compareEffects = (a: Effect, b: Effect): number => effects.indexOf(a) - effects.indexOf(b);
const worst = (some: readonly Effect[]) => some.toSorted(compareEffects).at(-1)!;

const courses = all.flatMap((failure) =>
	editions.flatMap((edition) => {
		const course = failure.courses[edition];
		return course ? [{ failure, edition, course }] : [];
	}),
);
const barriers = ['namespace', 'tenant', 'instance'] as const;
const consequencesOf = (course: Course): readonly Consequence[] =>
	[
		course.origin,
		course.inside,
		course.around,
		...barriers.map((boundary) => course[boundary]),
	].filter((each) => each !== undefined);

test('a failure has a consequence for every possible distance from its origin, and for no other', () => {
	for (const { failure, edition, course } of courses) {
		const name = `${failure.id} in ${edition}`;
		expect(Boolean(course.inside), name).toBe(failure.origin !== 'namespace');
		expect(Boolean(course.around), name).toBe(failure.origin !== 'instance');
		expect(Boolean(course.namespace), name).toBe(failure.origin === 'namespace');
		expect(Boolean(course.tenant), name).toBe(
			edition === 'enterprise' && failure.origin !== 'instance',
		);
	}
});

test('the deciding matrix row supports every effect beyond a wall', () => {
	for (const { failure, edition, course } of courses)
		for (const boundary of barriers) {
			const consequence = course[boundary];
			if (!consequence) continue;
			const { verdict } = cellOf(rowOf(consequence.rows[0]), `${boundary}s`, edition);
			const allowed = {
				separated: ['untouched'],
				optional: ['at-risk'],
				shared: ['at-risk', 'down'],
				absent: [],
			}[verdict];
			expect(allowed, `${failure.id} beyond a ${boundary} in ${edition}`).toContain(
				consequence.effect,
			);
		}
});

test('what goes down with its instance is shared in the matrix', () => {
	for (const { failure, edition, course } of courses) {
		if (failure.origin !== 'instance') continue;
		const row = rowOf(course.inside!.rows[0]);
		const name = `${failure.id} in ${edition}, row ${row.id}`;
		expect(cellOf(row, 'namespaces', edition).verdict, name).toBe('shared');
		if (edition === 'enterprise')
			expect(cellOf(row, 'tenants', edition).verdict, name).toBe('shared');
	}
});

test('every risk says what would prevent it', () => {
	for (const { failure, edition, course } of courses)
		for (const boundary of barriers) {
			const name = `${failure.id} beyond a ${boundary} in ${edition}`;
			if (course[boundary]?.effect === 'at-risk')
				expect(course[boundary].unless, name).toBeTruthy();
			else expect(course[boundary]?.unless, name).toBeUndefined();
		}
});

test('a stronger wall never has a worse effect', () => {
	for (const { failure, course } of courses) {
		const order = [course.origin, course.namespace ?? course.inside, course.tenant, course.instance]
			.filter((each) => each !== undefined)
			.map(({ effect }) => effect);
		expect(order.toSorted(compareEffects).toReversed(), failure.id).toEqual(order);
		expect(course.origin.effect, `${failure.id} where it happens`).toBe('down');
		expect(course.instance.effect, `${failure.id} on another instance`).toBe('untouched');
	}
});

test('a place around the struck one is down only when everything in it is', () => {
	for (const { failure, course } of courses) {
		if (!course.around) continue;
		const within =
			failure.origin === 'tenant' ? [course.tenant] : [course.namespace, course.tenant];
		const alike = within.every((each) => each === undefined || each.effect === 'down');
		expect(course.around.effect, failure.id).toBe(alike ? 'down' : 'at-risk');
	}
});

test('every matrix row about shared fate is used by a failure or left out for a reason', () => {
	const used = new Set(
		courses.flatMap(({ course }) => consequencesOf(course).flatMap((c) => c.rows)),
	);
	for (const { id, failsTogether } of matrix)
		if (failsTogether) expect(used.has(id) !== id in leftOut, id).toBe(true);
	for (const id of Object.keys(leftOut)) expect(rowOf(id).failsTogether).toBe(true);
});

/** One plan for each way to set some apart from the rest. */
const withExceptions: readonly { readonly topology: Topology }[] = [
	...new Map(
		everyKind
			.map(({ plan }) => plan)
			.filter(({ topology }) => topology.exceptions.length > 0)
			.map((plan) => {
				const { edition, exceptions, groups } = plan.topology;
				const by = exceptions.map((exception) => exception.by);
				return [[edition, by, groups.length, plan.outcomes.stages].join(' '), plan] as const;
			}),
	).values(),
];

/** Every layout, and every kind of plan with exceptions. */
const drawn = [...layouts, ...withExceptions];

/** Every strike: each failure of the edition on each box of each layout. */
function* strikes(some: readonly { readonly topology: Topology }[] = drawn) {
	for (const { topology } of some)
		for (const failure of failuresOf(topology.edition))
			for (const { id } of boxesOf(topology)) yield { topology, failure, where: id };
}

test('every strike gives every box an effect, a reason and a matrix row', () => {
	for (const { topology, failure, where } of strikes()) {
		const result = affected(topology, failure, where);
		expect(result.size).toBe([...boxesOf(topology)].length);
		for (const { why, rows: cited } of result.values()) {
			expect(why, failure.id).toBeTruthy();
			expect(cited.length, failure.id).toBeGreaterThan(0);
		}
		expect(result.get(placeOf(topology, failure, where).id)?.effect).toBe('down');
	}
});

/** The effect of a strike at one leaf on another: the worst effect on any of its boxes. */
function effectOn(topology: Topology, failure: Failure, from: Leaf, to: Leaf): Effect {
	const result = affected(topology, failure, boxAt(topology, from));
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
const boundaryIn = (topology: Topology, a: Leaf, b: Leaf) => {
	const [from, to] = [counterpart(a, topology), counterpart(b, topology)];
	return from.stage.name === to.stage.name && from.group === to.group
		? 'nothing'
		: boundaryBetween(from, to);
};
const pairs = universe.flatMap((a) => universe.filter((b) => b !== a).map((b) => ({ a, b })));

test('a layout that separates every pair of leaves at least as strongly never has a worse effect', () => {
	const profiles = layouts.map(({ edition, topology }) => ({
		edition,
		boundaries: pairs.map(({ a, b }) => boundaryIn(topology, a, b)),
		effects: failuresOf(edition).map((failure) =>
			pairs.map(({ a, b }) =>
				effectOn(topology, failure, counterpart(a, topology), counterpart(b, topology)),
			),
		),
	}));
	let compared = 0;
	for (const strong of profiles)
		for (const weak of profiles) {
			if (strong === weak || strong.edition !== weak.edition) continue;
			if (
				!strong.boundaries.every(
					(boundary, at) => compareBoundaries(boundary, weak.boundaries[at]!) >= 0,
				)
			)
				continue;
			compared++;
			for (const [failure, effects] of strong.effects.entries())
				for (const [pair, effect] of effects.entries())
					expect(compareEffects(effect, weak.effects[failure]![pair]!)).toBeLessThanOrEqual(0);
		}
	expect(compared).toBeGreaterThan(layouts.length);
});

const production = (
	edition: Edition,
	stages: StageSplit,
	failure: Parameters<typeof failureOf>[0],
) => {
	const { topology } = layoutOf(edition, stages, 'nothing-to-separate')!;
	const [development] = leavesOf(topology);
	return impactSummary(topology, failureOf(failure), boxAt(topology, development!)).production;
};

test('production survives failures in development only if it has an instance of its own', () => {
	expect(production('enterprise', 'two-instances', 'instance-down').effect).toBe('untouched');
	for (const stages of ['namespace-per-stage', 'tenant-per-stage', 'single-instance'] as const)
		for (const failure of ['instance-down', 'upgrade-gone-wrong', 'maintenance-mode'] as const)
			expect(production('enterprise', stages, failure).effect).toBe('down');
});

test('tenants limit what a flow can reach, namespaces do not', () => {
	for (const failure of ['bad-flow', 'secret-leaked', 'broad-role'] as const) {
		expect(production('enterprise', 'tenant-per-stage', failure).effect).toBe('untouched');
		expect(production('enterprise', 'namespace-per-stage', failure).effect).toBe('at-risk');
	}
});

test('open source has worse effects where namespaces are walls in Enterprise only', () => {
	for (const failure of ['secret-leaked', 'broad-role', 'runaway-flow'] as const) {
		expect(production('open-source', 'namespace-per-stage', failure).effect).toBe('down');
		expect(production('enterprise', 'namespace-per-stage', failure).effect).toBe('at-risk');
		expect(production('open-source', 'two-instances', failure).effect).toBe('untouched');
	}
});

test('open source has no maintenance mode, no tenants to delete and no namespaces to delete', () => {
	const known = new Set(failuresOf('open-source').map(({ id }) => id));
	for (const id of ['maintenance-mode', 'tenant-deleted', 'namespace-deleted'])
		expect(known.has(id)).toBe(false);
	expect(failuresOf('enterprise')).toHaveLength(failures.length);
});

const counts = ({ stage }: Leaf) => stage.role === 'production' || stage.role === 'everything';

test('the worst case equals the worst of all strikes', () => {
	for (const { topology } of drawn) {
		const leaves = leavesOf(topology);
		const before = leaves.filter((leaf) => !counts(leaf));
		const inProduction = leaves.filter(counts);
		for (const { failure, ...found } of worstCases(topology)) {
			const chosen = (some: readonly Leaf[], on: (from: Leaf) => readonly Leaf[]) =>
				some.flatMap((from) => on(from).map((to) => effectOn(topology, failure, from, to)));
			expect(found.outside).toBe(before.length > 0);
			expect(found.production.effect).toBe(
				worst(chosen(before.length ? before : inProduction, () => inProduction)),
			);
			const among = chosen(inProduction, (from) =>
				inProduction.filter(({ group }) => group !== from.group),
			);
			expect(found.groups?.effect).toBe(among.length ? worst(among) : undefined);
		}
	}
});

test('the summary of a strike agrees with its boxes', () => {
	for (const { topology, failure, where } of strikes()) {
		const leaves = leavesOf(topology);
		const summary = impactSummary(topology, failure, where);
		const from = leafAt(topology, where);
		const suffered = (some: readonly Leaf[]) =>
			worst(some.map((to) => effectOn(topology, failure, from, to)));
		expect(summary.production.effect).toBe(suffered(leaves.filter(counts)));
		const others = leaves.filter(({ group }) => group !== from.group);
		expect(summary.others?.effect).toBe(others.length ? suffered(others) : undefined);
		expect(summary.boxes.down + summary.boxes['at-risk'] + summary.boxes.untouched).toBe(
			[...boxesOf(topology)].length,
		);
	}
});

test('a strike on an engineer’s tenant affects every group, but not production elsewhere', () => {
	const { topology } = planFor({
		impact: 'critical',
		stages: 'two',
		people: 'outsiders',
		walls: 'none',
		own: 'none',
		edition: 'enterprise',
		sandboxes: 'yes',
	})!;
	const engineer = [...boxesOf(topology)].find(({ tenant }) => tenant?.purpose === 'engineer')!;
	const { production: fate, others } = impactSummary(
		topology,
		failureOf('runaway-flow'),
		engineer.id,
	);
	expect(fate.effect).toBe('untouched');
	expect(others?.effect).toBe('at-risk');
	for (const group of topology.groups) expect(others?.says).toContain(group);
});

test('swapping two compared plans swaps every difference', () => {
	for (const { topology: first } of layouts)
		for (const { topology: second } of layouts) {
			const there = survives(first, second).map(({ failure, of, survivor }) => [
				failure.id,
				of,
				survivor,
			]);
			const back = survives(second, first).map(({ failure, of, survivor }) => [
				failure.id,
				of,
				survivor === 'first' ? 'second' : 'first',
			]);
			expect(new Set(there.map(String))).toEqual(new Set(back.map(String)));
		}
});

test('a leaf found by its box is in that box', () => {
	for (const { topology } of drawn)
		for (const leaf of leavesOf(topology)) {
			const found = leafAt(topology, boxAt(topology, leaf));
			expect([found.stage.name, found.group]).toEqual([leaf.stage.name, leaf.group]);
		}
});

test('matrix and plans have the same three walls', () => {
	expect(boundaries.slice(1)).toEqual(barriers);
});

test('exceptions and the rest are “others” to each other, and the rest has a name', () => {
	for (const { topology } of withExceptions)
		for (const failure of failuresOf(topology.edition))
			for (const leaf of leavesOf(topology)) {
				const { others } = impactSummary(topology, failure, boxAt(topology, leaf));
				expect(others?.says).toMatch(/^\S.* (untouched|at risk|down|.+): \S/);
				expect(others?.says).not.toMatch(
					/undefined| and [:a-z ]*: {2}|^ | and (untouched|at risk|down)/,
				);
			}
});

test('an exception with an instance survives what takes the rest down, one with a tenant only what a tenant stops', () => {
	const shared = { impact: 'critical', stages: 'two', people: 'one-team', edition: 'enterprise' };
	const inInstance = planFor({ ...shared, walls: 'none', own: 'some' })!.topology;
	const inTenant = planFor({ ...shared, walls: 'some', own: 'none' })!.topology;
	const down = ({ topology }: { readonly topology: Topology }) => {
		const rest = leavesOf(topology).find((leaf) => counts(leaf) && leaf.group === undefined)!;
		return (id: Parameters<typeof failureOf>[0]) =>
			impactSummary(topology, failureOf(id), boxAt(topology, rest)).others?.effect;
	};
	expect(down({ topology: inInstance })('instance-down')).toBe('untouched');
	expect(down({ topology: inTenant })('instance-down')).toBe('down');
	expect(down({ topology: inTenant })('secret-leaked')).toBe('untouched');
});

test('an engineer’s trial can strike exceptions and the rest', () => {
	const { topology } = planFor({
		impact: 'critical',
		stages: 'two',
		people: 'one-team',
		walls: 'some',
		own: 'none',
		edition: 'enterprise',
		sandboxes: 'yes',
	})!;
	const engineer = [...boxesOf(topology)].find(({ tenant }) => tenant?.purpose === 'engineer')!;
	const { others } = impactSummary(topology, failureOf('instance-down'), engineer.id);
	expect(others?.effect).toBe('down');
	expect(others?.says).toContain('the rest');
});
