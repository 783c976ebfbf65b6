/**
 * The context of a plan: what would tip it, what was ruled out, and what depends on unknown answers.
 */

import { matters } from '../engine/engine.ts';
import { combinations } from '../engine/enumerate.ts';
import type { Answers } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import type { NearestChange } from '../engine/nearest-change.ts';
import { nearestChanges } from '../engine/nearest-change.ts';
import { kestra } from '../kestra/decision-model.ts';
import type { DecisionId } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import { questions } from '../kestra/questions.ts';
import type { Plan } from '../plan/plan.ts';
import { sketchOf } from '../plan/plan.ts';

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

/** The answers as the reader gave them: unknowns as such, and without refinements that have their default. */
const givenIn = ({ answers, assumed, refined }: Plan): Answers =>
	Object.fromEntries(
		Object.entries(answers)
			.filter(([id]) => !refined.includes(id))
			.map(([id, value]) => [id, assumed.includes(id) ? UNKNOWN : value]),
	);

/** Where other answers lead. */
interface Lead extends Pick<WhatIf, 'changes' | 'headline'> {
	/** Keys of the plans they may give. */
	readonly keys: ReadonlySet<string>;
}

/**
 * Where other answers lead, whatever is answered to the questions that the guide would still ask. Unknowns keep their
 * defaults, and refinements follow.
 */
function leadOf(plan: Plan, answers: Answers): Lead {
	const ends = [...combinations(kestra, answers, ({ refinement }) => !refinement)].map(sketchOf);
	const changes = decisions.flatMap(({ id: decision, outcomes }): Change[] => {
		const from = plan.outcomes[decision];
		const found = new Set<string>(ends.map((end) => end.outcomes[decision]));
		const to = outcomes.map(({ id }) => id).filter((id) => found.has(id));
		return to.length === 1 && to[0] === from ? [] : [{ decision, from, to }];
	});
	const [headline, ...others] = new Set(ends.map((end) => end.headline));
	return {
		changes,
		headline: others.length === 0 ? headline : undefined,
		keys: new Set(ends.map(({ key }) => key)),
	};
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
	const given = givenIn(plan);
	for (const { id, values } of questions) {
		if (!Object.hasOwn(given, id) || given[id] === UNKNOWN) continue;
		for (const { id: value } of values) {
			if (value === given[id]) continue;
			const { keys, ...lead } = leadOf(plan, { ...given, [id]: value });
			if (keys.size === 1 && keys.has(plan.key)) continue;
			(keys.has(plan.key) ? could : would).push({ question: id, value, ...lead });
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
	/** The fewest answers to change or give to bring it back; each of several ways does, and none may. */
	readonly ways: readonly NearestChange[];
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
				ways: nearestChanges(kestra, decision, outcome, plan.answers),
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

/**
 * The plan’s answers with another one instead of an unknown. What the plan assumes for other unknowns stays; unknowns that
 * made no difference, and now would, are open.
 */
function withInstead(plan: Plan, question: string, value: string): Answers {
	const taken: Answers = { ...plan.answers, [question]: value };
	return Object.fromEntries(
		Object.entries(taken).filter(
			([id, given]) =>
				!plan.refined.includes(id) && !(given === UNKNOWN && matters(kestra, taken, id)),
		),
	);
}

/** What depends on each unknown answer, with defaults for the other unknowns that matter. */
export function openAssumptions(given: Answers, plan: Plan): readonly OpenAssumption[] {
	return questions
		.filter(
			({ id }) => Object.hasOwn(given, id) && given[id] === UNKNOWN && !plan.refined.includes(id),
		)
		.map(({ id, values }) => {
			const leads = values.map(({ id: value }) => ({
				value,
				...leadOf(plan, withInstead(plan, id, value)),
			}));
			// An answer that decides nothing may still set the default of a refinement.
			const differs = leads.some(({ keys }) => keys.size > 1 || !keys.has(plan.key));
			return {
				question: id,
				matters: differs,
				leads: differs ? leads.map(({ keys: _, ...lead }) => lead) : [],
			};
		});
}
