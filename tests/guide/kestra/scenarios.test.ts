import { expect, test } from 'vitest';
import { assume, matters, nextQuestion } from '../../../src/guide/engine/engine.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { scenarioOf, scenarios } from '../../../src/guide/kestra/scenarios.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';
import { guideAddress, readEntries } from '../../../src/guide/url/query.ts';

test.for(scenarios)(
	'$id has the plan that its story describes',
	({ answers, names, expect: told }) => {
		const plan = planFor(answers, names)!;
		expect(plan.headline).toBe(told.headline);
		expect(plan.outcomes).toEqual(told.outcomes);
		expect(plan.assumed).toEqual([]);
	},
);

test.for(scenarios)('$id leaves nothing to ask and nothing to assume', ({ answers }) => {
	expect(nextQuestion(kestra, answers)).toBeUndefined();
	expect(assume(kestra, answers).assumed).toEqual([]);
});

test.for(scenarios)('$id has only answers that the guide asks for', ({ id, answers }) => {
	// This story is about one server: the answer changes nothing, and the plan says why.
	const told = id === 'critical-on-one-server' ? ['capacity'] : [];
	const given: Record<string, string> = {};
	for (const [question, value] of Object.entries(answers)) {
		if (!told.includes(question)) expect(matters(kestra, given, question), question).toBe(true);
		given[question] = value;
	}
});

test.for(scenarios)('$id opens the guide with its answers', ({ answers }) => {
	const address = guideAddress(answers);
	const { answers: read, dropped } = readEntries(
		new URL(address, 'https://x.example').searchParams,
	);
	expect(read).toEqual(answers);
	expect(dropped).toEqual([]);
});

test('names in a story are valid at every level', () => {
	for (const { names } of scenarios)
		for (const name of Object.values(names).flat()) expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
});

test('there are at least ten stories, each different from the others', () => {
	expect(scenarios.length).toBeGreaterThanOrEqual(10);
	expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
	expect(new Set(scenarios.map(({ answers }) => guideAddress(answers))).size).toBe(
		scenarios.length,
	);
});

test('every outcome with a page of its own is in some scenario', () => {
	const told = new Set(
		scenarios.flatMap((scenario) => Object.values<string>(scenario.expect.outcomes)),
	);
	for (const { outcomes } of kestra.decisions)
		for (const { id, address } of outcomes)
			if (address.startsWith('/strategies/')) expect(told).toContain(id);
});

test('an unknown scenario throws an error that names it', () => {
	expect(() => scenarioOf('nowhere', '/page/')).toThrow(/nowhere/);
});
