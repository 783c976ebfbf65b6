import { describe, expect, test } from 'vitest';
import { assume, matters, nextQuestion } from '../../src/guide/engine/engine.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { guideAddress, readEntries } from '../../src/guide/url/query.ts';
import { exampleOf, exampleProblems, requiredExampleOf } from '../../src/lib/example-plan.ts';
import { contentPages, scenarios } from '../support/content.ts';

/** The plan that each story tells: the outcome of every decision. */
const told: Readonly<
	Record<string, { readonly headline: string; readonly outcomes: Readonly<Record<string, string>> }>
> = {
	'learning-at-home': {
		headline: 'One instance',
		outcomes: {
			stages: 'single-instance',
			groups: 'nothing-to-separate',
			sandboxes: 'shared-development',
			namespaces: 'by-domain',
			edition: 'open-source-fits',
		},
	},
	'three-people-on-open-source': {
		headline: 'One instance, with a namespace for each stage',
		outcomes: {
			stages: 'namespace-per-stage',
			groups: 'nothing-to-separate',
			sandboxes: 'shared-development',
			namespaces: 'by-domain',
			edition: 'open-source-fits',
		},
	},
	'critical-on-one-server': {
		headline: 'Two instances',
		outcomes: {
			stages: 'two-instances',
			groups: 'nothing-to-separate',
			sandboxes: 'shared-development',
			namespaces: 'by-domain',
			edition: 'open-source-fits',
		},
	},
	'starting-on-cloud': {
		headline: 'Two instances',
		outcomes: {
			stages: 'two-instances',
			groups: 'nothing-to-separate',
			sandboxes: 'shared-development',
			namespaces: 'by-domain',
			edition: 'enterprise-in-use',
		},
	},
	'engineers-in-development': {
		headline: 'Two instances',
		outcomes: {
			stages: 'two-instances',
			groups: 'nothing-to-separate',
			sandboxes: 'tenant-per-engineer',
			namespaces: 'by-team',
			edition: 'enterprise-in-use',
		},
	},
	'teams-that-share-flows': {
		headline: 'Two instances, with a namespace for each team',
		outcomes: {
			stages: 'two-instances',
			groups: 'namespace-per-group',
			sandboxes: 'local-instance-per-engineer',
			namespaces: 'by-team',
			edition: 'open-source-fits',
		},
	},
	'ten-customers': {
		headline: 'Two instances, with a tenant for each customer',
		outcomes: {
			stages: 'two-instances',
			groups: 'tenant-per-group',
			sandboxes: 'shared-development',
			namespaces: 'by-domain',
			edition: 'enterprise-in-use',
		},
	},
	'international-company': {
		headline: 'Two instances, with a tenant for each country',
		outcomes: {
			stages: 'two-instances',
			groups: 'tenant-per-group',
			sandboxes: 'shared-development',
			namespaces: 'by-team',
			edition: 'enterprise-in-use',
		},
	},
	'four-environments': {
		headline: 'An instance for each stage, with a namespace for each team',
		outcomes: {
			stages: 'instance-per-stage',
			groups: 'namespace-per-group',
			sandboxes: 'shared-development',
			namespaces: 'by-team',
			edition: 'enterprise-in-use',
		},
	},
	'customers-with-own-uptime': {
		headline: 'One development instance, and a production instance for each customer',
		outcomes: {
			stages: 'two-instances',
			groups: 'instance-per-group',
			sandboxes: 'shared-development',
			namespaces: 'by-domain',
			edition: 'enterprise-in-use',
		},
	},
	'teams-apart-on-open-source': {
		headline: 'Two instances for each team',
		outcomes: {
			stages: 'two-instances',
			groups: 'instance-per-group',
			sandboxes: 'shared-development',
			namespaces: 'by-team',
			edition: 'enterprise-recommended',
		},
	},
	'countries-by-law': {
		headline: 'Two instances for each country',
		outcomes: {
			stages: 'two-instances',
			groups: 'instance-per-group',
			sandboxes: 'shared-development',
			namespaces: 'by-domain',
			edition: 'enterprise-in-use',
		},
	},
	'bank-with-separated-teams': {
		headline: 'An instance for each stage of each team',
		outcomes: {
			stages: 'instance-per-stage',
			groups: 'instance-per-group',
			sandboxes: 'shared-development',
			namespaces: 'by-team',
			edition: 'enterprise-in-use',
		},
	},
};
const stories = scenarios.map((page) => ({ page, ...page, ...requiredExampleOf(page) }));

test('every scenario has a plan here to compare its story with, and every plan a scenario', () => {
	expect(stories.map(({ name }) => name).toSorted()).toEqual(Object.keys(told).toSorted());
});

test.for(stories)('$name has the plan that its story describes', ({ name, plan }) => {
	expect({ headline: plan.headline, outcomes: plan.outcomes }).toEqual(told[name]);
	expect(plan.assumed).toEqual([]);
});

test.for(stories)('$name leaves nothing to ask and nothing to assume', ({ answers }) => {
	expect(nextQuestion(kestra, answers)).toBeUndefined();
	expect(assume(kestra, answers).assumed).toEqual([]);
});

test.for(stories)('$name has only answers that the guide asks for', ({ name, answers }) => {
	// This story is about one server: the answer changes nothing, and the plan says why.
	const irrelevant = name === 'critical-on-one-server' ? ['capacity'] : [];
	const given: Record<string, string> = {};
	for (const [question, value] of Object.entries(answers)) {
		if (!irrelevant.includes(question))
			expect(matters(kestra, given, question), question).toBe(true);
		given[question] = value;
	}
});

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
	const outcomesTold = new Set(
		Object.values(told).flatMap(({ outcomes }) => Object.values(outcomes)),
	);
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
