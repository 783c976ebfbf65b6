import { expect, test } from 'vitest';
import { possibleOutcomesOf } from '../../../src/guide/engine/engine.ts';
import { combinations } from '../../../src/guide/engine/enumerate.ts';
import { leadingTo } from '../../../src/guide/engine/sufficient-answers.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';

const outcomes = kestra.decisions.flatMap((decision) =>
	decision.outcomes.map((outcome) => ({ decision: decision.id, outcome: outcome.id })),
);

test.for(outcomes)(
	'$decision: some answers are sufficient for $outcome',
	({ decision, outcome }) => {
		const sets = leadingTo(kestra, decision, outcome);
		expect(sets).not.toHaveLength(0);
		for (const set of sets)
			expect(possibleOutcomesOf(kestra, decision, set).outcomes).toEqual([outcome]);
	},
);

test('no set contains another', () => {
	for (const { decision, outcome } of outcomes) {
		const sets = leadingTo(kestra, decision, outcome).map((set) =>
			Object.entries(set).map((entry) => entry.join('=')),
		);
		for (const set of sets)
			for (const other of sets)
				if (set !== other) expect(other.every((entry) => set.includes(entry))).toBe(false);
	}
});

test('every combination of answers contains a set for its outcome, and none for another', () => {
	const leading = outcomes.map(({ decision, outcome }) => ({
		decision,
		outcome,
		sets: leadingTo(kestra, decision, outcome),
	}));
	for (const answers of combinations(kestra))
		for (const { decision, outcome, sets } of leading) {
			const led = sets.some((set) =>
				Object.entries(set).every(([id, value]) => answers[id] === value),
			);
			const comes = possibleOutcomesOf(kestra, decision, answers).outcomes[0] === outcome;
			if (led !== comes) expect.fail(`${decision}.${outcome} ${JSON.stringify(answers)}`);
		}
});

test('fewer answers come first', () => {
	for (const { decision, outcome } of outcomes) {
		const sizes = leadingTo(kestra, decision, outcome).map((set) => Object.keys(set).length);
		expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
	}
});

test('a decision that the model does not have is refused', () => {
	expect(() => leadingTo(kestra, 'weather', 'rain')).toThrow(/weather/);
});
