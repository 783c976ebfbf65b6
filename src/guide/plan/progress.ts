/**
 * What the answers so far have done: what the last one settled, how much is left, which answers no longer matter.
 * It does not depend on the code that makes plans, so that readers fetch that code only for a result.
 */

import { complete, matters, possibleOutcomes } from '../engine/engine.ts';
import { countOutcomes } from '../engine/enumerate.ts';
import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import type { DecisionId } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import { questions } from '../kestra/questions.ts';

/** How one answer narrowed a decision. */
export interface Effect {
	readonly decision: DecisionId;
	/** Outcomes that were possible before and no longer are. */
	readonly gone: readonly string[];
	/** The outcome, when the answer settled the decision. */
	readonly settled: string | undefined;
	/** The rule that settled it, when only one can fire. */
	readonly rule: string | undefined;
}

/** The decisions that narrowed between two sets of answers. */
export function narrowed(before: Answers, after: Answers): readonly Effect[] {
	const was = possibleOutcomes(kestra, before);
	const is = possibleOutcomes(kestra, after);
	return decisions.flatMap(({ id: decision }): Effect[] => {
		const then = was.get(decision)!.outcomes;
		const { outcomes: now, rules } = is.get(decision)!;
		const gone = then.filter((outcome) => !now.includes(outcome));
		if (gone.length === 0) return [];
		const settled = now.length === 1 ? now[0] : undefined;
		return [{ decision, gone, settled, rule: rules.length === 1 ? rules[0] : undefined }];
	});
}

/** A place among the questions. */
export interface Step {
	readonly number: number;
	/** How many there are at most, those answered included. */
	readonly most: number;
}

/** The number of a question among those answered and those that may still be asked. */
export function stepOf(answers: Answers, shown: string): Step {
	const asked = kestra.questions
		.filter(({ refinement }) => !refinement)
		.map(({ id }) => id)
		.filter((id) => id === shown || Object.hasOwn(answers, id) || matters(kestra, answers, id));
	return { number: asked.indexOf(shown) + 1, most: asked.length };
}

/** Number of combinations of outcomes still possible. */
export function plansLeft(answers: Answers): number {
	return countOutcomes(
		kestra,
		answers,
		decisions.map(({ id }) => id),
	);
}

/**
 * Ids of the answered questions whose answer no longer makes a difference, given the other answers, not even by the
 * default of a refinement.
 */
export function idleAnswers(answers: Answers): readonly string[] {
	const decided = outcomesWith(answers);
	return questions
		.filter(({ id, values }) => {
			if (!Object.hasOwn(answers, id)) return false;
			const { [id]: _, ...others } = answers;
			return (
				!matters(kestra, others, id) &&
				values.every(({ id: value }) => outcomesWith({ ...answers, [id]: value }) === decided)
			);
		})
		.map(({ id }) => id);
}

/** What is possible in every table, refinements as they follow from the answers; equal texts for equal outcomes. */
const outcomesWith = (answers: Answers): string =>
	[...possibleOutcomes(kestra, complete(kestra, answers).answers).values()]
		.map(({ outcomes }) => outcomes.join())
		.join(' ');
