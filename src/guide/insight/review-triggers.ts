import { holds } from '../engine/conditions.ts';
import { decisions } from '../kestra/decisions.ts';
import type { ReviewTrigger } from '../kestra/review-triggers.ts';
import { reviewTriggers } from '../kestra/review-triggers.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * The signs that an outcome has been outgrown.
 * @param outcome as `decision.outcome`
 * @param edition signs for the other edition only are left out
 */
export function reviewTriggersOf(
	outcome: string,
	edition?: 'open-source' | 'enterprise',
): readonly ReviewTrigger[] {
	return reviewTriggers.filter(
		(trigger) =>
			trigger.of === outcome &&
			(edition === undefined || trigger.edition === undefined || trigger.edition === edition),
	);
}

/** The signs that a plan has been outgrown, in the order of its decisions. */
export function reviewTriggersOfPlan(plan: Plan): readonly ReviewTrigger[] {
	return decisions
		.flatMap(({ id }) => reviewTriggersOf(`${id}.${plan.outcomes[id]}`, plan.topology.edition))
		.filter(({ unless }) => !unless || !holds(unless, plan.facts));
}
