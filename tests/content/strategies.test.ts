import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decisions } from '../../src/guide/kestra/decisions.ts';
import { scenarios } from '../../src/guide/kestra/scenarios.ts';

/** Ids of the sections that every strategy page has, in order. */
const strategySections = 'picture for-whom get give-up set-up production move-on from-before'.split(
	' ',
);
const scenarioSections = 'story answers plan watch'.split(' ');

const page = (address: string) =>
	readFileSync(`src/content/docs${address.slice(0, -1)}.mdx`, 'utf8');
const sectionsOf = (text: string) =>
	[...text.matchAll(/^## .*\{#([^}]+)\}$/gm)].map(([, id]) => id);

const strategies = decisions.flatMap(({ id, outcomes }) =>
	outcomes
		.filter(({ address }) => !address.includes('#'))
		.map((outcome) => ({ address: outcome.address, key: `${id}.${outcome.id}` })),
);

test.for(strategies)('$address describes $key, section by section', ({ address, key }) => {
	const text = page(address);
	expect(text).toMatch(new RegExp(`^outcome: ${key}$`, 'm'));
	expect(sectionsOf(text)).toEqual(strategySections);
	for (const component of [
		'<PlanFor ',
		`<LeadsHere outcome="${key}"`,
		`<ReviewTriggers outcome="${key}"`,
	])
		expect(text).toContain(component);
});

test('no strategy is described twice or without an outcome', () => {
	expect(globSync('src/content/docs/strategies/*.mdx')).toHaveLength(strategies.length);
});

test.for(strategies.filter(({ key }) => /^(stages|groups)\./.test(key)))(
	'$address lists the moves to and from it',
	({ address, key }) => {
		for (const direction of ['from', 'to'])
			expect(page(address)).toContain(`<Migrations outcome="${key}" direction="${direction}"`);
	},
);

test.for(scenarios)(
	'/scenarios/$id/ tells its story, its answers and its plan',
	({ id, title }) => {
		const text = page(`/scenarios/${id}/`);
		expect(text).toContain(`\ntitle: ${title}\n`);
		expect(sectionsOf(text)).toEqual(scenarioSections);
		for (const component of ['ScenarioAnswers', 'ScenarioPlan'])
			expect(text).toContain(`<${component} scenario="${id}" />`);
	},
);

test('a story is short', () => {
	for (const { id } of scenarios) {
		const [, story = ''] = page(`/scenarios/${id}/`).split(/^## .*\{#(?:story|answers)\}$/m);
		const words = story
			.replaceAll(/<[^>]*>/g, '')
			.split(/\s+/)
			.filter(Boolean).length;
		expect(words, id).toBeGreaterThanOrEqual(100);
		expect(words, id).toBeLessThanOrEqual(250);
	}
});

test('every page of a scenario has its data', () => {
	expect(globSync('src/content/docs/scenarios/*.mdx')).toHaveLength(scenarios.length + 1);
});
