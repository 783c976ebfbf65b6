/**
 * The context of a plan: what would tip it, what was ruled out, and what depends on unknown answers.
 */

import { complete, possibleOutcomes } from '../engine/engine.ts';
import { combinations } from '../engine/enumerate.ts';
import type { Answers } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import { nearestChange } from '../engine/nearest-change.ts';
import { kestra } from '../kestra/decision-model.ts';
import type { DecisionId } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import { questions } from '../kestra/questions.ts';
import type { Plan } from '../plan/plan.ts';
import { headlineFor, planKey } from '../plan/plan.ts';

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

/** The answers that are settled: those with a value that the reader gave or the plan had to take. */
const settledOf = ({ answers, refined }: Pick<Plan, 'answers' | 'refined'>): Answers =>
	Object.fromEntries(
		Object.entries(answers).filter(([id, value]) => value !== UNKNOWN && !refined.includes(id)),
	);

/** Every way to answer the questions that the guide would still ask, or the reader does not know. */
const completions = (settled: Answers) =>
	combinations(kestra, settled, ({ refinement }) => !refinement);

/** How other answers would change a plan. */
function effectOfChange(plan: Plan, settled: Answers): Pick<WhatIf, 'changes' | 'headline'> {
	// Refinements follow, so that they do not make an outcome look open.
	const now = possibleOutcomes(kestra, complete(kestra, settled).answers);
	const changes = decisions.flatMap(({ id: decision }): Change[] => {
		const from = plan.outcomes[decision];
		const to = now.get(decision)!.outcomes;
		return to.length === 1 && to[0] === from ? [] : [{ decision, from, to }];
	});
	const [headline, ...others] = new Set([...completions(settled)].map(headlineFor));
	return { changes, headline: others.length === 0 ? headline : undefined };
}

/**
 * Every change of one answer that was given as a value, sorted by its effect.
 * Unknowns keep their defaults throughout.
 * @returns `would`: every completion gives another plan; `could`: only some do, because the change opens a question
 */
export function whatIfs(plan: Plan): {
	readonly would: readonly WhatIf[];
	readonly could: readonly WhatIf[];
} {
	const would: WhatIf[] = [];
	const could: WhatIf[] = [];
	const settled = settledOf(plan);
	for (const { id, values } of questions) {
		if (!Object.hasOwn(settled, id) || plan.assumed.includes(id)) continue;
		for (const { id: value } of values) {
			if (value === settled[id]) continue;
			const changed = afterChange(plan, id, value);
			const keys = [...completions(changed)].map(planKey);
			if (keys.every((key) => key === plan.key)) continue;
			const whatIf = { question: id, value, ...effectOfChange(plan, changed) };
			(keys.includes(plan.key) ? could : would).push(whatIf);
		}
	}
	return { would, could };
}

/** The settled answers after one changes. An unknown that did not matter before may matter now and takes its default. */
function afterChange(plan: Plan, question: string, value: string): Answers {
	const unknown = Object.entries(plan.answers).filter(([, given]) => given === UNKNOWN);
	const changed = { ...Object.fromEntries(unknown), ...settledOf(plan), [question]: value };
	return settledOf(complete(kestra, changed));
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

/** What depends on each unknown answer, with defaults for the other unknowns that matter. */
export function openAssumptions(given: Answers, plan: Plan): readonly OpenAssumption[] {
	const settled = settledOf(plan);
	return questions
		.filter(
			({ id }) => Object.hasOwn(given, id) && given[id] === UNKNOWN && !plan.refined.includes(id),
		)
		.map(({ id, values }) => {
			if (!plan.assumed.includes(id)) return { question: id, matters: false, leads: [] };
			const leads = values.map(({ id: value }) => ({
				value,
				// Only the plan's assumptions are kept; other unknowns stay open.
				...effectOfChange(plan, { ...settled, [id]: value }),
			}));
			return { question: id, matters: true, leads };
		});
}
