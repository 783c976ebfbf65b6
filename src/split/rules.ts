/** Which task and trigger types refer to another namespace, under all their names from 0.1x to 2.0. Data. */
import type { KindId } from './kinds.ts';

/** Where a type names its target. */
export interface Place {
	/** The property, or the path to it; `[]` goes through a list: `flows[].namespace`. */
	readonly namespace: string;
	/** The property beside it that names a flow. */
	readonly flow?: string;
	/** The properties of the task, or the paths to them, all of which must be true for children to belong to it as well. */
	readonly children?: readonly string[];
	/** Whether a property that is left out counts as true. */
	readonly childrenByDefault?: true;
	/** Whether children always belong to it. */
	readonly withChildren?: true;
	/** Whether the namespace is a pattern with `*`. */
	readonly pattern?: true;
}

/** Types that refer in the same way. */
export interface TypeRule {
	readonly kind: KindId;
	/** Full names; one that ends in `.*` stands for all below it. */
	readonly types: readonly string[];
	readonly places: readonly Place[];
	/**
	 * What a task refers to that names no namespace: its own, with its children where the task says so; everything there
	 * is; or nothing that can be known because the property is required.
	 */
	readonly unnamed: 'own' | 'everything' | 'required';
	/** Said with the finding. */
	readonly note?: string;
}

const core = 'io.kestra.plugin.core';
const old = 'io.kestra.core.tasks';
const git = 'io.kestra.plugin.git';
const enterpriseGit = 'io.kestra.plugin.ee.git';
const api = 'io.kestra.plugin.kestra';

export const typeRules: readonly TypeRule[] = [
	{
		kind: 'call',
		types: [
			`${core}.flow.Subflow`,
			`${core}.flow.ForEachItem`,
			`${core}.flow.Flow`,
			`${old}.flows.Flow`,
			`${old}.flows.Subflow`,
			`${old}.flows.ForEachItem`,
			'io.kestra.plugin.ai.tool.KestraFlow',
		],
		places: [{ namespace: 'namespace', flow: 'flowId' }],
		unnamed: 'required',
	},
	{
		kind: 'call',
		types: [`${core}.flow.Template`, `${old}.flows.Template`],
		places: [{ namespace: 'namespace', flow: 'templateId' }],
		unnamed: 'required',
		note: 'a template, which newer versions do not have',
	},
	{
		kind: 'kv',
		types: [
			`${core}.kv.Get`,
			`${core}.kv.GetKeys`,
			`${core}.kv.Set`,
			`${core}.kv.Put`,
			`${core}.kv.Delete`,
		],
		places: [{ namespace: 'namespace' }],
		unnamed: 'own',
	},
	{
		kind: 'file',
		types: [
			`${core}.namespace.UploadFiles`,
			`${core}.namespace.DownloadFiles`,
			`${core}.namespace.DeleteFiles`,
			`${old}.namespaces.UploadFiles`,
			`${old}.namespaces.DownloadFiles`,
			`${old}.namespaces.DeleteFiles`,
		],
		places: [{ namespace: 'namespace' }],
		unnamed: 'own',
	},
	{
		kind: 'git',
		types: [`${git}.PushFlows`],
		places: [{ namespace: 'sourceNamespace', children: ['includeChildNamespaces'] }],
		unnamed: 'own',
	},
	{
		kind: 'git',
		types: [`${git}.SyncFlows`],
		places: [{ namespace: 'targetNamespace', children: ['includeChildNamespaces'] }],
		unnamed: 'own',
	},
	{
		kind: 'git',
		types: [`${git}.SyncFlow`],
		places: [{ namespace: 'targetNamespace' }],
		unnamed: 'own',
	},
	{
		kind: 'git',
		types: [
			`${git}.NamespaceSync`,
			`${git}.PushNamespaceFiles`,
			`${git}.SyncNamespaceFiles`,
			`${git}.Sync`,
			`${old}.git.Sync`,
		],
		places: [{ namespace: 'namespace', children: ['includeChildNamespaces'] }],
		unnamed: 'own',
	},
	{
		kind: 'git',
		types: [`${git}.Push`, `${old}.git.Push`],
		places: [
			{
				namespace: 'namespace',
				children: ['flows.enabled', 'flows.childNamespaces'],
				childrenByDefault: true,
			},
		],
		unnamed: 'own',
	},
	{
		kind: 'git',
		types: [
			`${git}.TenantSync`,
			`${git}.PushDashboards`,
			`${git}.SyncDashboards`,
			`${enterpriseGit}.PushDashboards`,
			`${enterpriseGit}.SyncDashboards`,
		],
		places: [],
		unnamed: 'everything',
	},
	{
		kind: 'operation',
		types: [
			`${core}.execution.PurgeExecutions`,
			`${core}.storage.Purge`,
			`${core}.storage.PurgeStorage`,
			`${core}.log.PurgeLogs`,
			`${core}.flow.PurgeFlows`,
			`${old}.storages.Purge`,
			'io.kestra.plugin.ee.core.log.PurgeAuditLogs',
			'io.kestra.plugin.ee.core.assets.PurgeAssets',
		],
		places: [{ namespace: 'namespace', flow: 'flowId', withChildren: true }],
		unnamed: 'everything',
	},
	{
		kind: 'operation',
		types: [`${core}.kv.PurgeKV`, `${core}.namespace.PurgeFiles`],
		places: [
			{
				namespace: 'namespaces[]',
				children: ['includeChildNamespaces'],
				childrenByDefault: true,
			},
			{ namespace: 'namespacePattern', pattern: true },
		],
		unnamed: 'everything',
	},
	{
		kind: 'operation',
		types: [
			`${core}.trigger.Toggle`,
			`${old}.trigger.Toggle`,
			`${core}.execution.Resume`,
			`${core}.log.Fetch`,
			`${old}.log.Fetch`,
		],
		places: [{ namespace: 'namespace', flow: 'flowId' }],
		unnamed: 'own',
	},
	{
		kind: 'operation',
		types: [`${core}.execution.Count`, `${core}.execution.Counts`, `${old}.executions.Counts`],
		places: [
			{ namespace: 'flows[].namespace', flow: 'flowId' },
			{ namespace: 'namespaces[]', withChildren: true },
		],
		unnamed: 'required',
	},
	{
		kind: 'api',
		types: [`${api}.*`],
		places: [{ namespace: 'namespace', flow: 'flowId' }],
		unnamed: 'required',
	},
];

