/** An example flow in each part of the plan, so that the way to production is seen working. */
import type { Plan } from '../plan/plan.ts';
import type { KitFile } from './kit-file.ts';
import type { Delivery, Place } from './places.ts';
import { hasOtherEnvironments, lastEnvironment } from './places.ts';
import { yamlFile } from './yaml-file.ts';

/** The id of every example flow. */
export const EXAMPLE = 'hello';

/** One flow in each folder of the first stage; where stages are folders, the others begin empty. */
export function exampleFlows(
	plan: Plan,
	places: readonly Place[],
	deliveries: readonly Delivery[],
): readonly KitFile[] {
	const byStage = plan.outcomes.stages === 'namespace-per-stage';
	const onlyThere =
		!byStage && hasOtherEnvironments(plan.topology) ? lastEnvironment(places) : undefined;
	const seen = new Set<string>();
	return deliveries.flatMap((delivery): readonly KitFile[] => {
		const { folder, stage, root, leaves, owner } = delivery;
		if (seen.has(folder)) return [];
		seen.add(folder);
		if (byStage && stage.role !== 'development') return [{ path: `${folder}/.gitkeep`, text: '' }];
		const namespace = leaves[0]!;
		return [
			{
				path: `${folder}${below(root, namespace)}/${EXAMPLE}.yaml`,
				text: yamlFile(
					`An example${owner === undefined ? '' : ` of ${owner}`}: replace it with a first flow of your own.`,
					flowOf(namespace, onlyThere),
					onlyThere === undefined
						? {}
						: { 'triggers/0/when': 'elsewhere the schedule never starts it' },
				),
			},
		];
	});
}

/** The folders for a namespace below that of its delivery, as the Git tasks expect them. */
const below = (root: string, namespace: string) =>
	namespace.slice(root.length).replaceAll('.', '/');

const flowOf = (namespace: string, onlyIn: string | undefined) => ({
	id: EXAMPLE,
	namespace,
	tasks: [
		{
			id: 'greet',
			type: 'io.kestra.plugin.core.log.Log',
			message: 'Hello from {{ kestra.environment }}, which calls {{ envs.api_url }}',
		},
	],
	...(onlyIn !== undefined && {
		triggers: [
			{
				id: 'every_night',
				type: 'io.kestra.plugin.core.trigger.Schedule',
				cron: '0 3 * * *',
				when: `{{ kestra.environment == '${onlyIn}' }}`,
			},
		],
	}),
});
