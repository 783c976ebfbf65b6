/**
 * What may go wrong, and how far it spreads. Every consequence names the rows of the isolation matrix that support it,
 * the deciding one first; tests check it against the verdict of that row.
 */

import type { Edition, MatrixRowId } from './matrix-types.ts';
import type { BoxKind } from './topology.ts';

/** Effects on a place, from best to worst. */
export const effects = ['untouched', 'at-risk', 'down'] as const;

/** Effect on a place. */
export type Effect = (typeof effects)[number];

/** What a failure does at one distance from where it happens. */
export interface Consequence {
	readonly effect: Effect;
	/** The reason, in a short sentence about the place. */
	readonly why: string;
	/** Ids of matrix rows, the deciding one first. */
	readonly rows: readonly [MatrixRowId, ...MatrixRowId[]];
	/** For a risk only: what would prevent it. */
	readonly unless?: string;
}

/**
 * The course of a failure in one edition. Beyond a wall means: in another namespace of the same tenant, in another tenant
 * of the same instance, in another instance. A wall inside the place where it happens stops nothing.
 */
export interface Course {
	/** What happens, in a sentence. */
	readonly tells: string;
	/** What helps, in one or two sentences. */
	readonly helps: string;
	/** At the place itself. */
	readonly origin: Consequence;
	/** Inside the place; absent for a namespace. */
	readonly inside?: Consequence;
	/** To the places around it; absent for an instance. */
	readonly around?: Consequence;
	/** Beyond a namespace, when it happens in one. */
	readonly namespace?: Consequence;
	/** Beyond a tenant, when it happens in one or in a namespace, and the edition has several. */
	readonly tenant?: Consequence;
	/** In other instances. */
	readonly instance: Consequence;
}

/** Something that may go wrong. */
export interface Failure {
	/** Stable and public: it is part of addresses. */
	readonly id: string;
	readonly title: string;
	/** One word for a place that it brings down, shown in its effect tag. */
	readonly word: string;
	/** The kind of place it happens in. */
	readonly origin: BoxKind;
	/** Its course in each edition in which it can happen. */
	readonly courses: Readonly<Partial<Record<Edition, Course>>>;
	/** Root-relative addresses of the sections that say more; at least one. */
	readonly sections: readonly [string, ...string[]];
}

const inBoth = (course: Course) => ({ 'open-source': course, enterprise: course });

