/** Looks up ids in the model. Ids come from the model itself, so an unknown one is a bug and throws. */

import type { Decision, Outcome, Question, Rule } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import { kestra } from './decision-model.ts';
import { unknownLabel } from './labels.ts';

function found<T>(thing: T | undefined, what: string): T {
	if (thing === undefined) throw new Error(`The model has no ${what}.`);
	return thing;
}

/** The question with this id. */
export const questionOf = (id: string): Question =>
	found(
		kestra.questions.find((question) => question.id === id),
		`question ${id}`,
	);

/** The decision with this id. */
export const decisionOf = (id: string): Decision =>
	found(
		kestra.decisions.find((decision) => decision.id === id),
		`decision ${id}`,
	);

/** The outcome of a decision. */
export const outcomeOf = (decision: string, id: string): Outcome =>
	found(
		decisionOf(decision).outcomes.find((outcome) => outcome.id === id),
		`outcome ${decision}.${id}`,
	);

/** The rule of a decision. */
export const ruleOf = (decision: string, id: string): Rule =>
	found(
		decisionOf(decision).rules.find((rule) => rule.id === id),
		`rule ${decision}.${id}`,
	);

/** An answer as it reads in a list, without its question. */
export const answerLabel = (question: string, value: string): string =>
	value === UNKNOWN
		? unknownLabel
		: found(
				questionOf(question).values.find(({ id }) => id === value),
				`answer ${question}=${value}`,
			).short;

/** Address of a question on the decision tables page. */
export const questionAddress = (id: string) => `/reference/decision-tables/#question-${id}`;

/** Address of a rule on the decision tables page. */
export const ruleAddress = (decision: string, id: string) =>
	`/reference/decision-tables/#rule-${decision}.${id}`;

/** What to call a page or section whose title is not known, from its address: `#uptime.instances` is “uptime, instances”. */
export const nameOf = (address: string): string =>
	(address.split(/[#/]/).findLast(Boolean) ?? address).replaceAll('-', ' ').replaceAll('.', ', ');

/** Lowers the first letter, for use within a sentence. The name of an edition keeps its capital. */
export const lowerFirst = (text: string): string =>
	text.startsWith('Enterprise') ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** Raises the first letter, to begin a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Two or more things in a sentence: “a, b or c”. */
export const anyOf = (things: readonly string[]): string => inWords(things, 'or');

/** Two or more things in a sentence: “a, b and c”. */
export const allOf = (things: readonly string[]): string => inWords(things, 'and');

const inWords = (things: readonly string[], last: string): string =>
	things.length < 2
		? (things[0] ?? '')
		: `${things.slice(0, -1).join(', ')} ${last} ${things[things.length - 1]}`;
