/**
 * What follows from answers. An answer is treated as the set of values still possible: a question not yet answered, or
 * answered with `unknown`, leaves all its values. Everything else here is derived from that and the tables.
 *
 * Each table is evaluated once, over the questions it reads, so that cost grows with the tables and not with the product
 * of all questions.
 */
import type { Answers, Aspect, Decision, Model, Question } from './model.ts';
import { UNKNOWN } from './model.ts';

/** An evaluated decision or aspect: the rule that fires for each combination of the questions it reads. */
interface Table {
	readonly id: string;
	/** Indices of the questions it reads, directly or through an earlier table. */
	readonly reads: readonly number[];
	/** For each of `reads`, the stride in `fires` between one value and the next. */
	readonly strides: readonly number[];
	/** Index of the rule that fires, for each combination. */
	readonly fires: Uint8Array;
	/** Index of the outcome that it gives, for each combination. */
	readonly outcomeAt: Uint8Array;
	readonly outcomes: readonly string[];
	readonly rules: readonly string[];
}

interface Compiled {
	readonly questions: readonly Question[];
	readonly indexOf: ReadonlyMap<string, number>;
	readonly tables: readonly Table[];
	readonly byId: ReadonlyMap<string, Table>;
}

const compiledModels = new WeakMap<Model, Compiled>();

/**
 * Evaluates the tables of a model, once.
 * @throws when a rule refers to something that the model does not have, or when some answers fit no rule
 */
function compile(model: Model): Compiled {
	const known = compiledModels.get(model);
	if (known) return known;
	const { questions } = model;
	const indexOf = new Map(questions.map((question, index) => [question.id, index]));
	const tables: Table[] = [];
	const byId = new Map<string, Table>();
	for (const source of [...model.decisions, ...model.aspects]) {
		const table = tabulate(source, questions, indexOf, byId);
		tables.push(table);
		byId.set(table.id, table);
	}
	const compiled = { questions, indexOf, tables, byId };
	compiledModels.set(model, compiled);
	return compiled;
}

function tabulate(
	source: Decision | Aspect,
	questions: readonly Question[],
	indexOf: ReadonlyMap<string, number>,
	earlier: ReadonlyMap<string, Table>,
): Table {
	const where = (rule: string) => `Rule ${source.id}.${rule}`;
	const outcomes = source.outcomes.map(({ id }) => id);
	const reads = new Set<number>();
	// Each rule as two lists of tests: on the value of a question, and on the outcome of an earlier table.
	const rules = source.rules.map((rule) => ({
		answers: Object.entries(rule.when.answers ?? {}).map(([id, values]) => {
			const question = indexOf.get(id);
			if (question === undefined)
				throw new Error(`${where(rule.id)} asks about the unknown question "${id}".`);
			reads.add(question);
			const allowed = values.map((value) =>
				questions[question]!.values.findIndex((v) => v.id === value),
			);
			if (allowed.includes(-1))
				throw new Error(`${where(rule.id)} names a value that "${id}" does not have.`);
			return { question, allowed };
		}),
		outcomes: Object.entries(rule.when.outcomes ?? {}).map(([id, values]) => {
			const table = earlier.get(id);
			if (!table)
				throw new Error(`${where(rule.id)} asks about "${id}", which is not decided before it.`);
			for (const question of table.reads) reads.add(question);
			const allowed = values.map((value) => table.outcomes.indexOf(value));
			if (allowed.includes(-1))
				throw new Error(`${where(rule.id)} names an outcome that "${id}" does not have.`);
			return { table, allowed };
		}),
	}));
	const gives = source.rules.map((rule) => {
		const outcome = outcomes.indexOf(rule.then);
		if (outcome < 0)
			throw new Error(`${where(rule.id)} gives "${rule.then}", which is no outcome of it.`);
		return outcome;
	});
	const order = [...reads].sort((a, b) => a - b);
	const strides: number[] = [];
	let size = 1;
	for (const question of order) {
		strides.push(size);
		size *= questions[question]!.values.length;
	}
	const fires = new Uint8Array(size);
	const values = new Array<number>(questions.length).fill(0);
	for (let row = 0; row < size; row++) {
		order.forEach((question, position) => {
			values[question] = Math.floor(row / strides[position]!) % questions[question]!.values.length;
		});
		const rule = rules.findIndex(
			({ answers, outcomes: earlierOutcomes }) =>
				answers.every(({ question, allowed }) => allowed.includes(values[question]!)) &&
				earlierOutcomes.every(({ table, allowed }) =>
					allowed.includes(table.outcomeAt[rowOf(table, values)]!),
				),
		);
		if (rule < 0) throw new Error(`Some answers fit no rule of "${source.id}".`);
		fires[row] = rule;
	}
	return {
		id: source.id,
		reads: order,
		strides,
		fires,
		outcomeAt: fires.map((rule) => gives[rule]!),
		outcomes,
		rules: source.rules.map(({ id }) => id),
	};
}

