/** What a pipeline of GitHub or GitLab has to deliver, and in which order. */
import type { Plan } from '../plan/plan.ts';
import { groupBy } from './group-by.ts';
import type { Delivery } from './places.ts';

/** One delivery of a pipeline. */
export interface Target {
	/** Id of the instance; the environment of the pipeline has the same name. */
	readonly instance: string;
	readonly tenant: string;
	readonly directory: string;
}

/** The deliveries of one stage. */
export interface PipelineStage {
	readonly name: string;
	readonly role: Delivery['stage']['role'];
	readonly targets: readonly Target[];
}

/** The stages of a pipeline in the order of the plan, each with its deliveries. */
export function pipelineStages(
	plan: Plan,
	deliveries: readonly Delivery[],
): readonly PipelineStage[] {
	const [single] = plan.topology.stages;
	return [...groupBy(deliveries, ({ stage }) => stage.name).values()]
		.map((some) => {
			const { stage } = some[0]!;
			return {
				name: stage.role === 'everything' ? (single?.name ?? stage.name) : stage.name,
				role: stage.role,
				// One for each owner, so that a broken flow of one does not stop another's release.
				targets: some.map(({ place, tenant, folder }) => ({
					instance: place.id,
					tenant: tenant.name,
					directory: `./${folder}`,
				})),
			};
		})
		.sort((a, b) => order(plan, a.name) - order(plan, b.name));
}

const order = ({ topology }: Plan, name: string) =>
	topology.stages.findIndex((stage) => stage.name === name);
