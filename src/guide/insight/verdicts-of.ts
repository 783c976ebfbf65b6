/** The verdicts on the ideas that a reader came with. */
import { holds } from '../engine/conditions.ts';
import { nouns } from '../kestra/labels.ts';
import type { Called } from '../kestra/questions.ts';
import type { Verdict } from '../kestra/verdicts.ts';
import { verdicts } from '../kestra/verdicts.ts';
import type { Plan } from '../plan/plan.ts';

/** The verdicts on what readers come with, the most asked first. */
export function verdictsOf({ facts }: Pick<Plan, 'facts'>): readonly Verdict[] {
	const called = facts.outcomes['noun'] ?? 'none';
	const { one } = nouns[called === 'none' ? 'part' : (called as Called)];
	return verdicts
		.filter(({ when }) => when.some((condition) => holds(condition, facts)))
		.map((verdict) => ({ ...verdict, idea: verdict.idea.replace('{one}', one) }));
}
