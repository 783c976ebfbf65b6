/** Addresses made by the questions of the first edition. */
import { expect, test } from 'vitest';
import { matters } from '../../../src/guide/engine/engine.ts';
import { UNKNOWN } from '../../../src/guide/engine/model.ts';
import { kestra, rulesVersion } from '../../../src/guide/kestra/decision-model.ts';
import { earlierQuestions } from '../../../src/guide/kestra/earlier-questions.ts';
import first from '../../../src/guide/kestra/past/1.0.0.json' with { type: 'json' };
import { planFor } from '../../../src/guide/plan/plan.ts';
import type { Entry } from '../../../src/guide/url/entries.ts';
import { guideAddress, readEntries } from '../../../src/guide/url/query.ts';
import { sessionFrom } from '../../../src/guide/url/session.ts';
import { earlierCombinations } from '../../support/earlier.ts';

const ids = kestra.questions.map(({ id }) => id);
const newQuestions = kestra.questions
	.filter(({ since, refinement }) => since === '2.0.0' && !refinement)
	.map(({ id }) => id);
const entriesOf = (answers: Readonly<Record<string, string>>): readonly Entry[] =>
	Object.entries(answers);

test('each question of the first edition is asked today, or its values are read from a table', () => {
	for (const { id, values } of first.questions)
		if (ids.includes(id)) {
			const today = kestra.questions.find((question) => question.id === id)!;
			expect(today.values.map((value) => value.id)).toEqual(values);
		} else expect(Object.keys(earlierQuestions[id]!).sort()).toEqual([...values, UNKNOWN].sort());
});

test('what is read from the table is an answer of today', () => {
	for (const values of Object.values(earlierQuestions))
		for (const { question, value } of Object.values(values))
			expect(readEntries([[question, value]]).answers).toEqual({ [question]: value });
});

test('no question of today has the id of one that is gone', () => {
	for (const id of Object.keys(earlierQuestions)) expect(ids).not.toContain(id);
});

test('every address of the first edition gives a plan, and says what was read and what is new', () => {
	for (const then of earlierCombinations) {
		const { answers, earlier, dropped } = readEntries([...entriesOf(then), ['rules', '1.0.0']]);
		expect(planFor(answers)).toBeDefined();
		expect(dropped).toEqual([]);
		expect(earlier).toEqual({
			answers: then,
			read: ['people', 'walls', 'own'],
			taken: newQuestions.filter(
				(id) => !['people', 'walls', 'own'].includes(id) && Object.hasOwn(answers, id),
			),
		});
		for (const id of ids.filter((each) => Object.hasOwn(then, each)))
			expect(answers[id]).toBe(then[id]);
		// What is neither read nor taken makes no difference.
		for (const id of newQuestions.filter((each) => !Object.hasOwn(answers, each)))
			expect(matters(kestra, answers, id)).toBe(false);
	}
});

test('an address that says which rules made it takes the default of each new question that makes a difference', () => {
	for (const edition of ['enterprise', 'open-source']) {
		const answers = { impact: 'critical', stages: 'two', edition };
		const { earlier, ...read } = readEntries([...entriesOf(answers), ['rules', '1.0.0']]);
		// Enterprise comes with a login for each person, so that is not asked.
		const taken = newQuestions.filter((id) => edition !== 'enterprise' || id !== 'logins');
		expect(earlier).toEqual({ answers, read: [], taken });
		expect(read.answers).toEqual({
			...answers,
			...Object.fromEntries(taken.map((id) => [id, UNKNOWN])),
		});
	}
});

test.each([undefined, rulesVersion, '99.0.0', 'first'])(
	'an address of today’s questions with rules %s is no earlier link',
	(version) => {
		const rules: Entry[] = version === undefined ? [] : [['rules', version]];
		const { answers, earlier } = readEntries([['impact', 'critical'], ...rules]);
		expect(answers).toEqual({ impact: 'critical' });
		expect(earlier).toBeUndefined();
	},
);

test('a version alone answers nothing', () => {
	expect(readEntries([['rules', '1.0.0']])).toMatchObject({ answers: {} });
});

test('the answer to a question of today goes before one that is gone, in any order', () => {
	const entries: Entry[] = [
		['groups', 'customers'],
		['people', 'one-team'],
	];
	for (const order of [entries, entries.toReversed()])
		expect(readEntries(order)).toMatchObject({
			answers: { people: 'one-team' },
			earlier: { read: [] },
		});
});

test('a value that a question of the first edition did not have is reported', () => {
	for (const value of ['all', '', '__proto__', 'constructor', 'toString'])
		expect(readEntries([['groups', value]])).toEqual({
			answers: {},
			own: {},
			dropped: [{ name: 'groups', value, problem: 'answer' }],
			ignored: [],
		});
	expect(
		readEntries([
			['fate', 'shared'],
			['fate', 'independent'],
		]).dropped,
	).toEqual([{ name: 'fate', value: 'independent', problem: 'repeated' }]);
});

test('what was read of an earlier address has an address of today', () => {
	for (const then of earlierCombinations) {
		const { answers } = readEntries([...entriesOf(then), ['rules', '1.0.0']]);
		const again = new URL(guideAddress(answers), 'https://guide.example').searchParams;
		expect(readEntries(again)).toEqual({ answers, own: {}, dropped: [], ignored: [] });
	}
});

test('a session of an earlier address shows the plan, and keeps what to confirm', () => {
	const [then] = earlierCombinations;
	const { shown, earlier } = sessionFrom([...entriesOf(then!), ['rules', '1.0.0']]);
	expect(shown).toBe('result');
	expect(earlier?.read).toEqual(['people', 'walls', 'own']);
});
