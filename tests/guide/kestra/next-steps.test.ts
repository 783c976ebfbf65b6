import { expect, test } from 'vitest';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { nextSteps, nextStepsOf } from '../../../src/guide/kestra/next-steps.ts';
import { everyCombination, planOf } from '../../support/every.ts';

/** The checklist of each combination of answers. */
const checklists = everyCombination.map((answers) => nextStepsOf(planOf(answers).facts));

test('every plan gets between five and eleven next steps', () => {
	for (const checklist of checklists) {
		expect(checklist.length).toBeGreaterThanOrEqual(5);
		expect(checklist.length).toBeLessThanOrEqual(11);
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
		[...kestra.questions, ...kestra.decisions, ...kestra.derived].flatMap((of) =>
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
