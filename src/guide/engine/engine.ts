/**
 * What follows from answers. An answer is treated as the set of values still possible: a question not yet answered, or
 * answered with `unknown`, leaves all its values. Everything else here is derived from that and the tables.
 */
import { holds } from './conditions.ts';
import type { Answers, Model, Question } from './model.ts';
import { UNKNOWN } from './model.ts';
import type { Compiled, Table } from './tables.ts';
import { compile, possibleValues, rowsLeft } from './tables.ts';

/** The possible results of a decision. */
export interface Possibilities {
	/** Ids of the outcomes still possible, in the order of the model; a single one when the decision is settled. */
	readonly outcomes: readonly string[];
	/** Ids of the rules that may still fire, in the order of the model. */
	readonly rules: readonly string[];
}

/** The possible results of each decision and derived table, by its id. */
export function possibleOutcomes(
	model: Model,
	answers: Answers,
): ReadonlyMap<string, Possibilities> {
	const compiled = compile(model);
	const possible = possibleValues(compiled, answers);
	return new Map(compiled.tables.map((table) => [table.id, possibilitiesOf(table, possible)]));
}

function possibilitiesOf(table: Table, possible: readonly (readonly number[])[]): Possibilities {
	const fired = new Set<number>();
	const given = new Set<number>();
	for (const row of rowsLeft(table, possible)) {
		fired.add(table.fires[row]!);
		given.add(table.outcomeAt[row]!);
	}
	return {
		outcomes: table.outcomes.filter((_, index) => given.has(index)),
		rules: table.rules.filter((_, index) => fired.has(index)),
	};
}

/**
 * The possible results of one decision.
 * @throws when the model has no such decision
 */
export function possibleOutcomesOf(
	model: Model,
	decision: string,
	answers: Answers,
): Possibilities {
	const compiled = compile(model);
	const table = compiled.byId.get(decision);
	if (!table) throw new Error(`The model has no decision "${decision}".`);
	return possibilitiesOf(table, possibleValues(compiled, answers));
}

/** Ids of the questions that a decision reads, directly or through an earlier one, in the order asked. */
export function questionsOf(model: Model, decision: string): readonly string[] {
	const compiled = compile(model);
	return (compiled.byId.get(decision)?.reads ?? []).map((index) => compiled.questions[index]!.id);
}

/** Makes a function that tells whether a table still has several possible outcomes; it checks each table once. */
function openTables(possible: readonly (readonly number[])[]): (table: Table) => boolean {
	const known = new Map<Table, boolean>();
	return (table) => {
		const open =
			known.get(table) ??
			rowsLeft(table, possible).some(
				(row, _, [first]) => table.outcomeAt[row] !== table.outcomeAt[first!],
			);
		known.set(table, open);
		return open;
	};
}

/** Whether another value of a question, all else equal, could give another outcome. */
function changesTable(
	table: Table,
	question: number,
	possible: readonly (readonly number[])[],
): boolean {
	const position = table.reads.indexOf(question);
	const values = possible[question]!;
	if (position < 0 || values.length < 2) return false;
	const { outcomeAt, strides } = table;
	const steps = values.slice(1).map((value) => (value - values[0]!) * strides[position]!);
	for (const row of rowsLeft(table, possible, question))
		for (const step of steps) if (outcomeAt[row + step] !== outcomeAt[row]) return true;
	return false;
}

/**
 * Whether the answer to a question could still change what is decided, the other answers as given.
 * @param among ids of the decisions and derived tables that count; all when left out
 */
export function matters(
	model: Model,
	answers: Answers,
	question: string,
	among?: readonly string[],
): boolean {
	const compiled = compile(model);
	const possible = possibleValues(compiled, answers);
	const index = compiled.indexOf.get(question) ?? -1;
	return tablesAmong(compiled, among).some((table) => changesTable(table, index, possible));
}

const tablesAmong = ({ tables }: Compiled, among: readonly string[] | undefined) =>
	among ? tables.filter(({ id }) => among.includes(id)) : tables;

/**
 * The question to ask next: the first, in order, not yet answered and able to change what is decided. Refinements are
 * never asked.
 * @returns its id, or undefined when no question is left to ask
 */
export function nextQuestion(
	model: Model,
	answers: Answers,
	among?: readonly string[],
): string | undefined {
	const compiled = compile(model);
	const possible = possibleValues(compiled, answers);
	const tables = tablesAmong(compiled, among);
	const isOpen = openTables(possible);
	return compiled.questions.find(
		({ id, refinement }, index) =>
			!refinement &&
			!Object.hasOwn(answers, id) &&
			tables.some(
				(table) =>
					table.reads.includes(index) && isOpen(table) && changesTable(table, index, possible),
			),
	)?.id;
}

/** Answers that settle everything, and what had to be taken for granted. */
export interface Completed {
	readonly answers: Answers;
	/** Ids of the questions answered with "I don't know" whose default was taken, because it makes a difference. */
	readonly assumed: readonly string[];
	/** Ids of the refinements that have their default. */
	readonly refined: readonly string[];
}

/**
 * Takes the default of questions answered with `unknown`, in order, until no outcome depends on an unknown; then gives
 * each refinement without an answer its default. It assumes no more than needed: without any one of the defaults, the
 * outcomes would not all be settled.
 */
export function complete(model: Model, answers: Answers, among?: readonly string[]): Completed {
	const assumed = new Set<string>();
	let filled = answers;
	const asked = model.questions.filter(({ refinement }) => !refinement);
	for (const question of asked)
		if (isUnknown(answers, question) && matters(model, filled, question.id, among)) {
			filled = { ...filled, [question.id]: question.default.value };
			assumed.add(question.id);
		}
	// A later default may have made an earlier one unnecessary.
	for (const id of assumed) {
		const without = { ...filled, [id]: UNKNOWN };
		if (matters(model, without, id, among)) continue;
		filled = without;
		assumed.delete(id);
	}
	const refined: string[] = [];
	for (const question of model.questions)
		if (
			question.refinement &&
			(!Object.hasOwn(answers, question.id) || isUnknown(answers, question))
		) {
			filled = { ...filled, [question.id]: refinementDefault(model, question, filled) };
			refined.push(question.id);
		}
	return { answers: filled, assumed: [...assumed], refined };
}

const isUnknown = (answers: Answers, { id }: Question) =>
	Object.hasOwn(answers, id) && answers[id] === UNKNOWN;

/** The value of a refinement that these answers and the outcomes they settle call for. */
function refinementDefault(model: Model, question: Question, answers: Answers): string {
	const { refinement = [], default: fallback } = question;
	// Most defaults depend on answers alone.
	const decided = refinement.some(({ when }) => when.outcomes)
		? [...possibleOutcomes(model, answers)]
		: [];
	const outcomes = Object.fromEntries(
		decided.flatMap(
			([
				id,
				{
					outcomes: [first, ...others],
				},
			]) => (others.length === 0 ? [[id, first]] : []),
		),
	);
	return refinement.find(({ when }) => holds(when, { answers, outcomes }))?.value ?? fallback.value;
}
