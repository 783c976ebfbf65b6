/**
 * A plan, and the whole model, as data for other tools. JSON Schemas published beside the documents describe their
 * shape; the model explains the ids in a plan.
 */
import { aspects, decisions } from './decisions.ts';
import { kestra, rulesDate, rulesVersion } from './kestra.ts';
import { questionAddress, questionOf, ruleAddress } from './lookup.ts';
import type { Answers, Condition } from './model.ts';
import { UNKNOWN } from './model.ts';
import { moves, notCarried } from './moves.ts';
import { nextSteps, nextStepsOf } from './next-steps.ts';
import type { Plan } from './plan.ts';
import { guideAddress } from './query.ts';
import { never } from './reasons.ts';
import { risks } from './risks.ts';
import { dividesOf } from './separation.ts';
import { signs } from './signs.ts';
import { todayValue } from './today.ts';
import type { Today } from './today.ts';
import type { Topology } from './topology.ts';
import { reachWords, stageWords } from './words.ts';

/** Turns a root-relative address into a full one. */
export type FullAddress = (rootRelative: string) => string;

/** Root-relative addresses of the published schemas. The number increases when a schema rejects documents of the old shape. */
export const schemas = {
	plan: '/schemas/plan-1.json',
	model: '/schemas/decision-model-1.json',
} as const;

/** What a plan document is made of. */
export interface PlanSource {
	/** The answers as the reader gave them, unknowns included. */
	readonly given: Answers;
	/** Their plan, with the reader’s names in it. */
	readonly plan: Plan;
	readonly address: FullAddress;
	/** The layout the reader has today, when known. */
	readonly today?: Today | undefined;
}

const rules = { version: rulesVersion, date: rulesDate };

/** A plan and its answers, for other tools. */
export function planDocument({ given, plan, address, today }: PlanSource) {
	const own = [
		...(today ? [['from', todayValue(today)] as const] : []),
		['rules', rulesVersion] as const,
	];
	return {
		$schema: address(schemas.plan),
		guide: address(guideAddress(given, own)),
		model: address('/decision-model.json'),
		rules,
		answers: given,
		assumed: Object.fromEntries(
			plan.assumed.map((id) => [
				id,
				{ value: plan.answers[id]!, because: questionOf(id).safe.because },
			]),
		),
		decisions: Object.fromEntries(
			decisions.map(({ id }) => [id, { outcome: plan.outcomes[id], rule: plan.rules[id] }]),
		),
		headline: plan.headline,
		count: { ...plan.count, instances: plan.count.instances ?? null },
		namespacePattern: plan.path,
		topology: plan.topology satisfies Topology,
		separation: Object.fromEntries(
			Object.entries(dividesOf(plan.topology)).filter(([, wall]) => wall !== undefined),
		),
		risks: plan.risks.map(({ id }) => id),
		nextSteps: nextStepsOf(plan).map(({ id }) => id),
		...(today && { today }),
	};
}

/** A plan document as the text of a file, with a line break at its end. */
export const planFile = (source: PlanSource): string =>
	`${JSON.stringify(planDocument(source), null, 2)}\n`;

/**
 * All data of the guide: questions, tables, risks, moves, next steps and signs, in its own order and words, with full
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
				when: condition(rule.when),
				sections: full(rule.sections),
				address: address(ruleAddress(decision.id, rule.id)),
			})),
		})),
		aspects: aspects.map(({ id, outcomes, rules: ofAspect }) => ({
			id,
			outcomes,
			rules: ofAspect.map((rule) => ({ ...rule, when: condition(rule.when) })),
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
		signs: signs.map(({ section, ...sign }) => ({ ...sign, sections: [address(section)] })),
		moves: moves.map((move) => ({ ...move, sections: full(move.sections) })),
		notCarried: notCarried.map(({ section, ...rest }) => ({
			...rest,
			sections: [address(section)],
		})),
		words: { reach: reachWords, stages: stageWords },
	};
}