const byType = new Map(
	typeRules.flatMap((rule) =>
		rule.types.filter((type) => !type.endsWith('.*')).map((type) => [type, rule] as const),
	),
);
const families = typeRules.flatMap((rule) =>
	rule.types
		.filter((type) => type.endsWith('.*'))
		.map((type) => [type.slice(0, -1), rule] as const),
);

/** The rule for a type; undefined where the type refers to nothing else. */
export const ruleFor = (type: string): TypeRule | undefined =>
	byType.get(type) ?? families.find(([start]) => type.startsWith(start))?.[1];

/** Flow triggers, under all their names. Their conditions are read by `listens.ts`. */
export const flowTriggers: readonly string[] = [
	`${core}.trigger.Flow`,
	'io.kestra.core.models.triggers.types.Flow',
];

/** Triggers that others call: their address holds the tenant, the namespace and the flow. */
export const incomingTriggers: readonly string[] = [
	`${core}.trigger.Webhook`,
	'io.kestra.core.models.triggers.types.Webhook',
	`${core}.trigger.McpToolTrigger`,
];

const conditions = [`${core}.condition`, 'io.kestra.core.models.conditions.types'];
const named = (...names: readonly string[]): readonly string[] =>
	conditions.flatMap((start) => names.map((name) => `${start}.${name}`));

/** Conditions of a flow trigger, by what they say of the upstream flow. */
export const conditionTypes = {
	/** One flow: `namespace`, `flowId`. */
	flow: named('ExecutionFlow', 'ExecutionFlowCondition', 'FlowCondition'),
	/** A namespace: `namespace`, and `prefix` or `comparison`. */
	namespace: named(
		'ExecutionNamespace',
		'ExecutionNamespaceCondition',
		'FlowNamespace',
		'FlowNamespaceCondition',
	),
	not: named('Not', 'NotCondition'),
	or: named('Or', 'OrCondition'),
	several: named('MultipleCondition'),
	/** They say when or with what result, never who. */
	neutral: named(
		'ExecutionStatus',
		'ExecutionStatusCondition',
		'ExecutionLabels',
		'ExecutionLabelsCondition',
		'ExecutionOutputs',
		'ExecutionOutputsCondition',
		'HasRetryAttempt',
		'HasRetryAttemptCondition',
		'DateTimeBetween',
		'DateTimeBetweenCondition',
		'DayWeek',
		'DayWeekCondition',
		'DayWeekInMonth',
		'DayWeekInMonthCondition',
		'PublicHoliday',
		'PublicHolidayCondition',
		'TimeBetween',
		'TimeBetweenCondition',
		'Weekend',
		'WeekendCondition',
	),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Functions of expressions, with the names of their arguments in order. */
export const functionRules: Readonly<
	Record<string, { readonly kind: KindId; readonly arguments: readonly string[] }>
> = {
	kv: { kind: 'kv', arguments: ['key', 'namespace', 'errorOnMissing'] },
	secret: { kind: 'secret', arguments: ['key', 'namespace', 'subkey'] },
	read: { kind: 'file', arguments: ['path', 'namespace'] },
	fileURI: { kind: 'file', arguments: ['path', 'namespace'] },
	fileSize: { kind: 'file', arguments: ['path', 'namespace'] },
	fileExists: { kind: 'file', arguments: ['path', 'namespace'] },
	isFileEmpty: { kind: 'file', arguments: ['path', 'namespace'] },
	fileEmpty: { kind: 'file', arguments: ['path', 'namespace'] },
};
