import { expect, test } from 'vitest';
import type { Names } from '../../../src/guide/kestra/names.ts';
import { boxesOf } from '../../../src/guide/plan/boxes.ts';
import { outlineOf } from '../../../src/guide/plan/outline.ts';
import { answered, everyCombination } from '../../support/plans.ts';

const manyCustomers = answered(
	{
		edition: 'enterprise',
		impact: 'critical',
		stages: 'two',
		people: 'outsiders',
		walls: 'none',
		own: 'none',
		sandboxes: 'yes',
		layout: 'team',
	},
	{
		groups: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
		engineers: ['ann', 'bob', 'cem', 'dan', 'eva', 'fay'],
	},
).plan.topology;

test('the same topology always gives the same outline', () => {
	for (const { plan } of everyCombination)
		expect(outlineOf(structuredClone(plan.topology))).toBe(outlineOf(plan.topology));
});

test('an outline names every instance, tenant, namespace and engineer of a plan', () => {
	for (const { plan } of everyCombination) {
		const words = new Set(outlineOf(plan.topology).split(/[\s,()]+/));
		for (const { name } of boxesOf(plan.topology))
			for (const word of name.split(' ')) expect(words).toContain(word);
		for (const engineer of plan.topology.localInstances) expect(words).toContain(engineer);
	}
});

test('a plan without engineers’ tenants has a line for each box, and for each instance one for who reaches it', () => {
	for (const { plan } of everyCombination) {
		const { topology, outcomes } = plan;
		if (outcomes.sandboxes !== 'shared-development') continue;
		const lines = outlineOf(topology).split('\n');
		expect(lines).toHaveLength([...boxesOf(topology)].length + topology.instances.length);
	}
});

test('items beyond the maximum are counted', () => {
	const outline = outlineOf(manyCustomers, { most: 4 });
	expect(outline).toContain('Tenant d');
	expect(outline).not.toContain('Tenant e');
	expect(outline.match(/and 3 more/g)).toHaveLength(manyCustomers.instances.length);
	expect(outline).toContain('dan, and 2 more');
	expect(outlineOf(manyCustomers)).not.toContain('more');
});

test('no name breaks a line', () => {
	const { topology } = answered(
		{
			edition: 'open-source',
			impact: 'critical',
			stages: 'two',
			people: 'one-team',
			walls: 'none',
			own: 'none',
			logins: 'one-login',
			sandboxes: 'no',
			layout: 'team',
		},
		{ company: 'a\nb\u2028c\u0000d' },
	).plan;
	const plain = outlineOf(topology);
	expect(plain.split('\n')).toHaveLength(8);
	expect(plain).toContain('a b c d.data');
});

test('right-to-left and long names stay whole', () => {
	const groups = ['مبيعات', 'x'.repeat(300)];
	const { topology } = answered(
		{
			edition: 'enterprise',
			impact: 'critical',
			stages: 'two',
			people: 'several',
			walls: 'all',
			own: 'none',
			sandboxes: 'no',
			layout: 'team',
		},
		{ groups },
	).plan;
	for (const group of groups) expect(outlineOf(topology)).toContain(`Tenant ${group}`);
});

const withExceptions = (names: Names) =>
	answered(
		{
			impact: 'critical',
			stages: 'two',
			people: 'several',
			walls: 'some',
			own: 'some',
			edition: 'enterprise',
		},
		names,
	).plan.topology;

test('exceptions are shown beside the groups, and counted beyond the maximum like them', () => {
	const names = {
		groups: ['north', 'east', 'south'],
		exceptions: ['plant', 'mill', 'mine'],
		hidden: ['fraud'],
	};
	const whole = outlineOf(withExceptions(names));
	for (const name of ['plant production', 'mill production', 'mine production'])
		expect(whole).toContain(`Instance ${name}`);
	expect(whole).toContain('Tenant fraud');
	expect(whole).not.toContain('more');
	const short = outlineOf(withExceptions(names), { most: 2 });
	expect(short).toContain('Instance mill production');
	expect(short).not.toContain('mine');
	expect(short).not.toContain('south');
	expect(short).toContain('more');
});

test('a development that may be a laptop is marked, and no other instance', () => {
	for (const { plan } of everyCombination) {
		const marked = outlineOf(plan.topology).match(/may be an engineer’s machine/g) ?? [];
		expect(marked).toHaveLength(plan.topology.instances.filter(({ local }) => local).length);
	}
});
