import { lint } from 'markdownlint/sync';
import { expect, test } from 'vitest';
import { decisionRecord } from '../../../src/guide/export/decision-record.ts';
import type { RecordSource } from '../../../src/guide/export/record-text.ts';
import { notesOf } from '../../../src/guide/insight/answers-held.ts';
import { bothEditions } from '../../../src/guide/insight/editions.ts';
import { worstCases } from '../../../src/guide/insight/failure-impact.ts';
import { answerWords } from '../../../src/guide/insight/sentences.ts';
import { verdictsOf } from '../../../src/guide/insight/verdicts-of.ts';
import { rulesVersion } from '../../../src/guide/kestra/decision-model.ts';
import { decisions } from '../../../src/guide/kestra/decisions.ts';
import type { NextStep } from '../../../src/guide/kestra/next-steps.ts';
import { nextStepsOf } from '../../../src/guide/kestra/next-steps.ts';
import { questions } from '../../../src/guide/kestra/questions.ts';
import { reasonOf } from '../../../src/guide/kestra/rule-reasons.ts';
import { outlineOf } from '../../../src/guide/plan/outline.ts';
import { readEntries } from '../../../src/guide/url/query.ts';
import type { Answered } from '../../support/plans.ts';
import { address, answered, everyKind, knowsNothing } from '../../support/plans.ts';

const date = '2026-11-22';
const recordOf = (one: Answered, more: Partial<RecordSource> = {}) =>
	decisionRecord({ ...one, address, date, ...more });

/** One record for every kind of plan. */
const records = everyKind.map((one) => ({ ...one, record: recordOf(one) }));

/** The findings of a Markdown linter with default settings. */
const found = (record: string) =>
	lint({ strings: { record } })['record']!.map(
		({ lineNumber, ruleNames, errorDetail }) => `${lineNumber} ${ruleNames[0]} ${errorDetail}`,
	);

const section = (record: string, heading: string) =>
	record.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';

/** One plan for each value of `by`. */
const oneForEach = (by: (one: Answered) => string) => [
	...new Map(everyKind.map((one) => [by(one), one])).values(),
];

test('a record passes a Markdown linter, whatever its headline', { timeout: 240_000 }, () => {
	for (const one of [...oneForEach(({ plan }) => plan.headline), knowsNothing])
		expect(found(recordOf(one))).toEqual([]);
});

test('a record with today’s layout passes it too', { timeout: 120_000 }, () => {
	const today = { stages: 'namespace-per-stage', groups: 'namespace-per-group' } as const;
	for (const one of oneForEach(({ plan }) => `${plan.outcomes.stages} ${plan.outcomes.groups}`))
		expect(found(recordOf(one, { today }))).toEqual([]);
});

test('every record has the sections of MADR, and none is empty', () => {
	for (const { record } of records) {
		for (const heading of [
			'Context and Problem Statement',
			'Decision Drivers',
			'Considered Options',
			'Decision Outcome',
			'Pros and Cons of the Options',
			'More Information',
		])
			expect(section(record, heading).split('\n').filter(Boolean).length).toBeGreaterThan(1);
	}
});

test('every record gives each decision its outcome, its rule and a reason', () => {
	for (const { plan, record } of records) {
		const reasons = section(record, 'Decision Outcome');
		for (const { id } of decisions) {
			expect(reasons).toContain(`[${id}.${plan.rules[id]}](`);
			expect(reasons).toContain(reasonOf(id, plan.rules[id]).because);
		}
	}
});

test('no link of a record is called by its address', () => {
	const called = /\[([^\]]*)\]\(/g;
	for (const { record } of records) {
		const names = [...record.matchAll(called)].map(([, name = '']) => name);
		expect(names.length).toBeGreaterThan(20);
		expect(names.filter((name) => name.startsWith('/') || name.includes('#'))).toEqual([]);
	}
});

test('every record names each question that was asked and none that was not', () => {
	for (const { given, record } of records) {
		const context = section(record, 'Context');
		for (const { id, asks } of questions)
			expect(context.includes(asks)).toBe(Object.hasOwn(given, id));
	}
});

test('every record says what each failure does to production', () => {
	for (const { plan, record } of records) {
		const outcome = section(record, 'Decision Outcome');
		for (const { failure, production } of worstCases(plan.topology)) {
			expect(outcome).toContain(`**${failure.title}.**`);
			expect(outcome).toContain(production.says);
		}
	}
});

test('every record has the risks with what to do about them, and the next steps as a checklist', () => {
	for (const { plan, record } of records) {
		for (const { title, todo } of plan.risks) {
			expect(record).toContain(title);
			expect(record).toContain(todo);
		}
		expect(section(record, 'Next Steps')).toMatch(/^- \[ \] /m);
	}
});

