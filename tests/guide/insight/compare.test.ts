import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paths } from '../../../src/guide/engine/enumerate.ts';
import { comparePlans } from '../../../src/guide/insight/compare.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { decisions } from '../../../src/guide/kestra/decisions.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';
import type { Answered } from '../../support/plans.ts';
import { answered, everyKind, knowsNothing } from '../../support/plans.ts';

const withUnknowns = [...paths(kestra, true)];
const anyPath = fc
	.nat({ max: withUnknowns.length - 1 })
	.map((index) => answered(withUnknowns[index]!));
const anyPair = fc.tuple(anyPath, anyPath);

test('a plan compared with itself has no differences', () => {
	for (const one of everyKind) {
		const {
			same,
			answers,
			decisions: differ,
			separations,
			risks,
			failures,
		} = comparePlans(one, one);
		expect(same).toBe(true);
		expect([...answers, ...differ, ...risks.first, ...risks.second, ...failures]).toEqual([]);
		for (const { first, second } of separations) expect(first).toBe(second);
	}
});

test('a refinement set to what a plan takes anyway is no difference, and set otherwise it is one', () => {
	for (const { given } of everyKind) {
		const plain = answered(given);
		for (const { id, refinement, values } of kestra.questions) {
			if (!refinement || Object.hasOwn(given, id)) continue;
			for (const { id: value } of values) {
				const { answers } = comparePlans(plain, answered({ ...given, [id]: value }));
				const differs = plain.plan.answers[id] !== value;
				expect(answers.map(({ question }) => question)).toEqual(differs ? [id] : []);
			}
		}
	}
});

test('only questions answered differently are listed, with both answers', () => {
	fc.assert(
		fc.property(anyPair, ([first, second]) => {
			const { answers } = comparePlans(first, second);
			expect(answers.map(({ question }) => question)).toEqual(
				kestra.questions.map(({ id }) => id).filter((id) => first.given[id] !== second.given[id]),
			);
			for (const { question, first: a, second: b } of answers) {
				expect(a).toBe(first.given[question]);
				expect(b).toBe(second.given[question]);
			}
		}),
	);
});

test('if two plans differ, some answer matters; if not, none does', () => {
	fc.assert(
		fc.property(anyPair, ([first, second]) => {
			const { same, answers } = comparePlans(first, second);
			expect(answers.some(({ matters }) => matters)).toBe(!same);
		}),
		{ numRuns: 300 },
	);
});

test('every differing decision has an answer that contributes to it', () => {
	fc.assert(
		fc.property(anyPair, ([first, second]) => {
			const compared = comparePlans(first, second);
			const explained = new Set(compared.answers.flatMap(({ decisions: of }) => of));
			expect(explained).toEqual(new Set(compared.decisions.map(({ decision }) => decision)));
		}),
		{ numRuns: 300 },
	);
});

test('taking an answer that does not matter from the other side changes no difference', () => {
	fc.assert(
		fc.property(anyPair, ([first, second]) => {
			const { answers, decisions: differ } = comparePlans(first, second);
			for (const { question, matters, second: value } of answers) {
				if (matters || value === undefined || first.given[question] === undefined) continue;
				const changed = planFor({ ...first.given, [question]: value });
				for (const { decision } of changed ? differ : [])
					expect(changed!.outcomes[decision]).toBe(first.plan.outcomes[decision]);
			}
		}),
		{ numRuns: 300 },
	);
});

test('differing decisions have both outcomes and both rules', () => {
	fc.assert(
		fc.property(anyPair, ([first, second]) => {
			const differ = new Map(
				comparePlans(first, second).decisions.map((one) => [one.decision, one]),
			);
			for (const { id } of decisions) {
				const [a, b] = [first.plan, second.plan];
				expect(differ.has(id)).toBe(a.outcomes[id] !== b.outcomes[id]);
				if (!differ.has(id)) continue;
				expect(differ.get(id)).toEqual({
					decision: id,
					first: { outcome: a.outcomes[id], rule: a.rules[id] },
					second: { outcome: b.outcomes[id], rule: b.rules[id] },
				});
			}
		}),
	);
});

test('swapping the sides swaps the results', () => {
	fc.assert(
		fc.property(anyPair, ([first, second]) => {
			const [there, back] = [comparePlans(first, second), comparePlans(second, first)];
			expect(back.same).toBe(there.same);
			expect(back.risks.first).toEqual(there.risks.second);
			expect(back.answers.map(({ matters }) => matters)).toEqual(
				there.answers.map(({ matters }) => matters),
			);
			expect(back.separations.map(({ id, first, second }) => [id, second, first])).toEqual(
				there.separations.map(({ id, first, second }) => [id, first, second]),
			);
		}),
	);
});

test('every risk of either plan is listed for one side or for both', () => {
	fc.assert(
		fc.property(anyPair, ([first, second]) => {
			const { risks } = comparePlans(first, second);
			const of = ({ plan }: Answered) => new Set(plan.risks);
			expect(new Set([...risks.first, ...risks.both])).toEqual(of(first));
			expect(new Set([...risks.second, ...risks.both])).toEqual(of(second));
		}),
	);
});

test('the plans of a security and a data team are compared by what they keep apart', () => {
	const shared = { impact: 'critical', stages: 'two', people: 'several', edition: 'enterprise' };
	const data = answered({ ...shared, walls: 'none', own: 'none' });
	const security = answered({ ...shared, walls: 'all', own: 'unknown' });
	const { answers, decisions: differ, separations } = comparePlans(data, security);
	expect(answers).toEqual([
		{
			question: 'walls',
			first: 'none',
			second: 'all',
			matters: true,
			decisions: ['groups'],
		},
		{ question: 'own', first: 'none', second: 'unknown', matters: false, decisions: [] },
	]);
	expect(differ.map(({ decision }) => decision)).toEqual(['groups']);
	expect(separations.find(({ id }) => id === 'groups-in-production')).toMatchObject({
		first: 'namespace',
		second: 'tenant',
	});
});

test('a plan with exceptions is compared by what keeps them from the rest', () => {
	const shared = { impact: 'critical', stages: 'two', people: 'several', edition: 'enterprise' };
	const tenant = answered({ ...shared, walls: 'some', own: 'none' });
	const instance = answered({ ...shared, walls: 'none', own: 'some' });
	const divide = (a: Answered, b: Answered) =>
		comparePlans(a, b).separations.find(({ id }) => id === 'exceptions');
	expect(divide(tenant, instance)).toMatchObject({
		first: 'tenant',
		second: 'instance',
	});
	const none = answered({ ...shared, walls: 'none', own: 'none' });
	expect(divide(none, tenant)).toMatchObject({ first: undefined, second: 'tenant' });
	expect(divide(none, none)).toBeUndefined();
});

test('an unknown assumed to be the other side’s answer does not matter', () => {
	const { plan } = knowsNothing;
	const assumed = answered({ ...knowsNothing.given, impact: plan.answers['impact']! });
	expect(comparePlans(knowsNothing, assumed)).toMatchObject({
		same: true,
		answers: [{ question: 'impact', first: 'unknown', second: 'critical', matters: false }],
	});
});
