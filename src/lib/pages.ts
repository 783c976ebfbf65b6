import { getCollection, render } from 'astro:content';
import { kestra } from '../guide/kestra.ts';
import { matrix } from '../guide/matrix.ts';
import { mishaps } from '../guide/mishaps.ts';
import { moves, notCarried } from '~/guide/moves.ts';
import { nextSteps } from '../guide/next-steps.ts';
import { never } from '../guide/reasons.ts';
import { risks } from '../guide/risks.ts';
import { signs } from '../guide/signs.ts';
import { checkOutcomePages, titlesOf } from './join.ts';
import type { PageFacts } from './join.ts';

/** Every page in the form that the join needs, including the parts that components render. */
async function pageFacts(): Promise<readonly PageFacts[]> {
	const entries = await getCollection('docs');
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
			...kestra.decisions.flatMap(({ rules }) => rules.flatMap((rule) => rule.sections)),
			...risks.flatMap((risk) => risk.sections),
			...never.sections,
			...nextSteps.map(({ section }) => section),
			...signs.map(({ section }) => section),
			...moves.flatMap((move) => move.sections),
			...notCarried.map(({ section }) => section),
			...mishaps.flatMap(({ sections }) => sections),
			'/concepts/instances/#only-one-server',
		];
		checkOutcomePages(kestra, pages);
		return titlesOf(sections, pages);
	});
	return titles;
}
