import type { Aspect, Decision } from '../engine/model.ts';

/**
 * The decision tables. The first rule that holds wins; a rule may refer to the outcome of an earlier table.
 * Ids of rules and outcomes are public.
 */
export const decisions = [
	{
		id: 'stages',
		decides: 'What separates development from production?',
		short: 'Development and production',
		ordered: true,
		outcomes: [
			{
				id: 'single-instance',
				label: 'Nothing: one instance',
				address: '/strategies/single-instance/',
			},
			{
				id: 'namespace-per-stage',
				label: 'A namespace for each stage',
				address: '/strategies/namespace-per-stage/',
			},
			{ id: 'two-instances', label: 'Two instances', address: '/strategies/two-instances/' },
			{
				id: 'instance-per-stage',
				label: 'An instance for each stage',
				address: '/strategies/instance-per-stage/',
			},
		],
		rules: [
			{
				id: 'critical-more',
				when: { answers: { impact: ['critical'], stages: ['three-plus'] } },
				then: 'instance-per-stage',
				because:
					'Somebody relies on these flows and a change passes through three or more environments, so each of them is a deployment of its own.',
				sections: ['/concepts/instances/#many-environments', '/concepts/instances/#dev-and-prod'],
			},
			{
				id: 'critical',
				when: { answers: { impact: ['critical'] } },
				then: 'two-instances',
				because:
					'Somebody relies on these flows, so production is an instance that development cannot take down. Tenants will not do, because they go down together with their instance. Namespaces will not do, because one flow in development can break production.',
				sections: [
					'/concepts/instances/#dev-and-prod',
					'/concepts/tenants/#not-for-stages',
					'/concepts/namespaces/#not-for-critical',
				],
			},
			{
				id: 'one-stage',
				when: { answers: { stages: ['one'] } },
				then: 'single-instance',
				because:
					'There is one environment and nobody relies on it, so there is nothing to separate. Namespaces keep the flows in order.',
				sections: ['/concepts/namespaces/#when'],
			},
			{
				id: 'one-instance',
				when: { answers: { capacity: ['one'] } },
				then: 'namespace-per-stage',
				because:
					'You want more than one environment in a single instance and nobody relies on the flows. A namespace for each stage is a fair start, but no more than that.',
				sections: [
					'/concepts/namespaces/#as-environments',
					'/concepts/namespaces/#not-for-critical',
				],
			},
			{
				id: 'more',
				when: { answers: { stages: ['three-plus'] } },
				then: 'instance-per-stage',
				because:
					'A change passes through three or more environments and you can run more than one instance, so each environment is a deployment of its own.',
				sections: ['/concepts/instances/#many-environments'],
			},
			{
				id: 'otherwise',
				when: {},
				then: 'two-instances',
				because:
					'You can run a second instance, so development and production get one each. Every team should have at least that.',
				sections: ['/concepts/instances/#dev-and-prod'],
			},
		],
	},
	{
		id: 'groups',
		decides: 'What separates customers, countries or teams?',
		short: 'Customers, countries, teams',
		ordered: true,
		outcomes: [
			{
				id: 'nothing-to-separate',
				label: 'Nothing to separate',
				address: '/concepts/namespaces/#nothing-to-separate',
			},
			{
				id: 'namespace-per-group',
				label: 'A namespace for each group',
				address: '/strategies/namespace-per-group/',
			},
			{
				id: 'tenant-per-group',
				label: 'A tenant for each group',
				address: '/strategies/tenant-per-group/',
			},
			{
				id: 'instance-per-group',
				label: 'An instance for each group',
				address: '/strategies/instance-per-group/',
			},
		],
		rules: [
			{
				id: 'one-team',
				when: { answers: { groups: ['one-team'] } },
				then: 'nothing-to-separate',
				because:
					'One team works here, so nobody has to be kept apart. Namespaces keep the flows in order.',
				sections: ['/concepts/namespaces/#nothing-to-separate'],
			},
			{
				id: 'open-source-customers',
				when: { answers: { edition: ['open-source'], groups: ['customers'] } },
				then: 'instance-per-group',
				because:
					'Customers must not see one another. Open source has one tenant and one login, so only an instance for each customer keeps them apart.',
				sections: ['/concepts/editions/#one-login', '/concepts/tenants/#customers'],
			},
			{
				id: 'open-source-separate',
				when: { answers: { edition: ['open-source'], visibility: ['separate'] } },
				then: 'instance-per-group',
				because:
					'These groups must be kept out of each other’s work. Open source has one tenant and one login, so only an instance for each group keeps them apart.',
				sections: ['/concepts/editions/#one-login', '/concepts/namespaces/#open-source-label'],
			},
			{
				id: 'independent',
				when: { answers: { fate: ['independent'] } },
				then: 'instance-per-group',
				because:
					'Each group needs its own uptime, upgrade date, region or administrators. Those belong to the instance, and whatever shares an instance shares them.',
				sections: ['/concepts/instances/#one-for-each-group', '/concepts/compare/#uptime'],
			},
			{
				id: 'shared-flows',
				when: { answers: { groups: ['teams', 'countries'], visibility: ['shared'] } },
				then: 'namespace-per-group',
				because:
					'These groups work together, and flows cannot call each other across tenants. A namespace for each group keeps order without a wall in between.',
				sections: ['/concepts/namespaces/#when', '/concepts/compare/#subflows'],
			},
			{
				id: 'otherwise',
				when: {},
				then: 'tenant-per-group',
				because:
					'These groups must be kept apart and may share one platform. A tenant gives each its own flows, runs, roles and secrets inside the same instance.',
				sections: ['/concepts/tenants/#when', '/concepts/tenants/#customers'],
			},
		],
	},
	{
		id: 'sandboxes',
		decides: 'Where do engineers try things?',
		short: 'Engineers’ spaces',
		ordered: false,
		outcomes: [
			{
				id: 'shared-development',
				label: 'In development, together',
				address: '/concepts/instances/#shared-development',
			},
			{
				id: 'tenant-per-engineer',
				label: 'A tenant for each engineer',
				address: '/strategies/tenant-per-engineer/',
			},
			{
				id: 'local-instance-per-engineer',
				label: 'An instance on each engineer’s machine',
				address: '/strategies/local-instance-per-engineer/',
			},
		],
		rules: [
			{
				id: 'not-needed',
				when: { answers: { sandboxes: ['no'] } },
				then: 'shared-development',
				because: 'Development is already the sandbox, and the engineers can share it.',
				sections: ['/concepts/instances/#shared-development'],
			},
			{
				id: 'enterprise',
				when: { answers: { edition: ['enterprise'] } },
				then: 'tenant-per-engineer',
				because:
					'A tenant for each engineer inside the development instance keeps their trials apart and needs no extra deployment.',
				sections: ['/concepts/tenants/#engineers'],
			},
			{
				id: 'open-source',
				when: {},
				then: 'local-instance-per-engineer',
				because:
					'Open source has one tenant, so each engineer needs an instance: Docker Compose on their own machine, or a small machine for each.',
				sections: ['/strategies/local-instance-per-engineer/', '/concepts/editions/#open-source'],
			},
		],
	},
	{
		id: 'namespaces',
		decides: 'How are flows laid out?',
		short: 'Layout of namespaces',
		ordered: false,
		outcomes: [
			{ id: 'by-team', label: 'Namespaces by team', address: '/concepts/namespaces/#by-team' },
			{
				id: 'by-domain',
				label: 'Namespaces by domain',
				address: '/concepts/namespaces/#by-domain',
			},
		],
		rules: [
			{
				id: 'team',
				when: { answers: { layout: ['team'] } },
				then: 'by-team',
				because:
					'People look for a flow by the team that owns it, so the namespace names the team.',
				sections: ['/concepts/namespaces/#by-team'],
			},
			{
				id: 'domain',
				when: {},
				then: 'by-domain',
				because: 'People look for a flow by what it is about, so the namespace names the domain.',
				sections: ['/concepts/namespaces/#by-domain'],
			},
		],
	},
	{
		id: 'edition',
		decides: 'Does the edition fit?',
		short: 'Edition',
		ordered: false,
		outcomes: [
			{
				id: 'open-source-fits',
				label: 'Open source is enough for this split',
				address: '/concepts/editions/#open-source-fits',
			},
			{
				id: 'enterprise-recommended',
				label: 'Enterprise is recommended',
				address: '/concepts/editions/#enterprise-recommended',
			},
			{
				id: 'enterprise-in-use',
				label: 'Enterprise or Cloud',
				address: '/concepts/editions/#enterprise-in-use',
			},
		],
		rules: [
			{
				id: 'in-use',
				when: { answers: { edition: ['enterprise'] } },
				then: 'enterprise-in-use',
				because: 'You run Enterprise or Cloud, which has everything this plan needs.',
				sections: ['/concepts/editions/#enterprise-in-use'],
			},
			{
				id: 'many-stages',
				when: { outcomes: { stages: ['instance-per-stage'] } },
				then: 'enterprise-recommended',
				because:
					'Three or more environments mean many instances to govern, secure and scale. Enterprise is made for that; open source leaves it to you.',
				sections: ['/concepts/editions/#enterprise-recommended'],
			},
			{
				id: 'many-groups',
				when: { outcomes: { groups: ['instance-per-group'] } },
				then: 'enterprise-recommended',
				because:
					'An instance for each group means many instances to govern. Where a shared outage, upgrade and region are acceptable, Enterprise would separate the groups by tenants in one instance.',
				sections: ['/concepts/editions/#enterprise-recommended', '/concepts/tenants/#when'],
			},
			{
				id: 'enough',
				when: {},
				then: 'open-source-fits',
				because:
					'Nothing in this split needs Enterprise. If you need users, roles, single sign-on or an audit trail, choose Enterprise, whatever the split.',
				sections: ['/concepts/editions/#open-source-fits'],
			},
		],
	},
] as const satisfies readonly Decision[];