const rowOf = (table: Table, values: readonly number[]) =>
	table.reads.reduce(
		(row, question, position) => row + values[question]! * table.strides[position]!,
		0,
	);

/** The values of each question that are still possible, as indices. */
function possibleValues(compiled: Compiled, answers: Answers): readonly (readonly number[])[] {
	return compiled.questions.map(({ id, values }) => {
		const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
		const index = values.findIndex((value) => value.id === given);
		return index < 0 ? values.map((_, i) => i) : [index];
	});
}

/** Indices into `fires` for all possible values; optionally only the first value of one question. */
function rowsLeft(
	table: Table,
	possible: readonly (readonly number[])[],
	firstOnly?: number,
): readonly number[] {
	let rows = [0];
	table.reads.forEach((question, position) => {
		const longer: number[] = [];
		const stride = table.strides[position]!;
		for (const value of possible[question]!) {
			for (const row of rows) longer.push(row + value * stride);
			if (question === firstOnly) break;
		}
		rows = longer;
	});
	return rows;
}

/** The possible results of a decision. */
export interface Possibilities {
	/** Ids of the outcomes still possible, in the order of the model; a single one when the decision is settled. */
	readonly outcomes: readonly string[];
	/** Ids of the rules that may still fire, in the order of the model. */
	readonly rules: readonly string[];
}

/** The possible results of each decision and aspect, by its id. */
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
 * @param among ids of the decisions and aspects that count; all when left out
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
 * The question to ask next: the first, in order, not yet answered and able to change what is decided.
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
		({ id }, index) =>
			!Object.hasOwn(answers, id) &&
			tables.some(
				(table) =>
					table.reads.includes(index) && isOpen(table) && changesTable(table, index, possible),
			),
	)?.id;
}

/**
 * Takes the safe choice of questions answered with `unknown`, in order, until no outcome depends on an unknown. It assumes
 * no more than needed: without any one of the choices, the outcomes would not all be settled.
 * @returns the answers with safe choices filled in, and the ids of the questions they were filled in for
 */
export function assume(
	model: Model,
	answers: Answers,
	among?: readonly string[],
): { readonly answers: Answers; readonly assumed: readonly string[] } {
	const assumed = new Set<string>();
	let filled = answers;
	for (const { id, safe } of model.questions)
		if (
			Object.hasOwn(answers, id) &&
			answers[id] === UNKNOWN &&
			matters(model, filled, id, among)
		) {
			filled = { ...filled, [id]: safe.value };
			assumed.add(id);
		}
	// A later choice may have made an earlier one unnecessary.
	for (const id of assumed) {
		const without = { ...filled, [id]: UNKNOWN };
		if (matters(model, without, id, among)) continue;
		filled = without;
		assumed.delete(id);
	}
	return { answers: filled, assumed: [...assumed] };
}

/** A change that would bring an outcome back. */
export interface NearestChange {
	/** Question id to value id: the fewest answers to change or give. */
	readonly changes: Readonly<Record<string, string>>;
}

