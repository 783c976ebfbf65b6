import type { Question } from '../engine/model.ts';

/** The questions of the guide, in order. Ids are public: they are part of addresses. */
export const questions = [
	{
		id: 'edition',
		asks: 'Which edition will you run?',
		short: 'Edition',
		why: 'Only Enterprise and Cloud have more than one tenant and more than one login, so the edition decides what can separate people at all.',
		ordered: false,
		values: [
			{
				id: 'open-source',
				label: 'Open source',
				means: 'The free edition: the one tenant `main`, and one login that everybody shares.',
			},
			{
				id: 'enterprise',
				label: 'Enterprise or Cloud',
				means:
					'Enterprise Edition on your own servers, or Kestra Cloud: tenants, users, roles and secrets.',
			},
		],
		safe: {
			value: 'open-source',
			because: 'a plan for open source needs no licence, and works in Enterprise too',
		},
		whom: 'whoever holds the budget for tools, or look in your Kestra for tenants',
	},
	{
		id: 'impact',
		asks: 'What depends on the flows?',
		short: 'What depends on it',
		why: 'A flow that somebody relies on must not fail because somebody else is trying something out.',
		note: 'Answer for the most important flow.',
		ordered: true,
		values: [
			{
				id: 'experimental',
				label: 'Nothing yet: learning or prototypes',
				means: 'If every flow stopped today, nothing would break for anyone.',
			},
			{
				id: 'critical',
				label: 'Operations that someone relies on',
				means: 'Customers, colleagues or other systems would notice if a flow failed or stopped.',
			},
		],
		safe: {
			value: 'critical',
			because:
				'protecting flows that turn out to matter little costs less than losing ones that matter',
		},
		whom: 'the people who use what the flows deliver',
	},
	{
		id: 'stages',
		asks: 'How many environments does a change pass through?',
		short: 'Environments',
		why: 'The number of places between writing a change and relying on it is the number of environments to separate.',
		note: 'Count production, and your own machine too if Kestra runs on it.',
		ordered: true,
		values: [
			{
				id: 'one',
				label: 'One',
				means: 'Flows are changed in the same place where they do their work.',
			},
			{
				id: 'two',
				label: 'Two: development and production',
				means: 'A change is tried in development, then goes to production.',
			},
			{
				id: 'three-plus',
				label: 'Three or more',
				means: 'Testing, acceptance or staging comes between development and production.',
			},
		],
		safe: {
			value: 'two',
			because: 'development and production are the two that every team ends up needing',
		},
		whom: 'whoever releases changes in your organisation',
	},
	{
		id: 'capacity',
		asks: 'Can development have an instance of its own?',
		short: 'A second instance',
		why: 'Only a second instance keeps development from taking production down with it.',
		note: 'An instance is a deployment with its own database and storage, not a machine or a cluster: two fit in one Kubernetes cluster, and three replicas of one deployment are one instance. Where groups get instances of their own, answer for one group.',
		ordered: true,
		values: [
			{
				id: 'one',
				label: 'No, or not wanted yet',
				means: 'There will be one deployment of Kestra for everything.',
			},
			{
				id: 'several',
				label: 'Yes',
				means: 'A second deployment is possible. A laptop with Docker Compose counts.',
			},
		],
		safe: {
			value: 'several',
			because:
				'a laptop with Docker Compose is already a second instance, so there is nearly always room for one',
		},
		whom: 'whoever runs your servers or your cluster',
	},
	{
		id: 'groups',
		asks: 'Whose work runs here?',
		short: 'Whose work',
		why: 'Customers, countries and teams need different walls between them, and a single team needs none.',
		note: 'If several apply, choose the last in the list that does; the others become namespaces inside.',
		ordered: true,
		values: [
			{ id: 'one-team', label: 'One team’s', means: 'Everybody may see and change everything.' },
			{
				id: 'teams',
				label: 'Several teams’ or departments’',
				means: 'Teams of one company share the platform.',
			},
			{
				id: 'countries',
				label: 'Several countries’ or regions’',
				means: 'Each country or region runs operations of its own.',
			},
			{
				id: 'customers',
				label: 'Several customers’',
				means: 'You run flows on behalf of customers who must not see one another.',
			},
		],
		safe: {
			value: 'one-team',
			because: 'a wall between groups that nobody can name is not needed yet',
		},
		whom: 'whoever decides who may use the platform',
	},
	{
		id: 'visibility',
		asks: 'Must these groups be kept out of each other’s flows, runs and secrets?',
		short: 'Kept apart',
		why: 'Flows call each other across namespaces but never across tenants, so what must be kept apart and what must work together pull in opposite directions.',
		note: 'If they call each other’s flows but may not change them, choose No: Enterprise limits that with permissions and allowed namespaces. Open source has one login and cannot.',
		ordered: true,
		values: [
			{
				id: 'shared',
				label: 'No, they work together or nobody minds',
				means:
					'They call each other’s flows, or share one view, or it makes no difference to them.',
			},
			{
				id: 'separate',
				label: 'Yes, they must be kept out',
				means: 'No group may see, run or change anything that belongs to another.',
			},
		],
		safe: { value: 'separate', because: 'what has once been seen cannot be unseen' },
		whom: 'security, data protection, and the groups themselves',
	},
	{
		id: 'fate',
		asks: 'Must each of these groups have a platform of its own?',
		short: 'Own platform',
		why: 'Everything inside one instance shares its outages, its upgrade date and its region.',
		note: 'If only some of them must, or each region as a whole, choose No and make a separate plan for each exception or region. Busy workers are no reason: in Enterprise a namespace or a tenant can have workers and quotas of its own.',
		ordered: true,
		values: [
			{
				id: 'shared',
				label: 'No, they may share one',
				means: 'One outage, one upgrade date and one region for all of them is acceptable.',
			},
			{
				id: 'independent',
				label: 'Yes, each needs its own',
				means:
					'A law, a contract or a regulator gives each its own uptime, upgrade date, region or administrators.',
			},
		],
		safe: {
			value: 'shared',
			because: 'a tenant can be moved out into an instance of its own later',
		},
		whom: 'whoever signs the contracts, and legal or compliance',
	},
	{
		id: 'sandboxes',
		asks: 'Do engineers need a space of their own in development?',
		short: 'Own space for engineers',
		why: 'Engineers who try things in one shared space overwrite each other’s flows.',
		ordered: true,
		values: [
			{ id: 'no', label: 'No', means: 'Sharing development works for them.' },
			{
				id: 'yes',
				label: 'Yes',
				means: 'Each engineer should be able to try things without disturbing the others.',
			},
		],
		safe: { value: 'no', because: 'spaces can be added at any time without moving anything' },
		whom: 'the engineers',
	},
	{
		id: 'layout',
		asks: 'How do people look for a flow?',
		short: 'Order of flows',
		why: 'A namespace cannot be changed once a flow is saved, so it should follow what changes least.',
		ordered: false,
		values: [
			{
				id: 'team',
				label: 'By the team that owns it',
				means: '“That is one of marketing’s flows.” Good where permissions follow teams.',
			},
			{
				id: 'domain',
				label: 'By what it is about',
				means:
					'“That is one of the billing flows.” Good where teams change more often than the business.',
			},
		],
		safe: { value: 'team', because: 'permissions usually follow teams' },
		whom: 'the people who will look for the flows',
	},
] as const satisfies readonly Question[];

/** Id of a question. */
export type QuestionId = (typeof questions)[number]['id'];
