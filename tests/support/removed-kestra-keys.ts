/** What samples must not use: keys and types that Kestra, its provider or its images have removed. */

/** A key that is rejected or silently ignored. */
export interface RemovedKey {
	readonly key: string;
	/** Only below this key, if the same key is valid elsewhere. */
	readonly below?: string;
	readonly since: string;
	readonly instead: string;
}

export const removedKeys: readonly RemovedKey[] = [
	{ key: 'pluginDefaults', since: '2.0', instead: 'values on the task, or a policy (Enterprise)' },
	{ key: 'taskDefaults', since: '2.0', instead: 'values on the task, or a policy (Enterprise)' },
	{ key: 'workerGroup', since: '2.0', instead: 'workerSelector' },
	{ key: 'preconditions', since: '2.0', instead: 'dependsOn and window' },
	{ key: 'conditions', below: 'triggers', since: '2.0', instead: 'when' },
	{ key: 'basicAuth', below: 'server', since: '2.0', instead: 'basic-auth' },
	{ key: 'enabled', below: 'basic-auth', since: '0.24', instead: 'nothing: it is always on' },
	{ key: 'enabled', below: 'tenants', since: '0.23', instead: 'nothing: it is always on' },
	{ key: 'defaultTenant', since: '0.23', instead: 'fallbackTenant' },
	{ key: 'default-tenant', since: '0.23', instead: 'fallbackTenant' },
	{ key: 'super-admin', since: '2.0', instead: 'instance-owner' },
	{ key: 'defaults', below: 'plugins', since: '2.0', instead: 'a policy (Enterprise)' },
	{ key: 'execution-data', since: '2.0', instead: 'nothing' },
	{ key: 'tenantId', since: '0.23', instead: 'the tenant of the address' },
	{ key: 'plugin_defaults', since: '2.0', instead: 'kestra_policy' },
	{ key: 'task_defaults', since: '2.0', instead: 'kestra_policy' },
	{ key: 'worker_group', since: '2.0', instead: 'default_worker_selector' },
	{ key: 'permissions', below: 'kestra_role', since: '2.0', instead: 'resources' },
	{ key: 'keep_original_source', below: 'kestra_flow', since: '0.16', instead: 'the provider' },
	{ key: 'kestra_template', since: '2.0', instead: 'nothing' },
];

/** A rejected value: a task type, an input type or an image. */
export const removedValues: readonly { readonly matches: RegExp; readonly instead: string }[] = [
	{ matches: /^io\.kestra\.core\./, instead: 'io.kestra.plugin.core.…' },
	{ matches: /^io\.kestra\.plugin\.core\.flow\.ForEach(Item)?$/, instead: 'Loop' },
	{ matches: /^(BOOLEAN|ENUM)$/, instead: 'BOOL or SELECT' },
	{ matches: /^kestra\/kestra:.*-no-plugins$/, instead: '-slim' },
	{ matches: /^kestra\/kestra(-ee)?(:latest)?$/, instead: 'a version' },
	{ matches: /^kestra-io\/(validate|deploy)-action@/, instead: 'kestra-io/github-actions/…' },
];
