/**
 * How to get from one layout to another: each move changes the outcome of one decision.
 * Strategy pages list the moves to and from them; a result that knows today's layout chains moves.
 */
import type { OutcomeId } from './decisions.ts';

/** What no promotion carries: see `notCarried`. */
export type CarriedId =
	'secrets' | 'variables' | 'kv' | 'files' | 'rules' | 'access' | 'addresses' | 'history';

/** Something that promoting flows does not carry along. */
export interface NotCarried {
	readonly id: CarriedId;
	/** What it is, in a few words. */
	readonly what: string;
	/** What to do about it, in one or two sentences. */
	readonly does: string;
	/** Root-relative address of the section that says more. */
	readonly section: string;
}

/** The decisions whose outcome moves can change. */
export type MigratableDecision = 'stages' | 'groups';

/** One step from a layout to a neighbouring one. */
export interface Migration {
	/** Stable, unique. */
	readonly id: string;
	readonly decision: MigratableDecision;
	/** The outcome of the decision before and after. */
	readonly from: OutcomeId<MigratableDecision>;
	readonly to: OutcomeId<MigratableDecision>;
	/** The edition that the new layout needs. */
	readonly edition?: 'enterprise';
	/** What changes, in one sentence. */
	readonly does: string;
	/** What to check before the first step, if anything. */
	readonly caution?: string;
	/** In order, one short sentence each. */
	readonly steps: readonly string[];
	readonly reversible: {
		readonly can: 'yes' | 'until' | 'no';
		/** A whole sentence: how to go back, until when, or why not. */
		readonly words: string;
	};
	/** What has to be transferred or set again by hand. */
	readonly carries: readonly CarriedId[];
	/** Root-relative addresses of the sections that say more; at least one. */
	readonly sections: readonly string[];
}

/** What no way of promoting carries along: it moves only the flow's own text. */
export const notCarried: readonly NotCarried[] = [
	{
		id: 'secrets',
		what: 'Secrets',
		does: 'Set every secret again under the same name, with the value that belongs to the new place.',
		section: '/practices/secrets/#secrets',
	},
	{
		id: 'variables',
		what: 'Variables and environment values',
		does: 'Set namespace variables, global variables and environment values again, under the same names.',
		section: '/practices/secrets/#variables',
	},
	{
		id: 'kv',
		what: 'KV pairs',
		does: 'Copy the pairs that hold settings. A pair that holds a position, such as the last row read, is copied at the moment you switch over.',
		section: '/practices/promotion/#kv-pairs',
	},
	{
		id: 'files',
		what: 'Namespace files',
		does: 'Keep them in Git beside the flows and deploy them by a step of their own.',
		section: '/practices/promotion/#what-never-moves',
	},
	{
		id: 'rules',
		what: 'Policies, allowed namespaces and worker routing',
		does: 'They belong to the namespace, the tenant or the instance, not to the flow. Set them again where the flow will run.',
		section: '/practices/moving/#what-to-carry',
	},
	{
		id: 'access',
		what: 'Users, roles and tokens',
		does: 'Grant access again. Roles, groups and bindings belong to a tenant; logins belong to an instance.',
		section: '/practices/production-access/#enterprise',
	},
	{
		id: 'addresses',
		what: 'Webhook and API addresses',
		does: 'They name the host, the tenant and the namespace. Tell every caller the new address, and keep the old one answering until they have changed.',
		section: '/practices/moving/#what-to-carry',
	},
	{
		id: 'history',
		what: 'Runs, logs and metrics',
		does: 'They stay where they ran. Keep the old place readable for as long as someone may ask about an old run.',
		section: '/practices/moving/#what-to-carry',
	},
];

