/** The section of a decision record on the outcome: the plan, its reasons, both editions, and how it holds each answer. */
import { notesOf } from '../insight/answers-held.ts';
import { bothEditions } from '../insight/editions.ts';
import { verdictsOf } from '../insight/verdicts-of.ts';
import { decisions } from '../kestra/decisions.ts';
import { answerLabel, outcomeOf, questionOf } from '../kestra/lookup.ts';
import { nextStepsOf } from '../kestra/next-steps.ts';
import { reasonOf } from '../kestra/rule-reasons.ts';
import { outlineOf } from '../plan/outline.ts';
import type { Plan } from '../plan/plan.ts';
import { branchOf, countBoxes } from '../plan/plan.ts';
import { code, escaped, fenced } from './markdown.ts';
import type { Blocks, RecordSource } from './record-text.ts';
import { bullets, counted, ruleLink, sectionsOf } from './record-text.ts';

/** How many risks and steps a reader meets before the details. */
const mostRisks = 3;
const mostSteps = 3;

/** What a colleague needs who reads no further: the plan, why, what it accepts, and where it starts. */
export function inShort({ plan }: RecordSource): Blocks {
	const steps = nextStepsOf(plan.facts);
	return [
		'## In Short',
		escaped(plan.why),
		bullets([
			`Instances to run: ${toRun(plan)}.`,
			...plan.risks.slice(0, mostRisks).map(({ title }) => `Accepted: ${title}.`),
			...steps.slice(0, mostSteps).map(({ does }) => `To do: ${does}`),
		]),
	];
}

/** The plan as it is drawn, and the rule behind each decision. */
export function outcome(source: RecordSource): Blocks {
	const { plan } = source;
	const { instances, tenants, namespaces } = countBoxes(plan.topology);
	return [
		'## Decision Outcome',
		`Chosen option: **${escaped(plan.title)}**.`,
		bullets([
			`Instances to run: ${toRun(plan)}.`,
			`Namespaces: ${code(branchOf(plan.path))}, and below it one for each project.`,
			`As drawn here: ${counted(instances, 'instance')}, ${counted(tenants, 'tenant')}, ${counted(namespaces, 'namespace')} with flows in them.`,
		]),
		fenced(outlineOf(plan.topology)),
		'### Reasons',
		bullets(
			decisions.map(({ id, decides }) => {
				const { label } = outcomeOf(id, plan.outcomes[id]);
				const rule = plan.rules[id];
				const { because, sections } = reasonOf(id, rule);
				return `${decides} **${label}.** ${because} Rule: ${ruleLink(source, id, rule)}. ${sectionsOf(source, sections)}`;
			}),
		),
	];
}

/** The number of instances that have to stand; a development on an engineer’s machine apart. */
function toRun({ count }: Plan): string {
	const number =
		count.instances === undefined
			? `${count.formula}, where ${escaped(count.letters)}`
			: `${count.instances}`;
	return count.besidesLocal
		? `${number}, and beside it a development that may be an engineer’s machine`
		: number;
}

/** Where the edition is undecided, the other plan as well, and what the difference buys. */
export function editions({ given, names }: RecordSource): Blocks {
	const both = bothEditions(given, names);
	if (!both?.undecided) return [];
	const { 'open-source': free, enterprise: paid } = both;
	const inShort = (edition: string, plan: Plan) =>
		`${edition}: **${escaped(plan.title)}**. Instances to run: ${toRun(plan)}.`;
	return [
		'### With and Without Enterprise',
		both.same
			? 'The edition is not decided, and both come to the same layout.'
			: 'The edition is not decided. The plan above is for the free edition; this is what either comes to.',
		bullets([
			inShort('With the free edition', free),
			inShort('With Enterprise or Cloud', paid),
			...both.worth.map(escaped),
		]),
		'With Enterprise or Cloud it is drawn like this:',
		fenced(outlineOf(paid.topology)),
	];
}

/** What the plan does about each answer, and what it says to ideas that readers come with. */
export function held(source: RecordSource): Blocks {
	const { plan } = source;
	const notes = notesOf(plan);
	const verdicts = verdictsOf(plan);
	return [
		...(notes.length
			? [
					'### How the Plan Holds Each Answer',
					bullets(
						notes.map(({ question, says, section }) => {
							const answer = answerLabel(question, plan.answers[question]!);
							return `${questionOf(question).short}: “${answer}”. ${says} ${sectionsOf(source, [section])}`;
						}),
					),
				]
			: []),
		...(verdicts.length
			? [
					'### Ideas That Often Come Up',
					bullets(
						verdicts.map(
							({ idea, says, section }) => `${idea} ${says} ${sectionsOf(source, [section])}`,
						),
					),
				]
			: []),
	];
}
