import type { Condition } from './model.ts';

/** What a condition is checked against: answers by question id, outcomes by decision or aspect id. */
export interface Facts {
	readonly answers: Readonly<Partial<Record<string, string>>>;
	readonly outcomes: Readonly<Partial<Record<string, string>>>;
}

const allIn = (
	wanted: Readonly<Record<string, readonly string[]>> | undefined,
	actual: Readonly<Partial<Record<string, string>>>,
) => Object.entries(wanted ?? {}).every(([id, values]) => values.includes(actual[id] ?? ''));

/** Whether a condition holds. An empty one always does. */
export function holds(condition: Condition, facts: Facts): boolean {
	return allIn(condition.answers, facts.answers) && allIn(condition.outcomes, facts.outcomes);
}
