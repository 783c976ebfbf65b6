import { expect, test } from 'vitest';
import type { Model } from '../../../src/guide/engine/model.ts';
import { kestra, rulesVersion } from '../../../src/guide/kestra/decision-model.ts';
import { sinceThen } from '../../../src/guide/kestra/past-versions.ts';

/** Invented old rules: one stage always means one instance, even for critical work. */
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

test('a link with the current version gives no message', () => {
	expect(sinceThen(rulesVersion, {}, past)).toBeUndefined();
});

test('a version whose rules are not kept is reported as such', () => {
	expect(sinceThen('0.1.0', { impact: 'critical' }, past)).toEqual({
		version: '0.1.0',
		kept: false,
		different: [],
	});
});

test('decisions with another outcome then are listed with it', () => {
	const answers = { impact: 'critical', stages: 'one' };
	expect(sinceThen('0.9.0', answers, past)?.different).toEqual([
		{ decision: 'stages', then: ['single-instance'] },
	]);
});

test('answers that the change does not affect have no differences', () => {
	expect(sinceThen('0.9.0', { impact: 'critical', stages: 'two' }, past)).toMatchObject({
		kept: true,
		different: [],
	});
});
