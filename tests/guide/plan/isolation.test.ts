import { expect, test } from 'vitest';
import { combinations } from '../../../src/guide/engine/enumerate.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import {
	boundaries,
	compareBoundaries,
	leavesOf,
	separation,
	separationsOf,
	weakest,
} from '../../../src/guide/plan/isolation.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';

const plans = [
	...new Map(
		[...combinations(kestra)].map((answers) => {
			const plan = planFor(answers)!;
			return [plan.key, plan] as const;
		}),
	).values(),
];

test('every stage of every group has one place, with namespaces of its own or shared', () => {
	for (const { topology } of plans) {
		const leaves = leavesOf(topology);
		expect(leaves).toHaveLength(topology.stages.length * Math.max(1, topology.groups.length));
		for (const { namespaces } of leaves) expect(namespaces.length).toBeGreaterThan(0);
	}
});

test('every pair of leaves is compared once', () => {
	for (const { topology } of plans) {
		const count = leavesOf(topology).length;
		expect(separation(topology)).toHaveLength((count * (count - 1)) / 2);
	}
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
