import { expect, test } from 'vitest';
import { decisions } from '../../src/guide/kestra/decisions.ts';
import { contentPages, scenarios } from '../support/content.ts';

/** Ids of the sections that every strategy page has, in order. */
const strategySections = 'picture for-whom get give-up set-up production move-on from-before'.split(
	' ',
);
const scenarioSections = 'story answers plan watch'.split(' ');

const sectionsOf = (text: string) =>
	[...text.matchAll(/^## .*\{#([^}]+)\}$/gm)].map(([, id]) => id);

const strategies = decisions.flatMap(({ id, outcomes }) =>
	outcomes
		.filter(({ address }) => !address.includes('#'))
		.map((outcome) => ({
			address: outcome.address,
			key: `${id}.${outcome.id}`,
			page: contentPages.find((page) => `/${page.id}/` === outcome.address),
		})),
);

test.for(strategies)('$address describes $key, section by section', ({ key, page }) => {
	expect(page?.data.outcome).toBe(key);
	expect(page?.data.answers).toBeDefined();
	const text = page?.body ?? '';
	// Some strategies are also right for one or a few.
	expect(sectionsOf(text).filter((id) => id !== 'exceptions')).toEqual(strategySections);
	for (const component of ['<ExamplePlan />', '<LeadsHere />', '<ReviewTriggers />'])
		expect(text).toContain(component);
});

test('no strategy is described twice or without an outcome', () => {
	expect(contentPages.filter(({ id }) => id.startsWith('strategies/'))).toHaveLength(
		strategies.length,
	);
});

test.for(strategies.filter(({ key }) => /^(stages|groups)\./.test(key)))(
	'$address lists the moves to and from it',
	({ page }) => {
		for (const direction of ['from', 'to'])
			expect(page?.body).toContain(`<Migrations direction="${direction}" />`);
	},
);

test.for(scenarios)('$id tells its story, its answers and its plan', ({ body }) => {
	expect(sectionsOf(body)).toEqual(scenarioSections);
	for (const component of ['ScenarioAnswers', 'ExamplePlan'])
		expect(body).toContain(`<${component} />`);
});

test('a story is short', () => {
	for (const { id, body } of scenarios) {
		const [, story = ''] = body.split(/^## .*\{#(?:story|answers)\}$/m);
		const words = story
			.replaceAll(/<[^>]*>/g, '')
			.split(/\s+/)
			.filter(Boolean).length;
		expect(words, id).toBeGreaterThanOrEqual(100);
		expect(words, id).toBeLessThanOrEqual(250);
	}
});
