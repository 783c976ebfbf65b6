/**
 * Where a reader stands in the guide: the answers, and the question shown. Everything else follows from these.
 * Pure: each function takes a session and gives the next.
 */
import { nextQuestion } from '~/guide/engine.ts';
import { kestra } from '~/guide/kestra.ts';
import type { Answers } from '~/guide/model.ts';
import { readEntries } from '~/guide/query.ts';
import type { Dropped, Entry, Reading } from '~/guide/query.ts';

/** Shown in the place of a question when no question is left. */
export const RESULT = 'result';

/** Where a reader stands. */
export interface Session {
	readonly answers: Answers;
	/** Id of the question shown, or `result`. */
	readonly shown: string;
	/** The answers before the last change, to say what that change did. */
	readonly before: Answers | undefined;
	/** Ids of the questions whose answer still is the one that the link brought. */
	readonly setByLink: readonly string[];
	/** What of the address was not understood. */
	readonly dropped: readonly Dropped[];
	/** The guide's own entries of the address. */
	readonly own: Reading['own'];
}

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

/** Whether a place remembered elsewhere can be shown with these answers. */
function canShow(place: unknown, answers: Answers): place is string {
	return place === RESULT ? placeAfter(answers) === RESULT : isQuestion(place);
}

/**
 * The session that an address describes.
 * @param remembered the place that the browser's history remembers for it, if any
 */
export function sessionFrom(entries: Iterable<Entry>, remembered?: unknown): Session {
	const { answers, own, dropped } = readEntries(entries);
	const claimed = own.set?.split('.') ?? [];
	return {
		answers,
		shown: canShow(remembered, answers) ? remembered : placeAfter(answers),
		before: undefined,
		setByLink: kestra.questions
			.map(({ id }) => id)
			.filter((id) => claimed.includes(id) && Object.hasOwn(answers, id)),
		dropped,
		own,
	};
}

/** Gives an answer and goes on to what follows from it. */
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

/** Shows a question again, or the result; the answers stay. */
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
