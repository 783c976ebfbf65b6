/** The bytes of each kind of page against `tests/budgets.json`. Times vary between runs: `npm run bench` prints them. */
import { expect, inject, test } from 'vitest';
import { base, dist } from '../../tools/lib/site.ts';
import budgets from '../budgets.json' with { type: 'json' };
import { openContext } from '../support/browser/page.ts';
import { type Weight, weigh } from '../support/weigh.ts';

async function weightOf(path: string): Promise<Weight> {
	const context = await openContext();
	const site = { root: dist, address: inject('origin') + base };
	return weigh(await context.newPage(), site, path);
}

const kinds = Object.entries(budgets.pages);

test.each(kinds)('the weight of the page “%s” is within its budget', async (_kind, budget) => {
	const weight = await weightOf(budget.path);
	for (const part of ['html', 'css', 'js', 'font', 'requests'] as const)
		expect(weight[part], part).toBeLessThanOrEqual(budget[part]);
});

test('the guide adds little script to that of a reading page', async () => {
	const guide = await weightOf(budgets.pages.guide.path);
	const reading = await weightOf(budgets.pages.concept.path);
	expect(guide.js - reading.js).toBeLessThanOrEqual(budgets.guideScriptOverReading);
});
