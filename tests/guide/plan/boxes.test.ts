import { expect, test } from 'vitest';
import { boxesOf, boxId } from '../../../src/guide/plan/boxes.ts';
import { everyCombination, planOf } from '../../support/every.ts';

const topologies = new Map(
	everyCombination.map((answers) => {
		const plan = planOf(answers);
		return [plan.key, plan.topology] as const;
	}),
);

test('no two boxes of a plan have the same id', () => {
	for (const topology of topologies.values()) {
		const ids = [...boxesOf(topology)].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	}
});

test('a box comes after those around it, and its id extends theirs', () => {
	for (const topology of topologies.values()) {
		const seen = new Set<string>();
		for (const { id, ancestors, instance, tenant, namespace } of boxesOf(topology)) {
			for (const outer of ancestors) {
				expect(seen).toContain(outer.id);
				if (outer.kind !== 'namespace') expect(id.startsWith(`${outer.id}/`)).toBe(true);
			}
			expect(id).toBe(boxId(instance, tenant, namespace));
			seen.add(id);
		}
	}
});
