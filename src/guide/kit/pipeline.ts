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

/**
 * Whether no earlier job works in the environments of the last stage, so that they can be guarded. What is proposed is
 * validated in those of the first: it would be kept out of one that takes the branch main alone.
 */
export function lastIsApart(stages: readonly PipelineStage[]): boolean {
	const [first] = stages as readonly [PipelineStage];
	const instancesOf = ({ targets }: PipelineStage) => targets.map(({ instance }) => instance);
	const earlier = new Set([first, ...stages.slice(0, -1)].flatMap(instancesOf));
	return instancesOf(stages.at(-1)!).every((instance) => !earlier.has(instance));
}
