import { expect, test } from 'vitest';
import { groupSplits, layoutOf, layouts, stageSplits } from '../../../src/guide/insight/layouts.ts';

test('open source has the layouts without tenants, Enterprise has them all', () => {
	expect(layouts.filter(({ edition }) => edition === 'enterprise')).toHaveLength(
		stageSplits.length * groupSplits.length,
	);
	for (const { edition, topology } of layouts) {
		const tenants = topology.instances.flatMap((instance) => instance.tenants);
		if (edition === 'open-source')
			expect(new Set(tenants.map(({ name }) => name))).toEqual(new Set(['main']));
	}
	expect(layoutOf('open-source', 'tenant-per-stage', 'nothing-to-separate')).toBeUndefined();
	expect(layoutOf('open-source', 'two-instances', 'tenant-per-group')).toBeUndefined();
});

test('no two layouts have the same id or the same boxes in one edition', () => {
	expect(new Set(layouts.map(({ id }) => id)).size).toBe(layouts.length);
	for (const edition of ['open-source', 'enterprise']) {
		const drawn = layouts.filter((layout) => layout.edition === edition);
		expect(new Set(drawn.map(({ topology }) => JSON.stringify(topology.instances))).size).toBe(
			drawn.length,
		);
	}
});

test('stages as tenants give each stage of each group a tenant of its own', () => {
	for (const { stages, topology } of layouts) {
		if (stages !== 'tenant-per-stage') continue;
		for (const { tenants } of topology.instances) {
			expect(tenants.every(({ stage, purpose }) => stage && purpose === 'stage')).toBe(true);
			expect(new Set(tenants.map(({ name }) => name)).size).toBe(tenants.length);
			for (const { role } of topology.stages)
				expect(tenants.some(({ stage }) => stage?.role === role)).toBe(true);
		}
	}
});

test('only stages as tenants are never recommended', () => {
	expect([...stageSplits, ...groupSplits].filter(({ recommended }) => !recommended)).toEqual([
		expect.objectContaining({ id: 'tenant-per-stage' }),
	]);
});
