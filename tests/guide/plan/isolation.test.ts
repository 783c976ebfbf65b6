import { expect, test } from 'vitest';
import type { Leaf } from '../../../src/guide/plan/isolation.ts';
import {
	boundaries,
	boundaryBetween,
	compareBoundaries,
	leavesOf,
	separationsOf,
	weakest,
} from '../../../src/guide/plan/isolation.ts';
import { everyCombination, everyRefined, planOf } from '../../support/every.ts';

const plans = [
	...new Map(
		[...everyCombination, ...everyRefined].map((answers) => {
			const plan = planOf(answers);
			return [plan.key, plan] as const;
		}),
	).values(),
];

test('every stage of every group and exception has one place, with namespaces of its own or shared', () => {
	for (const { topology } of plans) {
		const leaves = leavesOf(topology);
		const owners = Math.max(1, topology.groups.length) + topology.exceptions.length;
		expect(leaves).toHaveLength(topology.stages.length * owners);
		expect(new Set(leaves.map(({ stage, group }) => `${stage.name} ${group}`)).size).toBe(
			leaves.length,
		);
		for (const { namespaces } of leaves) expect(namespaces.length).toBeGreaterThan(0);
	}
});

test('the wall between two leaves is the outermost level at which their places differ, from either side', () => {
	for (const { topology } of plans) {
		const leaves = leavesOf(topology);
		for (const a of leaves)
			for (const b of leaves) {
				const shared = a.namespaces.some(({ path }) =>
					b.namespaces.some((one) => one.path === path),
				);
				const expected =
					a.instance !== b.instance
						? 'instance'
						: a.tenant !== b.tenant
							? 'tenant'
							: shared
								? 'nothing'
								: 'namespace';
				expect(boundaryBetween(a, b)).toBe(expected);
				expect(boundaryBetween(b, a)).toBe(expected);
			}
	}
});

test('each divide has the weakest wall between leaves on its sides', () => {
	for (const { topology } of plans) {
		const leaves = leavesOf(topology);
		const isException = ({ group }: Leaf) => topology.exceptions.some(({ name }) => name === group);
		const inProduction = ({ stage }: Leaf) =>
			stage.role === 'production' || stage.role === 'everything';
		const between = (divided: (a: Leaf, b: Leaf) => boolean) =>
			weakest(
				leaves.flatMap((a) =>
					leaves.filter((b) => a !== b && divided(a, b)).map((b) => boundaryBetween(a, b)),
				),
			);
		const others = (a: Leaf, b: Leaf) => a.stage === b.stage && a.group !== b.group;
		const found = separationsOf(topology);
		expect(found.production).toBe(
			topology.stages.length === 1
				? 'nothing'
				: between((a, b) => a.group === b.group && !inProduction(a) && inProduction(b)),
		);
		expect(found['stages-before']).toBe(
			between((a, b) => a.group === b.group && !inProduction(a) && !inProduction(b)),
		);
		for (const [id, counts] of [
			['groups-in-production', true],
			['groups-before', false],
		] as const)
			expect(found[id]).toBe(
				between(
					(a, b) =>
						others(a, b) && inProduction(a) === counts && !isException(a) && !isException(b),
				),
			);
		expect(found.exceptions).toBe(
			between((a, b) => others(a, b) && inProduction(a) && isException(a) && !isException(b)),
		);
	}
});

test('exceptions are separated from the rest as the plan decided', () => {
	for (const { topology, outcomes } of plans) {
		const { exceptions } = separationsOf(topology);
		if (topology.exceptions.length === 0) expect(exceptions).toBeUndefined();
		else
			expect(exceptions).toBe(
				topology.exceptions.some(({ by }) => by === 'tenant') ? 'tenant' : 'instance',
			);
		if (outcomes.exceptions === 'no-exceptions') expect(topology.exceptions).toEqual([]);
	}
});

test('an exception that shares development has namespaces of its own there', () => {
	let checked = 0;
	for (const { topology } of plans) {
		const leaves = leavesOf(topology);
		for (const { name } of topology.exceptions)
			for (const leaf of leaves.filter(({ group }) => group === name))
				for (const other of leaves)
					if (other.group !== name && other.stage === leaf.stage) {
						expect(boundaryBetween(leaf, other)).not.toBe('nothing');
						checked++;
					}
	}
	expect(checked).toBeGreaterThan(0);
});

test('stages are separated as the plan decided', () => {
	const expected = {
		'single-instance': 'nothing',
		'namespace-per-stage': 'namespace',
		'two-instances': 'instance',
		'instance-per-stage': 'instance',
	};
	for (const { topology, outcomes } of plans)
		expect(separationsOf(topology).production).toBe(expected[outcomes.stages]);
});

test('groups are separated in production as the plan decided', () => {
	const expected = {
		'nothing-to-separate': undefined,
		'namespace-per-group': 'namespace',
		'tenant-per-group': 'tenant',
		'instance-per-group': 'instance',
	};
	for (const { topology, outcomes } of plans)
		expect(separationsOf(topology)['groups-in-production']).toBe(expected[outcomes.groups]);
});

test('groups that are separated in production are separated before production too', () => {
	for (const { topology } of plans) {
		const separations = separationsOf(topology);
		if (separations['groups-in-production'] === undefined || topology.stages.length === 1) continue;
		expect(separations['groups-before']).not.toBe('nothing');
		expect(
			compareBoundaries(separations['groups-before']!, separations['groups-in-production']),
		).toBeLessThanOrEqual(0);
	}
});

test('engineers’ spaces are separated from production by an instance if there is a development instance', () => {
	for (const { topology, outcomes } of plans) {
		const { engineers } = separationsOf(topology);
		if (outcomes.sandboxes === 'shared-development') expect(engineers).toBeUndefined();
		else if (
			outcomes.sandboxes === 'tenant-per-engineer' &&
			(outcomes.stages === 'single-instance' || outcomes.stages === 'namespace-per-stage')
		)
			expect(engineers).toBe('tenant');
		else expect(engineers).toBe('instance');
	}
});

test('the weakest wall is the first in the order of walls', () => {
	expect(weakest(boundaries)).toBe('nothing');
	expect(weakest(['instance', 'tenant'])).toBe('tenant');
	expect(weakest([])).toBeUndefined();
});