test('the guide link in a record gives the same answers and the version of the rules', () => {
	for (const one of [...records, { ...knowsNothing, record: recordOf(knowsNothing) }]) {
		const [, query = ''] = /^- Guide: <[^?]*\?([^>]*)>$/m.exec(one.record)!;
		const { answers, own, dropped } = readEntries(new URLSearchParams(query));
		expect(answers).toEqual(one.given);
		expect(own).toEqual({ rules: rulesVersion });
		expect(dropped).toEqual([]);
	}
});

test('every assumption has its reason and whom to ask', () => {
	const context = section(recordOf(knowsNothing), 'Context');
	for (const { id, default: taken, whom } of questions) {
		expect(context.includes(`because ${taken.because}. Ask ${whom}.`)).toBe(
			knowsNothing.plan.assumed.includes(id),
		);
	}
});

test('tenants for stages are refused in every record with more than one stage', () => {
	for (const { plan, record } of records)
		expect(record.includes('(never)')).toBe(plan.outcomes.stages !== 'single-instance');
});

test('a record has full addresses only', () => {
	for (const { record } of records)
		expect(record).not.toMatch(/\]\((?!https:\/\/docs\.example\.com\/kestra\/)/);
});

test('links in a record are named by section titles', () => {
	const [one] = everyKind;
	const [{ section: argued }] = nextStepsOf(one!.plan.facts) as [NextStep];
	expect(recordOf(one!, { titles: { [argued]: 'Names [that] last' } })).toContain(
		`[Names \\[that\\] last](${address(argued)})`,
	);
});

test('typed names cannot become mark-up', () => {
	const one = answered(knowsNothing.given, {
		company: '`</code>\n# Title\n```\n<script>',
		teams: ['<img src=x>', '```', 'مبيعات'],
	});
	const record = recordOf(one);
	expect(found(record)).toEqual([]);
	expect(record.match(/^# /gm)).toHaveLength(1);
	const outside = record
		.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
		.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
	expect(outside).not.toContain('<script>');
	expect(outside).not.toContain('<img');
});

test('no list of a record is within another, because not every Markdown processor nests alike', () => {
	const today = { stages: 'single-instance', groups: 'nothing-to-separate' } as const;
	for (const one of [...everyKind, knowsNothing]) {
		const outside = recordOf(one, { today }).replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
		expect(outside).not.toMatch(/^[ \t]+([-*+]|\d+\.) /m);
	}
});

test('where the edition is undecided a record has both plans and what the difference buys', () => {
	for (const { given, plan } of everyKind) {
		expect(recordOf({ given, plan })).not.toContain('With and Without Enterprise');
		const undecided = answered({
			...given,
			edition: 'unknown',
			logins: given['logins'] ?? 'one-login',
		});
		const both = bothEditions(undecided.given)!;
		const part = recordOf(undecided).split('### With and Without Enterprise')[1]!;
		expect(part).toContain(`**${both['open-source'].headline}**`);
		expect(part).toContain(`**${both.enterprise.headline}**`);
		expect(part).toContain(outlineOf(both.enterprise.topology));
		for (const { name } of both.enterprise.topology.instances) expect(part).toContain(name);
	}
});

test('a record says how the plan holds each answer, and what it says to ideas that often come up', () => {
	for (const { plan, record } of records)
		for (const { says, section: argued } of [...notesOf(plan), ...verdictsOf(plan)]) {
			expect(record).toContain(says);
			expect(record).toContain(address(argued));
		}
});

test('the instances to run are told, a development on an engineer’s machine apart', () => {
	for (const { plan, record } of records) {
		const [, told = ''] = /^- Instances to run: (.*)\.$/m.exec(record)!;
		expect(told.startsWith(`${plan.count.instances ?? plan.count.formula}`)).toBe(true);
		expect(told.includes('engineer’s machine')).toBe(plan.count.besidesLocal);
	}
});

test('with names, a record is titled by them', () => {
	const names = { groups: ['north', 'south', 'east'], exceptions: ['plant_1'] };
	const given = {
		impact: 'critical',
		stages: 'two',
		people: 'several',
		walls: 'none',
		own: 'some',
		edition: 'enterprise',
	};
	const record = recordOf(answered(given, names), { names });
	const [title] = record.split('\n');
	expect(title).toContain('3 teams');
	expect(title).toContain('plant');
	expect(found(record)).toEqual([]);
});

test('refinements with their default are named, and not as questions that were not asked', () => {
	for (const { plan, record } of records) {
		const context = section(record, 'Context');
		for (const id of plan.refined) expect(context).toContain(answerWords(id, plan.answers[id]!));
		const [, notAsked = ''] = /^Not asked, (.*)$/m.exec(context) ?? [];
		for (const id of plan.refined)
			expect(notAsked).not.toContain(
				`“${questions.find((question) => question.id === id)!.short}”`,
			);
	}
});

test('nothing in a record is undefined', () => {
	for (const { record } of records) expect(record).not.toMatch(/undefined|\[object|NaN/);
});
