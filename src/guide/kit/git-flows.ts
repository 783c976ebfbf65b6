/** The way to production by flows: one pushes from development to a branch, one pulls a branch everywhere else. */
import type { Plan } from '../plan/plan.ts';
import { groupBy } from './group-by.ts';
import type { KitFile } from './kit-file.ts';
import type { Delivery } from './places.ts';
import { yamlFile } from './yaml-file.ts';

/** A Git flow, with the instances and tenants that it is set in. */
export interface GitFlow extends KitFile {
	/** Ids of instances and tenants, as `instance/tenant`. */
	readonly in: readonly string[];
}

const repository = {
	url: '{{ envs.git_url }}',
	branch: '{{ envs.git_branch }}',
	username: "{{ secret('GIT_USERNAME') }}",
	password: "{{ secret('GIT_TOKEN') }}",
};

/** Where a delivery goes. */
const target = ({ place, tenant }: Delivery) => `${place.id}/${tenant.name}`;

/** The flows of a plan, each once for all the places that it is the same in. */
export function gitFlows(plan: Plan, deliveries: readonly Delivery[]): readonly GitFlow[] {
	return [
		...flowsOf(
			deliveries.filter(({ stage }) => isFirst(stage.role)),
			'push_to_git',
			(some) => pushFlow(some, plan),
		),
		...flowsOf(
			// Where everything is one place, Git is what brings back an earlier version: a pull would undo changes.
			deliveries.filter(({ stage }) => !isFirst(stage.role)),
			'sync_from_git',
			syncFlow,
		),
	];
}

const isFirst = (role: string) => role === 'development' || role === 'everything';

function flowsOf(
	deliveries: readonly Delivery[],
	name: string,
	flow: (deliveries: readonly Delivery[]) => string,
): readonly GitFlow[] {
	// Where flows are pushed and pulled depends only on folders and namespaces: instances with the same share a flow.
	const byTarget = groupBy(deliveries, target);
	const bySame = groupBy([...byTarget], ([, some]) =>
		some.map(({ folder, root }) => `${folder} ${root}`).join('\n'),
	);
	return [...bySame.values()].map((same, index) => ({
		path: `git-flows/${name}${bySame.size > 1 ? `_${index + 1}` : ''}.yaml`,
		text: flow(same[0]![1]),
		in: same.map(([to]) => to),
	}));
}

function pushFlow(deliveries: readonly Delivery[], { outcomes }: Plan): string {
	return yamlFile(
		'Lives where flows are built. Run it when a change is ready, then open a pull request from its branch.',
		{
			id: 'push_to_git',
			namespace: 'system',
			tasks: deliveries.map(({ folder, root }, index) => ({
				id: `push_${index + 1}`,
				type: 'io.kestra.plugin.git.PushFlows',
				sourceNamespace: root,
				includeChildNamespaces: true,
				gitDirectory: folder,
				...repository,
				// The instance has one branch, which its production namespaces pull from.
				...(outcomes.stages === 'namespace-per-stage' && { branch: 'from-development' }),
				commitMessage: `Flows of ${root}`,
				delete: false,
				dryRun: true,
			})),
		},
		{
			'tasks/0/delete': 'true would remove from Git what this instance does not have',
			'tasks/0/dryRun': 'look first at what it would change, then say false in every task',
		},
	);
}

function syncFlow(deliveries: readonly Delivery[]): string {
	return yamlFile(
		'Lives where flows do their work. It takes what was reviewed and merged.',
		{
			id: 'sync_from_git',
			namespace: 'system',
			tasks: deliveries.map(({ folder, root }, index) => ({
				id: `sync_${index + 1}`,
				type: 'io.kestra.plugin.git.SyncFlows',
				targetNamespace: root,
				includeChildNamespaces: true,
				gitDirectory: folder,
				...repository,
				delete: false,
				dryRun: true,
			})),
			triggers: [
				{
					id: 'every_15_minutes',
					type: 'io.kestra.plugin.core.trigger.Schedule',
					cron: '*/15 * * * *',
				},
			],
		},
		{
			'tasks/0/delete': 'true would let Git win completely',
			'tasks/0/dryRun': 'look first at what it would change, then say false in every task',
		},
	);
}
