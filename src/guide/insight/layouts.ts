/**
 * The layouts of the drill: every way to separate stages combined with every way to separate teams, including those that
 * the guide never recommends, so that they can be compared.
 */

import type { OutcomeId } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import type { Edition } from '../kestra/matrix-types.ts';
import type { Stage, Tenant, Topology } from '../kestra/topology.ts';
import { topologyOf } from '../plan/build-topology.ts';

/** What separates the stages of a layout: an outcome of a plan, or tenants, which no plan uses for stages. */
export type StageSplit = OutcomeId<'stages'> | 'tenant-per-stage';

/** What separates the teams of a layout. */
export type GroupSplit = OutcomeId<'groups'>;

/** A layout with default names. */
export interface Layout {
	/** Unique: `enterprise.tenant-per-stage.nothing-to-separate`. */
	readonly id: string;
	readonly edition: Edition;
	readonly stages: StageSplit;
	readonly groups: GroupSplit;
	readonly topology: Topology;
}

/** One way to separate, and its name. */
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

/** The ways to separate stages, the weakest wall first. */
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

/** The ways to separate teams, the weakest wall first. */
export const groupSplits: readonly Split<GroupSplit>[] = groupTable.outcomes.map(
	({ id, label }) => ({
		id,
		label,
		needsTenants: id === 'tenant-per-group',
		recommended: true,
	}),
);

/** Whether an edition can have the layout. */
export function admits(edition: Edition, split: Split<string>): boolean {
	return edition === 'enterprise' || !split.needsTenants;
}

/**
 * A layout with default names.
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

/** Every layout of every edition that can have it. */
export const layouts: readonly Layout[] = (['open-source', 'enterprise'] as const).flatMap(
	(edition) =>
		stageSplits.flatMap(({ id: stages }) =>
			groupSplits.flatMap(({ id: groups }) => layoutOf(edition, stages, groups) ?? []),
		),
);

/** Teams as groups, and namespaces by team: every level can separate teams, and this takes the fewest boxes. */
function built(edition: Edition, stages: OutcomeId<'stages'>, groups: GroupSplit): Topology {
	return topologyOf({
		outcomes: {
			stages,
			groups,
			exceptions: 'no-exceptions',
			sandboxes: 'shared-development',
			namespaces: 'by-team',
			edition: edition === 'enterprise' ? 'enterprise-in-use' : 'open-source-fits',
		},
		edition,
		called: 'team',
		manyStages: stages === 'instance-per-stage',
		developmentAdded: false,
		localDevelopment: false,
		oneDevelopment: false,
		tenants:
			edition === 'open-source' ? 'main' : groups === 'tenant-per-group' ? 'group' : 'company',
		hidden: 'none',
		exceptionsCannotShare: false,
		groupInPath: groups === 'namespace-per-group',
	});
}

/** The same instances, with every tenant repeated for each stage. */
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
