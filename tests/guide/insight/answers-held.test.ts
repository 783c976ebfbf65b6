import { expect, test } from 'vitest';
import type { Condition } from '../../../src/guide/engine/model.ts';
import { notesOf } from '../../../src/guide/insight/answers-held.ts';
import { verdictsOf } from '../../../src/guide/insight/verdicts-of.ts';
import { answerNotes } from '../../../src/guide/kestra/answer-notes.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { verdicts } from '../../../src/guide/kestra/verdicts.ts';
import { idleAnswers } from '../../../src/guide/plan/progress.ts';
import { everyCombination, everyPath, everyRefined, planOf } from '../../support/every.ts';

const some = [...everyCombination, ...everyRefined].filter((_, index) => index % 3 === 0);
const plans = some.map(planOf);
const tables = [...kestra.decisions, ...kestra.derived];
const ids = kestra.questions.map(({ id }) => id);

test('conditions name only questions, values, tables and outcomes of the model', () => {
	const conditions: readonly Condition[] = [...answerNotes, ...verdicts].flatMap(
		({ when }) => when,
	);
	expect(conditions.length).toBeGreaterThan(answerNotes.length);
	for (const { answers = {}, outcomes = {} } of conditions) {
		for (const [id, values] of Object.entries(answers)) {
			const known = kestra.questions.find((question) => question.id === id)?.values ?? [];
			expect(known.map((value) => value.id)).toEqual(expect.arrayContaining([...values]));
		}
		for (const [id, some] of Object.entries(outcomes)) {
			// A decision and a derived table may share an id: conditions of plans see the later.
			const known = tables
				.filter((table) => table.id === id)
				.flatMap((table) => [...table.outcomes]);
			expect(known.map((outcome) => outcome.id)).toEqual(expect.arrayContaining([...some]));
		}
	}
});

test('every answer that is not the default has a note in every plan where it was given and matters', () => {
	const silent = everyPath.flatMap((given) => {
		const noted = new Set<string>(notesOf(planOf(given)).map(({ question }) => question));
		const idle = new Set(idleAnswers(given));
		return kestra.questions
			.filter(
				({ id, default: taken }) =>
					Object.hasOwn(given, id) && given[id] !== taken.value && !idle.has(id) && !noted.has(id),
			)
			.map(({ id }) => `${id}=${given[id]} in ${JSON.stringify(given)}`);
	});
	expect(silent.slice(0, 5)).toEqual([]);
});

test('every refinement that the reader has set and that shows has a note, but for words and the order of flows', () => {
	for (const answers of some)
		for (const id of ['sandboxes', 'development'])
			if (answers[id] === 'yes' || answers[id] === 'apart') {
				if (idleAnswers(answers).includes(id)) continue;
				const noted = notesOf(planOf(answers)).map(({ question }) => question as string);
				expect(noted, JSON.stringify(answers)).toContain(id);
			}
});

test('each note and each verdict is said by some plan, and not by all', () => {
	const said = new Map([...answerNotes, ...verdicts].map(({ id }) => [id, 0]));
	for (const plan of plans)
		for (const { id } of [...notesOf(plan), ...verdictsOf(plan)]) said.set(id, said.get(id)! + 1);
	expect(said.size).toBe(answerNotes.length + verdicts.length);
	for (const [id, times] of said) {
		expect(times, id).toBeGreaterThan(0);
		expect(times, id).toBeLessThan(plans.length);
	}
});

test('notes come in the order of the questions', () => {
	const order = answerNotes.map(({ question }) => ids.indexOf(question));
	expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('a note about an answer is said only where that answer was given', () => {
	for (const answers of everyPath) {
		const { facts } = planOf(answers);
		for (const { question, when } of notesOf(planOf(answers)))
			for (const { answers: wanted } of when)
				if (wanted?.[question] && when.length === 1)
					expect(wanted[question]).toContain(facts.answers[question]);
	}
});

test('ids are unique, and every note and verdict is whole sentences with a section', () => {
	for (const all of [answerNotes, verdicts]) {
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		for (const { says, section } of all) {
			expect(says).toMatch(/^[A-Z].*\.$/);
			expect(section).toMatch(/^\/[a-z-]+\/[a-z-]+\/(#[a-z0-9.-]+)?$/);
		}
	}
});
