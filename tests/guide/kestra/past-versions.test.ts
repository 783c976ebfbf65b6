import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kestra, rulesDate, rulesVersion } from '../../../src/guide/kestra/decision-model.ts';
import { outcomeOf } from '../../../src/guide/kestra/lookup.ts';
import type { RecordedRules } from '../../../src/guide/kestra/past-versions.ts';
import { recordedNow, sinceThen } from '../../../src/guide/kestra/past-versions.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';
import { readEntries } from '../../../src/guide/url/query.ts';
import { earlierCombinations, firstEdition, recordedOutcomes } from '../../support/earlier.ts';
import { everyCombination, planOf } from '../../support/every.ts';

const now = recordedNow(rulesDate);

/** Invented old rules: one stage always means one instance, even for critical work. */
const lenient: RecordedRules = {
	...now,
	version: '0.9.0',
	decisions: now.decisions.map((decision) =>
		decision.id === 'stages'
			? {
					...decision,
					rules: [
						...decision.rules.filter(({ id }) => id === 'one-stage'),
						...decision.rules.filter(({ id }) => id !== 'one-stage'),
					],
				}
			: decision,
	),
};

describe('with invented old rules', () => {
	const since = (version: string, answers: Readonly<Record<string, string>>) =>
		sinceThen(version, answers, answers, [lenient]);

	test('a link with the current or a later version gives no message', () => {
		expect(since(rulesVersion, {})).toBeUndefined();
		expect(since('99.0.0', {})).toBeUndefined();
	});

	test('a version whose rules are not kept is reported as such', () => {
		expect(since('0.1.0', { impact: 'critical' })).toEqual({
			version: '0.1.0',
			kept: false,
			different: [],
		});
	});

	test('decisions with another outcome then are listed with it', () => {
		expect(since('0.9.0', { impact: 'critical', stages: 'one' })?.different).toEqual([
			{ decision: 'stages', then: ['single-instance'] },
		]);
	});

	test('answers that the change does not affect have no differences', () => {
		expect(since('0.9.0', { impact: 'critical', stages: 'two' })).toMatchObject({
			kept: true,
			different: [],
		});
	});
});

test('the recorded tables of the current version are the current tables', () => {
	const file = `src/guide/kestra/past/${rulesVersion}.json`;
	const todo = `A rule has changed under an unchanged version. Raise rulesVersion and rulesDate in src/guide/kestra/decision-model.ts, then run: npm run rules:accept. While version ${rulesVersion} is not released yet: npm run rules:accept -- --unreleased`;
	const recorded: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
	expect(recorded, todo).toEqual(JSON.parse(JSON.stringify(now)));
});

test('recorded tables decide as the guide does', () => {
	for (const answers of everyCombination) {
		const { answers: complete, facts } = planOf(answers);
		expect(recordedOutcomes(now, complete as Readonly<Record<string, string>>)).toEqual(
			facts.outcomes,
		);
	}
});

test('a message is as the recorded tables of the first edition gave it, for each of its combinations', () => {
	let different = 0;
	for (const then of earlierCombinations) {
		const { answers } = readEntries([...Object.entries(then), ['rules', '1.0.0']]);
		const outcomes = planFor(answers)!.outcomes;
		const was = recordedOutcomes(firstEdition, then);
		const expected = kestra.decisions.flatMap(({ id }) =>
			was[id] !== undefined && was[id] !== outcomes[id as keyof typeof outcomes]
				? [{ decision: id, then: [was[id]] }]
				: [],
		);
		different += expected.length;
		expect(sinceThen('1.0.0', then, answers)).toEqual({
			version: '1.0.0',
			kept: true,
			different: expected,
		});
	}
	expect(different).toBeGreaterThan(0);
});

test('every outcome of an earlier version has a label today', () => {
	for (const { id, outcomes } of firstEdition.decisions)
		for (const outcome of outcomes) expect(outcomeOf(id, outcome).label).not.toBe('');
});

test('of partial answers only what was settled then is told', () => {
	for (const { id, values } of firstEdition.questions)
		for (const value of values) {
			const completions = earlierCombinations.filter((answers) => answers[id] === value);
			const then = { [id]: value };
			const { answers } = readEntries([[id, value]]);
			for (const { decision, then: was } of sinceThen('1.0.0', then, answers)!.different)
				expect(
					new Set(completions.map((all) => recordedOutcomes(firstEdition, all)[decision])),
				).toEqual(new Set(was));
		}
});
