import { decisions } from '../kestra/decisions.ts';
import type { Sign } from '../kestra/review-triggers.ts';
import { signs } from '../kestra/review-triggers.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * The signs that an outcome has been outgrown.
 * @param outcome as `decision.outcome`
 * @param edition signs for the other edition only are left out
 */
export function signsOf(outcome: string, edition?: 'open-source' | 'enterprise'): readonly Sign[] {
	return signs.filter(
		(sign) =>
			sign.of === outcome &&
			(edition === undefined || sign.edition === undefined || sign.edition === edition),
	);
}

/** The signs that a plan has been outgrown, in the order of its decisions. */
export function signsOfPlan({ outcomes, answers, topology }: Plan): readonly Sign[] {
	return decisions
		.flatMap(({ id }) => signsOf(`${id}.${outcomes[id]}`, topology.edition))
		.filter(({ notFor }) => !notFor?.some((kind) => kind === answers['groups']));
}
