/**
 * What to do once a plan is chosen. Its checklist has the items whose condition holds, in this order.
 * The conditions are chosen so that every plan gets five to ten items, no two of which say the same.
 */

import type { Facts } from '../engine/conditions.ts';
import { holds } from '../engine/conditions.ts';
import type { Condition } from '../engine/model.ts';

/** One item of the checklist. */
export interface NextStep {
	/** Stable, unique. */
	readonly id: string;
	readonly when: Condition;
	/** One sentence in the imperative. */
	readonly does: string;
	/** Root-relative address of the section that says how. */
	readonly section: string;
}

const oneInstance = ['single-instance', 'namespace-per-stage'] as const;
const apart = ['two-instances', 'instance-per-stage'] as const;
const together = ['nothing-to-separate', 'namespace-per-group', 'tenant-per-group'] as const;

/** Every item, in the order to do them. */
export const nextSteps: readonly NextStep[] = [
	{
		id: 'deploy-one',
		when: { outcomes: { stages: oneInstance, groups: together } },
		does: 'Deploy the instance with a database and storage that nothing else uses.',
		section: '/strategies/single-instance/#set-up',
	},
	{
		id: 'deploy-two',
		when: { outcomes: { stages: ['two-instances'], groups: together } },
		does: 'Deploy development and production, each with its own database, storage and configuration.',
		section: '/strategies/two-instances/#set-up',
	},
	{
		id: 'deploy-stages',
		when: { outcomes: { stages: ['instance-per-stage'], groups: together } },
		does: 'Deploy an instance for each stage from one template, each with its own database, storage and configuration.',
		section: '/strategies/instance-per-stage/#set-up',
	},
	{
		id: 'deploy-groups',
		when: { outcomes: { groups: ['instance-per-group'] } },
		does: 'Deploy the instances from one template, each with its own database, storage and configuration; begin with one group.',
		section: '/strategies/instance-per-group/#set-up',
	},
	{
		id: 'group-tenants',
		when: { outcomes: { stages: apart, groups: ['tenant-per-group'] } },
		does: 'Create a tenant for each group, with the same id wherever it exists, and bind an administrator role in each. In development only the groups being worked on need one.',
		section: '/strategies/tenant-per-group/#set-up',
	},
	{
		id: 'group-tenants-in-one',
		when: { outcomes: { stages: oneInstance, groups: ['tenant-per-group'] } },
		does: 'Create a tenant for each group, and bind an administrator role in each.',
		section: '/strategies/tenant-per-group/#set-up',
	},
	{
		id: 'exceptions-instances',
		when: { outcomes: { exceptions: ['instance-per-exception'] } },
		does: 'Deploy an instance for each exception from the same template, with its own database, storage and, where that is the point, its own administrators.',
		section: '/strategies/instance-per-group/#exceptions',
	},
	{
		id: 'exceptions-tenants',
		when: { outcomes: { hidden: ['tenant'] } },
		does: 'Create a tenant for each part that must be hidden and one for the rest, and bind an administrator role in each.',
		section: '/strategies/tenant-per-group/#exceptions',
	},
	{
		id: 'company-tenant',
		when: { outcomes: { tenants: ['company'], hidden: ['none', 'instance'] } },
		does: 'Create the tenant that the plan names: a fresh Enterprise instance has none.',
		section: '/concepts/tenants/#what',
	},
	{
		id: 'names',
		when: { outcomes: { stages: ['single-instance', 'two-instances', 'instance-per-stage'] } },
		does: 'Agree on the namespaces before the first flow is saved: a saved flow cannot change its namespace.',
		section: '/practices/names/#namespaces',
	},
	{
		id: 'names-with-stage',
		when: { outcomes: { stages: ['namespace-per-stage'] } },
		does: 'Agree on one word for each stage and its place in every namespace, before the first flow is saved.',
		section: '/strategies/namespace-per-stage/#set-up',
	},
	{
		id: 'allowed-namespaces',
		when: {
			answers: { edition: ['enterprise'] },
			outcomes: { groups: ['namespace-per-group'] },
		},
		does: 'Grant each group its own branch, and set allowed namespaces on every namespace whose secrets are not for all.',
		section: '/concepts/namespaces/#allowed-namespaces',
	},
	{
		id: 'secret-names',
		when: {
			answers: { edition: ['open-source'] },
			outcomes: { groups: ['namespace-per-group'] },
		},
		does: 'Give each group’s secrets names of their own, and tell the groups that every flow can read all of them.',
		section: '/concepts/namespaces/#open-source-label',
	},
	{
		id: 'secrets',
		when: { outcomes: { stages: apart } },
		does: 'Set each secret and setting under the same name in every instance, with the value that belongs there.',
		section: '/practices/secrets/#checklist',
	},
	{
		id: 'secrets-in-one',
		when: { outcomes: { stages: oneInstance } },
		does: 'Keep passwords and addresses out of the flows: read them as secrets and settings from the first flow on.',
		section: '/practices/secrets/#which',
	},
	{
		id: 'lock-production',
		when: { answers: { edition: ['enterprise'] }, outcomes: { stages: apart } },
		does: 'Leave production to administrators, and give the pipeline a service account of its own.',
		section: '/practices/production-access/#enterprise',
	},
	{
		id: 'lock-login',
		when: { answers: { edition: ['open-source'] }, outcomes: { stages: apart } },
		does: 'Give production a login that only administrators and the pipeline hold.',
		section: '/practices/production-access/#open-source',
	},
	{
		id: 'lock-branch',
		when: {
			answers: { edition: ['enterprise'] },
			outcomes: { stages: ['namespace-per-stage'] },
		},
		does: 'Let only administrators change the production namespaces, and limit what may use them.',
		section: '/concepts/namespaces/#allowed-namespaces',
	},
	{
		id: 'pipeline',
		when: { outcomes: { stages: apart } },
		does: 'Put the flows in Git, let a pipeline deploy them, and promote one small flow to see what does not travel with it.',
		section: '/practices/promotion/#before',
	},
	{
		id: 'rewrite',
		when: { outcomes: { stages: ['namespace-per-stage'] } },
		does: 'Put the flows in Git, and check after each promotion that no production flow still names a development namespace.',
		section: '/strategies/namespace-per-stage/#production',
	},
	{
		id: 'git',
		when: { outcomes: { stages: ['single-instance'] } },
		does: 'Put the flows in Git, so that a broken change can be undone.',
		section: '/strategies/single-instance/#production',
	},
	{
		id: 'workers-of-customers',
		when: { answers: { people: ['outsiders'] }, outcomes: { groups: ['tenant-per-group'] } },
		does: 'Give each customer’s scripts workers or a container runner of their own before the first script runs.',
		section: '/concepts/tenants/#worker-isolation',
	},
	{
		id: 'workers-of-groups',
		when: {
			answers: { people: ['one-team', 'several'] },
			outcomes: { groups: ['tenant-per-group'] },
		},
		does: 'Decide whether the groups’ scripts may share workers and their disk, and set quotas for each tenant.',
		section: '/concepts/tenants/#worker-isolation',
	},
	{
		id: 'calls-across',
		when: { answers: { walls: ['none'] }, outcomes: { groups: ['instance-per-group'] } },
		does: 'Replace calls between flows of different groups with an API call, a webhook, or a shared flow delivered by Git.',
		section: '/concepts/instances/#talking-across',
	},
	{
		id: 'engineers-tenants',
		when: { outcomes: { sandboxes: ['tenant-per-engineer'] } },
		does: 'Create a tenant for each engineer in development, and agree on when one is removed.',
		section: '/strategies/tenant-per-engineer/#set-up',
	},
	{
		id: 'local-instances',
		when: { outcomes: { sandboxes: ['local-instance-per-engineer'] } },
		does: 'Put a Compose file into the repository that starts the version of production on an engineer’s machine.',
		section: '/strategies/local-instance-per-engineer/#set-up',
	},
	{
		id: 'badge',
		when: { outcomes: { stages: apart } },
		does: 'Give each instance a name and a colour, so that nobody mistakes production for development.',
		section: '/practices/telling-apart/#badge',
	},
	{
		id: 'badge-of-groups',
		when: { outcomes: { stages: oneInstance, groups: ['instance-per-group'] } },
		does: 'Give each group’s instance a name and a colour, so that nobody mistakes one for another.',
		section: '/practices/telling-apart/#badge',
	},
	{
		id: 'rehearse-upgrades',
		when: { outcomes: { stages: apart } },
		does: 'Upgrade development first and production last, and write down how you would go back.',
		section: '/practices/upgrades/#order',
	},
	{
		id: 'back-up',
		when: { outcomes: { stages: oneInstance } },
		does: 'Back up database and storage before each upgrade, and try a restore once.',
		section: '/practices/upgrades/#order',
	},
	{
		id: 'weigh-enterprise',
		when: { outcomes: { edition: ['enterprise-recommended', 'enterprise-needed'] } },
		does: 'Weigh Enterprise against governing these instances by hand, before there are more of them.',
		section: '/concepts/editions/#enterprise-recommended',
	},
];

/** The checklist of a plan with these facts, in the order to do it. */
export const nextStepsOf = (facts: Facts): readonly NextStep[] =>
	nextSteps.filter(({ when }) => holds(when, facts));
