/** Puts changes of answers and plans into sentences. */
import { allOf, answerLabel, anyOf, decisionOf, outcomeOf, questionOf } from '../kestra/lookup.ts';
import type { Plan } from '../plan/plan.ts';
import type { MigrationPath } from './migration-path.ts';
import type { Change, WhatIf } from './what-if.ts';

/** The way from today's layout to a plan, in sentences. */
export function migrationPathWords({ migrations, order, leavesEnterprise }: MigrationPath): string {
	if (migrations.length === 0)
		return 'That already is the layout of this plan; only names and next steps are left.';
	const count =
		migrations.length === 1 ? 'One migration leads' : `${migrations.length} migrations lead`;
	return [
		`${count} from there to this plan.`,
		...(order === undefined ? [] : [order]),
		...(leavesEnterprise
			? ['Open source has one tenant: the tenants of today have to be given up.']
			: []),
	].join(' ');
}

/** An answer as a reader recognises it: `Edition: “Open source”`. */
export const answerWords = (question: string, value: string): string =>
	`${questionOf(question).short}: “${answerLabel(question, value)}”`;

/** Ways to bring an outcome back, each one answer or several together: `Edition: “Open source”, or …`. */
export const waysWords = (ways: readonly Readonly<Record<string, string>>[]): string =>
	ways
		.map((way) =>
			allOf(Object.entries(way).map(([question, value]) => answerWords(question, value))),
		)
		.join(', or with ');

/** How other answers would change a plan, in one or more sentences. */
export function whatIfWords(
	plan: Pick<Plan, 'headline'>,
	{ headline, changes }: Pick<WhatIf, 'headline' | 'changes'>,
): string {
	const another = headline !== undefined && headline !== plan.headline ? [`${headline}.`] : [];
	const sentences = [...another, ...changes.map(changeWords)];
	return sentences.length ? sentences.join(' ') : 'The same layout, with other stages in it.';
}

/** How one decision changes: `Engineers’ spaces: “A tenant for each engineer” instead of “…”.` */
export function changeWords({ decision, from, to }: Change): string {
	const label = (outcome: string) => `“${outcomeOf(decision, outcome).label}”`;
	const instead = to.includes(from) ? '' : ` instead of ${label(from)}`;
	return `${decisionOf(decision).short}: ${anyOf(to.map(label))}${instead}.`;
}
