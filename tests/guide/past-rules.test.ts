import { expect, test } from 'vitest';
import { kestra, rulesVersion } from '../../src/guide/kestra.ts';
import type { Model } from '../../src/guide/model.ts';
import { sinceThen } from '../../src/guide/past-rules.ts';

/** The rules as they never were: whoever has one stage has one instance, whatever depends on it. */
const lenient: Model = {
	...kestra,
	decisions: kestra.decisions.map((decision) =>
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
const past = new Map([['0.9.0', lenient]]);

test('a link of today’s version has nothing to say', () => {
	expect(sinceThen(rulesVersion, {}, past)).toBeUndefined();
});

test('a version that is not kept is said not to be', () => {
	expect(sinceThen('0.1.0', { impact: 'critical' }, past)).toEqual({
		version: '0.1.0',
		kept: false,
		different: [],
	});
});

test('the decisions that came out differently then are named, with what they came to', () => {
	const answers = { impact: 'critical', stages: 'one' };
	expect(sinceThen('0.9.0', answers, past)?.different).toEqual([
		{ decision: 'stages', then: ['single-instance'] },
	]);
});

test('answers that the change does not touch have nothing different', () => {
	expect(sinceThen('0.9.0', { impact: 'critical', stages: 'two' }, past)).toMatchObject({
		kept: true,
		different: [],
	});
});
