import { expect, test } from 'vitest';
import { affected, boxAt, mishapsOf } from '../../src/guide/insight/failure-impact.ts';
import { layouts } from '../../src/guide/insight/layouts.ts';
import type { Mishap } from '../../src/guide/kestra/failures.ts';
import type { Leaf } from '../../src/guide/plan/isolation.ts';
import { leavesOf } from '../../src/guide/plan/isolation.ts';
import { pages } from '../support/built.ts';

const tables = pages
	.find(({ path }) => path === '/reference/decision-tables/')!
	.root.querySelectorAll('[data-mishap]');

/** If both editions have the same effects, there is one table, with the text for Enterprise. */
const cellOf = (mishap: Mishap, layout: string) => {
	const table = tables.find((each) => each.getAttribute('data-mishap') === mishap.id);
	return [layout, layout.replace('open-source', 'enterprise')]
		.map((id) => table?.querySelector(`[data-layout="${id}"]`))
		.find((cell) => cell);
};

const counts = ({ stage }: Leaf) => stage.role === 'production' || stage.role === 'everything';

test('the printed tables have every layout for every mishap', () => {
	for (const { id, edition } of layouts)
		for (const mishap of mishapsOf(edition)) {
			const cell = cellOf(mishap, id);
			expect(cell?.getAttribute('data-production'), `${id} ${mishap.id}`).toBeTruthy();
			expect(cell?.text).toMatch(/\w/);
		}
	expect(new Set(tables.map((table) => table.id)).size).toBe(mishapsOf('enterprise').length);
});

test('the printed tables are right for every place that a mishap can strike', () => {
	for (const { id, edition, topology } of layouts)
		for (const mishap of mishapsOf(edition)) {
			const cell = cellOf(mishap, id)!;
			const leaves = leavesOf(topology);
			for (const from of leaves) {
				const result = affected(topology, mishap, boxAt(topology, from));
				for (const to of leaves) {
					const { effect } = result.get(boxAt(topology, to))!;
					const name = `${id} ${mishap.id} from ${from.stage.name} to ${to.stage.name}`;
					const otherStage = from.stage.name !== to.stage.name;
					const otherGroup = from.group !== to.group;
					if (counts(to) && !otherGroup && (otherStage || from.stage.role === 'everything'))
						expect(cell.getAttribute('data-production'), name).toBe(effect);
					if (otherGroup && !otherStage)
						expect(cell.getAttribute('data-groups'), name).toBe(effect);
				}
			}
		}
});
