/**
 * The context of a plan: what would tip it, what was ruled out, and what depends on unknown answers.
 */

import { assume, combinations, nearestChange, possibleOutcomes } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import type { DecisionId } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import { questions } from '../kestra/questions.ts';
import type { Plan } from '../plan/plan.ts';
import { planFor, planKey } from '../plan/plan.ts';

/** A decision whose outcome would change. */
export interface Change {
	readonly decision: DecisionId;
	readonly from: string;
	/** The outcomes it may have; a single one when certain. */
	readonly to: readonly string[];
}

/** A change of one given answer after which the plan differs, or may differ. */
export interface WhatIf {
	readonly question: string;
	readonly value: string;
	/** The decisions that change; empty when only the names in the plan do. */
	readonly changes: readonly Change[];
	/** The new headline, when certain. */
	readonly headline: string | undefined;
}

const withoutUnknowns = (answers: Answers): Answers =>
	Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== UNKNOWN));

/** How other answers would change a plan. */
function effectOfChange(plan: Plan, answers: Answers): Pick<WhatIf, 'changes' | 'headline'> {
	const now = possibleOutcomes(kestra, answers);
	const changes = decisions.flatMap(({ id: decision }): Change[] => {
		const from = plan.outcomes[decision];
		const to = now.get(decision)!.outcomes;
		return to.length === 1 && to[0] === from ? [] : [{ decision, from, to }];
	});
	return { changes, headline: planFor(answers)?.headline };
}

/**
 * Every change of one answer that was given as a value, sorted by its effect.
 * Unknowns keep their safe choices throughout.
 * @returns `would`: every completion gives another plan; `could`: only some do, because the change opens a question
 */
export function whatIfs(plan: Plan): {
	readonly would: readonly WhatIf[];
	readonly could: readonly WhatIf[];
} {
	const would: WhatIf[] = [];
	const could: WhatIf[] = [];
	const settled = withoutUnknowns(plan.answers);
	for (const { id, values } of questions) {
		if (!Object.hasOwn(settled, id) || plan.assumed.includes(id)) continue;
		for (const { id: value } of values) {
			if (value === settled[id]) continue;
			// An unknown that did not matter before may matter now; the guide would then take its safe choice.
			const changed = withoutUnknowns(assume(kestra, { ...plan.answers, [id]: value }).answers);
			let same = false;
			let other = false;
			for (const completion of combinations(kestra, changed))
				if (planKey(completion) === plan.key) same = true;
				else other = true;
			if (!other) continue;
			const whatIf = { question: id, value, ...effectOfChange(plan, changed) };
			(same ? could : would).push(whatIf);
		}
	}
	return { would, could };
}

/** An outcome that was ruled out. */
export interface RuledOut {
	readonly decision: DecisionId;
	readonly outcome: string;
	/** The rule that fired instead. */
	readonly rule: string;
	/** The fewest answers to change or give to bring it back: question id to value id. */
	readonly nearest: Readonly<Record<string, string>> | undefined;
}

/** Every outcome, of every decision, that the plan does not have. */
export function ruledOut(plan: Plan): readonly RuledOut[] {
	return decisions.flatMap(({ id: decision, outcomes }) =>
		outcomes
			.filter(({ id }) => id !== plan.outcomes[decision])
			.map(({ id: outcome }) => ({
				decision,
				outcome,
				rule: plan.rules[decision],
				nearest: nearestChange(kestra, decision, outcome, plan.answers)?.changes,
			})),
	);
}

/** What the guide never recommends; shown with every plan that has more than one stage. */
export const never = {
	id: 'tenant-per-stage',
	title: 'A tenant for each stage',
	says: 'Tenants share the resources of their instance. If the instance is out of service, every tenant is too, so development takes production with it.',
	sections: ['/concepts/tenants/#not-for-stages', '/reference/disagreements/#tenants-for-stages'],
} as const;

/** What depends on an answer that the reader does not know. */
export interface OpenAssumption {
	readonly question: string;
	/** Whether it makes a difference to this plan. */
	readonly matters: boolean;
	/** For each value, the changed decisions, and the headline when certain; empty when the answer does not matter. */
	readonly leads: readonly {
		readonly value: string;
		readonly headline: string | undefined;
		readonly changes: readonly Change[];
	}[];
}

/** What depends on each unknown answer, with safe choices for the other unknowns that matter. */
export function openAssumptions(given: Answers, plan: Plan): readonly OpenAssumption[] {
	return questions
		.filter(({ id }) => Object.hasOwn(given, id) && given[id] === UNKNOWN)
		.map(({ id, values }) => {
			if (!plan.assumed.includes(id)) return { question: id, matters: false, leads: [] };
			const leads = values.map(({ id: value }) => {
				// Only the plan's assumptions are kept; other unknowns stay open.
				const answers = withoutUnknowns({ ...plan.answers, [id]: value });
				return { value, ...effectOfChange(plan, answers) };
			});
			return { question: id, matters: true, leads };
		});
}
