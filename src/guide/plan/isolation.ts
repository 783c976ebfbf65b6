/**
 * What a plan keeps apart, leaf by leaf. A leaf is the work of one group at one stage; the boundary between two leaves is
 * the outermost level at which their places differ. Two topologies are compared by their walls, whatever their names.
 */
import type { Instance, Namespace, Stage, Tenant, Topology } from '../kestra/topology.ts';

/** Walls between leaves, weakest first. */
export const boundaries = ['nothing', 'namespace', 'tenant', 'instance'] as const;

/** The wall between two leaves. */
export type Boundary = (typeof boundaries)[number];

/** A wall in words, for use after a colon. */
export const boundaryWords: Readonly<Record<Boundary, string>> = {
	nothing: 'nothing stands between them',
	namespace: 'namespaces of one tenant',
	tenant: 'tenants of one instance',
	instance: 'separate instances',
};

/** The work of one group at one stage, and the place that holds it. */
export interface Leaf {
	readonly stage: Stage;
	/** The group or exception; absent for the rest, and where there is nothing to separate. */
	readonly group: string | undefined;
	readonly instance: Instance;
	/** The tenant that holds it permanently; engineers’ tenants hold trials, not leaves. */
	readonly tenant: Tenant;
	/** Its own branches of the namespace tree; all of the tenant’s when no level of the tree separates leaves. */
	readonly namespaces: readonly Namespace[];
}

/** Something that may belong to a single stage, group or exception. */
interface Place {
	readonly stage?: Stage;
	readonly group?: string;
}

/**
 * The places that hold the work of a group at a stage. Where one belongs to the group alone, only that one counts; the
 * work that belongs to nobody is in none that belongs to somebody.
 */
function placesFor<T extends Place>(
	places: readonly T[],
	stage: Stage,
	group: string | undefined,
): readonly T[] {
	const ofStage = places.filter(
		(place) => place.stage === undefined || place.stage.name === stage.name,
	);
	const own = ofStage.filter((place) => place.group === group);
	return own.length > 0 ? own : ofStage.filter((place) => place.group === undefined);
}

const within = (
	namespaces: readonly Namespace[],
	stage: Stage,
	group: string | undefined,
): readonly Namespace[] =>
	placesFor(namespaces, stage, group).flatMap((namespace) =>
		// A branch for a stage is split further when groups have branches in it.
		namespace.namespaces.some(({ level }) => level === 'group')
			? within(namespace.namespaces, stage, group)
			: [namespace],
	);

/**
 * Every leaf of a plan, by stage, then by group, the exceptions last.
 * @throws when a stage of a group has no place or several, which never happens in plans of the guide
 */
export function leavesOf({ stages, groups, exceptions, instances }: Topology): readonly Leaf[] {
	const owners = [...(groups.length ? groups : [undefined]), ...exceptions.map(({ name }) => name)];
	return stages.flatMap((stage) =>
		owners.map((group): Leaf => {
			const holding = instances.filter(({ stages: held }) =>
				held.some(({ name }) => name === stage.name),
			);
			const places = placesFor(holding, stage, group).flatMap((instance) =>
				placesFor(
					instance.tenants.filter(({ purpose }) => purpose !== 'engineer'),
					stage,
					group,
				).map((tenant) => ({ instance, tenant })),
			);
			const [place] = places;
			if (!place || places.length > 1)
				throw new Error(
					`${group ?? 'The work'} has ${places.length} places for the stage ${stage.name}.`,
				);
			return {
				stage,
				group,
				...place,
				namespaces: within(place.tenant.namespaces, stage, group),
			};
		}),
	);
}

/** The wall between two leaves of one plan: the outermost level at which their places differ. */
export function boundaryBetween(a: Leaf, b: Leaf): Boundary {
	if (a.instance.name !== b.instance.name) return 'instance';
	if (a.tenant.name !== b.tenant.name) return 'tenant';
	const paths = new Set(a.namespaces.map(({ path }) => path));
	return b.namespaces.some(({ path }) => paths.has(path)) ? 'nothing' : 'namespace';
}

/** Compares walls: negative when `a` is weaker than `b`, zero when they are equal. */
export const compareBoundaries = (a: Boundary, b: Boundary): number =>
	boundaries.indexOf(a) - boundaries.indexOf(b);

/** The weakest of some walls; undefined when there are none. */
export const weakest = (some: readonly Boundary[]): Boundary | undefined =>
	some.toSorted(compareBoundaries)[0];

/** What a plan may keep apart, independent of the names of stages and groups. */
export const separations = [
	{ id: 'production', says: 'Production from everything before it' },
	{ id: 'stages-before', says: 'The stages before production from each other' },
	{ id: 'groups-in-production', says: 'The groups from each other, where their work counts' },
	{ id: 'groups-before', says: 'The groups from each other, before production' },
	{ id: 'exceptions', says: 'The exceptions from the rest, where their work counts' },
	{ id: 'engineers', says: 'Engineers’ trials from the work that counts' },
] as const;

/** Id of something that a plan may keep apart. */
export type SeparationId = (typeof separations)[number]['id'];

/**
 * The wall at each divide: the weakest between any two leaves on either side.
 * With one place for all stages, the wall between production and the stages before it is `nothing`.
 * @returns no wall where one side is missing in the plan: no groups, or no stages in between
 */
export function separationsOf(
	topology: Topology,
): Readonly<Record<SeparationId, Boundary | undefined>> {
	const leaves = leavesOf(topology);
	const counts = ({ stage }: Leaf) => stage.role === 'production' || stage.role === 'everything';
	const between = (
		some: readonly Leaf[],
		others: readonly Leaf[],
		compared: (a: Leaf, b: Leaf) => boolean,
	): Boundary | undefined =>
		weakest(
			some.flatMap((a) =>
				others.filter((b) => compared(a, b)).map((b): Boundary => boundaryBetween(a, b)),
			),
		);
	const production = leaves.filter(counts);
	const before = leaves.filter((leaf) => !counts(leaf));
	const isException = ({ group }: Leaf) => topology.exceptions.some(({ name }) => name === group);
	const sameGroup = (a: Leaf, b: Leaf) => a.group === b.group && a.stage.name !== b.stage.name;
	const sameStage = (a: Leaf, b: Leaf) => a.stage.name === b.stage.name && a.group !== b.group;
	const groupsOf = (some: readonly Leaf[]) => some.filter((leaf) => !isException(leaf));
	return {
		production: before.length ? between(before, production, sameGroup) : 'nothing',
		'stages-before': between(before, before, sameGroup),
		'groups-in-production': between(groupsOf(production), groupsOf(production), sameStage),
		'groups-before': between(groupsOf(before), groupsOf(before), sameStage),
		exceptions: between(production.filter(isException), groupsOf(production), sameStage),
		engineers: engineersBoundary(topology, production),
	};
}

/** The wall between engineers’ own spaces and production. */
function engineersBoundary(topology: Topology, production: readonly Leaf[]): Boundary | undefined {
	if (topology.localInstances.length) return 'instance';
	const homes = topology.instances.filter(({ tenants }) =>
		tenants.some(({ purpose }) => purpose === 'engineer'),
	);
	if (!homes.length) return undefined;
	const names = new Set(homes.map(({ name }) => name));
	return production.some(({ instance }) => names.has(instance.name)) ? 'tenant' : 'instance';
}
