/** The answers and tables of the first edition, as they are recorded. */
import first from '../../src/guide/kestra/past/1.0.0.json' with { type: 'json' };
import type { RecordedRules } from '../../src/guide/kestra/past-versions.ts';

/** Every combination of values of the first edition. */
export const earlierCombinations: readonly Readonly<Record<string, string>>[] =
	first.questions.reduce<readonly Readonly<Record<string, string>>[]>(
		(all, { id, values }) =>
			all.flatMap((some) => values.map((value) => ({ ...some, [id]: value }))),
		[{}],
	);

/** The outcome of each recorded decision for complete answers: the first rule that holds. */
export function recordedOutcomes(
	{ decisions, derived = [] }: RecordedRules,
	answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	const outcomes: Record<string, string> = {};
	for (const { id, rules } of [...decisions, ...derived])
		outcomes[id] = rules.find(
			({ when }) =>
				Object.entries(when.answers ?? {}).every(([question, values]) =>
					values.includes(answers[question]!),
				) &&
				Object.entries(when.outcomes ?? {}).every(([table, values]) =>
					values.includes(outcomes[table]!),
				),
		)!.then;
	return outcomes;
}

/** The rules of the first edition. */
export const firstEdition = first as RecordedRules;
