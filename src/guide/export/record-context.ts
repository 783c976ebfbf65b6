/** The first sections of a decision record: the answers, why they were asked for, and the options. */
import { UNKNOWN } from '../engine/model.ts';
import { answerWords, whatIfWords } from '../insight/sentences.ts';
import type { OpenAssumption } from '../insight/what-if.ts';
import { never, openAssumptions } from '../insight/what-if.ts';
import { decisions } from '../kestra/decisions.ts';
import { allOf, answerLabel, questionOf } from '../kestra/lookup.ts';
import { questions } from '../kestra/questions.ts';
import type { Plan } from '../plan/plan.ts';
import { idleAnswers } from '../plan/progress.ts';
import type { Blocks, RecordSource } from './record-text.ts';
import { bullets, severalStages } from './record-text.ts';

/** The answers: what each means, what is assumed, and what was not asked. */
export function context({ given, plan }: RecordSource): Blocks {
	const idle = new Set(idleAnswers(given));
	const assumptionOf = new Map(
		openAssumptions(given, plan).map((assumption) => [assumption.question, assumption]),
	);
	const asked = questions.filter(({ id }) => Object.hasOwn(given, id));
	const notAsked = questions.filter(
		(question) => !('refinement' in question) && !Object.hasOwn(given, question.id),
	);
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
		...(plan.refined.length
			? [
					`Taken as a default, which can be changed on the plan: ${plan.refined
						.map((id) => answerWords(id, plan.answers[id]!))
						.join('; ')}.`,
				]
			: []),
	];
}

function unknownWords(plan: Plan, assumption: OpenAssumption | undefined): string {
	if (!assumption?.matters) return 'It makes no difference to this plan.';
	const { default: taken, whom } = questionOf(assumption.question);
	const assumed = `Assumed: “${answerLabel(assumption.question, taken.value)}”, because ${taken.because}. Ask ${whom}.`;
	const leads = assumption.leads.map((lead) => {
		const same = lead.changes.length === 0 && lead.headline === plan.headline;
		return `If “${answerLabel(assumption.question, lead.value)}”: ${same ? 'this plan.' : whatIfWords(plan, lead)}`;
	});
	return [assumed, ...leads].join(' ');
}

/** Why each question that contributed to the plan was asked. */
export function drivers({ given, plan }: RecordSource): Blocks {
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

/** Every option of every decision, the chosen one marked. */
export function options({ plan }: RecordSource): Blocks {
	return [
		'## Considered Options',
		bullets(
			decisions.map(({ id, decides, outcomes }) => {
				const considered = outcomes.map(({ id: option, label }) =>
					option === plan.outcomes[id] ? `**${label}** (chosen)` : label,
				);
				const ruledOutAlways =
					id === 'stages' && severalStages(plan) ? [`${never.title} (never)`] : [];
				return `${decides} ${[...considered, ...ruledOutAlways].join('; ')}.`;
			}),
		),
	];
}
