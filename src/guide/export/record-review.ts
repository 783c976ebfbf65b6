/** The sections of a decision record on other plans: what was ruled out, what would tip it, and when to revisit it. */
import { reviewTriggersOfPlan } from '../insight/review-triggers.ts';
import { answerWords, waysWords, whatIfWords } from '../insight/sentences.ts';
import { never, ruledOut, whatIfs } from '../insight/what-if.ts';
import { decisions } from '../kestra/decisions.ts';
import { outcomeOf } from '../kestra/lookup.ts';
import type { Plan } from '../plan/plan.ts';
import { link } from './markdown.ts';
import type { Blocks, RecordSource } from './record-text.ts';
import { bullets, ruleLink, sectionLink, sectionsOf, severalStages } from './record-text.ts';

/** What was ruled out, and what would bring it back. */
export function whyNot(source: RecordSource): Blocks {
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
					.map(({ outcome: option, rule, ways }) => {
						const { label, address } = outcomeOf(id, option);
						const back =
							ways.length > 0
								? `It would be right with ${waysWords(ways)}.`
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

/** The answers that would change the plan. */
export function whatWouldTip(plan: Plan): Blocks {
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

/** What shows that the plan has been outgrown. */
export function revisit(source: RecordSource): Blocks {
	const { plan, address } = source;
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
						const where = sectionLink(source, section);
						return `${event} ${to ? `Then: ${link(to.label, address(to.address))}. More: ${where}.` : `More: ${where}.`}`;
					}),
				),
			];
}
