import { expect, test } from 'vitest';
import { combinations } from '../../../src/guide/engine/enumerate.ts';
import { possibleOutcomes } from '../../../src/guide/engine/engine.ts';
import type { Condition } from '../../../src/guide/engine/model.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { nextSteps } from '../../../src/guide/kestra/next-steps.ts';

const holds = (
	{ answers = {}, outcomes = {} }: Condition,
	given: Readonly<Record<string, string>>,
	decided: Readonly<Record<string, string>>,
) =>
	Object.entries(answers).every(([id, values]) => values.includes(given[id]!)) &&
	Object.entries(outcomes).every(([id, values]) => values.includes(decided[id]!));

/** The checklist of each combination of answers. */
const checklists = [...combinations(kestra)].map((answers) => {
	const decided = Object.fromEntries(
		[...possibleOutcomes(kestra, answers)].map(([id, { outcomes }]) => [id, outcomes[0]!]),
	);
	return nextSteps.filter(({ when }) => holds(when, answers, decided));
});

test('every plan gets between five and ten next steps', () => {
	for (const checklist of checklists) {
		expect(checklist.length).toBeGreaterThanOrEqual(5);
		expect(checklist.length).toBeLessThanOrEqual(10);
	}
});

test('every plan starts with a single step that deploys', () => {
	for (const checklist of checklists) {
		const deploying = checklist.filter(({ id }) => id.startsWith('deploy-'));
		expect(deploying).toEqual([checklist[0]]);
	}
});

test('every next step belongs to some plan', () => {
	const used = new Set(checklists.flat());
	for (const step of nextSteps) expect(used, step.id).toContain(step);
});

test('ids of next steps are different', () => {
	expect(new Set(nextSteps.map(({ id }) => id)).size).toBe(nextSteps.length);
});

test('a condition names only questions, decisions, values and outcomes of the model', () => {
	const values = new Set(
		[...kestra.questions, ...kestra.decisions].flatMap((of) =>
			('values' in of ? of.values : of.outcomes).map(({ id }) => `${of.id}.${id}`),
		),
	);
	for (const { when } of nextSteps)
		for (const [id, allowed] of Object.entries({ ...when.answers, ...when.outcomes }))
			for (const value of allowed) {
				// A question and a decision may share an id: each value must belong to one of the two.
				expect(values).toContain(`${id}.${value}`);
			}
});
