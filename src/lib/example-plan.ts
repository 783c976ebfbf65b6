/** The plan that a page draws: its answers and names are in the page's frontmatter. Pure, for tests without a build. */
import { nextQuestion } from '../guide/engine/engine.ts';
import { kestra } from '../guide/kestra/decision-model.ts';
import type { Names } from '../guide/kestra/names.ts';
import { type Plan, planFor } from '../guide/plan/plan.ts';

/** Values by question. */
type Given = Readonly<Record<string, string>>;

/** A page, as far as its plan depends on it. */
export interface ExamplePage {
	/** Its file, from the root of the project. */
	readonly filePath?: string | undefined;
	readonly data: {
		readonly answers?: Given | undefined;
		readonly names?: Names | undefined;
	};
}

/** The plan of a page, with the answers it comes from. */
export interface Example {
	readonly answers: Given;
	readonly plan: Plan;
}

/** What is wrong with the answers of a page, in a sentence; `undefined` when nothing is. */
function problemOf(answers: Given): string | undefined {
	for (const [id, value] of Object.entries(answers)) {
		const question = kestra.questions.find((known) => known.id === id);
		if (!question) return `answers the question "${id}", which the model does not have.`;
		const values = question.values.map((known) => known.id);
		if (!values.includes(value))
			return `answers "${id}" with "${value}", which is none of its values: ${values.join(', ')}.`;
	}
	const open = nextQuestion(kestra, answers);
	return open === undefined
		? undefined
		: `has answers that leave the question "${open}" open, so that they give no plan.`;
}

/**
 * The plan in the frontmatter of a page, or `undefined` when it has none.
 * @throws when the answers have an unknown question or value, or leave a question open; the message names the file
 */
export function exampleOf({ filePath: file, data }: ExamplePage): Example | undefined {
	const { answers, names } = data;
	if (answers === undefined) {
		if (names !== undefined) throw new Error(`${file} has names without answers.`);
		return undefined;
	}
	const problem = problemOf(answers);
	if (problem !== undefined) throw new Error(`${file} ${problem}`);
	return { answers, plan: planFor(answers, names)! };
}

/** What is wrong with the plans in the frontmatter of pages, one sentence each with the file in it. */
export function exampleProblems(pages: readonly ExamplePage[]): readonly string[] {
	return pages.flatMap((page) => {
		try {
			exampleOf(page);
			return [];
		} catch (error) {
			return [error instanceof Error ? error.message : String(error)];
		}
	});
}

/**
 * The plan of a page that must have one.
 * @throws also when it has none
 */
export function requiredExampleOf(page: ExamplePage): Example {
	const example = exampleOf(page);
	if (!example) throw new Error(`${page.filePath} draws a plan; its frontmatter needs answers.`);
	return example;
}
