/** What readers often come with, and what a plan says to it in one sentence. */
import type { Condition } from '../engine/model.ts';

/** A verdict on an idea. */
export interface Verdict {
	readonly id: string;
	/** The idea, as a question. `{one}` stands for the plan’s word for one of the parts. */
	readonly idea: string;
	/** It is said in a plan when any of these holds. */
	readonly when: readonly Condition[];
	/** The verdict, in one sentence. */
	readonly says: string;
	/** Root-relative address of the section that argues it. */
	readonly section: string;
}

const apart = ['two-instances', 'instance-per-stage'] as const;

/** Every verdict, what is asked most first. */
export const verdicts: readonly Verdict[] = [
	{
		id: 'box-for-each',
		idea: 'A tenant or an instance for each {one}?',
		when: [
			{
				answers: { people: ['several'] },
				outcomes: { groups: ['namespace-per-group'], exceptions: ['no-exceptions'] },
			},
		],
		says: 'Not needed: nothing has to be hidden and nothing says that they cannot share, and behind such walls their flows could no longer call each other.',
		section: '/concepts/tenants/#when-not',
	},
	{
		id: 'box-for-exceptions',
		idea: 'A tenant or an instance for each {one}?',
		when: [
			{
				answers: { people: ['one-team', 'several'] },
				outcomes: {
					groups: ['nothing-to-separate', 'namespace-per-group'],
					exceptions: ['tenant-per-exception', 'instance-per-exception'],
				},
			},
		],
		says: 'Only for what this plan sets apart: every further wall is more to roll out, and flows behind it could no longer call the others.',
		section: '/concepts/tenants/#when-not',
	},
	{
		id: 'box-for-each-customer',
		idea: 'A tenant or an instance for each customer, country or subject?',
		when: [
			{
				answers: { people: ['one-team'] },
				outcomes: { groups: ['nothing-to-separate'], exceptions: ['no-exceptions'] },
			},
		],
		says: 'Not for one team: it would roll out the same flows many times, and a secret and a start of its own for each does as much against mix-ups.',
		section: '/concepts/namespaces/#nothing-to-separate',
	},
	{
		id: 'instance-for-each-outsider',
		idea: 'An instance for each customer, without Enterprise?',
		when: [
			{
				answers: { people: ['outsiders'], edition: ['open-source'] },
				outcomes: { groups: ['namespace-per-group'] },
			},
		],
		says: 'Only where each must be hidden from every other: many instances are many upgrades, and a form or a ticket keeps the others out of Kestra.',
		section: '/concepts/instances/#one-for-each-group',
	},
	{
		id: 'instance-for-each',
		idea: 'An instance for each {one}?',
		when: [{ outcomes: { groups: ['tenant-per-group'] } }],
		says: 'Only for one that cannot share, and it can be moved out later: a tenant hides as well, and many instances are many upgrades.',
		section: '/concepts/instances/#one-for-each-group',
	},
	{
		id: 'everything-in-one',
		idea: 'Everything in one instance?',
		when: [{ answers: { stages: ['one'], impact: ['critical'] } }],
		says: 'No: somebody depends on these flows, and whatever is tried there can stop them.',
		section: '/concepts/instances/#dev-and-prod',
	},
	{
		id: 'further-stages',
		idea: 'A further stage, such as test, staging or pre-production?',
		when: [{ answers: { stages: ['two'] }, outcomes: { stages: apart } }],
		says: 'Not until somebody else checks there: a stage that nobody looks at is only one more to run.',
		section: '/concepts/instances/#many-environments',
	},
	{
		id: 'everything-is-fine',
		idea: 'Development, staging and production for this?',
		when: [{ outcomes: { stages: ['single-instance'] } }],
		says: 'Not needed: nobody is in trouble when one of these flows fails.',
		section: '/strategies/single-instance/',
	},
	{
		id: 'tenant-for-each-stage',
		idea: 'Tenants called dev, staging and prod?',
		when: [{ outcomes: { stages: apart } }],
		says: 'Never: tenants share their instance, so one outage, one upgrade and one overload hit all of them.',
		section: '/concepts/tenants/#not-for-stages',
	},
	{
		id: 'namespace-for-each-stage',
		idea: 'Namespaces called dev and prod?',
		when: [{ answers: { impact: ['critical'] } }],
		says: 'Not where somebody depends on the flows: one flow in development can stop what production needs, or read its keys.',
		section: '/concepts/namespaces/#not-for-critical',
	},
];
