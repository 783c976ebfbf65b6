/**
 * A plan as a decision record in Markdown, with the sections of MADR, so that it can be filed with an organisation’s
 * other decisions. It uses the model’s own words.
 *
 * Each paragraph is one line. The last line tells Markdown linters that lines may be long.
 */
import { layoutValue } from '../insight/migration-path.ts';
import { rulesDate, rulesVersion } from '../kestra/decision-model.ts';
import { guideAddress } from '../url/query.ts';
import { escaped, shownLink } from './markdown.ts';
import { consequences, whatFails } from './record-consequences.ts';
import { context, drivers, options } from './record-context.ts';
import { editions, held, inShort, outcome } from './record-outcome.ts';
import { revisit, whatWouldTip, whyNot } from './record-review.ts';
import { fromToday, steps } from './record-steps.ts';
import type { Blocks, RecordSource } from './record-text.ts';
import { bullets } from './record-text.ts';

/** The decision record of a plan: Markdown, with a line break at its end. */
export function decisionRecord(source: RecordSource): string {
	const { plan, today } = source;
	return [
		...opening(source),
		...inShort(source),
		...context(source),
		...drivers(source),
		...options(source),
		...outcome(source),
		...editions(source),
		...held(source),
		...consequences(source),
		...whatFails(source),
		...(today ? fromToday(source, today) : []),
		...steps(source),
		...whyNot(source),
		...whatWouldTip(plan),
		...revisit(source),
		...more(source),
		// Linters limit line length by default; each paragraph of a record is one line.
		'<!-- markdownlint-disable-file MD013 -->',
	]
		.join('\n\n')
		.concat('\n');
}

/** Address of the guide with these answers and the version of the rules. */
const guideLink = ({ given, today, address }: RecordSource, way?: string): string =>
	address(
		guideAddress(given, [
			...(today ? [['from', layoutValue(today)] as const] : []),
			...(way === undefined ? [] : [['way', way] as const]),
			['rules', rulesVersion],
		]),
	);

const opening = (source: RecordSource): Blocks => [
	`# ${escaped(source.plan.title)}`,
	bullets([
		'Status: proposed',
		`Date: ${source.date}`,
		`Rules: version ${rulesVersion} of ${rulesDate}`,
		`Guide: ${shownLink(guideLink(source))}`,
	]),
];

const more = (source: RecordSource): Blocks => [
	'## More Information',
	bullets([
		`The guide with these answers: ${shownLink(guideLink(source))}`,
		`The plan as files, made from the same answers: ${shownLink(guideLink(source, source.kit ?? 'any'))}`,
		`The rules: ${shownLink(source.address('/reference/decision-tables/'))}, version ${rulesVersion} of ${rulesDate}`,
		`The questions and rules as data: ${shownLink(source.address('/decision-model.json'))}`,
	]),
];
