/** The way to production by flows: one pushes from development to a branch, one pulls a branch everywhere else. */
import type { Plan } from '../plan/plan.ts';
import { groupBy } from './group-by.ts';
import type { KitFile } from './kit-file.ts';
import { below, type Delivery } from './places.ts';
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
	const byTarget = groupBy(deliveries, target);
	const isPushed = ({ stage }: Delivery) => isFirst(stage.role);
	return [
		...flowsOf(byTarget, isPushed, 'push_to_git', (some, there) => pushFlow(some, there, plan)),
		// Where everything is one place, Git is what brings back an earlier version: a pull would undo changes.
		...flowsOf(byTarget, (delivery) => !isPushed(delivery), 'sync_from_git', syncFlow),
	];
}

const isFirst = (role: string) => role === 'development' || role === 'everything';

/** @param flow writes it for some deliveries, beside all those that there are to the same instance and tenant */
function flowsOf(
	byTarget: ReadonlyMap<string, readonly Delivery[]>,
	has: (delivery: Delivery) => boolean,
	name: string,
	flow: (deliveries: readonly Delivery[], there: readonly Delivery[]) => string,
): readonly GitFlow[] {
	const written = [...byTarget].flatMap(([to, there]) => {
		const some = there.filter(has);
		return some.length > 0 ? [{ to, text: flow(some, there) }] : [];
	});
	const bySame = groupBy(written, ({ text }) => text);
	return [...bySame].map(([text, same], index) => ({
		path: `git-flows/${name}${bySame.size > 1 ? `_${index + 1}` : ''}.yaml`,
		text,
		in: same.map(({ to }) => to),
	}));
}

/** What one task pushes. */
interface Push {
	readonly namespace: string;
	/** Whether it takes the child namespaces along. */
	readonly children: boolean;
	readonly folder: string;
}

/**
 * What to push, each flow into one folder. With its child namespaces a task takes all that begin with the same
 * characters, `acme.eu-west` with `acme.eu`: it asks Kestra for those that start with it (`PushFlows.java`, version 3).
 * So a namespace that begins like one with another folder goes part by part.
 */
function pushesOf(deliveries: readonly Delivery[], there: readonly Delivery[]): readonly Push[] {
	const all = ['system', ...there.flatMap(({ leaves }) => leaves)];
	const onlyItsOwn = (namespace: string, own: readonly string[]) =>
		all.every((other) => own.includes(other) || !other.startsWith(namespace));
	return deliveries.flatMap(({ root, folder, leaves }): readonly Push[] =>
		onlyItsOwn(root, leaves)
			? [{ namespace: root, children: true, folder }]
			: leaves.map((leaf) => ({
					namespace: leaf,
					children: onlyItsOwn(leaf, [leaf]),
					folder: `${folder}${below(root, leaf)}`,
				})),
	);
}

function pushFlow(
	deliveries: readonly Delivery[],
	there: readonly Delivery[],
	{ outcomes }: Plan,
): string {
	const pushes = pushesOf(deliveries, there);
	const inParts = pushes.length > deliveries.length;
	const alone = pushes.findIndex(({ children }) => !children);
	return yamlFile(
		`Lives where flows are built. Run it when a change is ready, then open a pull request from its branch.${
			inParts
				? '\nA new namespace needs a task of its own: one task for several would also push what has another folder.'
				: ''
		}`,
		{
			id: 'push_to_git',
			namespace: 'system',
			tasks: pushes.map(({ namespace, children, folder }, index) => ({
				id: `push_${index + 1}`,
				type: 'io.kestra.plugin.git.PushFlows',
				sourceNamespace: namespace,
				includeChildNamespaces: children,
				gitDirectory: folder,
				...repository,
				// The instance has one branch, which its production namespaces pull from.
				...(outcomes.stages === 'namespace-per-stage' && { branch: 'from-development' }),
				commitMessage: `Flows of ${namespace}`,
				delete: false,
				dryRun: true,
			})),
		},
		{
			'tasks/0/delete': 'true would remove from Git what this instance does not have',
			'tasks/0/dryRun': 'look first at what it would change, then say false in every task',
			...(alone >= 0 && {
				[`tasks/${alone}/includeChildNamespaces`]:
					'true would take every namespace that begins with the same characters',
			}),
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
