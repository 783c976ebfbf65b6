import { combinations, paths } from '../../src/guide/engine/enumerate.ts';
import type { Answers } from '../../src/guide/engine/model.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import type { Names } from '../../src/guide/kestra/names.ts';
import type { Plan } from '../../src/guide/plan/plan.ts';
import { planFor } from '../../src/guide/plan/plan.ts';

/** Answers and their plan. */
export interface Answered {
	readonly given: Answers;
	readonly plan: Plan;
}

/** The plan for complete answers. */
export const answered = (given: Answers, names: Names = {}): Answered => ({
	given,
	plan: planFor(given, names)!,
});

/** Every combination of values for all questions. */
export const everyCombination: readonly Answered[] = [
	...combinations(kestra, {}, ({ id }) => id !== 'development' && id !== 'called'),
].map((given) => answered(given));

/** Every path through the guide, answered with values. */
export const everyPath: readonly Answered[] = [...paths(kestra)].map((given) => answered(given));

/** One path through the guide for each combination of outcomes and headline. */
export const everyKind: readonly Answered[] = [
	...new Map(
		everyPath.map((one) => [
			`${Object.values(one.plan.outcomes).join(' ')} ${one.plan.headline}`,
			one,
		]),
	).values(),
];

/** All questions answered with “I don’t know”. */
export const knowsNothing: Answered = answered(
	Object.fromEntries(kestra.questions.map(({ id }) => [id, 'unknown'])),
);

/** Makes full addresses on an example site. */
export const address = (rootRelative: string) => `https://docs.example.com/kestra${rootRelative}`;
