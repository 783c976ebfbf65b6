/** Builds the tree of a plan: instances, in each its tenants, in each its namespaces. */
import type { Names } from '../kestra/names.ts';
import { defaultNames } from '../kestra/names.ts';
import type {
	Exception,
	Instance,
	Namespace,
	Reach,
	Stage,
	Tenant,
	Topology,
} from '../kestra/topology.ts';
import type { Shape } from './shape.ts';
import {
	exceptionsHaveInstances,
	exceptionsHaveTenants,
	exceptionsShareDevelopment,
	groupIsTeam,
	groupsHaveInstances,
	groupsShareDevelopment,
	stagesHaveInstances,
} from './shape.ts';

/** The parts of a plan by name, with defaults where the reader has named nothing. */
interface Parts {
	readonly company: string;
	readonly stages: readonly Stage[];
	readonly groups: readonly string[];
	readonly exceptions: readonly Exception[];
	/** Teams or domains. */
	readonly units: readonly string[];
	readonly engineers: readonly string[];
}

/**
 * The topology of a shape, whether or not any answers lead to it.
 * @param names the reader's own; defaults for the rest
 */
export function topologyOf(shape: Shape, names: Names = {}): Topology {
	const parts = partsOf(shape, names);
	const { company, stages, groups, exceptions, engineers } = parts;
	return {
		edition: shape.edition,
		company,
		stages,
		groups,
		exceptions,
		instances: groupsHaveInstances(shape)
			? instancesOfGroups(shape, parts)
			: [...sharedInstances(shape, parts), ...instancesOfExceptions(shape, parts)],
		localInstances: shape.outcomes.sandboxes === 'local-instance-per-engineer' ? engineers : [],
	};
}

const given = (own: readonly string[] | undefined, otherwise: readonly string[]) =>
	own?.length ? own : otherwise;

function partsOf(shape: Shape, names: Names): Parts {
	const { outcomes, called } = shape;
	const noGroups = outcomes.groups === 'nothing-to-separate';
	return {
		company: names.company ?? defaultNames.company,
		stages: stagesOf(shape, names),
		groups: noGroups ? [] : given(names.groups, defaultNames.groups(called)),
		exceptions: exceptionsOf(shape, names),
		units:
			outcomes.namespaces === 'by-team'
				? given(names.teams, defaultNames.teams(!noGroups))
				: given(names.domains, defaultNames.domains),
		engineers: given(names.engineers, defaultNames.engineers),
	};
}

/** The stages of a shape. Names given for another number of stages do not fit and are left aside. */
function stagesOf({ outcomes, manyStages }: Shape, names: Names): readonly Stage[] {
	if (outcomes.stages === 'single-instance') return [{ name: 'kestra', role: 'everything' }];
	const many =
		outcomes.stages === 'instance-per-stage' ||
		(outcomes.stages === 'namespace-per-stage' && manyStages);
	const fits = names.stages && (many ? names.stages.length >= 3 : names.stages.length === 2);
	const all = fits ? names.stages : defaultNames.stages(many);
	return all.map((name, index) => ({
		name,
		role: index === 0 ? 'development' : index === all.length - 1 ? 'production' : 'between',
	}));
}

/** Those that cannot share have an instance; those that must only be hidden a tenant where the edition has tenants. */
function exceptionsOf(shape: Shape, names: Names): readonly Exception[] {
	const cannotShare = shape.exceptionsCannotShare
		? given(names.exceptions, defaultNames.exceptions)
		: [];
	const hidden =
		shape.hidden === 'none'
			? []
			: given(names.hidden, defaultNames.hidden).filter((name) => !cannotShare.includes(name));
	const by = shape.hidden === 'tenant' ? 'tenant' : 'instance';
	return [
		...cannotShare.map((name) => exception(name, 'instance', names.exceptions)),
		...hidden.map((name) => exception(name, by, names.hidden)),
	];
}

const exception = (
	name: string,
	by: Exception['by'],
	own: readonly string[] | undefined,
): Exception => ({ name, by, ...(!own?.length && { unnamed: true as const }) });

/** The instances that hold the work of all who share. */
const sharedInstances = (shape: Shape, parts: Parts): readonly Instance[] =>
	stagesHaveInstances(shape)
		? parts.stages.map((stage) => instance(shape, parts, stage.name, [stage]))
		: [instance(shape, parts, 'kestra', parts.stages)];

function instancesOfGroups(shape: Shape, parts: Parts): readonly Instance[] {
	const { stages, groups } = parts;
	if (!stagesHaveInstances(shape))
		return groups.map((group) => instance(shape, parts, group, stages, group));
	const shares = groupsShareDevelopment(shape);
	return [
		...(shares ? [instance(shape, parts, stages[0]!.name, [stages[0]!])] : []),
		...groups.flatMap((group) => instancesOf(shape, parts, group, shares)),
	];
}

function instancesOfExceptions(shape: Shape, parts: Parts): readonly Instance[] {
	if (!exceptionsHaveInstances(shape)) return [];
	return apart(parts).flatMap((name) =>
		stagesHaveInstances(shape)
			? instancesOf(shape, parts, name, exceptionsShareDevelopment(shape))
			: [instance(shape, parts, name, parts.stages, name)],
	);
}

/** The instances of one group or exception, one for each stage that it does not share. */
const instancesOf = (shape: Shape, parts: Parts, owner: string, sharesDevelopment: boolean) =>
	(sharesDevelopment ? parts.stages.slice(1) : parts.stages).map((stage) =>
		instance(shape, parts, `${owner} ${stage.name}`, [stage], owner),
	);

/** Names of the exceptions that have instances of their own. */
const apart = ({ exceptions }: Parts) =>
	exceptions.filter(({ by }) => by === 'instance').map(({ name }) => name);

