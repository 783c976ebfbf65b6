/** A plan in one line, and how many instances it has. */
import type { Noun } from '../kestra/labels.ts';
import { nouns } from '../kestra/labels.ts';
import { allOf } from '../kestra/lookup.ts';
import type { Names } from '../kestra/names.ts';
import { topologyOf } from './build-topology.ts';
import type { Shape } from './shape.ts';
import {
	exceptionsHaveInstances,
	exceptionsHaveTenants,
	groupsHaveInstances,
	groupsShareDevelopment,
	stagesHaveInstances,
} from './shape.ts';

/** Number of instances that have to stand. */
export interface Count {
	/** A number, or a formula in N (groups), S (stages) and E (exceptions). */
	readonly formula: string;
	/** What the letters stand for; empty when there are none. */
	readonly letters: string;
	/** The number, when the formula is one or its letters are known from the reader's names. */
	readonly instances: number | undefined;
	/** Whether there is a development beside them that may be an engineer's machine. */
	readonly besidesLocal: boolean;
}

/** The word for the groups: the reader's own, or the one that the answers call for. */
export const nounOf = ({ called }: Pick<Shape, 'called'>, names: Names): Noun =>
	names.noun ?? nouns[called];

/** “each customer”, or “each of the 12 customers” once they are named. */
const eachOf = ({ one, many }: Noun, named: readonly string[] | undefined) =>
	named && named.length > 1 ? `each of the ${named.length} ${many}` : `each ${one}`;

/** The headline of a plan; with names it has their number. */
export function headlineOf(shape: Shape, names: Names): string {
	const split = shape.localDevelopment
		? 'Production, and a development that may be a laptop'
		: groupsHaveInstances(shape)
			? instancesOfGroups(shape, names)
			: sharedInstances(shape, names);
	return `${split}${exceptionsIn(shape, names)}`;
}

function instancesOfGroups(shape: Shape, names: Names): string {
	const each = eachOf(nounOf(shape, names), names.groups);
	const shares = groupsShareDevelopment(shape);
	switch (shape.outcomes.stages) {
		case 'single-instance':
			return `An instance for ${each}`;
		case 'namespace-per-stage':
			return `An instance for ${each}, with a namespace for each stage`;
		case 'two-instances':
			return shares
				? `One development instance, and a production instance for ${each}`
				: `Two instances for ${each}`;
		case 'instance-per-stage':
			return shares
				? `One development instance, and an instance for each later stage of ${each}`
				: `An instance for each stage of ${each}`;
	}
}

function sharedInstances({ outcomes, ...shape }: Shape, names: Names): string {
	const each = eachOf(nounOf(shape, names), names.groups);
	const instances = {
		'single-instance': 'One instance',
		'namespace-per-stage': 'One instance',
		'two-instances': 'Two instances',
		'instance-per-stage': 'An instance for each stage',
	}[outcomes.stages];
	const stages = outcomes.stages === 'namespace-per-stage';
	switch (outcomes.groups) {
		case 'nothing-to-separate':
			return stages ? `${instances}, with a namespace for each stage` : instances;
		case 'namespace-per-group':
			return stages
				? `${instances}, with a namespace for each stage and in it one for ${each}`
				: `${instances}, with a namespace for ${each}`;
		case 'tenant-per-group':
			return stages
				? `${instances}, with a tenant for ${each} and in it a namespace for each stage`
				: `${instances}, with a tenant for ${each}`;
		case 'instance-per-group':
			throw new Error('Groups with instances of their own do not share any.');
	}
}

/** The end of a headline: who is set apart, and how. */
function exceptionsIn(shape: Shape, names: Names): string {
	const named = (some: readonly string[] | undefined) =>
		some?.length ? allOf(some.length > 3 ? [`each of ${some.length}`] : some) : undefined;
	const instances = named([
		...(shape.exceptionsCannotShare ? (names.exceptions ?? []) : []),
		...(shape.hidden === 'instance' ? (names.hidden ?? []) : []),
	]);
	const parts = [
		...(exceptionsHaveInstances(shape)
			? [`one of its own for ${instances ?? 'each exception'}`]
			: []),
		...(exceptionsHaveTenants(shape)
			? [
					`a tenant of its own for ${named(names.hidden) ?? (exceptionsHaveInstances(shape) ? 'what else must be hidden' : 'each exception')}`,
				]
			: []),
	];
	const [last, ...before] = parts.toReversed();
	return last ? [...before.map((part) => `, ${part}`), `, and ${last}`].join('') : '';
}

/** What one owner of instances adds to a formula: in the last stages, in both stages, or once. */
function perOwner(shape: Shape, sharesDevelopment: boolean): string {
	if (!stagesHaveInstances(shape)) return '';
	const many = shape.outcomes.stages === 'instance-per-stage';
	if (sharesDevelopment) return many ? ' × (S − 1)' : '';
	return many ? ' × S' : ' × 2';
}

function formulaOf(shape: Shape): string {
	if (shape.localDevelopment) return '1';
	if (groupsHaveInstances(shape)) {
		const shares = groupsShareDevelopment(shape);
		return `${shares ? '1 + ' : ''}N${perOwner(shape, shares)}`;
	}
	const many = shape.outcomes.stages === 'instance-per-stage';
	const shared = !stagesHaveInstances(shape) ? '1' : many ? 'S' : '2';
	return exceptionsHaveInstances(shape)
		? `${shared} + E${perOwner(shape, shape.oneDevelopment)}`
		: shared;
}

/** The number of instances of a plan, development on engineers' machines left out. */
export function countOf(shape: Shape, names: Names): Count {
	const formula = formulaOf(shape);
	const exceptionsNamed =
		(!shape.exceptionsCannotShare || names.exceptions?.length) &&
		(shape.hidden !== 'instance' || names.hidden?.length);
	const counted = [
		...(formula.includes('N')
			? [{ letter: 'N', of: nounOf(shape, names).many, named: names.groups?.length }]
			: []),
		...(formula.includes('S')
			? [{ letter: 'S', of: 'stages', named: names.stages && names.stages.length >= 3 }]
			: []),
		...(formula.includes('E') ? [{ letter: 'E', of: 'exceptions', named: exceptionsNamed }] : []),
	];
	return {
		formula,
		letters: counted.map(({ letter, of }) => `${letter} is the number of ${of}`).join(', '),
		instances: counted.every(({ named }) => named)
			? topologyOf(shape, names).instances.filter(({ local }) => !local).length
			: undefined,
		besidesLocal: shape.localDevelopment,
	};
}
