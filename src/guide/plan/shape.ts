/** What the form of a plan depends on: outcomes and derived facts, without the answers and names behind them. */
import type { Possibilities } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import type { Outcomes } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import type { Called } from '../kestra/questions.ts';
import type { Topology } from '../kestra/topology.ts';

/** The form of a plan. */
export interface Shape {
	readonly outcomes: Outcomes;
	readonly edition: Topology['edition'];
	/** What the groups are called; it also names them until the reader does. */
	readonly called: Called;
	/** Whether there are three or more stages. */
	readonly manyStages: boolean;
	/** Whether development is an instance that the reader did not ask for. */
	readonly developmentAdded: boolean;
	/** Whether development may be an engineer's machine, so that it does not count. */
	readonly localDevelopment: boolean;
	/** Whether those with production instances of their own share one for development. */
	readonly oneDevelopment: boolean;
	/** Who owns the tenants. */
	readonly tenants: 'main' | 'company' | 'group';
	/** What holds the few that must only be hidden. */
	readonly hidden: 'none' | 'tenant' | 'instance';
	/** Whether some cannot share an instance with the rest, whoever must be hidden. */
	readonly exceptionsCannotShare: boolean;
	/** Whether the path of a namespace names the group. */
	readonly groupInPath: boolean;
}

/**
 * The form of the plan for answers that settle everything.
 * @param decided the possible outcomes of those answers
 */
export function shapeOf(answers: Answers, decided: ReadonlyMap<string, Possibilities>): Shape {
	const settled = <T extends string>(id: string) => decided.get(id)!.outcomes[0] as T;
	const outcomes = Object.fromEntries(decisions.map(({ id }) => [id, settled(id)])) as Outcomes;
	const edition = answers['edition'] === 'enterprise' ? 'enterprise' : 'open-source';
	return {
		outcomes,
		edition,
		called: (answers['called'] ?? 'part') as Called,
		manyStages: answers['stages'] === 'three-plus',
		developmentAdded: outcomes.stages === 'two-instances' && answers['stages'] === 'one',
		localDevelopment:
			edition === 'open-source' &&
			answers['people'] === 'one-team' &&
			outcomes.stages === 'two-instances' &&
			outcomes.groups === 'nothing-to-separate' &&
			outcomes.exceptions === 'no-exceptions',
		oneDevelopment: settled('development') === 'one-for-all',
		tenants: settled('tenants'),
		hidden: settled('hidden'),
		exceptionsCannotShare:
			answers['own'] === 'some' && outcomes.exceptions === 'instance-per-exception',
		groupInPath: settled('group-in-path') === 'yes',
	};
}

/**
 * A text that is equal for two plans that differ in names only. It begins with the outcome of each decision, in order.
 */
export const keyOf = ({ outcomes, called, manyStages, developmentAdded: _, ...others }: Shape) =>
	[
		...Object.values(outcomes),
		outcomes.groups === 'nothing-to-separate' ? 'none' : called,
		outcomes.stages === 'namespace-per-stage' && manyStages,
		...Object.values(others),
	].join(' ');

/** Whether each group has an instance of its own. */
export const groupsHaveInstances = ({ outcomes }: Shape): boolean =>
	outcomes.groups === 'instance-per-group';

/** Whether each stage is an instance. */
export const stagesHaveInstances = ({ outcomes }: Shape): boolean =>
	outcomes.stages === 'two-instances' || outcomes.stages === 'instance-per-stage';

/** Whether some exceptions have instances of their own. */
export const exceptionsHaveInstances = ({ outcomes }: Shape): boolean =>
	outcomes.exceptions === 'instance-per-exception';

/** Whether some exceptions have tenants of their own. */
export const exceptionsHaveTenants = ({ hidden }: Shape): boolean => hidden === 'tenant';

/** Whether groups with instances of their own share the one for development. */
export const groupsShareDevelopment = (shape: Shape): boolean =>
	groupsHaveInstances(shape) && stagesHaveInstances(shape) && shape.oneDevelopment;

/** Whether exceptions with instances of their own share the development of the rest. */
export const exceptionsShareDevelopment = (shape: Shape): boolean =>
	exceptionsHaveInstances(shape) && stagesHaveInstances(shape) && shape.oneDevelopment;

/** Whether group and team are the same level. */
export const groupIsTeam = ({ called, outcomes }: Shape): boolean =>
	called === 'team' && outcomes.namespaces === 'by-team';
