/** Changes of answers and plans as sentences. */
import { answerLabel, anyOf, decisionOf, outcomeOf, questionOf } from './lookup.ts';
import type { Plan } from './plan.ts';
import type { Tip } from './reasons.ts';

/** An answer as a reader recognises it: `Edition: “Open source”`. */
export const answerWords = (question: string, value: string): string =>
	`${questionOf(question).short}: “${answerLabel(question, value)}”`;

/** What other answers would make of a plan, in one or more sentences. */
export function outlookWords(
	plan: Pick<Plan, 'headline'>,
	{ headline, changes }: Pick<Tip, 'headline' | 'changes'>,
): string {
	const another = headline !== undefined && headline !== plan.headline ? [`${headline}.`] : [];
	const changed = changes.map(({ decision, from, to }) => {
		const might = anyOf(to.map((outcome) => lowerFirst(outcomeOf(decision, outcome).label)));
		const instead = to.includes(from)
			? ''
			: ` instead of ${lowerFirst(outcomeOf(decision, from).label)}`;
		return `${decisionOf(decision).short}: ${might}${instead}.`;
	});
	const sentences = [...another, ...changed];
	return sentences.length ? sentences.join(' ') : 'The same layout, with other stages in it.';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
