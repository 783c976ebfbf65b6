/** The kinds of reference, what a split does to each, and what replaces it. Data: the page, the report and the command print it. */

/** What may lie between two parts. */
export type Separation = 'tenant' | 'instance';

/**
 * - `works`: as before
 * - `breaks`: fails, or finds nothing
 * - `unsure`: do not rely on it
 * - `change`: works once its address, tenant or token is changed
 * - `look`: not checked by the engine's trial or by source: look at it yourself
 */
export type Effect = 'works' | 'breaks' | 'unsure' | 'change' | 'look';

export const effectWords: Readonly<Record<Effect, string>> = {
	works: 'works',
	breaks: 'breaks',
	unsure: 'do not rely on it',
	change: 'needs another address, tenant or token',
	look: 'look at it yourself',
};

export type KindId =
	'call' | 'listen' | 'kv' | 'secret' | 'file' | 'git' | 'operation' | 'api' | 'look';

/** One kind of reference. */
export interface Kind {
	readonly id: KindId;
	/** What such a reference does, in the plural. */
	readonly label: string;
	/** What is searched for, in words; backticks mark code. */
	readonly what: string;
	/** Between two namespaces of one tenant, two tenants of one instance, two instances. */
	readonly effects: Readonly<Record<'namespace' | Separation, Effect>>;
	/** What takes its place, in one sentence. */
	readonly instead: string;
	/** Ids in `src/content/sources.yaml`. */
	readonly sources: readonly [string, ...string[]];
	/** The experiment on Kestra's engine that showed the effects for namespaces and tenants: `/experiments/<id>/`. */
	readonly experiment?: string;
	/** Finds candidates without this page. Run where the flows are. */
	readonly shell: string;
}

const breaksBeyondNamespaces = {
	namespace: 'works',
	tenant: 'breaks',
	instance: 'breaks',
} as const;

export const kinds: readonly Kind[] = [
	{
		id: 'call',
		label: 'Calls',
		what: 'A flow that starts another as a task: `Subflow`, `ForEachItem`, the older `Flow` and `Template`, and `KestraFlow` as a tool of an AI agent.',
		effects: breaksBeyondNamespaces,
		instead:
			'Call a webhook of the other flow, or its API, with credentials. Waiting for it and reading its outputs must be built anew.',
		sources: ['code-subflow'],
		experiment: 'calling-flows',
		shell: String.raw`grep -rnE --include='*.y*ml' -A6 '(flow|flows)\.(Subflow|Flow|ForEachItem|Template)|ai\.tool\.KestraFlow' .`,
	},
	{
		id: 'listen',
		label: 'Listens',
		what: 'A flow trigger: its conditions, `preconditions` or `dependsOn`. One without any listens to everything.',
		effects: { namespace: 'works', tenant: 'unsure', instance: 'breaks' },
		instead:
			'Let the upstream flow call a webhook. For central alerts, put one copy of the listening flow into each part.',
		sources: ['code-flow-trigger', 'code-flow-conditions', 'issue-kestra-19147'],
		experiment: 'flow-triggers',
		shell: String.raw`grep -rnE --include='*.y*ml' -A14 '(triggers\.types|core\.trigger)\.Flow' .`,
	},
	{
		id: 'kv',
		label: 'KV pairs',
		what: '`kv(…)` with a namespace, and the tasks `core.kv.*` that name one.',
		effects: breaksBeyondNamespaces,
		instead: 'Copy the pair into the part that reads it, or read it through the API.',
		sources: ['code-kv-function'],
		experiment: 'kv-pairs',
		shell: String.raw`grep -rnE --include='*.y*ml' -A5 'kv\([^)]*,|core\.kv\.' .`,
	},
	{
		id: 'secret',
		label: 'Secrets',
		what: '`secret(…)` with a namespace, an Enterprise feature. Secrets from the environment of the server have no namespace: see what both sides need.',
		effects: breaksBeyondNamespaces,
		instead: 'Create the secret in the part that reads it.',
		sources: ['cloud-getting-started', 'code-secret-service'],
		shell: String.raw`grep -rnE --include='*.y*ml' 'secret\([^)]*,' .`,
	},
	{
		id: 'file',
		label: 'Namespace files',
		what: '`nsfile://…` with a namespace, `read(…)`, `fileURI(…)` and others with `namespace=`, `namespaceFiles.namespaces`, and the tasks that upload, download and delete files.',
		effects: breaksBeyondNamespaces,
		instead: 'Copy the files, or sync them from Git into each part.',
		sources: ['code-namespace-file-tasks', 'code-local-storage'],
		experiment: 'namespace-files',
		shell: String.raw`grep -rnE --include='*.y*ml' -A5 'nsfile://[^/]|namespace *= *|namespaceFiles|core\.namespace\.' .`,
	},
	{
		id: 'git',
		label: 'Git tasks',
		what: '`PushFlows`, `SyncFlows`, `SyncFlow`, `NamespaceSync`, `PushNamespaceFiles`, `SyncNamespaceFiles`, `TenantSync`, those of dashboards, and the older `Push` and `Sync`.',
		effects: breaksBeyondNamespaces,
		instead: 'Give each part a job of its own.',
		sources: [
			'plugin-git-sync-flows',
			'plugin-git-push-flows',
			'plugin-git-namespace-sync',
			'plugin-git-sync-namespace-files',
			'plugin-git-tenant-sync',
		],
		shell: String.raw`grep -rnE --include='*.y*ml' -A12 'plugin\.(ee\.)?git\.' . | grep -iE 'git\.|namespace'`,
	},
	{
		id: 'operation',
		label: 'Operations',
		what: 'Tasks on the executions, logs and triggers of others: the purges, `Toggle`, `Count`, `Resume`, `log.Fetch`. A purge without a namespace works on everything.',
		effects: breaksBeyondNamespaces,
		instead: 'Put one copy into each part.',
		sources: ['code-execution-tasks', 'code-log-tasks', 'code-toggle'],
		shell: String.raw`grep -rnE --include='*.y*ml' -A6 'Purge|trigger\.Toggle|(execution|executions)\.(Counts?|Resume)|log\.Fetch' .`,
	},
	{
		id: 'api',
		label: "Kestra's own API",
		what: 'Tasks of `plugin.kestra`, and any text with an address that looks like the API: `/api/v1/executions/…`. Other products have such addresses too.',
		effects: { namespace: 'works', tenant: 'change', instance: 'change' },
		instead: 'Change the address, the tenant and the token.',
		sources: ['plugin-kestra'],
		shell: String.raw`grep -rnE --include='*.y*ml' -A5 '/api/v1/|plugin\.kestra\.' .`,
	},
	{
		id: 'look',
		label: 'Other things with a namespace',
		what: 'Enterprise and 2.0: assets and reusable inputs of another namespace. Also an argument `namespace=` of a function that this page does not know.',
		effects: { namespace: 'look', tenant: 'look', instance: 'look' },
		instead: 'Look at it yourself: whether it is shared was not tried.',
		sources: ['release-2-0'],
		shell: `grep -rnE --include='*.y*ml' -A8 '^ *assets:|^ *(- )?ref:' .`,
	},
];

/** The kind with an id. */
export const kindOf = (id: KindId): Kind => kinds.find((kind) => kind.id === id) as Kind;
