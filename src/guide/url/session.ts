/**
 * The state of the guide: the answers, and the question shown. Everything else is derived from these.
 * Pure: each function takes a session and returns the next.
 */
import { nextQuestion } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import type { Entry } from './entries.ts';
import type { Dropped, Reading } from './query.ts';
import { readEntries } from './query.ts';

/** The place shown when no question is left. */
export const RESULT = 'result';

/** The state of the guide. */
export interface Session {
	readonly answers: Answers;
	/** Id of the question shown, or `result`. */
	readonly shown: string;
	/** The answers before the last change, to describe its effect. */
	readonly before: Answers | undefined;
	/** Ids of the questions whose answer is still the one set by the link. */
	readonly setByLink: readonly string[];
	/** Entries of the address that were not understood. */
	readonly dropped: readonly Dropped[];
	/** The guide's own entries of the address. */
	readonly own: Reading['own'];
	/** What the address says in the terms of earlier rules, if it does. */
	readonly earlier?: Reading['earlier'];
}

/** The id of a question and the id of the answer given to it. */
export type Answer = readonly [question: string, value: string];

/** The ids of the decisions a session is limited to; all when undefined. */
export type Among = readonly string[] | undefined;

/** The question or result that follows from the answers. */
export function placeAfter(answers: Answers, among?: Among): string {
	return nextQuestion(kestra, answers, among) ?? RESULT;
}

/** A session without answers. */
export function emptySession(among?: Among): Session {
	return {
		answers: {},
		shown: placeAfter({}, among),
		before: undefined,
		setByLink: [],
		dropped: [],
		own: {},
	};
}

const isQuestion = (id: unknown): id is string =>
	kestra.questions.some((question) => question.id === id);

/** Whether a remembered place can be shown with these answers. */
function canShow(place: unknown, answers: Answers): place is string {
	return place === RESULT ? placeAfter(answers) === RESULT : isQuestion(place);
}

/**
 * The session that an address describes.
 * @param remembered the place that the history entry remembers, if any
 */
export function sessionFrom(entries: Iterable<Entry>, remembered?: unknown): Session {
	const { answers, own, dropped, earlier } = readEntries(entries);
	const claimed = own.set?.split(/[^a-z0-9-]+/) ?? [];
	return {
		answers,
		shown: canShow(remembered, answers) ? remembered : placeAfter(answers),
		before: undefined,
		setByLink: kestra.questions
			.map(({ id }) => id)
			.filter((id) => claimed.includes(id) && Object.hasOwn(answers, id)),
		dropped,
		own,
		...(earlier && { earlier }),
	};
}

/** Gives an answer and goes to the next question or the result. */
export function answered(
	session: Session,
	question: string,
	value: string,
	among?: Among,
): Session {
	const answers = { ...session.answers, [question]: value };
	const changed = session.answers[question] !== value;
	return {
		...session,
		answers,
		shown: placeAfter(answers, among),
		before: session.answers,
		setByLink: changed ? session.setByLink.filter((id) => id !== question) : session.setByLink,
		dropped: [],
	};
}

/** Shows a question again, or the result; keeps the answers. */
export function showing(session: Session, place: unknown): Session {
	return {
		...session,
		shown: canShow(place, session.answers) ? place : placeAfter(session.answers),
		before: undefined,
	};
}

/** The question to go back to: the last one answered before the one shown. */
export function placeBefore(session: Session): string | undefined {
	const ids = kestra.questions.map(({ id }) => id);
	const until = session.shown === RESULT ? ids.length : ids.indexOf(session.shown);
	return ids
		.slice(0, until)
		.reverse()
		.find((id) => Object.hasOwn(session.answers, id));
}
