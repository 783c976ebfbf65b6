/** All combinations and all paths of the real model, for tests of its laws. */
import { matters } from '../../src/guide/engine/engine.ts';
import { combinations, paths } from '../../src/guide/engine/enumerate.ts';
import type { Answers } from '../../src/guide/engine/model.ts';
import { UNKNOWN } from '../../src/guide/engine/model.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import type { Plan } from '../../src/guide/plan/plan.ts';
import { planFor } from '../../src/guide/plan/plan.ts';

/** Answers to all questions. */
export type Combination = Readonly<Record<string, string>>;

/** The refinements that only move development or change a word: enumerated where a test is about them. */
export const apartFromShape: readonly string[] = ['development', 'called'];

/** Every combination of values, `development` and `called` left to their defaults. */
export const everyCombination: readonly Combination[] = [
	...combinations(kestra, {}, ({ id }) => !apartFromShape.includes(id)),
];

/** Combinations that differ in what development and words depend on, each once. */
function isPlain({ sandboxes, logins }: Combination) {
	return sandboxes === 'no' && logins === 'one-login';
}

/** Every combination for which another development, or another word for the parts, makes a difference. */
export const everyRefined: readonly Combination[] = everyCombination
	.filter(isPlain)
	.flatMap((answers) =>
		apartFromShape
			.filter((id) => matters(kestra, answers, id))
			.flatMap((id) =>
				kestra.questions
					.find((question) => question.id === id)!
					.values.map((value) => ({ ...answers, [id]: value.id })),
			),
	);

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

/** Every completion of answers with values for what the guide asks; unknowns are replaced too. */
export function completionsOf(answers: Answers): readonly Combination[] {
	const known = Object.fromEntries(
		Object.entries(answers).filter(([, value]) => value !== UNKNOWN),
	);
	return [...combinations(kestra, known, ({ refinement }) => !refinement)];
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