/**
 * The fewest answers to change or give after which a decision certainly has an outcome. Of several equally small
 * changes, the first in the order of the questions and values.
 * @returns undefined when no answers lead to the outcome
 */
export function nearestChange(
	model: Model,
	decision: string,
	outcome: string,
	answers: Answers,
): NearestChange | undefined {
	const compiled = compile(model);
	const table = compiled.byId.get(decision);
	if (!table) return undefined;
	const target = table.outcomes.indexOf(outcome);
	const original = possibleValues(compiled, answers);
	const certain = (possible: readonly (readonly number[])[]) =>
		rowsLeft(table, possible).every((row) => table.outcomeAt[row] === target);
	/** Tries every way to change `left` more questions, from index `from` on. */
	const search = (
		possible: readonly (readonly number[])[],
		from: number,
		left: number,
	): typeof original | undefined => {
		if (left === 0) return certain(possible) ? possible : undefined;
		for (let position = from; position < table.reads.length; position++) {
			const question = table.reads[position]!;
			for (const value of compiled.questions[question]!.values.keys()) {
				const now = original[question]!;
				if (now.length === 1 && now[0] === value) continue;
				const found = search(
					possible.map((set, index) => (index === question ? [value] : set)),
					position + 1,
					left - 1,
				);
				if (found) return found;
			}
		}
		return undefined;
	};
	for (let size = 0; size <= table.reads.length; size++) {
		const found = search(original, 0, size);
		if (found)
			return {
				changes: Object.fromEntries(
					found.flatMap((set, index) => {
						const { id, values } = compiled.questions[index]!;
						return set === original[index] ? [] : [[id, values[set[0]!]!.id]];
					}),
				),
			};
	}
	return undefined;
}

/**
 * How many different combinations of outcomes of the named tables are still possible.
 * It enumerates every completion, so the model must be small.
 */
export function countOutcomes(model: Model, answers: Answers, among: readonly string[]): number {
	const compiled = compile(model);
	const possible = possibleValues(compiled, answers);
	const tables = among.map((id) => compiled.byId.get(id)!);
	const read = [...new Set(tables.flatMap(({ reads }) => reads))];
	const values = new Array<number>(compiled.questions.length).fill(0);
	const seen = new Set<number>();
	const walk = (position: number): void => {
		if (position === read.length) {
			let key = 0;
			for (const table of tables)
				key = key * table.outcomes.length + table.outcomeAt[rowOf(table, values)]!;
			seen.add(key);
			return;
		}
		for (const value of possible[read[position]!]!) {
			values[read[position]!] = value;
			walk(position + 1);
		}
	};
	walk(0);
	return seen.size;
}

/** Every way to answer all questions with values, in order. */
export function* combinations(
	model: Model,
	answers: Answers = {},
): Generator<Readonly<Record<string, string>>> {
	const open = model.questions.filter(({ id }) => !Object.hasOwn(answers, id));
	const total = open.reduce((product, { values }) => product * values.length, 1);
	for (let row = 0; row < total; row++) {
		const combination: Record<string, string> = { ...(answers as Record<string, string>) };
		let rest = row;
		for (const { id, values } of open) {
			combination[id] = values[rest % values.length]!.id;
			rest = Math.floor(rest / values.length);
		}
		yield combination;
	}
}

/**
 * Every way through the guide: the answers of each path from the first question to the end.
 * @param unknowns whether "I don't know" is among the answers tried
 */
export function* paths(model: Model, unknowns = false, answers: Answers = {}): Generator<Answers> {
	const id = nextQuestion(model, answers);
	if (id === undefined) {
		yield answers;
		return;
	}
	const { values } = model.questions.find((question) => question.id === id)!;
	for (const value of [...values.map((v) => v.id), ...(unknowns ? [UNKNOWN] : [])])
		yield* paths(model, unknowns, { ...answers, [id]: value });
}
