import type { Answers, Model } from './model.ts';
import { compile, possibleValues, rowsLeft } from './tables.ts';

/** A change that would bring an outcome back: question id to value id. */
export type NearestChange = Readonly<Record<string, string>>;

/**
 * The fewest answers to change or give after which a decision certainly has an outcome. Where one answer does, every
 * such answer, as readers look for the one that is about them; where it takes more, the first combination in the order
 * of the questions and values.
 * @returns nothing when no answers lead to the outcome, one empty change when it is certain already
 */
export function nearestChanges(
	model: Model,
	decision: string,
	outcome: string,
	answers: Answers,
): readonly NearestChange[] {
	const compiled = compile(model);
	const table = compiled.byId.get(decision);
	if (!table) return [];
	const target = table.outcomes.indexOf(outcome);
	const original = possibleValues(compiled, answers);
	const certain = (possible: readonly (readonly number[])[]) =>
		rowsLeft(table, possible).every((row) => table.outcomeAt[row] === target);
	/** Every way to change `left` more questions, from index `from` on, that brings the outcome; in order. */
	function* search(
		possible: readonly (readonly number[])[],
		from: number,
		left: number,
	): Generator<typeof original> {
		if (left === 0) {
			if (certain(possible)) yield possible;
			return;
		}
		for (let position = from; position < table!.reads.length; position++) {
			const question = table!.reads[position]!;
			for (const value of compiled.questions[question]!.values.keys()) {
				const now = original[question]!;
				if (now.length === 1 && now[0] === value) continue;
				yield* search(
					possible.map((set, index) => (index === question ? [value] : set)),
					position + 1,
					left - 1,
				);
			}
		}
	}
	const changeIn = (found: typeof original): NearestChange =>
		Object.fromEntries(
			found.flatMap((set, index) => {
				const { id, values } = compiled.questions[index]!;
				return set === original[index] ? [] : [[id, values[set[0]!]!.id]];
			}),
		);
	for (let size = 0; size <= table.reads.length; size++) {
		const found: NearestChange[] = [];
		for (const each of search(original, 0, size)) {
			found.push(changeIn(each));
			if (size > 1) break;
		}
		if (found.length > 0) return found;
	}
	return [];
}
