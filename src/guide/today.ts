/**
 * The layout a reader has today, and the way from it to a plan. Today's layout stands in the address as
 * `from=<outcome of stages>.<outcome of groups>`, such as `from=namespace-per-stage.nothing-to-separate`.
 */
import type { OutcomeId } from './decisions.ts';
import { decisionOf } from './lookup.ts';
import { leftBehind, movesBetween } from './moves.ts';
import type { MovableDecision, Move, NotCarried } from './moves.ts';
import type { Plan } from './plan.ts';

/** What a reader has today: an outcome of each decision that an existing layout can be moved from. */
export interface Today {
	readonly stages: OutcomeId<'stages'>;
	readonly groups: OutcomeId<'groups'>;
}

/** Today's layout, as written in the address after `from=`. */
export const todayValue = ({ stages, groups }: Today): string => `${stages}.${groups}`;

/**
 * Reads what follows `from=`.
 * @returns undefined when it is not a layout; it never throws
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
	/** In order; none when today's layout is already the plan's. */
	readonly moves: readonly Move[];
	/** Why they stand in that order; none for fewer than two kinds of move. */
	readonly order: string | undefined;
	/** The moves that cannot be taken back at all. */
	readonly forGood: readonly Move[];
	/** The moves that can be taken back until something is deleted or has run. */
	readonly untilThen: readonly Move[];
	/** What no move carries and has to be brought along by hand, each named once. */
	readonly byHand: readonly NotCarried[];
	/** Whether today's tenants have to be given up because the plan is for open source. */
	readonly leavesEnterprise: boolean;
}

const ranks = (decision: MovableDecision) => decisionOf(decision).outcomes.map(({ id }) => id);

/**
 * The moves from today's layout to a plan. Stages are separated before anything else and merged after everything else,
 * so that the other moves can be tried in development first.
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
