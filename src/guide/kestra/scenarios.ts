/** Scenarios: the answers and the plan of each. The story itself is on its page. */
import type { Outcomes } from './decisions.ts';
import type { Names } from './names.ts';
import type { QuestionId, questions } from './questions.ts';

type ValueId<Q extends QuestionId> = Extract<
	(typeof questions)[number],
	{ id: Q }
>['values'][number]['id'];

/** A scenario, told on `/scenarios/<id>/`. */
export interface Scenario {
	/** Stable and public: it is part of the page’s address. */
	readonly id: string;
	/** A few words, for lists. The page has the same title. */
	readonly title: string;
	/** Every answer that the plan depends on. */
	readonly answers: { readonly [Q in QuestionId]?: ValueId<Q> };
	/** The names in the story. */
	readonly names: Names;
	/** The plan in the story; a test compares it with the engine's. */
	readonly expect: { readonly headline: string; readonly outcomes: Outcomes };
}

/** Every scenario, from the smallest plan to the largest. */
export const scenarios: readonly Scenario[] = [
	{
		id: 'learning-at-home',
		title: 'Learning at home',
		answers: {
			edition: 'open-source',
			impact: 'experimental',
			stages: 'one',
			groups: 'one-team',
			sandboxes: 'no',
			layout: 'domain',
		},
		names: { company: 'home', domains: ['energy', 'photos'] },
		expect: {
			headline: 'One instance',
			outcomes: {
				stages: 'single-instance',
				groups: 'nothing-to-separate',
				sandboxes: 'shared-development',
				namespaces: 'by-domain',
				edition: 'open-source-fits',
			},
		},
	},
	{
		id: 'three-people-on-open-source',
		title: 'Three people on open source',
		answers: {
			edition: 'open-source',
			impact: 'experimental',
			stages: 'two',
			capacity: 'one',
			groups: 'one-team',
			sandboxes: 'no',
			layout: 'domain',
		},
		names: { company: 'tidewater', domains: ['sensors', 'reports'] },
		expect: {
			headline: 'One instance, with a namespace for each stage',
			outcomes: {
				stages: 'namespace-per-stage',
				groups: 'nothing-to-separate',
				sandboxes: 'shared-development',
				namespaces: 'by-domain',
				edition: 'open-source-fits',
			},
		},
	},
	{
		id: 'critical-on-one-server',
		title: 'Critical, with one server',
		answers: {
			edition: 'open-source',
			impact: 'critical',
			stages: 'two',
			capacity: 'one',
			groups: 'one-team',
			sandboxes: 'no',
			layout: 'domain',
		},
		names: { company: 'hearth', domains: ['orders', 'deliveries'] },
		expect: {
			headline: 'Two instances',
			outcomes: {
				stages: 'two-instances',
				groups: 'nothing-to-separate',
				sandboxes: 'shared-development',
				namespaces: 'by-domain',
				edition: 'open-source-fits',
			},
		},
	},
	{
		id: 'starting-on-cloud',
		title: 'Starting on Kestra Cloud',
		answers: {
			edition: 'enterprise',
			impact: 'critical',
			stages: 'two',
			groups: 'one-team',
			sandboxes: 'no',
			layout: 'domain',
		},
		names: { company: 'origami', domains: ['campaigns', 'billing'] },
		expect: {
			headline: 'Two instances',
			outcomes: {
				stages: 'two-instances',
				groups: 'nothing-to-separate',
				sandboxes: 'shared-development',
				namespaces: 'by-domain',
				edition: 'enterprise-in-use',
			},
		},
	},
	{
		id: 'engineers-in-development',
		title: 'Eight engineers in one development instance',
		answers: {
			edition: 'enterprise',
			impact: 'critical',
			stages: 'two',
			groups: 'one-team',
			sandboxes: 'yes',
			layout: 'team',
		},
		names: {
			company: 'meridian',
			teams: ['data'],
			engineers: [
				'dev-ana',
				'dev-bram',
				'dev-carlos',
				'dev-diana',
				'dev-emil',
				'dev-fatima',
				'dev-goran',
				'dev-hana',
			],
		},
		expect: {
			headline: 'Two instances',
			outcomes: {
				stages: 'two-instances',
				groups: 'nothing-to-separate',
				sandboxes: 'tenant-per-engineer',
				namespaces: 'by-team',
				edition: 'enterprise-in-use',
			},
		},
	},
	{
		id: 'teams-that-share-flows',
		title: 'Teams that share flows',
		answers: {
			edition: 'open-source',
			impact: 'critical',
			stages: 'two',
			groups: 'teams',
			visibility: 'shared',
			fate: 'shared',
			sandboxes: 'yes',
			layout: 'team',
		},
		names: { company: 'saucepan', groups: ['marketing', 'warehouse', 'platform'] },
		expect: {
			headline: 'Two instances, with a namespace for each team',
			outcomes: {
				stages: 'two-instances',
				groups: 'namespace-per-group',
				sandboxes: 'local-instance-per-engineer',
				namespaces: 'by-team',
				edition: 'open-source-fits',
			},
		},
	},
	{
		id: 'ten-customers',
		title: 'Ten customers',
		answers: {
			edition: 'enterprise',
			impact: 'critical',
			stages: 'two',
			groups: 'customers',
			fate: 'shared',
			sandboxes: 'no',
			layout: 'domain',
		},
		names: {
			company: 'lodestar',
			groups: [
				'alpine',
				'borealis',
				'cedar',
				'delta',
				'ember',
				'fathom',
				'granary',
				'harbour',
				'isle',
				'juniper',
			],
			domains: ['shipments', 'invoices'],
		},
		expect: {
			headline: 'Two instances, with a tenant for each customer',
			outcomes: {
				stages: 'two-instances',
				groups: 'tenant-per-group',
				sandboxes: 'shared-development',
				namespaces: 'by-domain',
				edition: 'enterprise-in-use',
			},
		},
	},
	{
		id: 'international-company',
		title: 'An international company',
		answers: {
			edition: 'enterprise',
			impact: 'critical',
			stages: 'two',
			groups: 'countries',
			visibility: 'separate',
			fate: 'shared',
			sandboxes: 'no',
			layout: 'team',
		},
		names: {
			company: 'driftwood',
			groups: ['brazil', 'canada', 'france', 'japan', 'kenya'],
			teams: ['finance', 'logistics'],
		},
		expect: {
			headline: 'Two instances, with a tenant for each country',
			outcomes: {
				stages: 'two-instances',
				groups: 'tenant-per-group',
				sandboxes: 'shared-development',
				namespaces: 'by-team',
				edition: 'enterprise-in-use',
			},
		},
	},
	{
		id: 'four-environments',
		title: 'A large organisation with four environments',
		answers: {
			edition: 'enterprise',
			impact: 'critical',
			stages: 'three-plus',
			groups: 'teams',
			visibility: 'shared',
			fate: 'shared',
			sandboxes: 'no',
			layout: 'team',
		},
		names: {
			company: 'beacon',
			stages: ['development', 'testing', 'acceptance', 'production'],
			groups: ['claims', 'contracts', 'finance'],
		},
		expect: {
			headline: 'An instance for each stage, with a namespace for each team',
			outcomes: {
				stages: 'instance-per-stage',
				groups: 'namespace-per-group',
				sandboxes: 'shared-development',
				namespaces: 'by-team',
				edition: 'enterprise-in-use',
			},
		},
	},
	{
		id: 'customers-with-own-uptime',
		title: 'Customers with an uptime of their own',
		answers: {
			edition: 'enterprise',
			impact: 'critical',
			stages: 'two',
			groups: 'customers',
			fate: 'independent',
			sandboxes: 'no',
			layout: 'domain',
		},
		names: {
			company: 'quayside',
			groups: ['airport', 'clinic', 'ferries', 'stadium'],
			domains: ['intake', 'reporting'],
		},
		expect: {
			headline: 'One development instance, and a production instance for each customer',
			outcomes: {
				stages: 'two-instances',
				groups: 'instance-per-group',
				sandboxes: 'shared-development',
				namespaces: 'by-domain',
				edition: 'enterprise-in-use',
			},
		},
	},
	{
		id: 'teams-apart-on-open-source',
		title: 'Open source, with teams that must not see each other',
		answers: {
			edition: 'open-source',
			impact: 'critical',
			stages: 'two',
			groups: 'teams',
			visibility: 'separate',
			sandboxes: 'no',
			layout: 'team',
		},
		names: { company: 'willow', groups: ['laboratory', 'payroll'] },
		expect: {
			headline: 'Two instances for each team',
			outcomes: {
				stages: 'two-instances',
				groups: 'instance-per-group',
				sandboxes: 'shared-development',
				namespaces: 'by-team',
				edition: 'enterprise-recommended',
			},
		},
	},
	{
		id: 'countries-by-law',
		title: 'Countries with laws of their own',
		answers: {
			edition: 'enterprise',
			impact: 'critical',
			stages: 'two',
			groups: 'countries',
			visibility: 'separate',
			fate: 'independent',
			sandboxes: 'no',
			layout: 'domain',
		},
		names: {
			company: 'voltaire',
			groups: ['germany', 'india', 'mexico'],
			domains: ['grid', 'metering'],
		},
		expect: {
			headline: 'Two instances for each country',
			outcomes: {
				stages: 'two-instances',
				groups: 'instance-per-group',
				sandboxes: 'shared-development',
				namespaces: 'by-domain',
				edition: 'enterprise-in-use',
			},
		},
	},
	{
		id: 'bank-with-separated-teams',
		title: 'A bank with separated teams',
		answers: {
			edition: 'enterprise',
			impact: 'critical',
			stages: 'three-plus',
			groups: 'teams',
			visibility: 'separate',
			fate: 'independent',
			sandboxes: 'no',
			layout: 'team',
		},
		names: { company: 'granite', groups: ['lending', 'trading'] },
		expect: {
			headline: 'An instance for each stage of each team',
			outcomes: {
				stages: 'instance-per-stage',
				groups: 'instance-per-group',
				sandboxes: 'shared-development',
				namespaces: 'by-team',
				edition: 'enterprise-in-use',
			},
		},
	},
];

/**
 * The scenario with this id.
 * @throws when there is none, naming `where`
 */
export function scenarioOf(id: string, where: string): Scenario {
	const found = scenarios.find((scenario) => scenario.id === id);
	if (!found)
		throw new Error(`${where} tells the scenario "${id}", which scenarios.ts does not have.`);
	return found;
}
