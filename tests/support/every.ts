/** All combinations and all paths of the real model, for tests of its laws. */
import { combinations, paths } from '../../src/guide/engine/enumerate.ts';
import type { Answers } from '../../src/guide/engine/model.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import type { Plan } from '../../src/guide/plan/plan.ts';
import { planFor } from '../../src/guide/plan/plan.ts';

/** Answers to all questions. */
export type Combination = Readonly<Record<string, string>>;

/** Every combination of values for all questions. */
export const everyCombination: readonly Combination[] = [...combinations(kestra)];

/** Every path through the guide, answered with values. */
export const everyPath: readonly Answers[] = [...paths(kestra)];

/** Every path through the guide, with values and “I don’t know”. */
export const everyPathWithUnknowns: readonly Answers[] = [...paths(kestra, true)];

const plans = new WeakMap<Answers, Plan>();
const combinationAt = new Map(
	everyCombination.map((answers) => [JSON.stringify(answers), answers]),
);

/**
 * The plan for complete answers, computed once for each object and each combination.
 * @throws when a question is left to ask
 */
export function planOf(answers: Answers): Plan {
	const known = plans.get(answers);
	if (known) return known;
	const combination = combinationAt.get(JSON.stringify(answers)) ?? answers;
	const plan = plans.get(combination) ?? planFor(combination);
	if (!plan) throw new Error(`A question is left to ask after ${JSON.stringify(answers)}.`);
	plans.set(combination, plan);
	plans.set(answers, plan);
	return plan;
}

/** Every completion of answers with values; unknowns are replaced too. */
export function completionsOf(answers: Answers): readonly Combination[] {
	let places = [0];
	let stride = 1;
	for (const { id, values } of kestra.questions) {
		const given = values.findIndex((value) => value.id === answers[id]);
		const possible = given < 0 ? [...values.keys()] : [given];
		const step = stride;
		places = places.flatMap((place) => possible.map((value) => place + value * step));
		stride *= values.length;
	}
	return places.map((place) => everyCombination[place]!);
}

const layouts = new WeakMap<Plan, string>();

/**
 * Everything in a plan, as text, for comparisons. Leaves out that a development instance was added, because that
 * depends on the answers and is not part of the layout.
 */
export function layoutOf(plan: Plan): string {
	const known = layouts.get(plan);
	if (known !== undefined) return known;
	const { outcomes, headline, count, path, topology } = plan;
	const layout = JSON.stringify(
		{ outcomes, headline, formula: count.formula, path, topology },
		(key, value) => (key === 'added' ? undefined : (value as unknown)),
	);
	layouts.set(plan, layout);
	return layout;
}
