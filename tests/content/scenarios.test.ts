import { describe, expect, test } from 'vitest';
import { matters, nextQuestion } from '../../src/guide/engine/engine.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { guideAddress, readEntries } from '../../src/guide/url/query.ts';
import { exampleOf, exampleProblems, requiredExampleOf } from '../../src/lib/example-plan.ts';
import { contentPages, scenarios } from '../support/content.ts';

/** The plan that each story tells: its headline, then the outcome of every decision, in the order of the tables. */
const told: Readonly<Record<string, readonly string[]>> = {
	'learning-at-home': [
		'One instance',
		'single-instance',
		'nothing-to-separate',
		'no-exceptions',
		'shared-development',
		'by-domain',
		'open-source-fits',
	],
	'three-people-on-open-source': [
		'One instance, with a namespace for each stage',
		'namespace-per-stage',
		'nothing-to-separate',
		'no-exceptions',
		'shared-development',
		'by-domain',
		'open-source-fits',
	],
	'critical-on-one-server': [
		'Production, and a development that may be a laptop',
		'two-instances',
		'nothing-to-separate',
		'no-exceptions',
		'shared-development',
		'by-domain',
		'open-source-fits',
	],
	'starting-on-cloud': [
		'Two instances',
		'two-instances',
		'nothing-to-separate',
		'no-exceptions',
		'shared-development',
		'by-domain',
		'enterprise-in-use',
	],
	'engineers-in-development': [
		'Two instances',
		'two-instances',
		'nothing-to-separate',
		'no-exceptions',
		'tenant-per-engineer',
		'by-team',
		'enterprise-in-use',
	],
	'teams-that-share-flows': [
		'Two instances, with a namespace for each team',
		'two-instances',
		'namespace-per-group',
		'no-exceptions',
		'local-instance-per-engineer',
		'by-team',
		'open-source-fits',
	],
	'ten-customers': [
		'Two instances, with a tenant for each customer',
		'two-instances',
		'tenant-per-group',
		'no-exceptions',
		'shared-development',
		'by-domain',
		'enterprise-in-use',
	],
	'international-company': [
		'Two instances, with a tenant for each country',
		'two-instances',
		'tenant-per-group',
		'no-exceptions',
		'shared-development',
		'by-team',
		'enterprise-in-use',
	],
	'four-environments': [
		'An instance for each stage, with a namespace for each team',
		'instance-per-stage',
		'namespace-per-group',
		'no-exceptions',
		'shared-development',
		'by-team',
		'enterprise-in-use',
	],
	'customers-with-own-uptime': [
		'One development instance, and a production instance for each customer',
		'two-instances',
		'instance-per-group',
		'no-exceptions',
		'shared-development',
		'by-domain',
		'enterprise-in-use',
	],
	'teams-apart-on-open-source': [
		'Two instances for each team',
		'two-instances',
		'instance-per-group',
		'no-exceptions',
		'shared-development',
		'by-team',
		'enterprise-recommended',
	],
	'countries-by-law': [
		'Two instances for each country',
		'two-instances',
		'instance-per-group',
		'no-exceptions',
		'shared-development',
		'by-domain',
		'enterprise-in-use',
	],
	'bank-with-separated-teams': [
		'An instance for each stage of each team',
		'instance-per-stage',
		'instance-per-group',
		'no-exceptions',
		'shared-development',
		'by-team',
		'enterprise-in-use',
	],
	'forty-customers-one-engineer': [
		'Production, and a development that may be a laptop',
		'two-instances',
		'nothing-to-separate',
		'no-exceptions',
		'shared-development',
		'by-domain',
		'open-source-fits',
	],
	'one-country-by-law': [
		'Two instances, with a namespace for each country, and one of its own for each exception',
		'two-instances',
		'namespace-per-group',
		'instance-per-exception',
		'shared-development',
		'by-team',
		'enterprise-in-use',
	],
	'finance-apart': [
		'Two instances, with a namespace for each department, and a tenant of its own for each exception',
		'two-instances',
		'namespace-per-group',
		'tenant-per-exception',
		'shared-development',
		'by-team',
		'enterprise-in-use',
	],
	'two-companies-before-a-merger': [
		'Two instances for each company',
		'two-instances',
		'instance-per-group',
		'no-exceptions',
		'shared-development',
		'by-team',
		'enterprise-in-use',
	],
	'two-companies-after-a-merger': [
		'Two instances, with a namespace for each company, and one of its own for each exception',
		'two-instances',
		'namespace-per-group',
		'instance-per-exception',
		'shared-development',
		'by-team',
		'enterprise-in-use',
	],
	'a-regulated-pair': [
		'An instance for each stage, with a tenant for each site',
		'instance-per-stage',
		'tenant-per-group',
		'no-exceptions',
		'shared-development',
		'by-team',
		'enterprise-in-use',
	],
};
const stories = scenarios.map((page) => ({ page, ...page, ...requiredExampleOf(page) }));