/** Id of a decision. */
export type DecisionId = (typeof decisions)[number]['id'];

/** Id of an outcome of a decision. */
export type OutcomeId<D extends DecisionId = DecisionId> = Extract<
	(typeof decisions)[number],
	{ id: D }
>['outcomes'][number]['id'];

/** One outcome for each decision. */
export type Outcomes = { readonly [D in DecisionId]: OutcomeId<D> };

/**
 * What a plan needs besides the decisions: whether groups with instances of their own share one for development. They
 * share it when the groups are customers, because only engineers use it, and when the groups may see each other.
 */
export const aspects = [
	{
		id: 'development',
		outcomes: [{ id: 'one-for-all' }, { id: 'own' }],
		rules: [
			{
				id: 'together',
				when: {
					outcomes: { groups: ['nothing-to-separate', 'namespace-per-group', 'tenant-per-group'] },
				},
				then: 'one-for-all',
			},
			{
				id: 'no-development',
				when: { outcomes: { stages: ['single-instance', 'namespace-per-stage'] } },
				then: 'own',
			},
			{ id: 'customers', when: { answers: { groups: ['customers'] } }, then: 'one-for-all' },
			{ id: 'shared', when: { answers: { visibility: ['shared'] } }, then: 'one-for-all' },
			{ id: 'otherwise', when: {}, then: 'own' },
		],
	},
] as const satisfies readonly Aspect[];
