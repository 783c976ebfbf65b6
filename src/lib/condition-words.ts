/** What a condition of the model asks for, in words, with the addresses of what it names on the decision tables page. */

import type { Condition } from '~/guide/engine/model.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import { answerLabel, decisionOf, outcomeOf, questionOf } from '~/guide/kestra/lookup.ts';

/** One line of a condition: a question or an earlier table, and the values that it allows. */
export interface ConditionLine {
	readonly about: string;
	/** Any of these is enough. `href` is a fragment of the decision tables page. */
	readonly values: readonly { readonly words: string; readonly href: string }[];
}

/** Lines that must all hold; none for a condition that always does. Aspects of a plan and derived tables have no line. */
export const conditionLines = ({ answers, outcomes }: Condition): readonly ConditionLine[] => [
	...Object.entries(answers ?? {}).map(([id, values]) => ({
		about: questionOf(id).short,
		values: values.map((value) => ({ words: answerLabel(id, value), href: `#${id}.${value}` })),
	})),
	...Object.entries(outcomes ?? {})
		.filter(([id]) => kestra.decisions.some((decision) => decision.id === id))
		.map(([id, values]) => ({
			about: decisionOf(id).short,
			values: values.map((value) => ({
				words: outcomeOf(id, value).label,
				href: `#outcome-${id}.${value}`,
			})),
		})),
];
