import type { Decision, DerivedTable } from '../engine/model.ts';

/**
 * The decision tables. The first rule that holds wins; a rule may refer to the outcome of an earlier table.
 * Ids of rules and outcomes are public. Why each rule decides so is in `rule-reasons.ts`.
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
			},
			{
				id: 'critical',
				when: { answers: { impact: ['critical'] } },
				then: 'two-instances',
			},
			{
				id: 'one-stage',
				when: { answers: { stages: ['one'] } },
				then: 'single-instance',
			},
			{
				id: 'one-instance',
				when: { answers: { capacity: ['one'] } },
				then: 'namespace-per-stage',
			},
			{
				id: 'more',
				when: { answers: { stages: ['three-plus'] } },
				then: 'instance-per-stage',
			},
			{
				id: 'otherwise',
				when: {},
				then: 'two-instances',
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
			},
			{
				id: 'open-source-walls',
				when: { answers: { walls: ['all'], edition: ['open-source'] } },
				then: 'instance-per-group',
			},
			{
				id: 'walls',
				when: { answers: { walls: ['all'] } },
				then: 'tenant-per-group',
			},
			{
				id: 'outsiders',
				when: { answers: { people: ['outsiders'], edition: ['enterprise'] } },
				then: 'tenant-per-group',
			},
			{
				id: 'several',
				when: { answers: { people: ['several', 'outsiders'] } },
				then: 'namespace-per-group',
			},
			{
				id: 'otherwise',
				when: {},
				then: 'nothing-to-separate',
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
			},
			{
				id: 'own',
				when: { answers: { own: ['some'] } },
				then: 'instance-per-exception',
			},
			{
				id: 'open-source-walls',
				when: { answers: { walls: ['some'], edition: ['open-source'] } },
				then: 'instance-per-exception',
			},
			{
				id: 'walls',
				when: {
					answers: { walls: ['some'] },
					outcomes: { groups: ['nothing-to-separate', 'namespace-per-group'] },
				},
				then: 'tenant-per-exception',
			},
			{
				id: 'otherwise',
				when: {},
				then: 'no-exceptions',
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
			},
			{
				id: 'enterprise',
				when: { answers: { edition: ['enterprise'] } },
				then: 'tenant-per-engineer',
			},
			{
				id: 'open-source',
				when: {},
				then: 'local-instance-per-engineer',
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
			},
			{
				id: 'domain',
				when: {},
				then: 'by-domain',
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
			},
			{
				id: 'logins',
				when: { answers: { logins: ['own-logins'] } },
				then: 'enterprise-needed',
			},
			{
				id: 'outsiders',
				when: { answers: { people: ['outsiders'] } },
				then: 'enterprise-recommended',
			},
			{
				id: 'walls',
				when: { answers: { walls: ['some', 'all'] } },
				then: 'enterprise-recommended',
			},
			{
				id: 'many-stages',
				when: { outcomes: { stages: ['instance-per-stage'] } },
				then: 'enterprise-recommended',
			},
			{
				id: 'many-groups',
				when: { outcomes: { groups: ['instance-per-group'] } },
				then: 'enterprise-recommended',
			},
			{
				id: 'enough',
				when: {},
				then: 'open-source-fits',
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
