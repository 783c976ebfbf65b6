import type { Decision, DerivedTable } from '../engine/model.ts';

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
					'Somebody depends on these flows and others check a new version in a further place, so each of these places is a deployment of its own.',
				inShort:
					'Only instances of their own keep trials and checks away from what somebody depends on: tenants or namespaces called dev, test and prod would share one outage.',
				sections: ['/concepts/instances/#many-environments', '/concepts/instances/#dev-and-prod'],
			},
			{
				id: 'critical',
				when: { answers: { impact: ['critical'] } },
				then: 'two-instances',
				because:
					'Somebody depends on these flows, so production is an instance that a trial cannot take down. Tenants will not do, because they go down together with their instance. Namespaces will not do, because one flow in development can break production.',
				inShort:
					'Only an instance of its own keeps trials away from what somebody depends on: tenants or namespaces called dev and prod would share one outage.',
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
					'Nobody is in trouble when a flow fails and nothing is tried elsewhere first, so there is nothing to separate. Namespaces keep the flows in order.',
				inShort:
					'Nobody is in trouble when a flow fails, so one instance is enough, and namespaces keep order in it.',
				sections: ['/concepts/namespaces/#when'],
			},
			{
				id: 'one-instance',
				when: { answers: { capacity: ['one'] } },
				then: 'namespace-per-stage',
				because:
					'You want a place to try things in a single instance and nobody is in trouble when a flow fails. A namespace for each stage is a fair start, but no more than that.',
				inShort:
					'Nobody is in trouble when a flow fails and there is one Kestra, so a namespace for each stage is a fair start, and no more than that.',
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
					'Others check a new version in a further place and you can run more than one instance, so each of these places is a deployment of its own.',
				inShort:
					'Others check a new version before it counts, and only instances of their own keep what is tried from taking the rest down.',
				sections: ['/concepts/instances/#many-environments'],
			},
			{
				id: 'otherwise',
				when: {},
				then: 'two-instances',
				because:
					'You can run a second instance, so development and production get one each. Every team should have at least that.',
				inShort:
					'A second instance is possible, and it is the only thing that keeps what is tried from taking the rest down.',
				sections: ['/concepts/instances/#dev-and-prod'],
			},
		],
	},
	{
		id: 'groups',
		decides: 'What separates those who work in it?',
		short: 'Teams, sites, customers',
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
				id: 'own',
				when: { answers: { own: ['all'] } },
				then: 'instance-per-group',
				because:
					'Each of them has a reason that it cannot share a Kestra with the rest. Uptime, version, place, network and administrators belong to the instance, and whatever shares an instance shares them.',
				inShort:
					'Each has a reason that it cannot share, and what shares an instance shares its outages, its version and its administrators.',
				sections: ['/concepts/instances/#one-for-each-group', '/concepts/compare/#uptime'],
			},
			{
				id: 'open-source-walls',
				when: { answers: { walls: ['all'], edition: ['open-source'] } },
				then: 'instance-per-group',
				because:
					'Each must be hidden from every other. Open source has the one tenant `main` and one login, so only an instance hides.',
				inShort:
					'Each must be hidden from every other, and in the free edition only an instance hides.',
				sections: ['/concepts/editions/#one-login', '/concepts/namespaces/#open-source-label'],
			},
			{
				id: 'walls',
				when: { answers: { walls: ['all'] } },
				then: 'tenant-per-group',
				because:
					'Each must be hidden from every other and they may share one platform. A tenant gives each its own flows, runs, roles and secrets inside the same instance.',
				inShort:
					'Each must be hidden from every other, and a tenant hides without a further Kestra.',
				sections: ['/concepts/tenants/#when', '/concepts/tenants/#customers'],
			},
			{
				id: 'outsiders',
				when: { answers: { people: ['outsiders'], edition: ['enterprise'] } },
				then: 'tenant-per-group',
				because:
					'Customers or partners log in, and what they see should be theirs alone from the first day. A tenant for each does that without a setting that somebody can forget.',
				inShort:
					'Customers or partners log in, and a tenant shows each of them only what is theirs.',
				sections: ['/concepts/tenants/#customers', '/concepts/tenants/#when'],
			},
			{
				id: 'several',
				when: { answers: { people: ['several', 'outsiders'] } },
				then: 'namespace-per-group',
				because:
					'Several work in it and may see each other’s work. A namespace for each keeps order, says in Enterprise who may change what, and lets their flows call each other, which flows of different tenants cannot.',
				inShort:
					'Those who work in it may see each other’s work, so a namespace for each keeps order and their flows can call each other.',
				sections: ['/concepts/namespaces/#when', '/concepts/compare/#subflows'],
			},
			{
				id: 'otherwise',
				when: {},
				then: 'nothing-to-separate',
				because:
					'One team works in it, so nobody has to be kept apart, however many customers or countries the flows serve. Namespaces by subject, customer or country keep the flows in order.',
				sections: ['/concepts/namespaces/#nothing-to-separate'],
			},
		],
	},
	{
		id: 'exceptions',
		decides: 'Are one or a few set apart from the rest?',
		short: 'Exceptions',
		ordered: false,
		outcomes: [
			{
				id: 'no-exceptions',
				label: 'No exceptions',
				address: '/concepts/instances/#no-exceptions',
			},
			{
				id: 'tenant-per-exception',
				label: 'A tenant for each exception',
				address: '/strategies/tenant-per-group/#exceptions',
			},
			{
				id: 'instance-per-exception',
				label: 'An instance for each exception',
				address: '/strategies/instance-per-group/#exceptions',
			},
		],
		rules: [
			{
				id: 'already',
				when: { outcomes: { groups: ['instance-per-group'] } },
				then: 'no-exceptions',
				because: 'Each has an instance of its own already.',
				sections: ['/concepts/instances/#one-for-each-group'],
			},
			{
				id: 'own',
				when: { answers: { own: ['some'] } },
				then: 'instance-per-exception',
				because:
					'One or a few cannot share a Kestra with the rest, so each of these has an instance of its own, and the rest stays together.',
				inShort: 'One or a few cannot share, so only these have instances of their own.',
				sections: ['/strategies/instance-per-group/#exceptions', '/concepts/compare/#uptime'],
			},
			{
				id: 'open-source-walls',
				when: { answers: { walls: ['some'], edition: ['open-source'] } },
				then: 'instance-per-exception',
				because:
					'One or a few must be hidden from the rest. Open source has the one tenant `main` and one login, so only an instance hides.',
				inShort: 'One or a few must be hidden, and in the free edition only an instance hides.',
				sections: ['/concepts/editions/#one-login', '/concepts/namespaces/#open-source-label'],
			},
			{
				id: 'walls',
				when: {
					answers: { walls: ['some'] },
					outcomes: { groups: ['nothing-to-separate', 'namespace-per-group'] },
				},
				then: 'tenant-per-exception',
				because:
					'One or a few must be hidden from the rest and may share the instance. A tenant for each of these hides its flows, runs and secrets; the rest stays together in one.',
				inShort: 'One or a few must be hidden, and a tenant for each of these does that.',
				sections: ['/strategies/tenant-per-group/#exceptions', '/concepts/tenants/#when'],
			},
			{
				id: 'otherwise',
				when: {},
				then: 'no-exceptions',
				because: 'Nothing has to be set apart from the rest.',
				sections: ['/concepts/instances/#no-exceptions'],
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
				label: 'An instance for each engineer',
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
					'Open source has one tenant, so each engineer needs an instance: Docker Compose on their own machine, or side by side on one server for those who may not.',
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
		ordered: true,
		outcomes: [
			{
				id: 'open-source-fits',
				label: 'Open source is enough for this split',
				address: '/concepts/editions/#open-source-fits',
			},
			{
				id: 'enterprise-recommended',
				label: 'Open source works, Enterprise is recommended',
				address: '/concepts/editions/#enterprise-recommended',
			},
			{
				id: 'enterprise-needed',
				label: 'A login for each person takes Enterprise',
				address: '/concepts/editions/#enterprise-needed',
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
				because:
					'You have Enterprise or Cloud, or can have it, and it has everything this plan needs.',
				sections: ['/concepts/editions/#enterprise-in-use'],
			},
			{
				id: 'logins',
				when: { answers: { logins: ['own-logins'] } },
				then: 'enterprise-needed',
				because:
					'The free edition has one login that everybody shares, so it cannot give people different rights or say who did what. Until you have Enterprise: keep that login with a few people, put your company’s sign-in in front of Kestra, and let Git record who changed a flow and who approved it.',
				sections: [
					'/concepts/editions/#enterprise-needed',
					'/practices/production-access/#open-source',
				],
			},
			{
				id: 'outsiders',
				when: { answers: { people: ['outsiders'] } },
				then: 'enterprise-recommended',
				because:
					'Customers or partners would share your one login and see everything in their instance. Enterprise gives each a login and a tenant.',
				sections: ['/concepts/editions/#enterprise-recommended', '/concepts/tenants/#customers'],
			},
			{
				id: 'walls',
				when: { answers: { walls: ['some', 'all'] } },
				then: 'enterprise-recommended',
				because:
					'What must be hidden takes an instance of its own in the free edition. Enterprise hides it in a tenant of one instance, with a login for each person.',
				sections: ['/concepts/editions/#enterprise-recommended', '/concepts/tenants/#when'],
			},
			{
				id: 'many-stages',
				when: { outcomes: { stages: ['instance-per-stage'] } },
				then: 'enterprise-recommended',
				because:
					'Three or more stages mean many instances to govern, secure and scale. Enterprise is made for that; open source leaves it to you.',
				sections: ['/concepts/editions/#enterprise-recommended'],
			},
			{
				id: 'many-groups',
				when: { outcomes: { groups: ['instance-per-group'] } },
				then: 'enterprise-recommended',
				because:
					'An instance for each of them means many instances to govern. Enterprise is made for that; open source leaves it to you.',
				sections: ['/concepts/editions/#enterprise-recommended'],
			},
			{
				id: 'enough',
				when: {},
				then: 'open-source-fits',
				because:
					'Nothing in this split needs Enterprise. What it would add all the same: a login and rights for each person, an audit log, secrets for each namespace, support.',
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

const withoutInstances = [
	'nothing-to-separate',
	'namespace-per-group',
	'tenant-per-group',
] as const;

/** What a plan depends on besides the decisions. */
export const derived = [
	// Whether those with production instances of their own share one for development.
	{
		id: 'development',
		outcomes: [{ id: 'one-for-all' }, { id: 'own' }],
		rules: [
			{
				id: 'nobody-apart',
				when: {
					outcomes: {
						groups: withoutInstances,
						exceptions: ['no-exceptions', 'tenant-per-exception'],
					},
				},
				then: 'one-for-all',
			},
			{
				id: 'no-development',
				when: { outcomes: { stages: ['single-instance', 'namespace-per-stage'] } },
				then: 'own',
			},
			{ id: 'together', when: { answers: { development: ['together'] } }, then: 'one-for-all' },
			{ id: 'otherwise', when: {}, then: 'own' },
		],
	},
	// Who owns the tenants: open source, the company, or each group.
	{
		id: 'tenants',
		outcomes: [{ id: 'main' }, { id: 'company' }, { id: 'group' }],
		rules: [
			{ id: 'open-source', when: { answers: { edition: ['open-source'] } }, then: 'main' },
			{ id: 'groups', when: { outcomes: { groups: ['tenant-per-group'] } }, then: 'group' },
			{
				id: 'hidden',
				when: { answers: { walls: ['all'] }, outcomes: { groups: ['instance-per-group'] } },
				then: 'group',
			},
			{
				id: 'outsiders',
				when: { answers: { people: ['outsiders'] }, outcomes: { groups: ['instance-per-group'] } },
				then: 'group',
			},
			{ id: 'otherwise', when: {}, then: 'company' },
		],
	},
	// What holds the few that must only be hidden, apart from those that cannot share.
	{
		id: 'hidden',
		outcomes: [{ id: 'none' }, { id: 'tenant' }, { id: 'instance' }],
		rules: [
			{
				id: 'each-apart',
				when: { outcomes: { groups: ['tenant-per-group', 'instance-per-group'] } },
				then: 'none',
			},
			{
				id: 'tenant',
				when: { answers: { walls: ['some'], edition: ['enterprise'] } },
				then: 'tenant',
			},
			{ id: 'instance', when: { answers: { walls: ['some'] } }, then: 'instance' },
			{ id: 'otherwise', when: {}, then: 'none' },
		],
	},
	// Whether the path of a namespace names the group.
	{
		id: 'group-in-path',
		outcomes: [{ id: 'no' }, { id: 'yes' }],
		rules: [
			{ id: 'namespaces', when: { outcomes: { groups: ['namespace-per-group'] } }, then: 'yes' },
			{
				id: 'no-groups',
				when: { outcomes: { groups: ['nothing-to-separate', 'tenant-per-group'] } },
				then: 'no',
			},
			{
				id: 'no-development',
				when: { outcomes: { stages: ['single-instance', 'namespace-per-stage'] } },
				then: 'no',
			},
			{ id: 'tenants', when: { outcomes: { tenants: ['group'] } }, then: 'no' },
			{
				id: 'shared-development',
				when: { outcomes: { development: ['one-for-all'] } },
				then: 'yes',
			},
			{ id: 'otherwise', when: {}, then: 'no' },
		],
	},
	// The word for the parts, where there are any.
	{
		id: 'noun',
		outcomes: [
			{ id: 'none' },
			...(
				[
					'team',
					'department',
					'project',
					'site',
					'company',
					'country',
					'customer',
					'work',
					'part',
				] as const
			).map((id) => ({ id })),
		],
		rules: [
			{ id: 'no-groups', when: { outcomes: { groups: ['nothing-to-separate'] } }, then: 'none' },
			...(
				[
					'team',
					'department',
					'project',
					'site',
					'company',
					'country',
					'customer',
					'work',
					'part',
				] as const
			).map((id) => ({ id, when: { answers: { called: [id] } }, then: id })),
		],
	},
] as const satisfies readonly DerivedTable[];
