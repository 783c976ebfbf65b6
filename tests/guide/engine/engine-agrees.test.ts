/**
 * Checks the engine against brute force, on generated models and on every partly answered state of the real one.
 * Brute force here means evaluating the rules one after another, without the engine's tables.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../../src/guide/engine/conditions.ts';
import {
	complete,
	matters,
	nextQuestion,
	possibleOutcomes,
} from '../../../src/guide/engine/engine.ts';
import { combinations, countOutcomes, paths } from '../../../src/guide/engine/enumerate.ts';
import type { Answers, Model } from '../../../src/guide/engine/model.ts';
import { UNKNOWN } from '../../../src/guide/engine/model.ts';
import { nearestChanges } from '../../../src/guide/engine/nearest-change.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { madeUpModel } from '../../support/made-up-model.ts';

/** The rule that fires in each table for complete answers. */
function decide(model: Model, answers: Answers) {
	const outcomes: Record<string, string> = {};
	return new Map(
		[...model.decisions, ...model.derived].map(({ id, rules }) => {
			const rule = rules.find(({ when }) => holds(when, { answers, outcomes }))!;
			outcomes[id] = rule.then;
			return [id, rule] as const;
		}),
	);
}

/** Every completion of some answers: each other question gets one of its values. */
function* completions(model: Model, answers: Answers): Generator<Record<string, string>> {
	const open = model.questions.find(
		({ id, values }) => !values.some((value) => value.id === answers[id]),
	);
	if (!open) yield answers as Record<string, string>;
	else for (const { id } of open.values) yield* completions(model, { ...answers, [open.id]: id });
}

const outcomesOf = (model: Model, answers: Answers) =>
	[...decide(model, answers).values()].map(({ then }) => then).join(' ');

const canChange = (model: Model, answers: Answers, id: string) => {
	const { values } = model.questions.find((question) => question.id === id)!;
	return [...completions(model, answers)].some((complete) =>
		values.some(
			(value) => outcomesOf(model, complete) !== outcomesOf(model, { ...complete, [id]: value.id }),
		),
	);
};

/** A small generated model with some of its questions answered, some with “I don’t know”. */
const states = fc
	.record({
		seed: fc.integer(),
		questions: fc.integer({ min: 1, max: 5 }),
		decisions: fc.integer({ min: 1, max: 4 }),
		reads: fc.integer({ min: 1, max: 4 }),
		closes: fc.boolean(),
	})
	.map(({ seed, ...size }) => madeUpModel(seed, { ...size, values: 3 }))
	.chain((model) =>
		fc.record({
			model: fc.constant(model),
			answers: fc.record(
				Object.fromEntries(
					model.questions.map(({ id, values }) => [
						id,
						fc.constantFrom(...values.map((value) => value.id), UNKNOWN),
					]),
				),
				{ requiredKeys: [] },
			) as fc.Arbitrary<Answers>,
		}),
	);

test('an outcome is possible exactly when some completion gives it', () => {
	fc.assert(
		fc.property(states, ({ model, answers }) => {
			const decided = [...completions(model, answers)].map((complete) => decide(model, complete));
			for (const [id, { outcomes, rules }] of possibleOutcomes(model, answers)) {
				const fired = decided.map((rule) => rule.get(id)!);
				const table = model.decisions.find((decision) => decision.id === id)!;
				expect(outcomes).toEqual(
					table.outcomes
						.map((outcome) => outcome.id)
						.filter((outcome) => fired.some(({ then }) => then === outcome)),
				);
				expect(rules).toEqual(
					table.rules
						.map((rule) => rule.id)
						.filter((rule) => fired.some((other) => other.id === rule)),
				);
			}
		}),
	);
});

test('the next question is the first open one that some completion depends on', () => {
	fc.assert(
		fc.property(states, ({ model, answers }) => {
			const open = model.questions.filter(({ id }) => !Object.hasOwn(answers, id));
			expect(nextQuestion(model, answers)).toBe(
				open.find(({ id }) => canChange(model, answers, id))?.id,
			);
			for (const { id } of open)
				expect(matters(model, answers, id)).toBe(canChange(model, answers, id));
		}),
	);
});

test('every path ends where all completions give the same outcomes', () => {
	fc.assert(
		fc.property(states, ({ model }) => {
			for (const answers of paths(model))
				expect(
					new Set([...completions(model, answers)].map((complete) => outcomesOf(model, complete)))
						.size,
				).toBe(1);
		}),
		{ numRuns: 50 },
	);
});

test('once unknowns are assumed, open questions make no difference', () => {
	fc.assert(
		fc.property(states, ({ model, answers }) => {
			const all = {
				...Object.fromEntries(model.questions.map(({ id }) => [id, UNKNOWN])),
				...answers,
			};
			const { answers: filled, assumed } = complete(model, all);
			const ends = [...completions(model, filled)].map((complete) => outcomesOf(model, complete));
			expect(new Set(ends).size).toBe(1);
			const taken = Object.fromEntries(
				model.questions.map(({ id, default: { value } }) => [
					id,
					all[id] === UNKNOWN ? value : all[id]!,
				]),
			);
			expect(ends[0]).toBe(outcomesOf(model, taken));
			for (const id of assumed) expect(all[id]).toBe(UNKNOWN);
		}),
	);
});

