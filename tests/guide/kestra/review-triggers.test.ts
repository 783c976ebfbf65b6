import { expect, test } from 'vitest';
import {
	reviewTriggersOf,
	reviewTriggersOfPlan,
} from '../../../src/guide/insight/review-triggers.ts';
import { decisions } from '../../../src/guide/kestra/decisions.ts';
import { reviewTriggers } from '../../../src/guide/kestra/review-triggers.ts';
import { everyKind } from '../../support/plans.ts';

const outcomes = decisions.flatMap(({ id, outcomes }) =>
	outcomes.map((outcome) => `${id}.${outcome.id}`),
);

test('every outcome that can be outgrown has a review trigger in both editions', () => {
	for (const outcome of outcomes.filter((id) => id !== 'edition.enterprise-in-use'))
		for (const edition of ['open-source', 'enterprise'] as const)
			if (!impossible.has(`${edition} ${outcome}`))
				expect(reviewTriggersOf(outcome, edition), `${outcome} in ${edition}`).not.toHaveLength(0);
});

const impossible = new Set([
	'open-source groups.tenant-per-group',
	'open-source sandboxes.tenant-per-engineer',
	'enterprise sandboxes.local-instance-per-engineer',
	'enterprise edition.open-source-fits',
	'enterprise edition.enterprise-recommended',
	'enterprise edition.enterprise-needed',
	'open-source exceptions.tenant-per-exception',
]);

test('no review trigger points to its own outcome', () => {
	for (const { of, towards } of reviewTriggers) expect(towards).not.toBe(of);
});

test('a review trigger that points to tenants is for Enterprise only, unless its outcome has tenants', () => {
	for (const { of, towards, edition } of reviewTriggers)
		if (towards?.includes('tenant-per-') && !of.includes('tenant-per-'))
			expect(edition).toBe('enterprise');
});

test('the review triggers of one outcome in one edition are different sentences', () => {
	for (const outcome of outcomes)
		for (const edition of ['open-source', 'enterprise'] as const) {
			const sentences = reviewTriggersOf(outcome, edition).map(({ event }) => event);
			expect(new Set(sentences).size).toBe(sentences.length);
		}
});

test('no review trigger of a plan with customers who log in points to namespaces for them', () => {
	for (const { plan } of everyKind)
		if (plan.answers['people'] === 'outsiders')
			for (const { towards } of reviewTriggersOfPlan(plan))
				expect(towards).not.toBe('groups.namespace-per-group');
});

test('every plan has review triggers for each of its decisions that can be outgrown', () => {
	for (const { plan } of everyKind) {
		const outgrown = new Set(reviewTriggersOfPlan(plan).map(({ of }) => of.split('.')[0]));
		for (const decision of ['stages', 'groups', 'sandboxes', 'namespaces'])
			expect(outgrown).toContain(decision);
	}
});
