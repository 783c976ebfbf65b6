/**
 * A plan, and the whole model, as data for other tools. JSON Schemas published beside the documents describe their
 * shape; the model explains the ids in a plan.
 */

import type { Answers, Condition } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import { bothEditions } from '../insight/editions.ts';
import type { CurrentLayout } from '../insight/migration-path.ts';
import { layoutValue } from '../insight/migration-path.ts';
import { never } from '../insight/what-if.ts';
import { kestra, rulesDate, rulesVersion } from '../kestra/decision-model.ts';
import { decisions, derived } from '../kestra/decisions.ts';
import { reachWords, stageWords } from '../kestra/labels.ts';
import { questionAddress, questionOf, ruleAddress } from '../kestra/lookup.ts';
import { migrations, notCarried } from '../kestra/migrations.ts';
import type { Names } from '../kestra/names.ts';
import { nextSteps, nextStepsOf } from '../kestra/next-steps.ts';
import { reviewTriggers } from '../kestra/review-triggers.ts';
import { risks } from '../kestra/risks.ts';
import { reasonOf } from '../kestra/rule-reasons.ts';
import type { Topology } from '../kestra/topology.ts';
import { separationsOf } from '../plan/isolation.ts';
import type { Plan } from '../plan/plan.ts';
import { guideAddress } from '../url/query.ts';

/** Turns a root-relative address into a full one. */
export type FullAddress = (rootRelative: string) => string;

/** Root-relative addresses of the published schemas. The number increases when a schema rejects documents of the old shape. */
export const schemas = {
	plan: '/schemas/plan-2.json',
	model: '/schemas/decision-model-2.json',
} as const;

/** What a plan document is made of. */
export interface PlanSource {
	/** The answers as the reader gave them, unknowns included. */
	readonly given: Answers;
	/** Their plan, with the reader’s names in it. */
	readonly plan: Plan;
	readonly address: FullAddress;
	/** The reader’s own names, for the plan of the other edition. */
	readonly names?: Names | undefined;
	/** The layout the reader has today, when known. */
	readonly today?: CurrentLayout | undefined;
}

const rules = { version: rulesVersion, date: rulesDate };

/** What a plan is, whatever the answers behind it. */
const partsOf = (plan: Plan) => ({
	decisions: Object.fromEntries(
		decisions.map(({ id }) => [id, { outcome: plan.outcomes[id], rule: plan.rules[id] }]),
	),
	headline: plan.headline,
	count: { ...plan.count, instances: plan.count.instances ?? null },
	namespacePattern: plan.path,
	topology: plan.topology satisfies Topology,
	separation: Object.fromEntries(
		Object.entries(separationsOf(plan.topology)).filter(([, boundary]) => boundary !== undefined),
	),
	risks: plan.risks.map(({ id }) => id),
	nextSteps: nextStepsOf(plan.facts).map(({ id }) => id),
});

/** The plans of both editions, where the reader has not decided on one. */
function editionsOf(given: Answers, names: Names | undefined) {
	const both = bothEditions(given, names);
	return both?.undecided
		? {
				same: both.same,
				worth: both.worth,
				'open-source': partsOf(both['open-source']),
				enterprise: partsOf(both.enterprise),
			}
		: undefined;
}

/** A plan and its answers, for other tools. */
export function planDocument({ given, plan, address, names, today }: PlanSource) {
	const own = [
		...(today ? [['from', layoutValue(today)] as const] : []),
		['rules', rulesVersion] as const,
	];
	const taken = (ids: readonly string[]) => ids.map((id) => [id, plan.answers[id]!] as const);
	const editions = editionsOf(given, names);
	return {
		$schema: address(schemas.plan),
		guide: address(guideAddress(given, own)),
		model: address('/decision-model.json'),
		rules,
		answers: given,
		assumed: Object.fromEntries(
			taken(plan.assumed).map(([id, value]) => [
				id,
				{ value, because: questionOf(id).default.because },
			]),
		),
		refined: Object.fromEntries(taken(plan.refined)),
		...partsOf(plan),
		...(editions && { editions }),
		...(today && { today }),
	};
}

/** A plan document as the text of a file, with a line break at its end. */
export const planFile = (source: PlanSource): string =>
	`${JSON.stringify(planDocument(source), null, 2)}\n`;

/**
 * All data of the guide: questions, tables, risks, migrations, next steps and review triggers, in its own order and words, with full
 * addresses. Generated from the tables that the guide itself reads.
 */
export function modelDocument(address: FullAddress) {
	const full = (sections: readonly string[]) => sections.map(address);
	const condition = ({ answers = {}, outcomes = {} }: Condition) => ({ answers, outcomes });
	return {
		$schema: address(schemas.model),
		guide: address('/guide/'),
		rules,
		unknown: UNKNOWN,
		questions: kestra.questions.map((question) => ({
			...question,
			...(question.refinement && {
				refinement: question.refinement.map(({ when, value }) => ({
					when: condition(when),
					value,
				})),
			}),
			address: address(questionAddress(question.id)),
		})),
		decisions: kestra.decisions.map((decision) => ({
			...decision,
			address: address(`/reference/decision-tables/#decision-${decision.id}`),
			outcomes: decision.outcomes.map((outcome) => ({
				...outcome,
				address: address(outcome.address),
			})),
			rules: decision.rules.map((rule) => ({
				...rule,
				...reasonOf(decision.id, rule.id),
				when: condition(rule.when),
				sections: full(reasonOf(decision.id, rule.id).sections),
				address: address(ruleAddress(decision.id, rule.id)),
			})),
		})),
		derived: derived.map(({ id, outcomes, rules: ofTable }) => ({
			id,
			outcomes,
			rules: ofTable.map((rule) => ({ ...rule, when: condition(rule.when) })),
		})),
		never: [{ ...never, sections: full(never.sections) }],
		risks: risks.map((risk) => ({
			...risk,
			when: risk.when.map(condition),
			sections: full(risk.sections),
		})),
		nextSteps: nextSteps.map(({ section, ...step }) => ({
			...step,
			when: condition(step.when),
			sections: [address(section)],
		})),
		signs: reviewTriggers.map(({ section, event, unless, ...trigger }) => ({
			...trigger,
			event,
			...(unless && { unless: condition(unless) }),
			sections: [address(section)],
		})),
		moves: migrations.map((migration) => ({ ...migration, sections: full(migration.sections) })),
		notCarried: notCarried.map(({ section, ...rest }) => ({
			...rest,
			sections: [address(section)],
		})),
		words: { reach: reachWords, stages: stageWords },
	};
}
