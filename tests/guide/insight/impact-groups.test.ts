import { expect, test } from 'vitest';
import { affected, boxAt, failuresOf } from '../../../src/guide/insight/failure-impact.ts';
import { impactGroups } from '../../../src/guide/insight/impact-groups.ts';
import { layouts } from '../../../src/guide/insight/layouts.ts';
import { boxesOf } from '../../../src/guide/plan/boxes.ts';
import { leavesOf } from '../../../src/guide/plan/isolation.ts';

test.each(layouts.map((layout) => [layout.id, layout] as const))(
	'every box of %s is in exactly one group, with its reason',
	(_id, { edition, topology }) => {
		const all = [...boxesOf(topology)];
		/** How a group names a box: by its id where the name alone is not enough. */
		const label = ({ id, name }: { readonly id: string; readonly name: string }) =>
			all.filter((other) => other.name === name).length > 1 ? id : name;
		for (const failure of failuresOf(edition))
			for (const leaf of leavesOf(topology)) {
				const result = affected(topology, failure, boxAt(topology, leaf));
				const groups = impactGroups(topology, result);
				for (const box of all) {
					const named = groups.filter(
						({ names }) =>
							[box, ...box.ancestors].some((each) =>
								names.includes(each === box ? label(each) : `${label(each)} and all in it`),
							) || names.includes(`${label(box)} and all in it`),
					);
					expect(named, box.id).toHaveLength(1);
					const { effect, why } = result.get(box.id)!;
					expect(named[0]).toMatchObject({ effect, why });
				}
				const told = groups.map(({ effect, word, why }) => `${effect} ${word} ${why}`);
				expect(new Set(told).size).toBe(told.length);
			}
	},
);

test('names no box twice, and leaves out boxes inside a named one', () => {
	for (const { edition, topology } of layouts)
		for (const failure of failuresOf(edition)) {
			const origin = boxAt(topology, leavesOf(topology)[0]!);
			const groups = impactGroups(topology, affected(topology, failure, origin));
			const names = groups.flatMap((group) => group.names);
			expect(new Set(names).size).toBe(names.length);
			for (const group of groups) expect(group.names.length).toBeGreaterThan(0);
		}
});
