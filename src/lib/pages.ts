import { getCollection, render } from 'astro:content';
import { migrations, notCarried } from '~/guide/kestra/migrations.ts';
import { never } from '../guide/insight/what-if.ts';
import { answerNotes } from '../guide/kestra/answer-notes.ts';
import { kestra } from '../guide/kestra/decision-model.ts';
import { failures } from '../guide/kestra/failures.ts';
import { nextSteps } from '../guide/kestra/next-steps.ts';
import { reviewTriggers } from '../guide/kestra/review-triggers.ts';
import { risks } from '../guide/kestra/risks.ts';
import { ruleReasons } from '../guide/kestra/rule-reasons.ts';
import { verdicts } from '../guide/kestra/verdicts.ts';
import type { PageFacts } from './join.ts';
import { checkOutcomePages, titlesOf } from './join.ts';
import { isolationMatrix } from './matrix.ts';

/** Every page in the form that the join needs, including the parts that components render. */
async function pageFacts(): Promise<readonly PageFacts[]> {
	const entries = await getCollection('docs');
	const matrix = await isolationMatrix();
	return Promise.all(
		entries.map(async (entry) => {
			const { headings } = await render(entry);
			const address = entry.id === 'index' ? '/' : `/${entry.id}/`;
			const rows =
				address === '/concepts/compare/'
					? matrix.map(({ id, aspect }) => [id, aspect] as const)
					: [];
			return {
				address,
				title: entry.data.title,
				outcome: entry.data.outcome,
				parts: Object.fromEntries([
					...headings.map(({ slug, text }) => [slug, text] as const),
					...rows,
				]),
			};
		}),
	);
}

let titles: Promise<Readonly<Record<string, string>>>;

/** Titles of pages and sections for the guide. Computed once per build; fails it when pages and model do not match. */
export function titlesForGuide() {
	titles ??= pageFacts().then((pages) => {
		const sections = [
			...Object.values(ruleReasons).flatMap((reasons) =>
				Object.values(reasons).flatMap(({ sections }) => sections),
			),
			...answerNotes.map(({ section }) => section),
			...verdicts.map(({ section }) => section),
			...risks.flatMap((risk) => risk.sections),
			...never.sections,
			...nextSteps.map(({ section }) => section),
			...reviewTriggers.map(({ section }) => section),
			...migrations.flatMap((migration) => migration.sections),
			...notCarried.map(({ section }) => section),
			...failures.flatMap(({ sections }) => sections),
			'/concepts/instances/#only-one-server',
		];
		checkOutcomePages(kestra, pages);
		return titlesOf(sections, pages);
	});
	return titles;
}
