/**
 * The layout a reader has today, and the moves from it to a plan. The address has it as
 * `from=<outcome of stages>.<outcome of groups>`, such as `from=namespace-per-stage.nothing-to-separate`.
 */
import type { OutcomeId } from './decisions.ts';
import { decisionOf } from './lookup.ts';
import { leftBehind, movesBetween } from './moves.ts';
import type { MovableDecision, Move, NotCarried } from './moves.ts';
import type { Plan } from './plan.ts';

/** Today's layout: an outcome for each decision that moves can change. */
export interface Today {
	readonly stages: OutcomeId<'stages'>;
	readonly groups: OutcomeId<'groups'>;
}

/** Today's layout in the format of `from=` in the address. */
export const todayValue = ({ stages, groups }: Today): string => `${stages}.${groups}`;

/**
 * Reads the value of `from=`.
 * @returns undefined when it is not a layout; never throws
 */
export function readToday(value: string | null | undefined): Today | undefined {
	if (!value) return undefined;
	const [stages, groups, ...rest] = value.split('.');
	return rest.length === 0 && isOutcome('stages', stages) && isOutcome('groups', groups)
		? { stages, groups }
		: undefined;
}

const isOutcome = <D extends MovableDecision>(
	decision: D,
	id: string | undefined,
): id is OutcomeId<D> => decisionOf(decision).outcomes.some((outcome) => outcome.id === id);

/** The way from today's layout to a plan. */
export interface Journey {
	/** In order; empty when today's layout is already the plan's. */
	readonly moves: readonly Move[];
	/** The reason for the order; absent with fewer than two kinds of moves. */
	readonly order: string | undefined;
	/** The moves that cannot be taken back at all. */
	readonly forGood: readonly Move[];
	/** The moves that can be taken back until something is deleted or has run. */
	readonly untilThen: readonly Move[];
	/** What has to be transferred by hand, each item once. */
	readonly byHand: readonly NotCarried[];
	/** Whether today's tenants cannot stay, because the plan is for open source. */
	readonly leavesEnterprise: boolean;
}

const ranks = (decision: MovableDecision) => decisionOf(decision).outcomes.map(({ id }) => id);

/**
 * The moves from today's layout to a plan. Stages are separated first and merged last, so that the other moves can be
 * tried in development.
 */
export function journey(today: Today, plan: Plan): Journey {
	const { outcomes, topology } = plan;
	const chain = (decision: MovableDecision) => {
		const found = movesBetween(decision, today[decision], outcomes[decision], topology.edition);
		if (!found) throw new Error(`No moves lead from ${today[decision]} to ${outcomes[decision]}.`);
		return found;
	};
	const ofStages = chain('stages');
	const ofGroups = chain('groups');
	const order = ranks('stages');
	const merging = order.indexOf(outcomes.stages) < order.indexOf(today.stages);
	const moves = merging ? [...ofGroups, ...ofStages] : [...ofStages, ...ofGroups];
	return {
		moves,
		order:
			ofStages.length && ofGroups.length
				? merging
					? 'Stages are merged last, so that every other move can be tried in development first.'
					: 'Stages are separated first, so that every other move can be tried in development.'
				: undefined,
		forGood: moves.filter(({ reversible }) => reversible.can === 'no'),
		untilThen: moves.filter(({ reversible }) => reversible.can === 'until'),
		byHand: leftBehind(moves),
		leavesEnterprise: topology.edition === 'open-source' && today.groups === 'tenant-per-group',
	};
}
