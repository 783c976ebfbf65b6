import { expect, test } from 'vitest';
import { affected, boxAt, failuresOf } from '../../src/guide/insight/failure-impact.ts';
import { layouts } from '../../src/guide/insight/layouts.ts';
import type { Failure } from '../../src/guide/kestra/failures.ts';
import type { Leaf } from '../../src/guide/plan/isolation.ts';
import { leavesOf } from '../../src/guide/plan/isolation.ts';
import { pages } from '../support/built.ts';

const tables = pages
	.find(({ path }) => path === '/reference/decision-tables/')!
	.root.querySelectorAll('[data-failure]');

/** If both editions have the same effects, there is one table, with the text for Enterprise. */
const cellOf = (failure: Failure, layout: string) => {
	const table = tables.find((each) => each.getAttribute('data-failure') === failure.id);
	return [layout, layout.replace('open-source', 'enterprise')]
		.map((id) => table?.querySelector(`[data-layout="${id}"]`))
		.find((cell) => cell);
};

const counts = ({ stage }: Leaf) => stage.role === 'production' || stage.role === 'everything';

test('the printed tables have every layout for every failure', () => {
	for (const { id, edition } of layouts)
		for (const failure of failuresOf(edition)) {
			const cell = cellOf(failure, id);
			expect(cell?.getAttribute('data-production'), `${id} ${failure.id}`).toBeTruthy();
			expect(cell?.text).toMatch(/\w/);
		}
	expect(new Set(tables.map((table) => table.id)).size).toBe(failuresOf('enterprise').length);
});

test('the printed tables are right for every place that a failure can strike', () => {
	for (const { id, edition, topology } of layouts)
		for (const failure of failuresOf(edition)) {
			const cell = cellOf(failure, id)!;
			const leaves = leavesOf(topology);
			for (const from of leaves) {
				const result = affected(topology, failure, boxAt(topology, from));
				for (const to of leaves) {
					const { effect } = result.get(boxAt(topology, to))!;
					const name = `${id} ${failure.id} from ${from.stage.name} to ${to.stage.name}`;
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
