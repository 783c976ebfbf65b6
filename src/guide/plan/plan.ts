/** Makes a plan from answers: the outcomes, and what follows from them. */

import type { Facts } from '../engine/conditions.ts';
import { holds } from '../engine/conditions.ts';
import type { Possibilities } from '../engine/engine.ts';
import { complete, nextQuestion, possibleOutcomes } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import type { DecisionId, Outcomes } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import type { Names } from '../kestra/names.ts';
import { defaultNames } from '../kestra/names.ts';
import type { Risk } from '../kestra/risks.ts';
import { risks } from '../kestra/risks.ts';
import { reasonOf } from '../kestra/rule-reasons.ts';
import type { Namespace, Topology } from '../kestra/topology.ts';
import { topologyOf } from './build-topology.ts';
import type { Count } from './headline.ts';
import { countOf, headlineOf, nounOf } from './headline.ts';
import type { Shape } from './shape.ts';
import { groupIsTeam, keyOf, shapeOf } from './shape.ts';

/** A plan. */
export interface Plan {
	/** The answers it is based on: those given, with defaults in place of unknowns that matter and of refinements. */
	readonly answers: Answers;
	/** Ids of the questions answered with "I don't know" whose default was taken. */
	readonly assumed: readonly string[];
	/** Ids of the refinements that have their default. */
	readonly refined: readonly string[];
	readonly outcomes: Outcomes;
	/** The answers, and the outcome of every decision and derived table, for conditions that may name either. */
	readonly facts: Facts;
	/** Id of the rule that explains each decision; it uses only given or assumed answers. */
	readonly rules: Readonly<Record<DecisionId, string>>;
	readonly topology: Topology;
	/** Independent of names. */
	readonly headline: string;
	/** The headline with the number of groups and the names of exceptions, once the reader has named them. */
	readonly title: string;
	/** Why, in a sentence or two. */
	readonly why: string;
	readonly count: Count;
	/** Pattern of every namespace, such as `acme.team.project`. */
	readonly path: string;
	readonly risks: readonly Risk[];
	/** Equal for two plans that differ in names only. */
	readonly key: string;
}

/**
 * The plan that the answers lead to. Where the edition is not decided, it is the plan for the free edition; see
 * `insight/editions.ts` for the other one.
 * @param names the reader's own; defaults for the rest
 * @returns undefined while a question is left to ask
 */
export function planFor(given: Answers, names: Names = {}): Plan | undefined {
	if (nextQuestion(kestra, given) !== undefined) return undefined;
	const { answers, assumed, refined } = complete(kestra, given);
	const decided = possibleOutcomes(kestra, answers);
	const shape = shapeOf(answers, decided);
	const { outcomes } = shape;
	const rules = Object.fromEntries(
		decisions.map(({ id }) => [id, ruleThatExplains(id, decided.get(id)!, { answers, outcomes })]),
	) as Plan['rules'];
	const facts = factsOf(answers, decided);
	return {
		answers,
		assumed,
		refined,
		outcomes,
		facts,
		rules,
		topology: topologyOf(shape, names),
		headline: headlineOf(shape, {}),
		title: headlineOf(shape, names),
		why: whyOf(rules),
		count: countOf(shape, names),
		path: pathOf(shape, names),
		risks: risks.filter(({ when }) => when.some((condition) => holds(condition, facts))),
		key: keyOf(shape),
	};
}

/** Why in short: what separates the stages, and what sets somebody apart, exceptions before groups. */
function whyOf(rules: Plan['rules']): string {
	const inShort = (id: DecisionId) => reasonOf(id, rules[id]).inShort;
	const [first, second] = [inShort('stages'), inShort('exceptions') ?? inShort('groups')];
	return [first, second].filter((sentence) => sentence !== undefined).join(' ');
}

/** Unknowns may leave several rules with the same outcome: the reason is one that holds for any value of theirs. */
function ruleThatExplains(
	decision: DecisionId,
	{ rules: possible }: Possibilities,
	facts: Facts,
): string | undefined {
	const { rules } = decisions.find(({ id }) => id === decision)!;
	const certain = (rules as readonly { id: string; when: Parameters<typeof holds>[0] }[]).find(
		(rule) => possible.includes(rule.id) && holds(rule.when, facts),
	);
	return certain?.id ?? possible[0];
}

const factsOf = (answers: Answers, decided: ReadonlyMap<string, Possibilities>): Facts => ({
	answers,
	outcomes: Object.fromEntries([...decided].map(([id, { outcomes }]) => [id, outcomes[0]])),
});

/** The key of the plan for complete answers, without building the plan. */
export const planKey = (answers: Answers): string => sketchOf(answers).key;

/** What tells plans apart, for complete answers, without building the plan. */
export function sketchOf(answers: Answers): Pick<Plan, 'key' | 'headline' | 'outcomes'> {
	const { answers: completed } = complete(kestra, answers);
	const shape = shapeOf(completed, possibleOutcomes(kestra, completed));
	return { key: keyOf(shape), headline: headlineOf(shape, {}), outcomes: shape.outcomes };
}

function pathOf(shape: Shape, names: Names): string {
	const unit = shape.outcomes.namespaces === 'by-team' ? 'team' : 'domain';
	const noun = nounOf(shape, names).one.replaceAll(' ', '-');
	const group = shape.groupInPath && !groupIsTeam(shape) ? [noun] : [];
	const stage = shape.outcomes.stages === 'namespace-per-stage' ? ['stage'] : [];
	return [names.company ?? defaultNames.company, ...stage, ...group, unit, 'project'].join('.');
}

/** A namespace path without its project, which pictures leave out: `acme.team` of `acme.team.project`. */
export const branchOf = (path: string): string => path.replace(/\.project$/, '');

/** Number of boxes of each level in a topology; of namespaces, only those that hold flows directly. */
export function countBoxes({ instances }: Topology): {
	readonly instances: number;
	readonly tenants: number;
	readonly namespaces: number;
} {
	const leaves = (namespaces: readonly Namespace[]): number =>
		namespaces.reduce((sum, { namespaces: below }) => sum + (below.length ? leaves(below) : 1), 0);
	const tenants = instances.flatMap((instance) => instance.tenants);
	return {
		instances: instances.length,
		tenants: tenants.length,
		namespaces: tenants.reduce((sum, tenant) => sum + leaves(tenant.namespaces), 0),
	};
}
