/**
 * The isolation matrix: for every aspect of running Kestra, what separate instances, tenants and namespaces keep apart,
 * for each edition and with its sources. Checked for Kestra 2.0.
 */
import type { Cell, MatrixRow } from './matrix-types.ts';

/** Tenants in open source: the same for every aspect, so that a table can say it once. */
export const onlyMain = {
	verdict: 'absent',
	how: 'Only the tenant `main`.',
	sources: ['tenant-migration-oss'],
} as const satisfies Cell;

/** Every aspect, ordered from failures to administration. */
export const matrix = [
	{
		id: 'uptime',
		aspect: 'Uptime: server processes',
		concerns: ['uptime'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own processes. One can be down while the other runs.',
				sources: ['manage-environments'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'Same processes. When the instance is down, every tenant is down.',
					sources: ['manage-environments'],
				},
			},
			namespaces: {
				verdict: 'shared',
				how: 'Same processes. Trouble made in one can stop the flows of another.',
				sources: ['manage-environments'],
			},
		},
	},
	{
		id: 'database',
		aspect: 'Database, queue and repository',
		concerns: ['data', 'uptime', 'cost'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Set for each instance. Give each its own: two on one database are one environment.',
				sources: ['runtime-and-storage'],
				flag: 'inferred',
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: "One backend. Rows are told apart by the tenant's id.",
					sources: ['runtime-and-storage', 'code-flow'],
					flag: 'inferred',
				},
			},
			namespaces: {
				verdict: 'shared',
				how: 'One backend. Rows are told apart by the name.',
				sources: ['runtime-and-storage', 'code-flow'],
				flag: 'inferred',
			},
		},
	},
	{
		id: 'version',
		aspect: 'Kestra version, upgrades and migrations',
		concerns: ['upgrades', 'uptime', 'cost'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own version. Upgrade development first. Each is one more upgrade to make.',
				sources: ['manage-environments', 'migration-tutorial'],
				flag: 'inferred',
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'One version and one migration for all tenants at once.',
					sources: ['manage-environments', 'migration-tutorial'],
					flag: 'inferred',
				},
			},
			namespaces: {
				verdict: 'shared',
				how: 'One version for all.',
				sources: ['manage-environments', 'migration-tutorial'],
				flag: 'inferred',
			},
		},
	},
	{
		id: 'plugins',
		aspect: 'Plugins and their versions',
		concerns: ['upgrades'],
		failsTogether: true,
		cells: {
			instances: {
				'open-source': {
					verdict: 'separated',
					how: 'Own image, so own plugins.',
					sources: ['docker-compose'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own image and versions; each instance can allow or forbid plugins.',
					sources: ['allowed-plugins', 'instance-owner'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'Installed once for the instance. A policy can forbid the use of a plugin in one tenant.',
					sources: ['allowed-plugins', 'instance-owner', 'policies'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'Installed once for the instance.',
					sources: ['docker-compose'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'shared',
					how: 'Installed once for the instance. A policy can forbid the use of a plugin in one namespace.',
					sources: ['allowed-plugins', 'policies'],
				},
			},
		},
	},
	{
		id: 'configuration',
		aspect: 'Server configuration, global and environment variables',
		concerns: ['upgrades', 'data'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own configuration file, `{{ globals.x }}` and `{{ envs.x }}`.',
				sources: ['full-reference'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'One configuration. Every tenant reads the same globals and environment variables.',
					sources: ['full-reference'],
				},
			},
			namespaces: {
				verdict: 'shared',
				how: 'One configuration. Every namespace reads the same globals and environment variables.',
				sources: ['full-reference'],
			},
		},
	},
	{
		id: 'storage',
		aspect: 'Internal storage',
		concerns: ['data', 'cost'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Set for each instance. Give each its own bucket or directory.',
				sources: ['runtime-and-storage'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: 'Own path in one store. A tenant can be given a store of its own.',
					sources: ['tenants', 'business-unit-separation', 'code-local-storage'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'Own path in one store, no more.',
					sources: ['code-local-storage'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'optional',
					how: 'Own path in one store. A namespace can be given a store of its own.',
					sources: ['business-unit-separation', 'code-local-storage'],
				},
			},
		},
	},
	{
		id: 'secrets',
		aspect: 'Secrets',
		concerns: ['data', 'access'],
		failsTogether: true,
		cells: {
			instances: {
				'open-source': {
					verdict: 'separated',
					how: 'Own environment variables.',
					sources: ['secret-concept'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own secrets. On a shared secrets manager, give each instance a prefix.',
					sources: ['secrets-manager'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'Own secrets; a flow cannot read those of another tenant. One secrets manager, unless the tenant is given its own.',
					sources: ['tenants', 'cloud-getting-started', 'secrets-manager'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: '`secret()` looks up an environment variable of the instance, whatever the namespace.',
					sources: ['secret-concept', 'code-secret-service'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'optional',
					how: 'Own secrets, inherited by children. Flows of other namespaces can read them until allowed namespaces are set. A secrets manager of its own is possible.',
					sources: ['cloud-getting-started', 'namespace-management', 'secrets-manager'],
				},
			},
		},
	},
	{
		id: 'kv-and-files',
		aspect: 'KV store and namespace files',
		concerns: ['data', 'access'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own KV pairs and files. Promotion does not copy them.',
				sources: ['runtime-and-storage', 'promote'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'Own KV pairs and files.',
					sources: ['tenants', 'code-local-storage'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'Kept by namespace, but every flow may read those of every other.',
					sources: ['code-namespace-service', 'code-flow-service'],
				},
				enterprise: {
					verdict: 'optional',
					how: 'Kept by namespace. Others may use them until allowed namespaces are set.',
					sources: ['namespace-management', 'code-namespace-service'],
				},
			},
		},
	},
	{
		id: 'variables',
		aspect: 'Variables of a namespace',
		concerns: ['data'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: "No namespace variables. Use globals or environment variables, which are each instance's own.",
					sources: ['namespace', 'full-reference'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own variables. Promotion does not copy them.',
					sources: ['namespace-management', 'promote'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'Own set of variables.',
					sources: ['business-unit-separation'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'No namespace variables.',
					sources: ['namespace'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own variables, `{{ namespace.x }}`, inherited by children.',
					sources: ['namespace-management', 'business-unit-separation'],
				},
			},
		},
	},
	{
		id: 'policies',
		aspect: 'Policies',
		concerns: ['access'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: 'No policies, and no plugin defaults since 2.0.',
					sources: ['plugin-defaults-removed'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own policies, so production can be stricter.',
					sources: ['policies', 'terraform-policy'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: 'A policy can hold for one tenant, and one of the instance can be narrowed to some tenants.',
					sources: ['terraform-policy', 'policies'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'No policies.',
					sources: ['plugin-defaults-removed'],
				},
				enterprise: {
					verdict: 'optional',
					how: 'A policy can hold for one namespace. Children inherit it and can only tighten it.',
					sources: ['policies', 'terraform-policy'],
				},
			},
		},
	},
	{
		id: 'roles',
		aspect: 'Roles, groups and bindings',
		concerns: ['access'],
		failsTogether: true,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: 'No roles. Each instance has its one login.',
					sources: ['oss-vs-paid'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own roles, groups and bindings.',
					sources: ['rbac'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'Own roles, groups and bindings.',
					sources: ['rbac', 'kestractl'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'No roles: whoever has the login may change every namespace.',
					sources: ['oss-vs-paid'],
				},
				enterprise: {
					verdict: 'optional',
					how: 'A binding can be limited to namespaces. It then holds for those below them too.',
					sources: ['rbac'],
				},
			},
		},
	},
	{
		id: 'users',
		aspect: 'User accounts',
		concerns: ['access', 'cost'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'separated',
					how: 'One login for each instance.',
					sources: ['oss-vs-paid', 'basic-authentication'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own accounts. One identity provider may serve several instances.',
					sources: ['security-and-secrets'],
					flag: 'inferred',
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: "Accounts are the instance's. Access is granted tenant by tenant.",
					sources: ['business-unit-separation', 'terraform-user-tenant-access'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'One login for all.',
					sources: ['oss-vs-paid'],
				},
				enterprise: {
					verdict: 'shared',
					how: 'Accounts do not belong to a namespace; permissions can be limited to it.',
					sources: ['rbac'],
				},
			},
		},
	},
	{
		id: 'service-accounts',
		aspect: 'Service accounts',
		concerns: ['access'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: 'Programs use the one login.',
					sources: ['service-accounts', 'oss-vs-paid'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own service accounts and tokens.',
					sources: ['service-accounts'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: 'Granted tenant by tenant. One source has them belong to the instance, another to the tenant.',
					sources: ['kestractl-readme', 'service-accounts'],
					flag: 'uncertain',
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'Programs use the one login.',
					sources: ['service-accounts', 'oss-vs-paid'],
				},
				enterprise: {
					verdict: 'optional',
					how: 'A binding can limit one to namespaces.',
					sources: ['rbac', 'service-accounts'],
				},
			},
		},
	},
	{
		id: 'login',
		aspect: 'Way to sign in',
		concerns: ['access'],
		failsTogether: true,
		cells: {
			instances: {
				'open-source': {
					verdict: 'separated',
					how: 'Own user name and password, by basic authentication.',
					sources: ['basic-authentication'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own configuration for passwords, single sign-on or LDAP.',
					sources: ['security-and-secrets'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'Set once, in the configuration of the instance.',
					sources: ['security-and-secrets'],
					flag: 'inferred',
				},
			},
			namespaces: {
				verdict: 'shared',
				how: 'Set once, in the configuration of the instance.',
				sources: ['security-and-secrets'],
				flag: 'inferred',
			},
		},
	},
	{
		id: 'workers',
		aspect: 'Worker machines',
		concerns: ['uptime', 'cost'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own workers.',
				sources: ['manage-environments', 'worker-groups'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: "Shared by default. A worker queue can be kept for certain tenants (1.x: a worker group). On Cloud, Kestra's pages disagree.",
					sources: ['worker-groups', 'worker-groups-1x', 'release-2-0'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'One pool of workers.',
					sources: ['worker-groups'],
				},
				enterprise: {
					verdict: 'optional',
					how: "Shared by default. A namespace can have a default worker selector. On Cloud, Kestra's pages disagree.",
					sources: ['worker-groups', 'release-2-0'],
				},
			},
		},
	},
	{
		id: 'worker-disk',
		aspect: 'Disk of a worker, running scripts',
		concerns: ['data'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own workers, own disk. Two instances on one host still share its Docker socket and temporary folder, if both use them.',
				sources: ['worker-isolation', 'docker-compose'],
				flag: 'inferred',
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: 'Shared by default. Container runners, limits on Java code, or workers for each tenant can be added.',
					sources: ['worker-isolation', 'worker-groups'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: "Scripts share the worker's disk, unless they run in containers.",
					sources: ['worker-isolation'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'shared',
					how: 'Scripts on the same workers share the disk, unless they run in containers.',
					sources: ['worker-isolation'],
					flag: 'inferred',
				},
			},
		},
	},
	{
		id: 'limits',
		aspect: 'Concurrency limits and quotas',
		concerns: ['uptime'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'What runs in one does not count against the other.',
				sources: ['manage-environments'],
				flag: 'inferred',
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: 'Since 2.0 a tenant can have a limit on concurrent runs and quotas.',
					sources: ['kestractl-tenants', 'release-2-0'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'No quota for a namespace was found in open source. A single flow can limit its own concurrency.',
					sources: ['release-2-0'],
					flag: 'uncertain',
				},
				enterprise: {
					verdict: 'optional',
					how: 'Since 2.0 quotas hold for a flow, a namespace or a tenant; the most specific comes first.',
					sources: ['release-2-0'],
				},
			},
		},
	},
	{
		id: 'flow-ids',
		aspect: 'Flow ids',
		concerns: ['upgrades', 'data'],
		failsTogether: false,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'The same id and namespace may stand in both, which is what promotion wants.',
				sources: ['code-flow', 'plugin-git-push-flows'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'The same id and namespace may stand in several tenants.',
					sources: ['tenants'],
				},
			},
			namespaces: {
				verdict: 'separated',
				how: 'An id is unique within its namespace; two namespaces may use the same.',
				sources: ['code-flow'],
			},
		},
	},
	{
		id: 'addresses',
		aspect: 'Addresses of the interface and the API',
		concerns: ['access', 'cost'],
		failsTogether: false,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own host, or own path below one host.',
				sources: ['multi-tenancy', 'observability-and-networking'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'Same host. The tenant is a part of the path: `/ui/<tenant>/`, `/api/v1/<tenant>/`. Addresses for the whole instance have none.',
					sources: ['multi-tenancy', 'tenants'],
				},
			},
			namespaces: {
				verdict: 'shared',
				how: 'Same host and tenant. The namespace comes later in the path.',
				sources: ['multi-tenancy'],
			},
		},
	},
	{
		id: 'subflows',
		aspect: 'Subflows, flow triggers and the view of dependencies',
		concerns: ['access', 'uptime'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'No call across. Use the API or a webhook.',
				sources: ['business-unit-separation', 'code-subflow'],
				flag: 'inferred',
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'No call across: a subflow names a namespace and a flow, never a tenant.',
					sources: ['business-unit-separation', 'code-subflow'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'Every flow may call every other.',
					sources: ['business-unit-separation', 'code-namespace-service'],
				},
				enterprise: {
					verdict: 'optional',
					how: 'Flows call across, unless allowed namespaces forbid it.',
					sources: ['business-unit-separation', 'namespace-management'],
				},
			},
		},
	},
	{
		id: 'audit-logs',
		aspect: 'Audit logs',
		concerns: ['access'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: 'No audit logs.',
					sources: ['audit-logs', 'oss-vs-paid'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own audit logs.',
					sources: ['audit-logs'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'A view for each tenant. The Instance Owner sees all of them.',
					sources: ['audit-logs', 'instance-owner'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'No audit logs.',
					sources: ['audit-logs', 'oss-vs-paid'],
				},
				enterprise: {
					verdict: 'shared',
					how: 'One log; it can be filtered by namespace.',
					sources: ['audit-logs'],
				},
			},
		},
	},
	{
		id: 'kill-switch',
		aspect: 'Kill switch',
		concerns: ['uptime'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: 'Only server flags: `--ignore-executions` and `--ignore-flows`.',
					sources: ['kill-switch'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Acts within its own instance. Since 1.3.',
					sources: ['kill-switch'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: 'Can be aimed at one tenant.',
					sources: ['kill-switch'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'Only server flags, which name flows or runs.',
					sources: ['kill-switch'],
				},
				enterprise: {
					verdict: 'optional',
					how: 'Can be aimed at one namespace, flow or run.',
					sources: ['kill-switch'],
				},
			},
		},
	},
	{
		id: 'maintenance',
		aspect: 'Maintenance mode',
		concerns: ['uptime', 'upgrades'],
		failsTogether: true,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: 'No maintenance mode.',
					sources: ['maintenance-mode'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Pauses one instance: running tasks finish, new runs wait. The others go on. Since 0.21.',
					sources: ['maintenance-mode'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'Pauses the whole instance, every tenant in it included: running tasks finish, new runs wait.',
					sources: ['maintenance-mode'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'No maintenance mode.',
					sources: ['maintenance-mode'],
				},
				enterprise: {
					verdict: 'shared',
					how: 'Pauses the whole instance: running tasks finish, new runs wait.',
					sources: ['maintenance-mode'],
				},
			},
		},
	},
	{
		id: 'announcements',
		aspect: 'Announcements to users',
		concerns: ['upgrades'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: 'No announcements.',
					sources: ['announcements'],
				},
				enterprise: {
					verdict: 'separated',
					how: 'Own announcements. Since 0.20.',
					sources: ['announcements'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'Managed for the instance.',
					sources: ['announcements'],
					flag: 'uncertain',
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'No announcements.',
					sources: ['announcements'],
				},
				enterprise: {
					verdict: 'shared',
					how: 'Not by namespace.',
					sources: ['announcements'],
				},
			},
		},
	},
	{
		id: 'backup',
		aspect: 'Backup and restore',
		concerns: ['data', 'cost'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'separated',
					how: 'Back up the database and the storage of each.',
					sources: ['backup-and-restore'],
				},
				enterprise: {
					verdict: 'separated',
					how: '`kestra backups create FULL` takes the metadata of one instance. Database and storage come on top.',
					sources: ['backup-and-restore'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: '`kestra backups create TENANT` takes the metadata of one tenant, which can be restored into another.',
					sources: ['backup-and-restore'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'The backup of database and storage holds all of them.',
					sources: ['backup-and-restore'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'shared',
					how: 'No backup of one namespace was found; a backup can be limited to kinds of resources.',
					sources: ['backup-and-restore'],
					flag: 'uncertain',
				},
			},
		},
	},
	{
		id: 'deletion',
		aspect: 'Deletion',
		concerns: ['data'],
		failsTogether: true,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Goes with its database and storage, when they are its own. The others are untouched.',
				sources: ['runtime-and-storage'],
				flag: 'inferred',
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'Cannot be undone. Takes flows, namespaces, apps, dashboards and roles; leaves runs, logs, metrics, audit logs, KV pairs and files behind.',
					sources: ['tenants'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'A namespace is a name on flows, not a thing to delete.',
					sources: ['namespace', 'code-namespace-service'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'separated',
					how: 'A namespace can be an object of its own. What goes with it, and what stays, was not found.',
					sources: ['namespace-management'],
					flag: 'uncertain',
				},
			},
		},
	},
	{
		id: 'badge',
		aspect: 'Environment badge on screen',
		concerns: ['access'],
		failsTogether: false,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own name and colour, `kestra.environment.*`. A help for the eye, no safeguard.',
				sources: ['full-reference', 'code-misc-controller'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'shared',
					how: 'One badge for the instance.',
					sources: ['full-reference'],
				},
			},
			namespaces: {
				verdict: 'shared',
				how: 'One badge for the instance.',
				sources: ['full-reference'],
			},
		},
	},
	{
		id: 'git-sync',
		aspect: 'What a Git task reaches',
		concerns: ['upgrades'],
		failsTogether: false,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Acts in the instance it runs on.',
				sources: ['plugin-git-sync-flows'],
				flag: 'inferred',
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'Acts in the tenant of the flow it runs in, and no other.',
					sources: ['plugin-git-sync-flows', 'plugin-git-tenant-sync'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'The task names the namespace it writes to, and may name any.',
					sources: ['plugin-git-sync-flows', 'plugin-git-namespace-sync'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'optional',
					how: 'The task names the namespace it writes to. Allowed namespaces of that namespace can refuse it.',
					sources: ['plugin-git-sync-flows', 'plugin-git-namespace-sync'],
				},
			},
		},
	},
	{
		id: 'promote',
		aspect: 'Promote',
		concerns: ['upgrades', 'access'],
		failsTogether: false,
		cells: {
			instances: {
				'open-source': {
					verdict: 'absent',
					how: 'No Promote. Use Git or a pipeline.',
					sources: ['promote'],
				},
				enterprise: {
					verdict: 'separated',
					how: "Reaches only instances set up as a target. Since 2.0. For Cloud, Kestra's pages disagree.",
					sources: ['promote', 'promote-version-control'],
				},
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'Each tenant has its own targets. A target may name a tenant.',
					sources: ['promote'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'absent',
					how: 'No Promote. Use Git or a pipeline.',
					sources: ['promote'],
				},
				enterprise: {
					verdict: 'optional',
					how: 'The permission `FLOW: PROMOTE` is granted by namespace.',
					sources: ['promote'],
				},
			},
		},
	},
	{
		id: 'api-credentials',
		aspect: 'Default credentials of Git and API tasks',
		concerns: ['access'],
		failsTogether: false,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Set in the configuration of each instance. Open source can take its own login.',
				sources: ['sdk-authentication'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'optional',
					how: 'A tenant can have its own.',
					sources: ['sdk-authentication'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'One for the whole instance.',
					sources: ['sdk-authentication'],
				},
				enterprise: {
					verdict: 'optional',
					how: 'A namespace can have its own, which comes before that of the tenant.',
					sources: ['sdk-authentication'],
				},
			},
		},
	},
	{
		id: 'terraform',
		aspect: 'Terraform provider',
		concerns: ['upgrades', 'cost'],
		failsTogether: false,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'One provider configuration for each instance.',
				sources: ['terraform-provider-index'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'One provider configuration for each tenant, by alias.',
					sources: ['terraform-provider-index', 'terraform-provider-resources'],
				},
			},
			namespaces: {
				verdict: 'shared',
				how: 'One provider configuration; the namespace is an attribute of each resource.',
				sources: ['terraform-provider-resources'],
			},
		},
	},
	{
		id: 'dashboards',
		aspect: 'Dashboards, blueprints, apps, assets and MCP servers',
		concerns: ['data', 'access'],
		failsTogether: false,
		cells: {
			instances: {
				verdict: 'separated',
				how: 'Own set. Open source has fewer of these kinds.',
				sources: ['release-2-0', 'oss-vs-paid'],
			},
			tenants: {
				'open-source': onlyMain,
				enterprise: {
					verdict: 'separated',
					how: 'Own set. Each tenant gets an MCP server named `default`.',
					sources: ['rbac', 'release-2-0'],
				},
			},
			namespaces: {
				'open-source': {
					verdict: 'shared',
					how: 'Whoever has the login may change all of them.',
					sources: ['oss-vs-paid'],
					flag: 'inferred',
				},
				enterprise: {
					verdict: 'shared',
					how: 'Permissions on them are given for the whole tenant, though some of them name a namespace.',
					sources: ['rbac'],
					flag: 'uncertain',
				},
			},
		},
	},
] as const satisfies readonly MatrixRow[];

/** An aspect's id, which is also its anchor on the page that compares the levels. */
export type MatrixRowId = (typeof matrix)[number]['id'];
