/**
 * What the answers so far have done: what the last one settled, how much is left, which answers no longer count.
 * It needs no plan, so a reader who is still answering need not fetch what draws one.
 */
import type { DecisionId } from './decisions.ts';
import { decisions } from './decisions.ts';
import { countOutcomes, matters, standings } from './engine.ts';
import { kestra } from './kestra.ts';
import type { Answers } from './model.ts';
import { questions } from './questions.ts';

/** What one answer did to what is decided, compared with the answers before it. */
export interface Effect {
	readonly decision: DecisionId;
	/** Outcomes that were possible before and are not now. */
	readonly gone: readonly string[];
	/** The outcome, when the answer settled the decision. */
	readonly settled: string | undefined;
	/** The rule that settled it, when only one can fire. */
	readonly rule: string | undefined;
}

/** What changed between two sets of answers, one entry for each decision that narrowed. */
export function narrowed(before: Answers, after: Answers): readonly Effect[] {
	const was = standings(kestra, before);
	const is = standings(kestra, after);
	return decisions.flatMap(({ id: decision }): Effect[] => {
		const then = was.get(decision)!.outcomes;
		const { outcomes: now, rules } = is.get(decision)!;
		const gone = then.filter((outcome) => !now.includes(outcome));
		if (gone.length === 0) return [];
		const settled = now.length === 1 ? now[0] : undefined;
		return [{ decision, gone, settled, rule: rules.length === 1 ? rules[0] : undefined }];
	});
}

/** How many different combinations of outcomes are still possible. */
export function plansLeft(answers: Answers): number {
	return countOutcomes(
		kestra,
		answers,
		decisions.map(({ id }) => id),
	);
}

/** Ids of the questions given an answer that no longer changes anything, the other answers as they are. */
export function idleAnswers(answers: Answers): readonly string[] {
	return questions
		.map(({ id }) => id)
		.filter((id) => {
			if (!Object.hasOwn(answers, id)) return false;
			const { [id]: _, ...others } = answers;
			return !matters(kestra, others, id);
		});
}
