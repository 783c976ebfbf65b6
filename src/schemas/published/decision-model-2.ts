/** The document of the whole decision model, in its second version. */
import { z } from 'astro/zod';
import { address, id, ownSchema, rules, text } from './common.ts';

const place = address.meta({ id: 'address', format: 'uri', description: 'A full address.' });
const sections = z
	.array(place)
	.min(1)
	.meta({ id: 'sections', description: 'The sections that argue it or say more.' });
const outcomeKey = z
	.string()
	.regex(/^[a-z-]+\.[a-z-]+$/)
	.meta({ id: 'outcomeKey', description: 'A decision and its outcome, joined by a dot.' });
const anyOfIds = z.record(id, z.array(id).min(1));
const condition = z
	.object({
		answers: anyOfIds.describe('Question id to the values that will do.'),
		outcomes: anyOfIds.describe('Decision or derived table id to the outcomes that will do.'),
	})
	.meta({
		id: 'condition',
		description:
			'Every named question or earlier decision must have one of the named values. An empty condition always holds.',
	});

const question = z
	.object({
		id,
		asks: text,
		short: text,
		why: text,
		note: text.optional(),
		more: text.describe('What helps in rarer cases.').optional(),
		ordered: z.boolean().describe('Whether the values stand from least to most isolated.'),
		values: z
			.array(
				z.object({
					id,
					label: text,
					short: text.describe('Understood without the question.'),
					means: text,
				}),
			)
			.min(2),
		default: z
			.object({ value: id, because: text.describe('Completes “because …”.') })
			.describe('What a plan takes when the answer is not known and makes a difference.'),
		unknown: z
			.object({ label: text, means: text.describe('What the plan then takes.') })
			.describe('“I don’t know” in the words of this question.'),
		refinement: z
			.array(z.object({ when: condition, value: id }))
			.min(1)
			.describe(
				'Only on a question that is not asked on the way: what it is set to until the reader changes it, by the first condition that holds.',
			)
			.optional(),
		since: z
			.string()
			.regex(/^\d+\.\d+\.\d+$/)
			.describe('The version of the rules that brought it.'),
		whom: text.describe('Completes “Ask …”.'),
		address: place,
	})
	.meta({ id: 'question' });

const row = z.object({ id, when: condition, then: id }).meta({ id: 'row' });
const rule = z
	.object({
		id,
		when: condition,
		then: id,
		because: text,
		inShort: text.describe('The same in one sentence, where a plan needs it.').optional(),
		sections,
		address: place,
	})
	.meta({ id: 'rule' });

const decision = z
	.object({
		id,
		decides: text,
		short: text,
		ordered: z.boolean().describe('Whether the outcomes stand from least to most isolated.'),
		outcomes: z.array(z.object({ id, label: text, address: place })).min(2),
		rules: z.array(rule).min(1).describe('The first that holds decides; the last always holds.'),
		address: place,
	})
	.meta({ id: 'decision' });

const move = z.object({
	id,
	decision: id,
	from: id,
	to: id,
	edition: z
		.literal('enterprise')
		.describe('The edition without which the new layout cannot be had.')
		.optional(),
	does: text,
	caution: text.optional(),
	steps: z.array(text).min(1),
	reversible: z.object({ can: z.enum(['yes', 'until', 'no']), words: text }),
	carries: z.array(id).describe('What has to be brought along by hand: ids of `notCarried`.'),
	sections,
});

/** The questions, the decision tables and everything else the guide decides and speaks from. */
export const decisionModel2 = z
	.object({
		$schema: ownSchema,
		guide: address.describe('Address of the guide. Answers are given as `?question=value`.'),
		rules,
		unknown: z
			.literal('unknown')
			.describe("The value that says “I don't know”: it rules nothing out."),
		questions: z
			.array(question)
			.min(1)
			.describe(
				'In the order asked; those with a refinement are not asked on the way. A question is asked when it can still change what is decided.',
			),
		decisions: z.array(decision).min(1).describe('In an order where each names only earlier ones.'),
		derived: z
			.array(
				z.object({
					id,
					outcomes: z.array(z.object({ id })).min(2),
					rules: z.array(row).min(1),
				}),
			)
			.describe(
				'Facts that a plan depends on and that are no decision of their own, in an order where each names only earlier tables.',
			),
		never: z
			.array(z.object({ id, title: text, says: text, sections }))
			.describe('What is never done, whatever the answers.'),
		risks: z
			.array(
				z.object({
					id,
					when: z.array(condition).min(1).describe('Any of these makes a plan accept it.'),
					title: text,
					says: text,
					todo: text,
					sections,
				}),
			)
			.describe('The gravest first.'),
		nextSteps: z
			.array(z.object({ id, when: condition, does: text, sections }))
			.describe("Those whose condition holds, in this order, make a plan's checklist."),
		signs: z
			.array(
				z.object({
					of: outcomeKey,
					event: text,
					towards: outcomeKey.optional(),
					edition: z
						.enum(['open-source', 'enterprise'])
						.describe('The only edition it is for; absent for both.')
						.optional(),
					sections,
					unless: condition.describe('Where it is not said.').optional(),
				}),
			)
			.describe('What shows that an outcome has been outgrown.'),
		moves: z.array(move).describe('How to get from one layout to a neighbouring one.'),
		notCarried: z
			.array(z.object({ id, what: text, does: text, sections }))
			.describe('What stays behind when flows travel.'),
		words: z.object({
			reach: z.record(id, text).describe('Who may reach an instance, by id.'),
			stages: z.record(id, text).describe('What a stage is for, by role.'),
		}),
	})
	.meta({
		title: 'The decision model of a guide to Kestra environments',
		description:
			'The questions, decision tables, risks, moves, next steps and signs that the guide decides and speaks from. Text may hold code between backticks. New properties and ids may be added; the ones described here stay.',
	});
