import { expect, test } from 'vitest';
import { UNKNOWN } from '../../../src/guide/engine/model.ts';
import type { BothEditions } from '../../../src/guide/insight/editions.ts';
import { bothEditions } from '../../../src/guide/insight/editions.ts';
import { boxesOf } from '../../../src/guide/plan/boxes.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';
import { everyPathWithUnknowns } from '../../support/every.ts';
import { everyPath, knowsNothing } from '../../support/plans.ts';

const some = [
	...everyPath.map(({ given }) => given),
	...everyPathWithUnknowns.filter((_, index) => index % 11 === 0),
	knowsNothing.given,
];
const pairs = some.map((given) => ({ given, both: bothEditions(given)! }));

/** Instances by what they hold and for whom; tenants left out, which only one edition has. */
const instancesOf = (both: BothEditions, edition: 'open-source' | 'enterprise') =>
	JSON.stringify(
		both[edition].topology.instances
			.map(({ name, stages, group }) => [name, stages, group])
			.toSorted(),
	);

test('both plans are whole, each for its edition', () => {
	for (const { both } of pairs)
		for (const edition of ['open-source', 'enterprise'] as const) {
			const { topology, answers, headline, why, path, count } = both[edition];
			expect(topology.edition).toBe(edition);
			expect(answers['edition']).toBe(edition);
			expect([...boxesOf(topology)].length).toBeGreaterThan(2);
			for (const words of [headline, why, path, count.formula]) {
				expect(words).not.toBe('');
				expect(words).not.toContain('undefined');
			}
		}
});

test('the plan of the edition that was chosen is the plan', () => {
	for (const { given, both } of pairs) {
		const plan = planFor(given)!;
		const chosen = both[plan.topology.edition];
		expect(chosen.key).toBe(plan.key);
		expect(both.undecided).toBe(given['edition'] === UNKNOWN);
	}
});

test('of an undecided edition the plan is that of the free one', () => {
	for (const { given, both } of pairs)
		if (both.undecided) expect(planFor(given)!.key).toBe(both['open-source'].key);
});

test('the layout is said to be the same exactly when stages, groups, exceptions and instances are', () => {
	const found = { same: 0, different: 0 };
	for (const { both } of pairs) {
		const [free, paid] = [both['open-source'], both.enterprise];
		const same =
			free.outcomes.stages === paid.outcomes.stages &&
			free.outcomes.groups === paid.outcomes.groups &&
			free.outcomes.exceptions === paid.outcomes.exceptions &&
			instancesOf(both, 'open-source') === instancesOf(both, 'enterprise');
		expect(both.same).toBe(same);
		found[same ? 'same' : 'different']++;
	}
	expect(Math.min(found.same, found.different)).toBeGreaterThan(20);
});

test('what the difference is worth is told in whole sentences, the instances first', () => {
	for (const { both } of pairs) {
		expect(both.worth.length).toBeGreaterThan(1);
		for (const sentence of both.worth) {
			expect(sentence).toMatch(/^[A-Z\d].*\.$/);
			expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
		}
	}
});

test('a difference is told exactly when the layouts differ, in numbers where these differ', () => {
	const words = (both: BothEditions, edition: 'open-source' | 'enterprise') => {
		const { formula, instances } = both[edition].count;
		return `${instances ?? formula} instance`;
	};
	const alike = new Set(pairs.filter(({ both }) => both.same).map(({ both }) => both.worth[0]));
	expect(alike.size).toBe(1);
	for (const { both } of pairs) {
		const [difference] = both.worth;
		expect(alike.has(difference)).toBe(both.same);
		const [free, paid] = [words(both, 'open-source'), words(both, 'enterprise')];
		if (both.same || free === paid) continue;
		expect(difference).toContain(free);
		expect(difference).toContain(paid);
	}
});

test('of exceptions by name the numbers are told', () => {
	const given = {
		impact: 'critical',
		stages: 'two',
		people: 'several',
		walls: 'some',
		own: 'some',
		edition: UNKNOWN,
		logins: 'one-login',
	};
	const [instances] = bothEditions(given, {
		exceptions: ['plant'],
		hidden: ['fraud', 'staff'],
	})!.worth;
	expect(instances).toMatch(/^3 instances .*, 5 instances /);
});

test('Enterprise is worth what was asked for, and nothing where nothing was', () => {
	const worth = (more: Readonly<Record<string, string>>) =>
		bothEditions({
			impact: 'critical',
			stages: 'two',
			people: 'one-team',
			walls: 'none',
			own: 'none',
			edition: UNKNOWN,
			logins: 'one-login',
			...more,
		})!.worth[1]!;
	const nothing = worth({});
	const asked = [
		{ logins: 'own-logins' },
		{ people: 'several' },
		{ people: 'outsiders' },
		{ walls: 'some' },
	].map(worth);
	expect(new Set([nothing, ...asked]).size).toBe(asked.length + 1);
	expect(worth({ walls: 'all' })).toBe(worth({ walls: 'some' }));
});

test('a question that only the other edition raises takes its default', () => {
	const given = {
		impact: 'critical',
		stages: 'two',
		people: 'one-team',
		walls: 'none',
		own: 'none',
	};
	const { 'open-source': free } = bothEditions({ ...given, edition: 'enterprise' })!;
	expect(free.assumed).toContain('logins');
});

test('names stand in both plans', () => {
	const both = bothEditions({ ...knowsNothing.given, people: 'several' }, { groups: ['a', 'b'] })!;
	for (const edition of ['open-source', 'enterprise'] as const)
		expect(both[edition].topology.groups).toEqual(['a', 'b']);
});

test('there are no plans while a question is left to ask', () => {
	expect(bothEditions({})).toBeUndefined();
	expect(bothEditions({ edition: UNKNOWN })).toBeUndefined();
});

test('whatever gives a plan gives one for both editions, also where the other raises a question never asked', () => {
	let raised = 0;
	for (const { given } of everyPath)
		for (const left of Object.keys(given)) {
			const { [left]: _, ...rest } = given;
			if (!planFor(rest)) continue;
			raised++;
			expect(bothEditions(rest), JSON.stringify(rest)).toBeDefined();
		}
	expect(raised).toBeGreaterThan(0);
});
