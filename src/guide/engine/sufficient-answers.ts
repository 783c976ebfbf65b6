/** Which answers are sufficient for an outcome, computed from the tables. */
import { possibleOutcomesOf, questionsOf } from './engine.ts';
import type { Answers, Model } from './model.ts';

/**
 * Every minimal set of answers after which a decision certainly has an outcome, whatever the other answers: without any
 * one of them it is no longer certain. Smallest sets first, then in the order of the model.
 *
 * Tries every set of answers to the questions that the decision reads, which are few.
 * @throws when the model has no such decision
 */
export function leadingTo(model: Model, decision: string, outcome: string): readonly Answers[] {
	const read = questionsOf(model, decision);
	const questions = model.questions.filter(({ id }) => read.includes(id));
	const enough = (answers: Answers) => {
		const { outcomes } = possibleOutcomesOf(model, decision, answers);
		return outcomes.length === 1 && outcomes[0] === outcome;
	};
	let sets: Readonly<Record<string, string>>[] = [{}];
	for (const { id, values } of questions)
		sets = sets.flatMap((set) => [...values.map((value) => ({ ...set, [id]: value.id })), set]);
	return sets
		.filter((set) => enough(set))
		.filter((set) => Object.keys(set).every((id) => !enough(without(set, id))))
		.sort((a, b) => Object.keys(a).length - Object.keys(b).length);
}

const without = (set: Readonly<Record<string, string>>, id: string) =>
	Object.fromEntries(Object.entries(set).filter(([key]) => key !== id));
