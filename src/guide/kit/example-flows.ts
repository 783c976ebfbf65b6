/** An example flow in each part of the plan, so that the way to production is seen working. */
import type { Plan } from '../plan/plan.ts';
import type { KitFile } from './kit-file.ts';
import type { Delivery, Place } from './places.ts';
import { below, hasOtherEnvironments, lastEnvironment } from './places.ts';
import { yamlFile } from './yaml-file.ts';

/** The id of every example flow. */
const EXAMPLE = 'hello';

/**
 * The file of every example flow. `PushFlows` names files like this: with another ending, Git would hold a flow twice
 * once it is pushed, and what pulls it would take either.
 */
export const EXAMPLE_FILE = `${EXAMPLE}.yml`;

/**
 * One flow in each folder. Where stages are folders, those of later ones have theirs too, as if it had been promoted:
 * kestractl fails on a folder without a flow, and with it each run of a pipeline.
 */
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
		const { folder, root, leaves, owner } = delivery;
		if (seen.has(folder)) return [];
		seen.add(folder);
		const namespace = leaves[0]!;
		return [
			{
				path: `${folder}${below(root, namespace)}/${EXAMPLE_FILE}`,
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
