/**
 * The tables of a model, each evaluated once over the questions it reads, so that cost grows with the tables and not
 * with the product of all questions.
 */
import type { Answers, Decision, DerivedTable, Model, Question } from './model.ts';

/** An evaluated decision or derived table: the rule that fires for each combination of the questions it reads. */
export interface Table {
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

export interface Compiled {
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
export function compile(model: Model): Compiled {
	const known = compiledModels.get(model);
	if (known) return known;
	const { questions } = model;
	const indexOf = new Map(questions.map((question, index) => [question.id, index]));
	const tables: Table[] = [];
	const byId = new Map<string, Table>();
	for (const source of [...model.decisions, ...model.derived]) {
		const table = tabulate(source, questions, indexOf, byId);
		tables.push(table);
		byId.set(table.id, table);
	}
	const compiled = { questions, indexOf, tables, byId };
	compiledModels.set(model, compiled);
	return compiled;
}

function tabulate(
	source: Decision | DerivedTable,
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

export const rowOf = (table: Table, values: readonly number[]) =>
	table.reads.reduce(
		(row, question, position) => row + values[question]! * table.strides[position]!,
		0,
	);

/** The values of each question that are still possible, as indices. */
export function possibleValues(
	compiled: Compiled,
	answers: Answers,
): readonly (readonly number[])[] {
	return compiled.questions.map(({ id, values }) => {
		const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
		const index = values.findIndex((value) => value.id === given);
		return index < 0 ? values.map((_, i) => i) : [index];
	});
}

/** Indices into `fires` for all possible values; optionally only the first value of one question. */
export function rowsLeft(
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
