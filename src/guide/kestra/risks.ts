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
	{ outcomes: { exceptions: ['instance-per-exception'] } },
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
		says: 'You said that there is one Kestra for now, and this plan needs more than one.',
		todo: 'Count an engineer’s machine as the development instance. Where the number comes from the free edition alone, Enterprise brings it down with tenants.',
		sections: ['/concepts/instances/#only-one-server', '/concepts/tenants/#when'],
	},
	{
		id: 'development-added',
		when: [{ answers: { impact: ['critical'], stages: ['one'] } }],
		title: 'A place to try things is added',
		says: 'You said that flows are changed where they run. Somebody depends on them, so the plan adds a development before production.',
		todo: 'Start with an engineer’s machine as development, and reach production through Git.',
		sections: ['/concepts/instances/#dev-and-prod', '/concepts/instances/#only-one-server'],
	},
	{
		id: 'outsiders-share-the-login',
		when: [
			{
				answers: { edition: ['open-source'], people: ['outsiders'] },
				outcomes: { groups: ['namespace-per-group'] },
			},
		],
		title: 'Customers or partners share your login',
		says: 'Open source has one login, so whoever logs in sees and may change everything in the instance, yours and other customers’ work included.',
		todo: 'Let them press the button somewhere else, such as a form or a ticket that starts the flow by webhook, until you have Enterprise.',
		sections: ['/concepts/editions/#one-login', '/practices/production-access/#open-source'],
	},
	{
		id: 'label-not-wall',
		when: [
			{ answers: { edition: ['open-source'] }, outcomes: { groups: ['namespace-per-group'] } },
			{ answers: { edition: ['open-source'] }, outcomes: { stages: ['namespace-per-stage'] } },
		],
		title: 'In open source a namespace is a label, not a wall',
		says: 'There is one login for everybody. Every flow can read the KV pairs and files of every namespace, and `secret()` pays no attention to namespaces. Nothing keeps people from changing what is not theirs.',
		todo: 'Close the screen: let a few people keep the login, and let the owners of folders in Git decide who may change what. What must be kept from somebody needs an instance of its own, or Enterprise.',
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
			{ outcomes: { hidden: ['tenant'] } },
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
		todo: 'Give each tenant a worker queue and workers of its own, or run scripts in containers.',
		sections: [
			'/concepts/tenants/#worker-isolation',
			'/concepts/compare/#workers',
			'/concepts/compare/#worker-disk',
		],
	},
	{
		id: 'one-for-all',
		when: [
			{
				answers: { own: ['none'], people: ['several'] },
				outcomes: { groups: ['namespace-per-group'] },
			},
			{
				answers: { own: ['none'], people: ['outsiders'] },
				outcomes: { groups: ['namespace-per-group'] },
			},
		],
		title: 'One outage, one upgrade, one database for all',
		says: 'Everything in the instance goes down together, and the tasks of one namespace can keep all workers busy while another’s wait.',
		todo: 'Limit how many runs of a heavy flow go on at once. Enterprise can also give the important kind of work workers of its own, and the heavy kind a quota.',
		sections: ['/concepts/namespaces/#separates', '/concepts/compare/#workers'],
	},
	{
		id: 'flows-no-longer-call',
		when: [
			{ answers: { walls: ['none'] }, outcomes: { groups: ['instance-per-group'] } },
			{ answers: { walls: ['none'] }, outcomes: { exceptions: ['instance-per-exception'] } },
		],
		title: 'Flows no longer call each other',
		says: 'Nothing has to be hidden, so flows may call each other today; a subflow or a flow trigger never reaches another instance.',
		todo: 'Call over the API or a webhook, or deliver the shared flows by Git into each instance.',
		sections: ['/concepts/instances/#talking-across', '/concepts/compare/#subflows'],
	},
	{
		id: 'administrators-reach-all',
		when: [
			{ outcomes: { exceptions: ['instance-per-exception'] } },
			{ answers: { walls: ['some', 'all'] } },
		],
		title: 'Whoever administers an instance can reach what is in it',
		says: 'Tenants and namespaces hide work from other users. An administrator of the instance can bind a role there and see it, and whoever runs the servers reaches the database and the storage.',
		todo: 'Where that is the point, give the exception an instance and administrators of its own.',
		sections: [
			'/concepts/instances/#one-for-each-group',
			'/practices/production-access/#enterprise',
		],
	},
	{
		id: 'many-to-run',
		when: [
			{ outcomes: { groups: ['instance-per-group'] } },
			{ outcomes: { exceptions: ['instance-per-exception'] } },
		],
		title: 'Many instances drift apart',
		says: 'There are as many logins, configurations and upgrades as instances. Nothing we found says whether one Enterprise licence covers each of them.',
		todo: 'Describe every instance in code, upgrade them in a fixed order, and ask Kestra about the licence.',
		sections: ['/concepts/instances/#one-for-each-group', '/concepts/editions/#licence'],
	},
	{
		id: 'own-upgrade-date',
		when: [
			{
				answers: { own: ['all'] },
				outcomes: {
					groups: ['instance-per-group'],
					stages: ['two-instances', 'instance-per-stage'],
					development: ['one-for-all'],
				},
			},
			{
				answers: { own: ['some'] },
				outcomes: {
					exceptions: ['instance-per-exception'],
					stages: ['two-instances', 'instance-per-stage'],
					development: ['one-for-all'],
				},
			},
		],
		title: 'One development instance has one version',
		says: 'Whoever upgrades at an hour of its own runs another version than the development that everybody shares.',
		todo: 'Give it a development on its version too: choose “a development for each” on the plan.',
		sections: ['/practices/upgrades/', '/concepts/compare/#version'],
	},
	{
		id: 'shared-login',
		when: [{ answers: { edition: ['open-source'], logins: ['one-login'] } }],
		title: 'Kestra cannot say who did what',
		says: 'With one shared login every change and every start looks the same.',
		todo: 'Keep the login with a few people, change flows only through Git, and change the password when somebody leaves.',
		sections: ['/concepts/editions/#one-login', '/practices/production-access/#open-source'],
	},
	{
		id: 'production-data-in-development',
		when: [{ outcomes: { stages: ['two-instances', 'instance-per-stage'] } }],
		title: 'Development with production’s passwords is production',
		says: 'A trial that holds the real password or the real data does real harm, however many instances there are.',
		todo: 'Give development test accounts and test data. The real key exists only where the real work runs.',
		sections: ['/practices/secrets/#checklist', '/concepts/instances/#dev-and-prod'],
	},
	{
		id: 'by-hand',
		when: [{ outcomes: { edition: ['enterprise-recommended', 'enterprise-needed'] } }],
		title: 'What Enterprise would do is done by hand',
		says: 'Users and roles, the audit trail, secrets for each namespace, and the same settings in every instance are up to you.',
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
		id: 'order-not-protection',
		when: [
			{
				answers: { walls: ['none'], own: ['none'] },
				outcomes: { groups: ['nothing-to-separate'] },
			},
		],
		title: 'Order, not protection',
		says: 'If the flows serve several customers, countries or companies: a namespace and a secret of its own for each keep order; they do not stop a mistake. More instances or tenants would not make a mix-up less likely, they would only be more to run.',
		todo: 'Give each its own test account, its own secret and its own start of the flow, and let the flow check whom it works for.',
		sections: ['/practices/secrets/#which', '/concepts/namespaces/#nothing-to-separate'],
	},
	{
		id: 'one-host',
		when: severalInstances,
		title: 'On one host, part of it is still shared',
		says: 'Two instances with one database or one bucket are one environment. On the same host they also share its disk, the container socket and the temporary folder.',
		todo: 'Give each instance its own database and its own bucket or folder, and put production on a host of its own when you can.',
		sections: [
			'/concepts/instances/#own-database',
			'/concepts/compare/#database',
			'/concepts/compare/#storage',
		],
	},
];
