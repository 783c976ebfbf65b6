/** Walks combinations of answers and of outcomes. */
import { nextQuestion } from './engine.ts';
import type { Answers, Model, Question } from './model.ts';
import { UNKNOWN } from './model.ts';
import { compile, possibleValues, rowOf } from './tables.ts';

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

/**
 * Every way to answer the open questions with values, in order.
 * @param which the questions that get a value; all of the model when left out
 */
export function* combinations(
	model: Model,
	answers: Answers = {},
	which: (question: Question) => boolean = () => true,
): Generator<Readonly<Record<string, string>>> {
	const open = model.questions.filter(
		(question) => !Object.hasOwn(answers, question.id) && which(question),
	);
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
