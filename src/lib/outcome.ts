import { decisions } from '../guide/decisions.ts';
import type { Outcome } from '../guide/model.ts';

/**
 * The outcome that a page is about.
 * @param key as `decision.outcome`, such as `stages.two-instances`
 * @throws when no decision has such an outcome, naming `where`
 */
export function outcomeOf(key: string, where: string): Outcome {
	const [decisionId, outcomeId] = key.split('.');
	const decision = decisions.find(({ id }) => id === decisionId);
	const outcome = decision?.outcomes.find(({ id }) => id === outcomeId);
	if (!outcome) throw new Error(`${where} names the outcome "${key}", which no decision has.`);
	return outcome;
}
