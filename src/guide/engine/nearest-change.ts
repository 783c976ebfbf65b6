import type { Answers, Model } from './model.ts';
import { compile, possibleValues, rowsLeft } from './tables.ts';

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