test('every scenario has a plan here to compare its story with, and every plan a scenario', () => {
	expect(stories.map(({ name }) => name).toSorted()).toEqual(Object.keys(told).toSorted());
});

test.for(stories)('$name has the plan that its story describes', ({ name, plan }) => {
	expect([plan.headline, ...Object.values(plan.outcomes)]).toEqual(told[name]);
	expect(plan.assumed).toEqual([]);
});

test.for(stories)('$name leaves nothing to ask', ({ answers }) => {
	expect(nextQuestion(kestra, answers)).toBeUndefined();
});

test.for(stories)(
	'$name has only answers that the guide asks for, and refinements',
	({ name, answers }) => {
		// This story is about one server: the answer changes nothing, and the plan says why.
		const irrelevant = name === 'critical-on-one-server' ? ['capacity'] : [];
		const given: Record<string, string> = {};
		for (const [question, value] of Object.entries(answers)) {
			const refines = kestra.questions.find(({ id }) => id === question)?.refinement;
			if (!refines && !irrelevant.includes(question))
				expect(matters(kestra, given, question), question).toBe(true);
			given[question] = value;
		}
	},
);

test.for(stories)('$name opens the guide with its answers', ({ answers }) => {
	const address = guideAddress(answers);
	const { answers: read, dropped } = readEntries(
		new URL(address, 'https://x.example').searchParams,
	);
	expect(read).toEqual(answers);
	expect(dropped).toEqual([]);
});

test('names in a story are valid at every level', () => {
	for (const { name, data } of scenarios) {
		expect(data.names?.company, name).toBeDefined();
		for (const given of Object.values(data.names ?? {}).flat())
			expect(given).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
	}
});

test('there are at least ten stories, each different from the others and at a place of its own', () => {
	expect(stories.length).toBeGreaterThanOrEqual(10);
	expect(new Set(stories.map(({ answers }) => guideAddress(answers))).size).toBe(stories.length);
	expect(stories.map(({ data }) => data.sidebar.order)).toEqual(
		stories.map((_, index) => index + 1),
	);
});

test('every outcome with a page of its own is in some scenario', () => {
	const outcomesTold = new Set(Object.values(told).flat());
	for (const { outcomes } of kestra.decisions)
		for (const { id, address } of outcomes)
			if (address.startsWith('/strategies/')) expect(outcomesTold).toContain(id);
});

describe('the plan in the frontmatter of a page', () => {
	const [page] = scenarios;
	const answers = page!.data.answers!;
	const withAnswers = (changed: Readonly<Record<string, string>>) =>
		exampleOf({ filePath: 'x/y.mdx', data: { answers: changed } });

	test('is understood on every page that has one', () => {
		expect(contentPages.filter((one) => exampleOf(one) !== undefined).length).toBeGreaterThan(20);
	});

	test('is refused with the name of the file when a question is unknown', () => {
		expect(() => withAnswers({ ...answers, colour: 'blue' })).toThrow(/^x\/y\.mdx .*"colour"/);
	});

	test('is refused when a value is unknown, and the known ones are listed', () => {
		const [question] = kestra.questions;
		expect(() => withAnswers({ ...answers, [question!.id]: 'unknown' })).toThrow(
			new RegExp(
				`"${question!.id}" with "unknown".*${question!.values.map(({ id }) => id).join(', ')}`,
			),
		);
	});

	test('is refused when a question is left open', () => {
		expect(() => withAnswers({})).toThrow(`"${kestra.questions[0]!.id}" open`);
	});

	test('is checked on all pages at once', () => {
		const pages = ['a.mdx', 'b.mdx'].map((filePath) => ({ filePath, data: { answers: {} } }));
		expect(exampleProblems([...contentPages, ...pages])).toEqual([
			expect.stringContaining('a.mdx'),
			expect.stringContaining('b.mdx'),
		]);
	});

	test('is refused when there are names alone, or when a page draws one that it does not have', () => {
		expect(() => exampleOf({ filePath: 'x.mdx', data: { names: { company: 'a' } } })).toThrow(
			/without answers/,
		);
		expect(() => requiredExampleOf({ filePath: 'x.mdx', data: {} })).toThrow(/x\.mdx/);
	});
});