/** Every move, towards more isolation and towards less. */
export const migrations: readonly Migration[] = [
	{
		id: 'single-instance-to-namespace-per-stage',
		decision: 'stages',
		from: 'single-instance',
		to: 'namespace-per-stage',
		does: 'Each stage gets a branch of the namespace tree in the instance you have.',
		caution:
			'Only while nobody relies on the flows. If somebody does, go straight to two instances.',
		steps: [
			'Choose one word for each stage and put it right after the company, as in acme.development and acme.production.',
			'Create each flow again under its new namespace: the namespace of a saved flow cannot be changed.',
			'Read every subflow and flow trigger, and point it at the namespace of its own stage.',
			'Set KV pairs and namespace files for each stage, under the same keys and names.',
			'In Enterprise, let only administrators change the production branch and limit its allowed namespaces.',
			'Disable the triggers of the old flows, then enable those in the production branch.',
		],
		reversible: {
			can: 'until',
			words:
				'Until you delete the old flows: disable the new triggers and enable the old ones again.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'addresses', 'history'],
		sections: ['/strategies/namespace-per-stage/#set-up', '/practices/names/#namespaces'],
	},
	{
		id: 'single-instance-to-two-instances',
		decision: 'stages',
		from: 'single-instance',
		to: 'two-instances',
		does: 'Development gets an instance of its own; the one you have becomes production.',
		steps: [
			'Put every flow and namespace file of the instance into a Git repository.',
			'Deploy a second instance for development, with its own database, storage, configuration and encryption key.',
			'Deploy the repository to development, under the same namespaces.',
			'Give development test values for every secret, variable and KV pair that the flows read.',
			'Let a pipeline deploy from Git to production, and prove it with one small change.',
			'Take everyone but administrators and the pipeline out of production, and change the passwords that the others know.',
		],
		reversible: {
			can: 'yes',
			words: 'Production never moves: switch development off and you are back where you were.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access'],
		sections: ['/strategies/two-instances/#set-up', '/practices/moving/#one-to-two'],
	},
	{
		id: 'namespace-per-stage-to-two-instances',
		decision: 'stages',
		from: 'namespace-per-stage',
		to: 'two-instances',
		does: 'Development moves to an instance of its own; the one you have becomes production, under names without a stage in them.',
		steps: [
			'Put the flows of the production branch into Git, and take the stage out of their namespaces.',
			'Take the stage out of every subflow, flow trigger and expression that names a namespace.',
			'Deploy a second instance for development, with its own database, storage, configuration and encryption key.',
			'Deploy the repository to it, give it test values, and run the important flows there.',
			'In the instance you have, set KV pairs, files and in Enterprise secrets under the names without a stage, and deploy the repository with its triggers disabled.',
			'Flow by flow: disable the trigger under the old name, copy KV pairs that hold a position, deploy the flow under the new name with its trigger on.',
			'Remove the development branch, change the passwords that everybody knew, and close the instance to all but administrators and the pipeline.',
		],
		reversible: {
			can: 'until',
			words:
				'Until you delete the flows under the old names: disable the new triggers and enable the old ones again.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/two-instances/#set-up', '/practices/moving/#one-to-two'],
	},
	{
		id: 'two-instances-to-instance-per-stage',
		decision: 'stages',
		from: 'two-instances',
		to: 'instance-per-stage',
		does: 'A stage between development and production gets an instance of its own.',
		steps: [
			'Say in one sentence what the new stage is for and who may let a change leave it.',
			'Deploy an instance for it, on the version and plugins of production, with its own database and storage.',
			'Deploy the commit that production runs, under the same namespaces and tenants.',
			'Give it its own secrets, variables and KV pairs, and safe copies of the systems it talks to.',
			'Put it into the pipeline before production: the commit that passes there goes on unchanged.',
			'Rehearse the next upgrade of Kestra there.',
		],
		reversible: {
			can: 'yes',
			words: 'Take the stage out of the pipeline and switch its instance off; nothing else moved.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access'],
		sections: ['/strategies/instance-per-stage/#set-up', '/practices/moving/#adding-a-stage'],
	},
	{
		id: 'instance-per-stage-to-two-instances',
		decision: 'stages',
		from: 'instance-per-stage',
		to: 'two-instances',
		does: 'The stages before production are merged with each other, never with production.',
		steps: [
			'Choose the instance that stays as development: the one closest to production.',
			'Bring what exists only in the others into Git, and deploy it there.',
			'Copy the secrets, KV pairs and files that only the others have.',
			'Take the merged stages out of the pipeline.',
			'Back up the other instances, then switch them off.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the databases and buckets of the instances you switched off.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'access', 'history'],
		sections: ['/strategies/two-instances/#from-before', '/practices/moving/#to-fewer'],
	},
	{
		id: 'two-instances-to-single-instance',
		decision: 'stages',
		from: 'two-instances',
		to: 'single-instance',
		does: 'Development is given up; production becomes the one place where everything happens.',
		caution: 'Only when nothing that runs there is relied on any more.',
		steps: [
			'Ask everyone who gets something from a flow whether they would miss it. One yes, and you stay.',
			'Bring what exists only in development into Git, and deploy what you keep to the instance that stays.',
			'Give the people who worked in development access to the instance that stays.',
			'Back up development, then switch it off.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the database and the bucket of development.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'access', 'history'],
		sections: ['/strategies/single-instance/#for-whom', '/practices/moving/#to-fewer'],
	},
	{
		id: 'two-instances-to-namespace-per-stage',
		decision: 'stages',
		from: 'two-instances',
		to: 'namespace-per-stage',
		does: 'Both stages move into one instance, a branch of the namespace tree for each.',
		caution:
			'Only when nothing that runs there is relied on any more: in one instance a mistake in development can stop production.',
		steps: [
			'Ask everyone who gets something from a flow whether they would miss it. One yes, and you stay.',
			'Put the stage into every namespace, and into every subflow, flow trigger and expression that names one.',
			'Create the flows of both stages under the new names in the instance that stays.',
			'Set KV pairs, files and secrets for both stages.',
			'Disable the triggers of the old flows, then enable those in the production branch.',
			'Back up the other instance, then switch it off.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the old flows, and the database and bucket of the other instance.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/namespace-per-stage/#give-up', '/practices/moving/#to-fewer'],
	},
	{
		id: 'namespace-per-stage-to-single-instance',
		decision: 'stages',
		from: 'namespace-per-stage',
		to: 'single-instance',
		does: 'The stages are given up, and their names disappear from the namespaces.',
		steps: [
			'Choose the version of each flow that stays.',
			'Create it again under its name without a stage, and correct every reference to it.',
			'Copy the KV pairs and files it reads.',
			'Disable the triggers of the old flows, enable the new ones, and delete the old flows after a quiet week.',
		],
		reversible: { can: 'until', words: 'Until you delete the old flows.' },
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'addresses', 'history'],
		sections: ['/strategies/single-instance/#set-up', '/practices/names/#namespaces'],
	},
	{
		id: 'nothing-to-separate-to-namespace-per-group',
		decision: 'groups',
		from: 'nothing-to-separate',
		to: 'namespace-per-group',
		does: 'Each group gets a branch of the namespace tree.',
		steps: [
			'Agree on one lower-case name for each group.',
			'Put new flows under their group from today on.',
			'Create each existing flow again under its group: the namespace of a saved flow cannot be changed.',
			'Correct subflows and flow triggers that name the old namespace.',
			'Copy KV pairs and files to the new namespaces.',
			'In Enterprise, grant each group its branch and set allowed namespaces on whatever must not be shared.',
			'Do it in development first, then promote; disable each old trigger, then deploy the new flow with its trigger on.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the old flows.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/namespace-per-group/#set-up', '/practices/names/#namespaces'],
	},
	{
		id: 'nothing-to-separate-to-tenant-per-group',
		decision: 'groups',
		from: 'nothing-to-separate',
		to: 'tenant-per-group',
		edition: 'enterprise',
		does: 'Each group gets a tenant; what you have stays in the tenant it is in.',
		steps: [
			'Create a tenant for each group, with the same id in every instance.',
			'Bind an administrator role in each: creating a tenant alone does not let you see into it.',
			'Give each group’s people access to their tenant and to no other.',
			'Deploy each group’s flows into its tenant from Git, triggers disabled; namespaces may stay as they are.',
			'Set secrets, variables, KV pairs and files again in each tenant.',
			'Replace calls between flows of different groups: tenants share no flows.',
			'Disable each old trigger, then deploy the new flow with its trigger on.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the old flows in the tenant they came from.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/tenant-per-group/#set-up', '/practices/moving/#to-tenants'],
	},
	{
		id: 'nothing-to-separate-to-instance-per-group',
		decision: 'groups',
		from: 'nothing-to-separate',
		to: 'instance-per-group',
		does: 'Each group gets instances of its own.',
		steps: [
			'Write the deployment down as code once: version, plugins, database, storage, login, badge.',
			'Deploy the first group’s instance from it and run one flow of theirs there.',
			'Deploy the others, each with its own database, storage, secrets and encryption key.',
			'Deploy each group’s flows from Git, triggers disabled; namespaces may stay as they are.',
			'Replace calls between flows of different groups with an API call or a webhook.',
			'Disable each old trigger, then deploy the new flow with its trigger on.',
			'Decide who upgrades the instances, and in which order.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the old flows in the instance they came from.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/instance-per-group/#set-up', '/practices/moving/#to-instances'],
	},
	{
		id: 'namespace-per-group-to-tenant-per-group',
		decision: 'groups',
		from: 'namespace-per-group',
		to: 'tenant-per-group',
		edition: 'enterprise',
		does: 'Each group’s branch of the namespace tree moves into a tenant of its own.',
		steps: [
			'List every subflow, flow trigger, secret, KV pair and file that one group uses of another.',
			'Replace each with something that crosses tenants: an API call, a webhook, or a copy delivered by Git.',
			'Create a tenant for each group, bind an administrator role in it, and let the group’s people in.',
			'Deploy the group’s flows into it from Git, triggers disabled, under the namespaces they have; rename later, if at all.',
			'Set secrets, variables, KV pairs and files again in the tenant.',
			'Group by group: disable the triggers in the old tenant, copy KV pairs that hold a position, deploy the flows again with their triggers on.',
		],
		reversible: {
			can: 'until',
			words:
				'Until you delete the flows in the old tenant; then the way back is the move from tenants to namespaces.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/tenant-per-group/#from-before', '/practices/moving/#to-tenants'],
	},
	{
		id: 'namespace-per-group-to-instance-per-group',
		decision: 'groups',
		from: 'namespace-per-group',
		to: 'instance-per-group',
		does: 'Each group’s branch of the namespace tree moves to instances of its own.',
		steps: [
			'List every subflow, flow trigger, secret, KV pair and file that one group uses of another.',
			'Replace each with an API call, a webhook, or a copy delivered by Git.',
			'Deploy the group’s instances, each with its own database, storage, secrets and encryption key.',
			'Deploy the group’s flows from Git, triggers disabled, under the namespaces they have.',
			'Set secrets, variables, KV pairs and files again.',
			'Group by group: disable the triggers in the old instance, copy KV pairs that hold a position, deploy the flows again with their triggers on.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the group’s flows in the instance they came from.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/instance-per-group/#from-before', '/practices/moving/#to-instances'],
	},
	{
		id: 'tenant-per-group-to-instance-per-group',
		decision: 'groups',
		from: 'tenant-per-group',
		to: 'instance-per-group',
		does: 'A group’s tenant moves to instances of its own; the other groups may stay where they are.',
		steps: [
			'Deploy the group’s instance on the version it will keep, with its own database, storage and encryption key.',
			'In Enterprise, create a tenant of the same id in it, so that only the host changes in addresses.',
			'Deploy the flows from Git, triggers disabled, or restore a backup of the tenant’s metadata taken with Enterprise’s backup command.',
			'Set secrets, variables, KV pairs and files again, and grant access.',
			'Disable the triggers in the old tenant, copy KV pairs that hold a position, deploy the flows again with their triggers on.',
			'Keep the old tenant readable until nobody asks about its history. Deleting a tenant cannot be undone.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the old tenant: that cannot be undone.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/instance-per-group/#from-before', '/practices/moving/#to-instances'],
	},
	{
		id: 'instance-per-group-to-tenant-per-group',
		decision: 'groups',
		from: 'instance-per-group',
		to: 'tenant-per-group',
		edition: 'enterprise',
		does: 'The groups’ instances are gathered in one for each stage, with a tenant for each group.',
		caution:
			'Every group must agree to one outage, one upgrade date, one set of plugins and one region.',
		steps: [
			'Bring all instances to the same version of Kestra and the same plugins.',
			'Choose the instance that takes the others in, and size it for all of them.',
			'Create a tenant for each group, bind an administrator role in it, and let the group’s people in.',
			'Deploy each group’s flows into its tenant from Git, triggers disabled, and set secrets, variables, KV pairs and files again.',
			'Give each tenant workers and quotas of its own where one group’s load or scripts could reach another.',
			'Group by group: disable the triggers in the old instance, copy KV pairs that hold a position, deploy the flows again with their triggers on.',
			'Back up each old instance before you switch it off.',
		],
		reversible: {
			can: 'until',
			words: 'Until you delete the database and the bucket of the group’s old instance.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/tenant-per-group/#from-before', '/practices/moving/#to-tenants'],
	},
	{
		id: 'instance-per-group-to-namespace-per-group',
		decision: 'groups',
		from: 'instance-per-group',
		to: 'namespace-per-group',
		does: 'The groups’ instances are gathered in one for each stage, with a branch of the namespace tree for each group.',
		caution:
			'Only for groups that may see each other’s flows, runs and secrets. Never for customers.',
		steps: [
			'Ask each group in writing whether the others may see its flows, runs and secrets.',
			'Bring all instances to the same version of Kestra and the same plugins.',
			'Make sure that no two groups use the same namespace, and create flows again where they do.',
			'On open source, give each group’s secrets names of their own: every flow can read all of them.',
			'Deploy each group’s flows from Git into the instance that stays, triggers disabled, and copy KV pairs and files.',
			'Group by group: disable the triggers in the old instance, deploy the flows again with theirs on.',
			'Back up each old instance before you switch it off.',
		],
		reversible: {
			can: 'no',
			words:
				'The instances can be built again, but what the groups have seen of each other cannot be unseen.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/namespace-per-group/#from-before', '/practices/moving/#to-fewer'],
	},
	{
		id: 'tenant-per-group-to-namespace-per-group',
		decision: 'groups',
		from: 'tenant-per-group',
		to: 'namespace-per-group',
		does: 'The tenants are gathered in one, with a branch of the namespace tree for each group.',
		caution:
			'Only for groups that may see each other’s flows, runs and secrets. Never for customers.',
		steps: [
			'Ask each group in writing whether the others may see its flows, runs and secrets.',
			'Create the tenant that takes them in, with permissions by namespace and allowed namespaces in place.',
			'Make sure that no two groups use the same namespace, and create flows again where they do.',
			'Deploy each group’s flows into that tenant from Git, triggers disabled, and set secrets, variables, KV pairs and files again.',
			'Group by group: disable the triggers in the old tenant, copy KV pairs that hold a position, deploy the flows again with their triggers on.',
			'Keep the old tenants readable until nobody asks about their history. Deleting a tenant cannot be undone.',
		],
		reversible: {
			can: 'no',
			words:
				'The tenants can be created again, but what the groups have seen of each other cannot be unseen.',
		},
		carries: ['secrets', 'variables', 'kv', 'files', 'rules', 'access', 'addresses', 'history'],
		sections: ['/strategies/namespace-per-group/#from-before', '/practices/moving/#to-fewer'],
	},
	{
		id: 'namespace-per-group-to-nothing-to-separate',
		decision: 'groups',
		from: 'namespace-per-group',
		to: 'nothing-to-separate',
		does: 'The groups become one, and their flows are laid out by team or domain as for anyone else.',
		steps: [
			'Leave the flows where they are, and put new ones where the one team looks for them.',
			'Widen permissions and allowed namespaces to the whole team.',
			'Rename only what confuses people: each rename is a new flow, with its old runs left behind.',
		],
		reversible: {
			can: 'yes',
			words: 'Narrow the permissions again; as long as nothing was renamed, nothing moved.',
		},
		carries: ['access'],
		sections: ['/concepts/namespaces/#nothing-to-separate', '/practices/names/#namespaces'],
	},
];