/** Every failure, the one with the widest reach first. */
export const failures = [
	{
		id: 'instance-down',
		title: 'Instance down',
		word: 'Down',
		origin: 'instance',
		courses: inBoth({
			tells: 'The server processes of one instance stop, for whatever reason.',
			helps: 'Give production an instance of its own. No wall inside an instance helps.',
			origin: { effect: 'down', why: 'This is the instance that is down.', rows: ['uptime'] },
			inside: {
				effect: 'down',
				why: 'Down with its instance: it has no processes of its own.',
				rows: ['uptime'],
			},
			instance: {
				effect: 'untouched',
				why: 'A separate instance has processes of its own.',
				rows: ['uptime'],
			},
		}),
		sections: ['/concepts/instances/#dev-and-prod', '/concepts/tenants/#not-for-stages'],
	},
	{
		id: 'upgrade-gone-wrong',
		title: 'Upgrade gone wrong',
		word: 'Down',
		origin: 'instance',
		courses: inBoth({
			tells: 'A new version of Kestra does not start, or its migration fails.',
			helps:
				'Upgrade the development instance first. That takes a development instance to upgrade.',
			origin: {
				effect: 'down',
				why: 'This is the instance that was upgraded.',
				rows: ['version', 'plugins'],
			},
			inside: {
				effect: 'down',
				why: 'Upgraded with its instance: one version and one set of plugins for all.',
				rows: ['version', 'plugins'],
			},
			instance: {
				effect: 'untouched',
				why: 'A separate instance keeps its version until it is upgraded itself.',
				rows: ['version', 'plugins'],
			},
		}),
		sections: ['/practices/upgrades/'],
	},
	{
		id: 'maintenance-mode',
		title: 'Maintenance mode',
		word: 'Paused',
		origin: 'instance',
		courses: {
			enterprise: {
				tells:
					'An administrator puts an instance into maintenance mode: running tasks finish, and new runs wait until it ends.',
				helps: 'Agree the window with everyone in the instance, and announce it there.',
				origin: {
					effect: 'down',
					why: 'This is the instance under maintenance.',
					rows: ['maintenance', 'announcements'],
				},
				inside: {
					effect: 'down',
					why: 'Paused with its instance: maintenance mode is for the whole of it.',
					rows: ['maintenance'],
				},
				instance: {
					effect: 'untouched',
					why: 'Maintenance mode pauses one instance; a separate one goes on.',
					rows: ['maintenance'],
				},
			},
		},
		sections: ['/practices/upgrades/#maintenance-mode', '/concepts/compare/#maintenance'],
	},
	{
		id: 'database-lost',
		title: 'The database lost',
		word: 'Down',
		origin: 'instance',
		courses: inBoth({
			tells: 'The database of one instance is gone.',
			helps:
				'Give each instance its own database, and back up the database and the storage of each.',
			origin: {
				effect: 'down',
				why: 'This is the instance that lost its database.',
				rows: ['database', 'backup'],
			},
			inside: {
				effect: 'down',
				why: 'Kept in the one database of its instance.',
				rows: ['database'],
			},
			instance: {
				effect: 'untouched',
				why: 'A separate instance has a database of its own, or it is not separate.',
				rows: ['database'],
			},
		}),
		sections: ['/concepts/instances/#own-database'],
	},
	{
		id: 'tenant-deleted',
		title: 'A deleted tenant',
		word: 'Gone',
		origin: 'tenant',
		courses: {
			enterprise: {
				tells: 'Somebody deletes a tenant. That cannot be undone.',
				helps:
					'Back up the metadata of the tenant first: it can be restored, even into another tenant. Runs and logs stay in the database, KV pairs and files in the storage.',
				origin: {
					effect: 'down',
					why: 'Deleted, with its flows, namespaces and roles.',
					rows: ['deletion', 'backup'],
				},
				inside: { effect: 'down', why: 'Deleted with its tenant.', rows: ['deletion'] },
				around: {
					effect: 'at-risk',
					why: 'The instance runs on, without one of its tenants.',
					rows: ['deletion'],
				},
				tenant: {
					effect: 'untouched',
					why: 'Deleting one tenant takes nothing from another.',
					rows: ['deletion'],
				},
				instance: {
					effect: 'untouched',
					why: 'Deleting a tenant takes nothing from another instance.',
					rows: ['deletion'],
				},
			},
		},
		sections: ['/concepts/compare/#deletion', '/concepts/compare/#backup'],
	},
	{
		id: 'runaway-flow',
		title: 'A runaway flow takes the workers',
		word: 'Down',
		origin: 'namespace',
		courses: {
			'open-source': {
				tells: 'One flow starts more work than the workers can do, or fills their disk.',
				helps: 'Give production an instance of its own: it has workers of its own.',
				origin: {
					effect: 'down',
					why: 'The flow that ran away is here, in the way of all others.',
					rows: ['workers', 'worker-disk', 'limits'],
				},
				around: {
					effect: 'down',
					why: 'The one pool of workers that it runs on is taken.',
					rows: ['workers', 'uptime'],
				},
				namespace: {
					effect: 'down',
					why: 'Waits for the same workers: open source has one pool for all namespaces.',
					rows: ['workers', 'worker-disk', 'limits', 'uptime'],
				},
				instance: {
					effect: 'untouched',
					why: 'A separate instance has workers of its own.',
					rows: ['workers', 'worker-disk', 'limits'],
				},
			},
			enterprise: {
				tells: 'One flow starts more work than the workers can do, or fills their disk.',
				helps:
					'Give production an instance of its own. Inside one instance, give tenants or namespaces workers and quotas of their own.',
				origin: {
					effect: 'down',
					why: 'The flow that ran away is here, in the way of all others.',
					rows: ['workers', 'worker-disk', 'limits'],
				},
				around: {
					effect: 'at-risk',
					why: 'The workers that are shared in it are taken.',
					rows: ['workers', 'uptime'],
				},
				namespace: {
					effect: 'at-risk',
					why: 'Shares the workers, unless it was given some of its own.',
					unless:
						'A worker selector for the namespace, or a quota. For Cloud, Kestra’s pages disagree on worker queues.',
					rows: ['workers', 'worker-disk', 'limits', 'uptime'],
				},
				tenant: {
					effect: 'at-risk',
					why: 'Shares the workers, unless it was given some of its own.',
					unless:
						'A worker queue kept for the tenant, or a quota. For Cloud, Kestra’s pages disagree on worker queues.',
					rows: ['workers', 'worker-disk', 'limits'],
				},
				instance: {
					effect: 'untouched',
					why: 'A separate instance has workers of its own.',
					rows: ['workers', 'worker-disk', 'limits'],
				},
			},
		},
		sections: ['/concepts/tenants/#worker-isolation', '/concepts/namespaces/#not-for-critical'],
	},
	{
		id: 'bad-flow',
		title: 'A bad flow deployed',
		word: 'Broken',
		origin: 'namespace',
		courses: {
			'open-source': {
				tells: 'A flow is deployed that does not do what it should.',
				helps: 'Try it on a development instance first, and promote it after a review.',
				origin: { effect: 'down', why: 'The bad flow runs here.', rows: ['subflows'] },
				around: {
					effect: 'at-risk',
					why: 'Runs on, with a bad flow in it.',
					rows: ['subflows'],
				},
				namespace: {
					effect: 'at-risk',
					why: 'Hit where its flows call the bad one, or are started by it.',
					unless: 'Flows that do not depend on it. Open source cannot enforce that.',
					rows: ['subflows', 'uptime'],
				},
				instance: {
					effect: 'untouched',
					why: 'Flows of separate instances do not call or start each other.',
					rows: ['subflows'],
				},
			},
			enterprise: {
				tells: 'A flow is deployed that does not do what it should.',
				helps:
					'Try it on a development instance first. The kill switch stops what runs already: one flow, a namespace or a tenant.',
				origin: {
					effect: 'down',
					why: 'The bad flow runs here.',
					rows: ['subflows', 'kill-switch'],
				},
				around: {
					effect: 'at-risk',
					why: 'Runs on, with a bad flow in it.',
					rows: ['subflows'],
				},
				namespace: {
					effect: 'at-risk',
					why: 'Hit where its flows call the bad one, or are started by it.',
					unless: 'Allowed namespaces that forbid the call.',
					rows: ['subflows', 'uptime'],
				},
				tenant: {
					effect: 'untouched',
					why: 'A subflow task cannot name another tenant, and tenants share no flows.',
					rows: ['subflows'],
				},
				instance: {
					effect: 'untouched',
					why: 'Flows of separate instances do not call or start each other.',
					rows: ['subflows'],
				},
			},
		},
		sections: ['/practices/promotion/', '/concepts/namespaces/#not-for-critical'],
	},
	{
		id: 'secret-leaked',
		title: 'A secret leaked',
		word: 'Exposed',
		origin: 'namespace',
		courses: {
			'open-source': {
				tells: 'A flow sends away every secret that it can read.',
				helps: 'Give each instance secrets of its own, and production an instance of its own.',
				origin: {
					effect: 'down',
					why: 'The flow that leaked is here.',
					rows: ['secrets', 'kv-and-files'],
				},
				around: {
					effect: 'down',
					why: 'The flow could read every secret of the instance, those in here included.',
					rows: ['secrets', 'kv-and-files'],
				},
				namespace: {
					effect: 'down',
					why: 'Its secrets leak too: in open source every flow reads all those of the instance.',
					rows: ['secrets', 'kv-and-files'],
				},
				instance: {
					effect: 'untouched',
					why: 'A separate instance has secrets of its own.',
					rows: ['secrets', 'kv-and-files'],
				},
			},
			enterprise: {
				tells: 'A flow sends away every secret that it can read.',
				helps: 'Keep a secret in the lowest namespace that needs it, and set allowed namespaces.',
				origin: {
					effect: 'down',
					why: 'The flow that leaked is here.',
					rows: ['secrets', 'kv-and-files'],
				},
				around: {
					effect: 'at-risk',
					why: 'Some of the secrets in it have leaked.',
					rows: ['secrets', 'kv-and-files'],
				},
				namespace: {
					effect: 'at-risk',
					why: 'The flow reads its secrets too, until allowed namespaces forbid it.',
					unless: 'Allowed namespaces, set on this namespace.',
					rows: ['secrets', 'kv-and-files'],
				},
				tenant: {
					effect: 'untouched',
					why: 'No flow reads a secret of another tenant.',
					rows: ['secrets', 'kv-and-files'],
				},
				instance: {
					effect: 'untouched',
					why: 'A separate instance has secrets of its own.',
					rows: ['secrets', 'kv-and-files'],
				},
			},
		},
		sections: ['/practices/secrets/', '/concepts/compare/#secrets'],
	},
	{
		id: 'broad-role',
		title: 'An over-broad role',
		word: 'Open',
		origin: 'namespace',
		courses: {
			'open-source': {
				tells:
					'Somebody who should work in one namespace gets the login. Open source has one, and no roles.',
				helps: 'Give production an instance of its own, and its login to administrators only.',
				origin: {
					effect: 'down',
					why: 'This is where they should work.',
					rows: ['login', 'roles'],
				},
				around: {
					effect: 'down',
					why: 'The one login may change everything in it.',
					rows: ['login', 'roles'],
				},
				namespace: {
					effect: 'down',
					why: 'The same login may change this too.',
					rows: ['login', 'roles'],
				},
				instance: {
					effect: 'untouched',
					why: 'A separate instance has a login of its own.',
					rows: ['login', 'roles'],
				},
			},
			enterprise: {
				tells: 'Somebody who should work in one namespace gets a role that reaches further.',
				helps: 'Bind roles to namespaces, and keep production to administrators.',
				origin: { effect: 'down', why: 'This is where they should work.', rows: ['roles'] },
				around: {
					effect: 'at-risk',
					why: 'As much of it is open as the role is bound to.',
					rows: ['roles'],
				},
				namespace: {
					effect: 'at-risk',
					why: 'Open too, where the role is bound to the tenant and not to a namespace.',
					unless: 'A binding that is limited to the one namespace.',
					rows: ['roles'],
				},
				tenant: {
					effect: 'untouched',
					why: 'Roles and bindings end with their tenant.',
					rows: ['roles', 'users'],
				},
				instance: {
					effect: 'untouched',
					why: 'A separate instance has roles and accounts of its own.',
					rows: ['roles', 'users'],
				},
			},
		},
		sections: ['/practices/production-access/'],
	},
	{
		id: 'namespace-deleted',
		title: 'A deleted namespace',
		word: 'Gone',
		origin: 'namespace',
		courses: {
			enterprise: {
				tells: 'Somebody deletes a namespace.',
				helps:
					'Keep flows and files in Git: a sync brings them back. We found no backup of one namespace alone.',
				origin: {
					effect: 'down',
					why: 'Deleted. We did not find what goes with it and what stays.',
					rows: ['deletion', 'backup', 'git-sync'],
				},
				around: {
					effect: 'at-risk',
					why: 'Runs on, without one of its namespaces.',
					rows: ['deletion'],
				},
				namespace: {
					effect: 'at-risk',
					why: 'Hit where its flows call flows of the namespace that is gone.',
					unless: 'Allowed namespaces that forbid the call.',
					rows: ['subflows', 'deletion'],
				},
				tenant: {
					effect: 'untouched',
					why: 'Subflows do not reach into another tenant.',
					rows: ['subflows', 'deletion'],
				},
				instance: {
					effect: 'untouched',
					why: 'Flows of separate instances do not call each other.',
					rows: ['subflows', 'deletion'],
				},
			},
		},
		sections: ['/concepts/compare/#deletion', '/concepts/compare/#subflows'],
	},
] as const satisfies readonly Failure[];

/** Id of a failure. */
export type FailureId = (typeof failures)[number]['id'];
