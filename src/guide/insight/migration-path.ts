/**
 * The layout a reader has today, and the moves from it to a plan. The address has it as
 * `from=<outcome of stages>.<outcome of groups>`, such as `from=namespace-per-stage.nothing-to-separate`.
 */
import type { OutcomeId } from '../kestra/decisions.ts';
import { decisionOf } from '../kestra/lookup.ts';
import type { MigratableDecision, Migration, NotCarried } from '../kestra/migrations.ts';
import { migrations as allMigrations, notCarried } from '../kestra/migrations.ts';
import type { Plan } from '../plan/plan.ts';

/** Today's layout: an outcome for each decision that moves can change. */
export interface CurrentLayout {
	readonly stages: OutcomeId<'stages'>;
	readonly groups: OutcomeId<'groups'>;
}

/** Today's layout in the format of `from=` in the address. */
export const layoutValue = ({ stages, groups }: CurrentLayout): string => `${stages}.${groups}`;

/**
 * Reads the value of `from=`.
 * @returns undefined when it is not a layout; never throws
 */
export function readLayout(value: string | null | undefined): CurrentLayout | undefined {
	if (!value) return undefined;
	const [stages, groups, ...rest] = value.split('.');
	return rest.length === 0 && isOutcome('stages', stages) && isOutcome('groups', groups)
		? { stages, groups }
		: undefined;
}

const isOutcome = <D extends MigratableDecision>(
	decision: D,
	id: string | undefined,
): id is OutcomeId<D> => decisionOf(decision).outcomes.some((outcome) => outcome.id === id);

/** The way from today's layout to a plan. */
export interface MigrationPath {
	/** In order; empty when today's layout is already the plan's. */
	readonly migrations: readonly Migration[];
	/** The reason for the order; absent with fewer than two kinds of moves. */
	readonly order: string | undefined;
	/** What has to be transferred by hand, each item once. */
	readonly byHand: readonly NotCarried[];
	/** Whether today's tenants cannot stay, because the plan is for open source. */
	readonly leavesEnterprise: boolean;
}

const ranks = (decision: MigratableDecision) => decisionOf(decision).outcomes.map(({ id }) => id);

/**
 * The moves from today's layout to a plan. Stages are separated first and merged last, so that the other moves can be
 * tried in development.
 */
export function migrationPath(today: CurrentLayout, plan: Plan): MigrationPath {
	const { outcomes, topology } = plan;
	const chain = (decision: MigratableDecision) => {
		const found = migrationsBetween(
			decision,
			today[decision],
			outcomes[decision],
			topology.edition,
		);
		if (!found) throw new Error(`No moves lead from ${today[decision]} to ${outcomes[decision]}.`);
		return found;
	};
	const ofStages = chain('stages');
	const ofGroups = chain('groups');
	const order = ranks('stages');
	const merging = order.indexOf(outcomes.stages) < order.indexOf(today.stages);
	const migrations = merging ? [...ofGroups, ...ofStages] : [...ofStages, ...ofGroups];
	return {
		migrations,
		order:
			ofStages.length && ofGroups.length
				? merging
					? 'Stages are merged last, so that every other move can be tried in development first.'
					: 'Stages are separated first, so that every other move can be tried in development.'
				: undefined,
		byHand: leftBehind(migrations),
		leavesEnterprise: topology.edition === 'open-source' && today.groups === 'tenant-per-group',
	};
}

/**
 * The shortest chain of moves from one outcome to another, in order.
 * @param edition with `open-source`, moves that need Enterprise are left out
 * @returns no moves where both outcomes are the same; undefined where an id is unknown to the moves of this decision,
 * or where open source cannot have the layout asked for
 */
export function migrationsBetween(
	decision: MigratableDecision,
	from: string,
	to: string,
	edition: 'open-source' | 'enterprise' = 'enterprise',
): readonly Migration[] | undefined {
	const usable = allMigrations.filter(
		(migration) =>
			migration.decision === decision &&
			(edition === 'enterprise' || migration.edition !== 'enterprise'),
	);
	if (!usable.some((migration) => migration.from === from || migration.to === from))
		return undefined;
	const chains = new Map<string, readonly Migration[]>([[from, []]]);
	// A Map visits entries added while it is walked: breadth first, so the first chain found is a shortest one.
	for (const [reached, chain] of chains)
		for (const migration of usable)
			if (migration.from === reached && !chains.has(migration.to))
				chains.set(migration.to, [...chain, migration]);
	return chains.get(to);
}

/** What the moves of a chain leave behind, each named once, in the order of `notCarried`. */
export function leftBehind(chain: readonly Migration[]): readonly NotCarried[] {
	return notCarried.filter(({ id }) => chain.some((migration) => migration.carries.includes(id)));
}

/** The moves that lead to an outcome, given as `decision.outcome`. */
export function migrationsTo(outcome: string): readonly Migration[] {
	return allMigrations.filter((migration) => `${migration.decision}.${migration.to}` === outcome);
}

/** The moves that lead away from an outcome, given as `decision.outcome`. */
export function migrationsFrom(outcome: string): readonly Migration[] {
	return allMigrations.filter((migration) => `${migration.decision}.${migration.from}` === outcome);
}