test('no change smaller than the given one brings an outcome back', () => {
	fc.assert(
		fc.property(states, ({ model, answers }) => {
			const { id: decision, outcomes } = model.decisions.at(-1)!;
			const certain = (changed: Answers) =>
				possibleOutcomes(model, changed).get(decision)!.outcomes;
			// Every partly answered state, by the number of given answers that it changes.
			const options = model.questions.map(({ id, values }) => [
				undefined,
				...values.map((value) => value.id).filter((value) => value !== answers[id]),
			]);
			const sizes = new Map<string, number>();
			/** The number of single answers that bring each outcome. */
			const singles = new Map<string, number>();
			const walk = (position: number, changed: Answers, size: number): void => {
				if (position < options.length) {
					for (const value of options[position]!)
						if (value === undefined) walk(position + 1, changed, size);
						else
							walk(position + 1, { ...changed, [model.questions[position]!.id]: value }, size + 1);
					return;
				}
				const [outcome, ...others] = certain(changed);
				if (others.length > 0) return;
				if (size === 1) singles.set(outcome!, (singles.get(outcome!) ?? 0) + 1);
				if (size < (sizes.get(outcome!) ?? Number.POSITIVE_INFINITY)) sizes.set(outcome!, size);
			};
			walk(0, answers, 0);
			for (const { id } of outcomes) {
				const found = nearestChanges(model, decision, id, answers);
				expect(found.length > 0).toBe(sizes.has(id));
				for (const change of found) {
					expect(Object.keys(change).length).toBe(sizes.get(id));
					expect(certain({ ...answers, ...change })).toEqual([id]);
				}
				if (sizes.get(id) === 1) expect(found.length).toBe(singles.get(id));
			}
		}),
		{ numRuns: 60 },
	);
});

test('the count of outcome combinations equals their enumeration', () => {
	fc.assert(
		fc.property(states, ({ model, answers }) => {
			const ids = model.decisions.map(({ id }) => id);
			const found = [...completions(model, answers)].map((complete) => outcomesOf(model, complete));
			expect(countOutcomes(model, answers, ids)).toBe(new Set(found).size);
		}),
	);
});

test('every combination of a generated model is enumerated once', () => {
	fc.assert(
		fc.property(states, ({ model }) => {
			const all = [...combinations(model)].map((answers) =>
				JSON.stringify(Object.entries(answers).sort()),
			);
			const expected = model.questions.reduce((product, { values }) => product * values.length, 1);
			expect(new Set(all).size).toBe(expected);
			expect(all).toHaveLength(expected);
		}),
	);
});

/**
 * Enumerates all partly answered states of the guide, in which each question has a value or is open. For each table it
 * computes the outcomes of all completions, as bits, and whether each open question can change one of them.
 */
test('in every partly answered state of the guide, settled and open decisions agree with the completions', () => {
	// The word for the parts and where development stands are read by one derived table each, which other tests walk.
	const questions = kestra.questions.filter(({ id }) => id !== 'called' && id !== 'layout');
	const fixed = { called: 'team', layout: 'team' };
	const tables = [...kestra.decisions, ...kestra.derived];
	const bits = new Map<string, readonly number[]>();
	const bitsOf = (answers: Answers): readonly number[] => {
		const address = questions.map(({ id }) => answers[id] ?? '').join(' ');
		const known = bits.get(address);
		if (known) return known;
		const open = questions.find(({ id }) => answers[id] === undefined);
		const found = open
			? open.values
					.map((value) => bitsOf({ ...answers, [open.id]: value.id }))
					.reduce((union, other) => union.map((set, index) => set | other[index]!))
			: [...decide(kestra, { ...answers, ...fixed }).values()].map(
					({ then }, index) => 1 << tables[index]!.outcomes.findIndex(({ id }) => id === then),
				);
		bits.set(address, found);
		return found;
	};
	bitsOf({});
	const everyState = function* (position: number, answers: Answers): Generator<Answers> {
		const question = questions[position];
		if (!question) {
			yield answers;
			return;
		}
		yield* everyState(position + 1, answers);
		for (const { id } of question.values)
			yield* everyState(position + 1, { ...answers, [question.id]: id });
	};
	let seen = 0;
	for (const answers of everyState(0, {})) {
		seen++;
		const said = [...possibleOutcomes(kestra, { ...answers, ...fixed }).values()].map(
			({ outcomes }, index) =>
				outcomes.reduce(
					(set, outcome) =>
						set | (1 << tables[index]!.outcomes.findIndex(({ id }) => id === outcome)),
					0,
				),
		);
		expect(said.join()).toBe(bitsOf(answers).join());
	}
	expect(seen).toBe(questions.reduce((product, { values }) => product * (values.length + 1), 1));
});