/** Names of the exceptions that have tenants of their own. */
const hidden = ({ exceptions }: Parts) =>
	exceptions.filter(({ by }) => by === 'tenant').map(({ name }) => name);

/** Names of the exceptions that share an instance for development with the rest. */
const guestsIn = (shape: Shape, parts: Parts, held: readonly Stage[]) =>
	held[0]!.role === 'development' && exceptionsShareDevelopment(shape) ? apart(parts) : [];

/** @param owner the single group or exception that it belongs to, if it does */
function instance(
	shape: Shape,
	parts: Parts,
	name: string,
	held: readonly Stage[],
	owner?: string,
): Instance {
	const { role } = held[0]!;
	const isDevelopment = role === 'development';
	const forTrials =
		shape.outcomes.sandboxes === 'tenant-per-engineer' &&
		(isDevelopment || role === 'everything') &&
		(owner === undefined || parts.groups.includes(owner));
	return {
		name,
		stages: held,
		...(owner !== undefined && { group: owner }),
		...(shape.developmentAdded && isDevelopment && { added: true as const }),
		...(shape.localDevelopment && isDevelopment && { local: true as const }),
		reach: reachOf(shape, held),
		tenants: [
			...tenantsOf(shape, parts, held, owner),
			...(forTrials
				? parts.engineers.map((engineer, index) => ({
						name: engineer,
						purpose: 'engineer' as const,
						namespaces: namespacesOf(shape, parts, held, owner ?? groupOf(shape, parts, index)),
					}))
				: []),
		],
	};
}

/** Where groups are hidden from each other, an engineer works for one of them, and sees no other's flows. */
const groupOf = (shape: Shape, { groups }: Parts, engineer: number): string | undefined =>
	shape.tenants === 'group' ? groups[engineer % groups.length] : undefined;

function tenantsOf(
	shape: Shape,
	parts: Parts,
	held: readonly Stage[],
	owner: string | undefined,
): readonly Tenant[] {
	const ofGroup = (name: string): Tenant => ({
		name,
		purpose: 'group',
		group: name,
		namespaces: namespacesOf(shape, parts, held, name),
	});
	if (shape.tenants === 'group')
		return (owner === undefined ? [...parts.groups, ...guestsIn(shape, parts, held)] : [owner]).map(
			ofGroup,
		);
	const shared: Tenant = {
		name: shape.tenants === 'main' ? 'main' : parts.company,
		purpose: shape.tenants === 'main' ? 'main' : 'company',
		namespaces: namespacesOf(shape, parts, held, owner),
	};
	return owner === undefined && exceptionsHaveTenants(shape)
		? [shared, ...hidden(parts).map(ofGroup)]
		: [shared];
}

/** @param owner the single group or exception that the instance or tenant belongs to, if it does */
function namespacesOf(
	shape: Shape,
	parts: Parts,
	held: readonly Stage[],
	owner: string | undefined,
): readonly Namespace[] {
	const { company, stages } = parts;
	if (shape.outcomes.stages !== 'namespace-per-stage')
		return branches(shape, parts, held, owner, company, {});
	return stages.map((stage) => ({
		path: `${company}.${stage.name}`,
		level: 'stage',
		stage,
		namespaces: branches(shape, parts, held, owner, `${company}.${stage.name}`, { stage }),
	}));
}

type Belongs = Pick<Namespace, 'stage' | 'group'>;

/** The branches below the company, or below a stage: for groups, for teams or domains, and for exceptions. */
function branches(
	shape: Shape,
	parts: Parts,
	held: readonly Stage[],
	owner: string | undefined,
	prefix: string,
	belongs: Belongs,
): readonly Namespace[] {
	const owners = owner === undefined ? parts.groups : [owner];
	const leaves = (below: string, names: readonly string[], of: Belongs): readonly Namespace[] =>
		names.map((name) => ({
			path: `${below}.${name}`,
			level: shape.outcomes.namespaces === 'by-team' ? ('team' as const) : ('domain' as const),
			...of,
			namespaces: [],
		}));
	/** A branch of its own, which is a leaf where groups are teams or an exception has one team. */
	const branch = (name: string, isLeaf: boolean): Namespace => ({
		path: `${prefix}.${name}`,
		level: 'group',
		...belongs,
		group: name,
		namespaces: isLeaf ? [] : leaves(`${prefix}.${name}`, parts.units, { ...belongs, group: name }),
	});
	const exceptionBranch = (name: string) => branch(name, shape.outcomes.namespaces === 'by-team');
	// Where an exception shares development and tenants, its branch has the same path there as in its own instance.
	const inTenantOfAll = shape.tenants !== 'group';
	if (inTenantOfAll && owner !== undefined && apart(parts).includes(owner))
		return [exceptionBranch(owner)];
	const guests = inTenantOfAll && owner === undefined ? guestsIn(shape, parts, held) : [];
	const own = shape.groupInPath
		? owners.map((name) => branch(name, groupIsTeam(shape)))
		: leaves(prefix, groupIsTeam(shape) && owners.length > 0 ? owners : parts.units, belongs);
	return [...own, ...guests.map(exceptionBranch)];
}

/** Who may reach an instance that holds these stages. */
function reachOf({ edition, outcomes }: Shape, held: readonly Stage[]): Reach {
	if (outcomes.stages === 'namespace-per-stage')
		return edition === 'enterprise' ? 'permissions-by-namespace' : 'one-login-for-all-stages';
	switch (held[0]!.role) {
		case 'everything':
			return 'everyone';
		case 'development':
			return 'engineers';
		case 'between':
			return 'engineers-and-pipeline';
		case 'production':
			return edition === 'enterprise'
				? 'administrators-and-pipeline'
				: 'one-login-for-administrators';
	}
}
