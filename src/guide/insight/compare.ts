/**
 * Two plans side by side: which answers differ and whether that matters, which decisions differ and by which rules,
 * what each keeps apart, and which risks and failures only one of them has.
 */

import type { Answers, Question } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import type { DecisionId } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import { questions } from '../kestra/questions.ts';
import type { Risk } from '../kestra/risks.ts';
import type { Boundary, SeparationId } from '../plan/isolation.ts';
import { separations, separationsOf } from '../plan/isolation.ts';
import type { Plan } from '../plan/plan.ts';
import { planKey } from '../plan/plan.ts';
import type { Difference } from './failure-impact.ts';
import { survives } from './failure-impact.ts';

/** One side of a comparison: the given answers, and their plan. */
export interface Side {
	readonly given: Answers;
	readonly plan: Plan;
}

/** A question that the two sides answer differently. */
export interface AnswerDifference {
	readonly question: string;
	/** The value or `unknown`; absent where it was not asked. */
	readonly first: string | undefined;
	readonly second: string | undefined;
	/** Whether it contributes to any difference between the two plans. */
	readonly matters: boolean;
	/** The differing decisions that it contributes to. */
	readonly decisions: readonly DecisionId[];
}

/** The outcome of a decision on one side. */
interface Decided {
	readonly outcome: string;
	readonly rule: string;
}

/** A decision whose outcome differs between the two sides. */
export interface DecisionDifference {
	readonly decision: DecisionId;
	readonly first: Decided;
	readonly second: Decided;
}

/** The wall at one divide, on each side. */
export interface SeparationComparison {
	readonly id: SeparationId;
	/** What the divide separates. */
	readonly says: string;
	/** Absent where that plan has no such divide. */
	readonly first: Boundary | undefined;
	readonly second: Boundary | undefined;
}

/** Two plans compared. */
export interface Comparison {
	/** Whether both lead to the same plan, whatever the answers and names. */
	readonly same: boolean;
	readonly answers: readonly AnswerDifference[];
	readonly decisions: readonly DecisionDifference[];
	/** Every divide that at least one of the plans has. */
	readonly separations: readonly SeparationComparison[];
	/** Risks that only one of them accepts, and those that both do. */
	readonly risks: {
		readonly first: readonly Risk[];
		readonly second: readonly Risk[];
		readonly both: readonly Risk[];
	};
	/** The failures that one plan survives and the other does not. */
	readonly failures: readonly Difference[];
}

/** Compares two plans. */
export function comparePlans(first: Side, second: Side): Comparison {
	const [a, b] = [first.plan, second.plan];
	const has = (plan: Plan, { id }: Risk) => plan.risks.some((risk) => risk.id === id);
	return {
		same: a.key === b.key,
		answers: answerDifferences(first, second),
		decisions: decisions.flatMap(({ id }) =>
			a.outcomes[id] === b.outcomes[id]
				? []
				: [{ decision: id, first: decided(a, id), second: decided(b, id) }],
		),
		separations: separationsBetween(a, b),
		risks: {
			first: a.risks.filter((risk) => !has(b, risk)),
			second: b.risks.filter((risk) => !has(a, risk)),
			both: a.risks.filter((risk) => has(b, risk)),
		},
		failures: survives(a.topology, b.topology),
	};
}

const decided = (plan: Plan, id: DecisionId): Decided => ({
	outcome: plan.outcomes[id],
	rule: plan.rules[id],
});

function separationsBetween(a: Plan, b: Plan): readonly SeparationComparison[] {
	const [ofFirst, ofSecond] = [separationsOf(a.topology), separationsOf(b.topology)];
	return separations.flatMap(({ id, says }): SeparationComparison[] => {
		const [one, other] = [ofFirst[id], ofSecond[id]];
		if (one === undefined && other === undefined) return [];
		return [{ id, says, first: one, second: other }];
	});
}

const refinements: ReadonlySet<string> = new Set(
	(questions as readonly Question[]).flatMap(({ id, refinement }) => (refinement ? [id] : [])),
);

const answerTo = (answers: Answers, id: string) =>
	Object.hasOwn(answers, id) ? answers[id] : undefined;

/**
 * A value for every question that is asked: those not asked or not known take their default, as in a plan. Refinements
 * have one only where the reader set them; otherwise they follow the other answers.
 */
function completed({ plan }: Side): Answers {
	return Object.fromEntries(
		questions.flatMap(({ id, default: fallback }) => {
			if (plan.refined.includes(id)) return [];
			const value = answerTo(plan.answers, id);
			return [[id, value === undefined || value === UNKNOWN ? fallback.value : value]];
		}),
	);
}

/** Some answers with those to one question as another side has them, or without one if it has none. */
function withAnswerOf(answers: Answers, other: Answers, id: string): Answers {
	const { [id]: _, ...others } = answers;
	const value = answerTo(other, id);
	return value === undefined ? others : { ...others, [id]: value };
}

/** What a side says to a question: a refinement always has a value, set by the reader or by default. */
const saidBy = ({ given, plan }: Side, id: string) =>
	answerTo(refinements.has(id) ? plan.answers : given, id);

/** The parts of a plan’s key: the outcome of each decision in order, then everything else that its shape depends on. */
const partsOf = (key: string): readonly string[] => key.split(' ');

/**
 * An answer matters when, for some mix of the other differing answers from both sides, switching it alone changes
 * a part in which the two plans differ. Starting from one side only would miss answers that act together.
 */
function answerDifferences(first: Side, second: Side): readonly AnswerDifference[] {
	const [a, b] = [completed(first), completed(second)];
	const differing = questions.map(({ id }) => id as string).filter((id) => a[id] !== b[id]);
	// Bit `i` of a mix: the side that gives the answer to the question `differing[i]`.
	const mixes = Array.from({ length: 2 ** differing.length }, (_, mix) =>
		partsOf(
			planKey(
				differing.reduce(
					(answers, id, index) => (mix & (1 << index) ? withAnswerOf(answers, b, id) : answers),
					a,
				),
			),
		),
	);
	const ofSecond = partsOf(second.plan.key);
	const differs = partsOf(first.plan.key).flatMap((part, index) =>
		part === ofSecond[index] ? [] : [index],
	);
	return questions.flatMap(({ id }): AnswerDifference[] => {
		// A refinement that nobody set follows from the answers that do differ.
		if (!Object.hasOwn(first.given, id) && !Object.hasOwn(second.given, id)) return [];
		const [one, other] = [saidBy(first, id), saidBy(second, id)];
		if (one === other) return [];
		const bit = differing.indexOf(id);
		/** Whether switching this answer alone changes the part, in any mix of the others. */
		const turns = (part: number) =>
			bit >= 0 &&
			mixes.some(
				(parts, mix) => !(mix & (1 << bit)) && parts[part] !== mixes[mix | (1 << bit)]![part],
			);
		const turned = differs.filter(turns);
		return [
			{
				question: id,
				first: one,
				second: other,
				matters: turned.length > 0,
				decisions: turned.flatMap((part) => decisions[part]?.id ?? []),
			},
		];
	});
}
