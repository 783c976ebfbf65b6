/**
 * The roles that the kit makes in each tenant of Enterprise, as resources and their actions.
 * From Kestra's pages on roles in 2.0 and on what became of the verbs of 1.x (`rbac` and `rbac-action-model` in the
 * sources of this site), and for policies the one on them (`policies`).
 */

/** Actions by resource. */
export type Permissions = Readonly<Record<string, readonly string[]>>;

/** A role. */
export interface Role {
	/** What it is for, in a few words. */
	readonly description: string;
	readonly permissions: Permissions;
}

const common = ['VIEW', 'LIST', 'CREATE', 'UPDATE', 'DELETE'] as const;
const seeing = ['VIEW', 'LIST'] as const;
const following = [...seeing, 'ACCESS_LOGS', 'ACCESS_OUTPUTS', 'FOLLOW'] as const;
const operating = ['RESTART', 'REPLAY', 'CHANGE_LABELS'] as const;
const stopping = ['KILL', 'PAUSE', 'RESUME', 'UNQUEUE', 'FORCE_RUN'] as const;
const writing = [...common, 'VALIDATE', 'IMPORT', 'EXPORT'] as const;
const triggering = ['UNLOCK', 'RESTART', 'DISABLE', 'ENABLE', 'BACKFILL'] as const;

const building: Permissions = {
	FLOW: [...writing, 'EXECUTE', 'DISABLE', 'ENABLE'],
	EXECUTION: [...following, 'ACCESS_FILES', 'EXPORT', ...operating, ...stopping],
	TRIGGER: [...seeing, ...triggering],
	NAMESPACE: [...seeing, 'MANAGE_FILES'],
	KVSTORE: common,
	SECRET: common,
};

/** By name. People are bound to the first four, programs to the last two. */
export const roles = {
	viewer: {
		description: 'See flows, runs and logs; change nothing',
		permissions: {
			FLOW: seeing,
			EXECUTION: following,
			TRIGGER: seeing,
			NAMESPACE: seeing,
		},
	},
	launcher: {
		description: 'Start, restart and replay runs; change no flow',
		permissions: {
			FLOW: [...seeing, 'EXECUTE'],
			EXECUTION: [...following, 'ACCESS_FILES', 'EXPORT', ...operating],
			TRIGGER: seeing,
			NAMESPACE: seeing,
			KVSTORE: seeing,
		},
	},
	builder: { description: 'Build flows and run them', permissions: building },
	administrator: {
		description: 'Operate everything, and let people in',
		permissions: {
			...building,
			EXECUTION: [...building['EXECUTION']!, 'UPDATE', 'DELETE'],
			TRIGGER: [...building['TRIGGER']!, 'DELETE', 'EXPORT'],
			NAMESPACE: [...common, 'MANAGE_FILES'],
			CREDENTIAL: common,
			DASHBOARD: common,
			POLICY: ['VIEW', 'CREATE', 'UPDATE', 'DELETE'],
			USER: [...common, 'MANAGE_GROUP_MEMBERSHIP'],
			GROUP: [...common, 'MANAGE_MEMBERS'],
			ROLE: common,
			BINDING: ['VIEW', 'LIST', 'CREATE', 'DELETE'],
			SERVICE_ACCOUNT: common,
			INVITATION: common,
			AUDITLOG: ['VIEW', 'LIST', 'EXPORT'],
			TENANT_SETTINGS: ['VIEW', 'UPDATE'],
		},
	},
	delivery: {
		description: 'Deliver flows and files',
		permissions: { FLOW: writing, NAMESPACE: [...seeing, 'MANAGE_FILES'] },
	},
	terraform: {
		description: 'Set what this folder of Terraform holds',
		permissions: {
			FLOW: writing,
			NAMESPACE: [...common, 'MANAGE_FILES'],
			KVSTORE: common,
			POLICY: ['VIEW', 'CREATE', 'UPDATE', 'DELETE'],
		},
	},
} as const satisfies Readonly<Record<string, Role>>;

/** A role that people are bound to in namespaces; administrators have theirs in the whole tenant. */
export type PeopleRole = 'viewer' | 'launcher' | 'builder';

/** The names of those. */
export const peopleRoles: readonly PeopleRole[] = ['viewer', 'launcher', 'builder'];
