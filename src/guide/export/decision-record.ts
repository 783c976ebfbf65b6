/**
 * A plan as a decision record in Markdown, with the sections of MADR, so that it can be filed with an organisation's
 * other decisions. It uses the model’s own words.
 *
 * Each paragraph is one line. The last line tells Markdown linters that lines may be long.
 */

import type { Answers } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import type { Impact } from '../insight/failure-impact.ts';
import { courseOf, rowAddress, worstCases } from '../insight/failure-impact.ts';
import type { CurrentLayout } from '../insight/migration-path.ts';
import { layoutValue, migrationPath } from '../insight/migration-path.ts';
import { reviewTriggersOfPlan } from '../insight/review-triggers.ts';
import { answerWords, whatIfWords } from '../insight/sentences.ts';
import type { OpenAssumption } from '../insight/what-if.ts';
import { never, openAssumptions, ruledOut, whatIfs } from '../insight/what-if.ts';
import { rulesDate, rulesVersion } from '../kestra/decision-model.ts';
import { decisions } from '../kestra/decisions.ts';
import {
	allOf,
	answerLabel,
	outcomeOf,
	questionOf,
	ruleAddress,
	ruleOf,
} from '../kestra/lookup.ts';
import { nextStepsOf } from '../kestra/next-steps.ts';
import { questions } from '../kestra/questions.ts';
import { boundaryWords, separations, separationsOf } from '../plan/isolation.ts';
import { outlineOf } from '../plan/outline.ts';
import type { Plan } from '../plan/plan.ts';
import { branchOf, countBoxes } from '../plan/plan.ts';
import { idleAnswers } from '../plan/progress.ts';
import { guideAddress } from '../url/query.ts';
import { code, fenced, link, shownLink } from './markdown.ts';

/** Input of a record. */
export interface RecordSource {
	/** The answers as the reader gave them, unknowns included. */
	readonly given: Answers;
	/** Their plan, with the reader’s names in it. */
	readonly plan: Plan;
	/** Turns a root-relative address into a full one, such as `https://example.com/guide/`. */
	readonly address: (rootRelative: string) => string;
	/** The reader’s day, as `YYYY-MM-DD`. */
	readonly date: string;
	/** Titles of sections by root-relative address; an address without one is shown as it is. */
	readonly titles?: Readonly<Record<string, string>>;
	/** The way to production of the files that it belongs to; when absent, it links those of the plan’s own way. */
	readonly kit?: string | undefined;
	/** The layout the reader has today, when known. */
	readonly today?: CurrentLayout | undefined;
}

