/**
 * The answers that tests open the guide with, by what they stand for, and helpers that know the model's questions so
 * that a test does not have to: a change to the questions is made here.
 */
import { nextQuestion } from '../../src/guide/engine/engine.ts';
import type { Answers } from '../../src/guide/engine/model.ts';
import { UNKNOWN } from '../../src/guide/engine/model.ts';
import { bothEditions } from '../../src/guide/insight/editions.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { decisions } from '../../src/guide/kestra/decisions.ts';
import type { Names } from '../../src/guide/kestra/names.ts';
import type { Plan } from '../../src/guide/plan/plan.ts';
import { planFor } from '../../src/guide/plan/plan.ts';

/** On Enterprise, critical work of customers who share what runs it: a plan with all three levels. */
export const customers: Answers = {
	impact: 'critical',
	stages: 'two',
	people: 'outsiders',
	walls: 'all',
	own: 'none',
	edition: 'enterprise',
};

/** The same, where engineers try things out at a place of their own. */
export const customersWithTrials: Answers = { ...customers, sandboxes: 'yes' };

/** One team that experiments on open source: the smallest plan. */
export const oneTeam: Answers = {
	impact: 'experimental',
	stages: 'one',
	people: 'one-team',
	walls: 'none',
	own: 'none',
	edition: 'open-source',
	logins: 'one-login',
};

/** The same team, with its namespaces by another rule. */
export const oneTeamByTeam: Answers = { ...oneTeam, layout: 'team' };

/** Answers of which one stops to matter when another changes. */
export const idling = {
	answers: { impact: 'experimental', stages: 'two', capacity: 'one' },
	change: ['impact', 'critical'],
	idle: 'capacity',
} as const;

/** Two questions answered with “I don’t know”: the first would change the plan, the second a part of it. */
export const unsure: Answers = {
	impact: UNKNOWN,
	stages: 'two',
	capacity: 'one',
	people: 'one-team',
	walls: UNKNOWN,
	own: 'none',
	edition: 'enterprise',
};

/** The edition is open, and each gives another plan: what must be hidden needs an instance in one, a tenant in the other. */
export const undecided: Answers = { ...customers, own: 'none', edition: UNKNOWN };

/** The edition is open, and both give the same plan. */
export const undecidedAlike: Answers = {
	impact: 'critical',
	stages: 'two',
	people: 'one-team',
	walls: 'none',
	own: 'none',
	edition: UNKNOWN,
	logins: 'one-login',
};

/** One part of the work cannot share with the rest, in Enterprise. */
export const oneApart: Answers = {
	impact: 'critical',
	stages: 'two',
	people: 'one-team',
	walls: 'none',
	own: 'some',
	edition: 'enterprise',
};

/** A question and the value that is answered. */
export type Step = readonly [question: string, value: string];

/** The question that the guide asks after these answers; there must be one. */
export const askedAfter = (answers: Answers) => {
	const open = nextQuestion(kestra, answers);
	return kestra.questions.find(({ id }) => id === open)!;
};

/** The question that the guide asks after some steps, with its last value. */
const stepAfter = (...steps: readonly Step[]): Step => {
	const { id, values } = askedAfter(Object.fromEntries(steps));
	return [id, values.at(-1)!.id];
};
const one = stepAfter();
const two = stepAfter(one);

/** The first three steps through the guide, on one way. */
export const steps: readonly [Step, Step, Step] = [one, two, stepAfter(one, two)];

/** The question that is asked first. */
export const first = askedAfter({});

/** No answers but the first. */
export const begun: Answers = Object.fromEntries([one]);

/** No answers but the first two. */
export const begunTwice: Answers = Object.fromEntries([one, two]);

/**
 * Answers to which every question that is still open is added, with its first value or as the reader who does not know.
 * @param how what is answered to an open question
 */
export function filled(answers: Answers, how: 'first' | 'unknown' = 'first'): Answers {
	const all = { ...answers };
	for (let open = nextQuestion(kestra, all); open; open = nextQuestion(kestra, all)) {
		const question = kestra.questions.find(({ id }) => id === open)!;
		all[open] = how === 'unknown' ? UNKNOWN : question.values[0]!.id;
	}
	return all;
}

/** What is wrong with answers, one sentence each: questions and values that the model does not have. */
function problems(answers: Answers): readonly string[] {
	return Object.entries(answers).flatMap(([id, value]) => {
		const question = kestra.questions.find((each) => each.id === id);
		if (!question) return [`The model has no question "${id}".`];
		if (value === UNKNOWN || question.values.some((each) => each.id === value)) return [];
		const values = question.values.map((each) => each.id).join(', ');
		return [`The question "${id}" has no value "${value}", but ${values}.`];
	});
}

/**
 * The plan for answers; open questions are answered by `filled`.
 * @throws when the model does not have a question or a value; the message names it
 */
export function filledPlan(answers: Answers, names: Names = {}): Plan {
	const faults = problems(answers);
	if (faults.length > 0) throw new Error(faults.join(' '));
	return planFor(filled(answers), names)!;
}

/**
 * The outcome of each decision as a result marks it: `open` where the edition is not decided and each edition gives
 * another.
 */
export function markedOutcomes(given: Answers): Readonly<Record<string, string>> {
	const both = bothEditions(given)!;
	return Object.fromEntries(
		decisions.map(({ id }) => {
			const [free, paid] = [both['open-source'].outcomes[id], both.enterprise.outcomes[id]];
			const outcome = both.undecided && free !== paid ? 'open' : undefined;
			return [id, outcome ?? planFor(given)!.outcomes[id]];
		}),
	);
}
