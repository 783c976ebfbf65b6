/**
 * Layouts to break: every way to separate stages with every way to separate teams, the ones that the guide never
 * recommends included, so that their fates can be seen side by side.
 */
import { decisions } from './decisions.ts';
import type { OutcomeId } from './decisions.ts';
import type { Edition } from './matrix-shape.ts';
import { topologyOf } from './plan.ts';
import type { Stage, Tenant, Topology } from './topology.ts';

/** What separates the stages of a layout: what a plan may come to, or tenants, which no plan comes to. */
export type StageSplit = OutcomeId<'stages'> | 'tenant-per-stage';

/** What separates the teams of a layout. */
export type GroupSplit = OutcomeId<'groups'>;

/** A layout under default names. */
export interface Layout {
	/** Unique: `enterprise.tenant-per-stage.nothing-to-separate`. */
	readonly id: string;
	readonly edition: Edition;
	readonly stages: StageSplit;
	readonly groups: GroupSplit;
	readonly topology: Topology;
}

/** One way to separate, and what it is called. */
export interface Split<Id extends string> {
	readonly id: Id;
	readonly label: string;
	/** Whether it needs tenants, which only Enterprise has. */
	readonly needsTenants: boolean;
	/** Whether the guide may recommend it. */
	readonly recommended: boolean;
}

const [stageTable, groupTable] = decisions;

const outcomes = stageTable.outcomes.map(({ id, label }): Split<StageSplit> => ({
	id,
	label,
	needsTenants: false,
	recommended: true,
}));

/** What may separate stages, the weakest wall first. */
export const stageSplits: readonly Split<StageSplit>[] = [
	...outcomes.slice(0, 2),
	{
		id: 'tenant-per-stage',
		label: 'A tenant for each stage',
		needsTenants: true,
		recommended: false,
	},
	...outcomes.slice(2),
];

/** What may separate teams, the weakest wall first. */
export const groupSplits: readonly Split<GroupSplit>[] = groupTable.outcomes.map(
	({ id, label }) => ({
		id,
		label,
		needsTenants: id === 'tenant-per-group',
		recommended: true,
	}),
);

/** Whether an edition can be laid out so. */
export function admits(edition: Edition, split: Split<string>): boolean {
	return edition === 'enterprise' || !split.needsTenants;
}

/**
 * A layout under default names.
 * @returns undefined where the edition cannot have it
 */
export function layoutOf(
	edition: Edition,
	stages: StageSplit,
	groups: GroupSplit,
): Layout | undefined {
	const splits = [
		stageSplits.find(({ id }) => id === stages)!,
		groupSplits.find(({ id }) => id === groups)!,
	];
	if (!splits.every((split) => admits(edition, split))) return undefined;
	const topology =
		stages === 'tenant-per-stage'
			? withTenantPerStage(built(edition, 'single-instance', groups))
			: built(edition, stages, groups);
	return { id: `${edition}.${stages}.${groups}`, edition, stages, groups, topology };
}

/** Every layout that some edition can have. */
export const layouts: readonly Layout[] = (['open-source', 'enterprise'] as const).flatMap(
	(edition) =>
		stageSplits.flatMap(({ id: stages }) =>
			groupSplits.flatMap(({ id: groups }) => layoutOf(edition, stages, groups) ?? []),
		),
);

/** Teams laid out by team: the groups that every level may separate, in the fewest boxes. */
function built(edition: Edition, stages: OutcomeId<'stages'>, groups: GroupSplit): Topology {
	return topologyOf({
		outcomes: {
			stages,
			groups,
			sandboxes: 'shared-development',
			namespaces: 'by-team',
			edition: edition === 'enterprise' ? 'enterprise-in-use' : 'open-source-fits',
		},
		edition,
		groups: groups === 'nothing-to-separate' ? 'one-team' : 'teams',
		manyStages: stages === 'instance-per-stage',
		developmentAdded: false,
		oneDevelopment: false,
	});
}

/** The same instances, with each tenant once for each stage. */
function withTenantPerStage(topology: Topology): Topology {
	const stages: readonly Stage[] = [
		{ name: 'development', role: 'development' },
		{ name: 'production', role: 'production' },
	];
	const ofStage = (tenant: Tenant, stage: Stage): Tenant => ({
		...tenant,
		name: tenant.purpose === 'group' ? `${tenant.name}-${stage.name}` : stage.name,
		purpose: 'stage',
		stage,
	});
	return {
		...topology,
		stages,
		instances: topology.instances.map((instance) => ({
			...instance,
			stages,
			tenants: instance.tenants.flatMap((tenant) => stages.map((stage) => ofStage(tenant, stage))),
		})),
	};
}