/** The decision record of a plan: Markdown, with a line break at its end. */
export function decisionRecord(source: RecordSource): string {
	const { plan, today } = source;
	return [
		...opening(source),
		...context(source),
		...drivers(source),
		...options(source),
		...outcome(source),
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

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const below = (items: readonly string[]): string => items.map((item) => `\n  - ${item}`).join('');

/** “More: …” with links to the sections that give the reasons. */
const sectionsOf = ({ address, titles }: RecordSource, sections: readonly string[]): string =>
	`More: ${sections
		.map((section) => link(titles?.[section] ?? section, address(section)))
		.join(', ')}.`;

const ruleLink = ({ address }: RecordSource, decision: string, rule: string): string =>
	link(`${decision}.${rule}`, address(ruleAddress(decision, rule)));

/** Address of the guide with these answers and the version of the rules. */
const guideLink = ({ given, today, address }: RecordSource, way?: string): string =>
	address(
		guideAddress(given, [
			...(today ? [['from', layoutValue(today)] as const] : []),
			...(way === undefined ? [] : [['way', way] as const]),
			['rules', rulesVersion],
		]),
	);

const opening = (source: RecordSource): readonly string[] => [
	`# ${source.plan.headline}`,
	bullets([
		'Status: proposed',
		`Date: ${source.date}`,
		`Rules: version ${rulesVersion} of ${rulesDate}`,
		`Guide: ${shownLink(guideLink(source))}`,
	]),
];

function context({ given, plan }: RecordSource): readonly string[] {
	const idle = new Set(idleAnswers(given));
	const assumptionOf = new Map(
		openAssumptions(given, plan).map((assumption) => [assumption.question, assumption]),
	);
	const asked = questions.filter(({ id }) => Object.hasOwn(given, id));
	const notAsked = questions.filter(({ id }) => !Object.hasOwn(given, id));
	return [
		'## Context and Problem Statement',
		'How should Kestra be split into instances, tenants and namespaces? These answers were given:',
		bullets(
			asked.map(({ id, asks }) => {
				const value = given[id]!;
				const assumption = assumptionOf.get(id);
				const answer = `${asks} **${answerLabel(id, value)}.**`;
				if (value === UNKNOWN) return `${answer} ${unknownWords(plan, assumption)}`;
				const means = questionOf(id).values.find((known) => known.id === value)?.means ?? '';
				return idle.has(id)
					? `${answer} With the other answers as they are, it changes nothing.`
					: `${answer} ${means}`;
			}),
		),
		...(notAsked.length
			? [
					`Not asked, because the answers above leave nothing for them to decide: ${allOf(
						notAsked.map(({ short }) => `“${short}”`),
					)}.`,
				]
			: []),
	];
}

function unknownWords(plan: Plan, assumption: OpenAssumption | undefined): string {
	if (!assumption?.matters) return 'It makes no difference to this plan.';
	const { default: taken, whom } = questionOf(assumption.question);
	const assumed = `Assumed: “${answerLabel(assumption.question, taken.value)}”, because ${taken.because}. Ask ${whom}.`;
	return (
		assumed +
		below(
			assumption.leads.map((lead) => {
				const same = lead.changes.length === 0 && lead.headline === plan.headline;
				return `If “${answerLabel(assumption.question, lead.value)}”: ${same ? 'this plan.' : whatIfWords(plan, lead)}`;
			}),
		)
	);
}

/** Why each question that contributed to the plan was asked. */
function drivers({ given, plan }: RecordSource): readonly string[] {
	const idle = new Set(idleAnswers(given));
	return [
		'## Decision Drivers',
		bullets(
			questions
				.filter(
					({ id }) =>
						Object.hasOwn(given, id) &&
						!idle.has(id) &&
						(given[id] !== UNKNOWN || plan.assumed.includes(id)),
				)
				.map(({ short, why }) => `${short}: ${why}`),
		),
	];
}

const severalStages = (plan: Plan) => plan.outcomes.stages !== 'single-instance';

function options({ plan }: RecordSource): readonly string[] {
	return [
		'## Considered Options',
		bullets(
			decisions.map(({ id, decides, outcomes }) => {
				const considered = outcomes.map(({ id: option, label }) =>
					option === plan.outcomes[id] ? `**${label}** (chosen)` : label,
				);
				const ruledOutAlways =
					id === 'stages' && severalStages(plan) ? [`${never.title} (never)`] : [];
				return decides + below([...considered, ...ruledOutAlways]);
			}),
		),
	];
}

function outcome(source: RecordSource): readonly string[] {
	const { plan } = source;
	const { instances, tenants, namespaces } = countBoxes(plan.topology);
	const { count } = plan;
	const number =
		count.instances === undefined
			? `${count.formula} instances, where ${count.letters}`
			: counted(count.instances, 'instance');
	return [
		'## Decision Outcome',
		`Chosen option: **${plan.headline}**.`,
		bullets([
			`Instances to run: ${number}.`,
			`Namespaces: ${code(branchOf(plan.path))}, and below it one for each project.`,
			`As drawn here: ${counted(instances, 'instance')}, ${counted(tenants, 'tenant')}, ${counted(namespaces, 'namespace')} with flows in them.`,
		]),
		fenced(outlineOf(plan.topology)),
		'### Reasons',
		bullets(
			decisions.map(({ id, decides }) => {
				const { label } = outcomeOf(id, plan.outcomes[id]);
				const rule = ruleOf(id, plan.rules[id]);
				return `${decides} **${label}.** ${rule.because} Rule: ${ruleLink(source, id, rule.id)}. ${sectionsOf(source, rule.sections)}`;
			}),
		),
	];
}

const counted = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

function consequences(source: RecordSource): readonly string[] {
	const { risks, topology } = source.plan;
	const apart = separationsOf(topology);
	const kept = separations.flatMap(({ id, says }) => {
		const boundary = apart[id];
		return boundary === undefined ? [] : [`${says}: ${boundaryWords[boundary]}.`];
	});
	return [
		'### Consequences',
		'What stands between:',
		bullets(kept),
		...(risks.length
			? [
					'Risks accepted:',
					bullets(
						risks.map(
							({ title, says, todo, sections }) =>
								`**${title}.** ${says}${below([
									`What to do: ${todo}`,
									sectionsOf(source, sections),
								])}`,
						),
					),
				]
			: []),
	];
}

/** The worst that each failure can do to the plan. */
function whatFails(source: RecordSource): readonly string[] {
	const { topology } = source.plan;
	return [
		'### What Fails Together',
		bullets(
			worstCases(topology).map(({ failure, outside, production, groups }) => {
				const { tells, helps } = courseOf(failure, topology.edition);
				const told = (where: string, { says, why, unless, rows, level }: Impact) =>
					`${where}: ${says}. ${why}${unless ? ` What would keep it away: ${unless}` : ''} ${sectionsOf(
						source,
						// The first row decides, at the level of the wall concerned.
						rows.slice(0, 1).map((row) => rowAddress(row, level)),
					)}`;
				return `**${failure.title}.** ${tells}${below([
					told(outside ? 'Before production' : 'Where everything runs', production),
					...(groups ? [told('In one group', groups)] : []),
					`What helps: ${helps}`,
				])}`;
			}),
		),
	];
}

function fromToday(source: RecordSource, today: CurrentLayout): readonly string[] {
	const { address, plan } = source;
	const { migrations, order, byHand, leavesEnterprise } = migrationPath(today, plan);
	const now = allOf([
		`“${outcomeOf('stages', today.stages).label}”`,
		`“${outcomeOf('groups', today.groups).label}”`,
	]);
	return [
		'## From Today’s Layout',
		migrations.length
			? `Today: ${now}. These moves lead from there to the plan, in this order.${order ? ` ${order}` : ''}`
			: `Today: ${now}. That is what this plan comes to; only names may differ.`,
		...migrations.flatMap(({ does, caution, steps: parts, reversible, sections }, index) => [
			`### Move ${index + 1}: ${does.replace(/\.$/, '')}`,
			...(caution ? [caution] : []),
			parts.map((part) => `- [ ] ${part}`).join('\n'),
			`${reversible.can === 'no' ? 'No way back' : 'Way back'}: ${reversible.words} ${sectionsOf(source, sections)}`,
		]),
		...(byHand.length
			? [
					'### What no move carries',
					bullets(
						byHand.map(
							({ what, does, section }) =>
								`**${what}.** ${does} ${link(source.titles?.[section] ?? section, address(section))}.`,
						),
					),
				]
			: []),
		...(leavesEnterprise
			? ['Open source has one tenant: the tenants of today have to be given up.']
			: []),
	];
}

function steps({ address, plan, titles }: RecordSource): readonly string[] {
	return [
		'## Next Steps',
		nextStepsOf(plan.facts)
			.map(
				({ does, section }) =>
					`- [ ] ${does} ${link(titles?.[section] ?? section, address(section))}`,
			)
			.join('\n'),
	];
}

function whyNot(source: RecordSource): readonly string[] {
	const { plan } = source;
	const out = ruledOut(plan);
	return [
		'## Pros and Cons of the Options',
		'What was ruled out, the rule that decided otherwise, and the fewest answers that would make it right.',
		...decisions.flatMap(({ id, short }) => [
			`### ${short}`,
			bullets([
				...out
					.filter(({ decision }) => decision === id)
					.map(({ outcome: option, rule, nearest }) => {
						const { label, address } = outcomeOf(id, option);
						const back = nearest
							? `It would be right with ${allOf(
									Object.entries(nearest).map(([question, value]) => answerWords(question, value)),
								)}.`
							: 'No answers lead to it.';
						return `${link(label, source.address(address))}: ruled out by ${ruleLink(source, id, rule)}. ${back}`;
					}),
				...(id === 'stages' && severalStages(plan)
					? [`${never.title}: never. ${never.says} ${sectionsOf(source, never.sections)}`]
					: []),
			]),
		]),
	];
}

function whatWouldTip(plan: Plan): readonly string[] {
	const { would, could } = whatIfs(plan);
	const list = (found: typeof would) =>
		bullets(
			found.map(
				(whatIf) => `${answerWords(whatIf.question, whatIf.value)}. ${whatIfWords(plan, whatIf)}`,
			),
		);
	if (would.length + could.length === 0) return [];
	return [
		'## What Would Change This Decision',
		...(would.length
			? ['Each of these answers, changed alone, gives another plan:', list(would)]
			: []),
		...(could.length
			? [
					'Each of these opens a question that was not asked; the plan may change with its answer:',
					list(could),
				]
			: []),
	];
}

function revisit(source: RecordSource): readonly string[] {
	const { plan, address, titles } = source;
	const reviewTriggers = reviewTriggersOfPlan(plan);
	return reviewTriggers.length === 0
		? []
		: [
				'## When to Revisit It',
				'When one of these is seen, the decision has been outgrown:',
				bullets(
					reviewTriggers.map(({ event, towards, section }) => {
						const [decision = '', id = ''] = towards?.split('.') ?? [];
						const to = towards ? outcomeOf(decision, id) : undefined;
						const where = link(titles?.[section] ?? section, address(section));
						return `${event} ${to ? `Then: ${link(to.label, address(to.address))}. More: ${where}.` : `More: ${where}.`}`;
					}),
				),
			];
}

const more = (source: RecordSource): readonly string[] => [
	'## More Information',
	bullets([
		`The guide with these answers: ${shownLink(guideLink(source))}`,
		`The plan as files, made from the same answers: ${shownLink(guideLink(source, source.kit ?? 'any'))}`,
		`The rules: ${shownLink(source.address('/reference/decision-tables/'))}, version ${rulesVersion} of ${rulesDate}`,
		`The questions and rules as data: ${shownLink(source.address('/decision-model.json'))}`,
	]),
];
