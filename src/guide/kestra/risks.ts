import type { Condition } from '../engine/model.ts';

/** A risk that a plan may accept, and what to do about it. */
export interface Risk {
	readonly id: string;
	/** The plan accepts it when any of these holds. */
	readonly when: readonly Condition[];
	/** A few words. */
	readonly title: string;
	/** What may happen, in one to three sentences. */
	readonly says: string;
	/** What to do about it, in one or two sentences. */
	readonly todo: string;
	/** Root-relative addresses of the sections that say more; at least one. */
	readonly sections: readonly string[];
}

/** Conditions for plans with two or more instances. */
const severalInstances: readonly Condition[] = [
	{ outcomes: { stages: ['two-instances', 'instance-per-stage'] } },
	{ outcomes: { groups: ['instance-per-group'] } },
];

/** Every risk, the most serious first. */
export const risks: readonly Risk[] = [
	{
		id: 'development-breaks-production',
		when: [{ outcomes: { stages: ['namespace-per-stage'] } }],
		title: 'Development can break production',
		says: 'All stages share one instance. One flow in development can take down the flow that production relies on, and an outage takes all stages.',
		todo: 'Keep everything that somebody relies on out of this instance. Give production an instance of its own before the first such flow.',
		sections: ['/concepts/namespaces/#not-for-critical', '/concepts/compare/#uptime'],
	},
	{
		id: 'sandboxes-beside-production',
		when: [
			{
				outcomes: {
					sandboxes: ['tenant-per-engineer'],
					stages: ['single-instance', 'namespace-per-stage'],
				},
			},
		],
		title: 'Engineers try things where the work runs',
		says: 'There is no development instance, so the engineers’ tenants are in the instance that does the work. What they try uses its workers and its database, and can take it down.',
		todo: 'Give the engineers’ tenants workers of their own, or move them to a development instance as soon as there is one.',
		sections: ['/concepts/tenants/#engineers', '/concepts/tenants/#worker-isolation'],
	},
	{
		id: 'more-instances-than-wanted',
		when: severalInstances.map((condition) => ({ ...condition, answers: { capacity: ['one'] } })),
		title: 'More instances than you said you can run',
		says: 'You said that one deployment is all there can be, and this plan needs more than one.',
		todo: 'Count an engineer’s machine as the development instance. Where groups have instances of their own, Enterprise brings the number down with tenants, if the groups may share an outage, an upgrade date and a region.',
		sections: ['/concepts/instances/#only-one-server', '/concepts/tenants/#when'],
	},
	{
		id: 'development-added',
		when: [{ answers: { impact: ['critical'], stages: ['one'] } }],
		title: 'One environment becomes two',
		says: 'You said that a change passes through one environment. Somebody relies on these flows, so the plan adds a development instance before it.',
		todo: 'Start with an engineer’s machine as development, and reach production through Git.',
		sections: ['/concepts/instances/#dev-and-prod', '/concepts/instances/#only-one-server'],
	},
	{
		id: 'label-not-wall',
		when: [
			{ answers: { edition: ['open-source'] }, outcomes: { groups: ['namespace-per-group'] } },
			{ answers: { edition: ['open-source'] }, outcomes: { stages: ['namespace-per-stage'] } },
		],
		title: 'In open source a namespace is a label, not a wall',
		says: 'There is one login for everybody. Every flow can read the KV pairs and files of every namespace, and `secret()` pays no attention to namespaces.',
		todo: 'Agree that nothing in this instance has to be kept from anyone who can log in. Otherwise use an instance for each group or stage, or Enterprise.',
		sections: [
			'/concepts/namespaces/#open-source-label',
			'/concepts/compare/#secrets',
			'/concepts/compare/#kv-and-files',
		],
	},
	{
		id: 'readable-secrets',
		when: [
			{ answers: { edition: ['enterprise'] }, outcomes: { groups: ['namespace-per-group'] } },
			{ answers: { edition: ['enterprise'] }, outcomes: { stages: ['namespace-per-stage'] } },
		],
		title: 'Secrets of other namespaces are readable until you forbid it',
		says: 'By default a flow may read the secrets of another namespace in the same tenant.',
		todo: 'Set allowed namespaces on every namespace that owns secrets.',
		sections: ['/concepts/namespaces/#allowed-namespaces', '/concepts/compare/#secrets'],
	},
	{
		id: 'stage-in-name',
		when: [{ outcomes: { stages: ['namespace-per-stage'] } }],
		title: 'The stage is part of every name',
		says: 'Kestra’s naming advice is against it. Promotion has to rewrite names, only `namespace:` lines are rewritten, and a reference left behind still points at development.',
		todo: 'Search every promoted flow for the name of the stage it came from: subflows, triggers and expressions.',
		sections: ['/practices/names/#no-stage', '/reference/disagreements/#stage-in-namespace'],
	},
	{
		id: 'shared-instance',
		when: [
			{ outcomes: { groups: ['tenant-per-group'] } },
			{ outcomes: { sandboxes: ['tenant-per-engineer'] } },
		],
		title: 'Tenants share the instance',
		says: 'All tenants of an instance have one outage, one version, one set of plugins and one maintenance window.',
		todo: 'Agree on the upgrade date and the maintenance window with everyone in it, and rehearse upgrades in development.',
		sections: [
			'/concepts/tenants/#separates',
			'/concepts/compare/#maintenance',
			'/practices/upgrades/',
		],
	},
	{
		id: 'shared-workers',
		when: [
			{ outcomes: { groups: ['tenant-per-group'] } },
			{ outcomes: { sandboxes: ['tenant-per-engineer'] } },
		],
		title: 'Workers are shared until you separate them',
		says: 'By default the tenants’ tasks run on the same workers and see the same local disk. Where customers bring scripts of their own, that is a security boundary you have to add. For Cloud, Kestra’s pages disagree on what is possible.',
		todo: 'Give each tenant a worker queue, or run scripts in containers.',
		sections: [
			'/concepts/tenants/#worker-isolation',
			'/concepts/compare/#workers',
			'/concepts/compare/#worker-disk',
		],
	},
	{
		id: 'flows-no-longer-call',
		when: [
			{
				answers: { visibility: ['shared'], groups: ['teams', 'countries'] },
				outcomes: { groups: ['instance-per-group'] },
			},
		],
		title: 'Flows no longer call each other',
		says: 'These groups work together, but a subflow or a flow trigger never reaches another instance.',
		todo: 'Call over the API or a webhook, or deliver the shared flows by Git into each instance.',
		sections: ['/concepts/instances/#talking-across', '/concepts/compare/#subflows'],
	},
	{
		id: 'many-to-run',
		when: [{ outcomes: { groups: ['instance-per-group'] } }],
		title: 'Many instances drift apart',
		says: 'There are as many logins, configurations and upgrades as instances. Nothing we found says whether one Enterprise licence covers each of them.',
		todo: 'Describe every instance in code, upgrade them in a fixed order, and ask Kestra about the licence.',
		sections: ['/concepts/instances/#one-for-each-group', '/concepts/editions/#licence'],
	},
	{
		id: 'own-upgrade-date',
		when: [
			{
				answers: { fate: ['independent'] },
				outcomes: {
					groups: ['instance-per-group'],
					stages: ['two-instances', 'instance-per-stage'],
					development: ['one-for-all'],
				},
			},
		],
		title: 'One development instance has one version',
		says: 'A group that upgrades on a date of its own runs another version than the development instance that everybody shares.',
		todo: 'Give such a group a development instance on its version too.',
		sections: ['/practices/upgrades/', '/concepts/compare/#version'],
	},
	{
		id: 'by-hand',
		when: [{ outcomes: { edition: ['enterprise-recommended'] } }],
		title: 'Enterprise is recommended, not required',
		says: 'With open source this plan works, and what Enterprise would do for you is done by hand: users and roles, the audit trail, secrets for each namespace, and the same settings in every instance.',
		todo: 'Keep a written list of who holds each login, and manage the instances with scripts.',
		sections: ['/concepts/editions/#enterprise-recommended'],
	},
	{
		id: 'fewer-for-now',
		when: [{ outcomes: { stages: ['instance-per-stage'] } }],
		title: 'Every stage is one more to run',
		says: 'Each stage is a deployment with a database, a storage and an upgrade of its own.',
		todo: 'If that is too many for now, merge the stages before production with each other, never with production.',
		sections: ['/concepts/instances/#many-environments', '/strategies/instance-per-stage/'],
	},
	{
		id: 'one-host',
		when: severalInstances,
		title: 'On one host, part of it is still shared',
		says: 'Two instances with one database or one bucket are one environment. On the same host they also share the container socket and the temporary folder.',
		todo: 'Give each instance its own database and its own bucket or folder, and put production on a host of its own when you can.',
		sections: [
			'/concepts/instances/#own-database',
			'/concepts/compare/#database',
			'/concepts/compare/#storage',
		],
	},
];
