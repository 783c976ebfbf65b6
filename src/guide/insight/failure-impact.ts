/**
 * What a failure does to every box of a topology. The effects come from `failures.ts`: between two places the strongest
 * wall counts, and a wall inside the place where the failure happens stops nothing.
 */

import type { Consequence, Course, Effect, Failure, FailureId } from '../kestra/failures.ts';
import { failures } from '../kestra/failures.ts';
import { allOf } from '../kestra/lookup.ts';
import type { Edition, Level, MatrixRowId } from '../kestra/matrix-types.ts';
import type { BoxKind, Topology } from '../kestra/topology.ts';
import type { Box, BoxId } from '../plan/boxes.ts';
import { boxesOf } from '../plan/boxes.ts';
import type { Boundary, Leaf } from '../plan/isolation.ts';
import { boundaryBetween, compareBoundaries, leavesOf } from '../plan/isolation.ts';

/** What a failure does to one box. */
export interface Affected {
	readonly effect: Effect;
	/** The effect in one or two words, where the effect's own word does not fit. */
	readonly word?: string;
	/** Why, in a sentence. */
	readonly why: string;
	/** Ids of the matrix rows that support it, the deciding one first. */
	readonly rows: readonly MatrixRowId[];
	/** The matrix column of the wall that decided; absent where no wall did. */
	readonly level?: Level;
	/** For a risk only: what would prevent it. */
	readonly unless?: string;
}

/** Every failure that an edition knows. */
export function failuresOf(edition: Edition): readonly Failure[] {
	return failures.filter(({ courses }: Failure) => courses[edition]);
}

/**
 * The failure with this id.
 * @throws when there is none
 */
export function failureOf(id: FailureId): Failure {
	const failure = failures.find((each) => each.id === id);
	if (!failure) throw new Error(`There is no failure ${id}.`);
	return failure;
}

/**
 * The course of a failure in an edition.
 * @throws when it cannot happen in that edition
 */
export function courseOf(failure: Failure, edition: Edition): Course {
	const course = failure.courses[edition];
	if (!course) throw new Error(`${failure.title} cannot happen in ${edition}.`);
	return course;
}

const sizes: readonly BoxKind[] = ['instance', 'tenant', 'namespace'];
const levelOf = { instance: 'instances', tenant: 'tenants', namespace: 'namespaces' } as const;

/** Whether a box is another box or is inside it. */
const isWithin = (box: Box, other: Box) =>
	box.id === other.id || box.ancestors.some(({ id }) => id === other.id);

/** Whether a box is innermost, so that it holds flows itself. */
const isLeaf = ({ namespace }: Box) => namespace !== undefined && namespace.namespaces.length === 0;

/**
 * Where a failure happens when a box is struck: the box itself, the instance or tenant around it, or, when the box is
 * larger than the place a failure needs, the first such place in it.
 * @throws when the topology has no such box
 */
export function placeOf(topology: Topology, failure: Failure, where: BoxId): Box {
	const boxes = [...boxesOf(topology)];
	const origin = boxNamed(topology, where);
	const around = [...origin.ancestors, origin].find(
		({ kind }) => kind === failure.origin && kind !== 'namespace',
	);
	if (around) return around;
	const inside = boxes.filter((box) => isWithin(box, origin));
	return (
		inside.find(
			(box) => box.kind === failure.origin && (box.kind !== 'namespace' || isLeaf(box)),
		) ?? origin
	);
}

/** What a failure does beyond a wall. A wall inside the place where it happens does not count. */
function beyond(course: Course, origin: BoxKind, boundary: Boundary): Consequence {
	if (boundary === 'nothing') return course.origin;
	return (stops(origin, boundary) ? course[boundary] : course.inside) ?? course.origin;
}

/** Whether a wall can stop a failure that happens in a place of this kind; a wall inside the place cannot. */
const stops = (origin: BoxKind, boundary: Boundary): boolean =>
	boundary !== 'nothing' && sizes.indexOf(boundary) <= sizes.indexOf(origin);

/** The strongest wall between two boxes, neither of which is inside the other. */
function boundaryOf(a: Box, b: Box): 'instance' | 'tenant' | 'namespace' {
	if (a.instance !== b.instance) return 'instance';
	return a.tenant === b.tenant ? 'namespace' : 'tenant';
}

/**
 * What a failure does to every box.
 * @param where the box that is struck
 * @param edition the topology's own by default
 * @throws when the topology has no such box, or the failure cannot happen in the edition
 */
export function affected(
	topology: Topology,
	failure: Failure,
	where: BoxId,
	edition: Edition = topology.edition,
): ReadonlyMap<BoxId, Affected> {
	const course = courseOf(failure, edition);
	const place = placeOf(topology, failure, where);
	const of = (box: Box): Affected => {
		if (box.id === place.id) return affectedBy(failure, course.origin);
		if (isWithin(place, box)) {
			const around = affectedBy(failure, course.around ?? course.origin);
			return around.effect === 'at-risk' ? { ...around, word: 'In part' } : around;
		}
		if (isWithin(box, place))
			return { ...affectedBy(failure, course.inside ?? course.origin), level: levelOf[box.kind] };
		const boundary = boundaryOf(box, place);
		return {
			...affectedBy(failure, beyond(course, failure.origin, boundary)),
			level: levelOf[boundary],
		};
	};
	return new Map([...boxesOf(topology)].map((box) => [box.id, of(box)]));
}

const affectedBy = ({ word }: Failure, { effect, why, rows, unless }: Consequence): Affected => ({
	effect,
	...(effect === 'down' && { word }),
	why,
	rows,
	...(unless !== undefined && { unless }),
});

/** Address of a matrix row, or of its cell when the level is known. */
export const rowAddress = (row: MatrixRowId, level?: Level) =>
	`/concepts/compare/#${row}${level ? `.${level}` : ''}`;

/** What happens to a part of a plan: production, or the other groups and exceptions. */
export interface Impact {
	readonly effect: Effect;
	/** The wall between it and the place where the failure happens. */
	readonly boundary: Boundary;
	/** Whether nothing happens to it. */
	readonly survives: boolean;
	/** The verdict in one line, such as “Production untouched: separate instance”. */
	readonly says: string;
	/** Why, in a sentence. */
	readonly why: string;
	/** Ids of the matrix rows that support it, the deciding one first. */
	readonly rows: readonly MatrixRowId[];
	/** The matrix column of the wall that decided; absent where no wall did. */
	readonly level?: Level;
	/** For a risk only: what would prevent it. */
	readonly unless?: string;
}

const effectWords = { untouched: 'untouched', 'at-risk': 'at risk', down: 'down' } as const;

function impactOn(failure: Failure, edition: Edition, whose: string, boundary: Boundary): Impact {
	const consequence = affectedBy(
		failure,
		beyond(courseOf(failure, edition), failure.origin, boundary),
	);
	const { effect, word } = consequence;
	const survives = effect === 'untouched';
	const because = stops(failure.origin, boundary)
		? survives
			? `separate ${boundary}`
			: `only a ${boundary} between`
		: boundary === 'nothing'
			? 'it happens right there'
			: `same ${failure.origin}`;
	return {
		...consequence,
		boundary,
		survives,
		says: `${whose} ${word?.toLowerCase() ?? effectWords[effect]}: ${because}`,
		...(boundary !== 'nothing' && { level: levelOf[boundary] }),
	};
}

/** Whether production, or all work if there are no stages, runs there. */
const counts = ({ stage }: Leaf) => stage.role === 'production' || stage.role === 'everything';

const productionWord = (leaves: readonly Leaf[]) =>
	leaves.some(({ stage }) => stage.role === 'production') ? 'Production' : 'All work';

/** The weakest wall between a leaf and others, except itself; `nothing` when there are no others. */
const weakestBoundary = (from: Leaf, others: readonly Leaf[]): Boundary =>
	others
		.map((leaf) => (leaf === from ? 'nothing' : boundaryBetween(from, leaf)))
		.toSorted(compareBoundaries)[0] ?? 'nothing';

/**
 * The leaf that represents a box: the first that shares a place with it. An engineer's tenant counts as the first stage
 * of its instance.
 */
export const leafAt = (topology: Topology, where: BoxId): Leaf =>
	leafAmong(leavesOf(topology), boxNamed(topology, where));

/**
 * The box with this id.
 * @throws when the topology has none
 */
function boxNamed(topology: Topology, id: BoxId): Box {
	for (const box of boxesOf(topology)) if (box.id === id) return box;
	throw new Error(`There is no box ${id}.`);
}

function leafAmong(all: readonly Leaf[], box: Box): Leaf {
	const leaves = all.filter(({ instance }) => instance.name === box.instance.name);
	const related = ({ path }: { readonly path: string }) =>
		box.namespace === undefined ||
		path === box.name ||
		path.startsWith(`${box.name}.`) ||
		box.name.startsWith(`${path}.`);
	const leaf =
		leaves.find(
			({ tenant, namespaces }) =>
				(box.tenant === undefined || tenant.name === box.tenant.name) && namespaces.some(related),
		) ?? leaves[0];
	if (!leaf) throw new Error(`No stage of the topology is in ${box.id}.`);
	return leaf;
}

/** The first box that holds a leaf's flows. */
export function boxAt(topology: Topology, leaf: Leaf): BoxId {
	const inTenant = [...boxesOf(topology)].filter(
		({ instance, tenant }) =>
			instance.name === leaf.instance.name && tenant?.name === leaf.tenant.name,
	);
	const [branch] = leaf.namespaces;
	const box =
		inTenant.find(
			(each) =>
				isLeaf(each) &&
				branch !== undefined &&
				(each.name === branch.path || each.name.startsWith(`${branch.path}.`)),
		) ?? inTenant[0];
	if (!box) throw new Error('The leaf does not belong to this topology.');
	return box.id;
}

/**
 * The leaf of another topology that corresponds to this one: same stage and group where they exist. Without a stage in
 * between, development corresponds to it; where one place serves for all work, that place corresponds to every stage.
 */
export function counterpart(leaf: Leaf, other: Topology): Leaf {
	const leaves = leavesOf(other);
	const roles = [leaf.stage.role, 'development', 'everything'] as const;
	const inStage = roles
		.map((role) => leaves.filter(({ stage }) => stage.role === role))
		.find((some) => some.length > 0);
	const candidates = inStage ?? leaves;
	return candidates.find(({ group }) => group === leaf.group) ?? candidates[0]!;
}

/** The overall result of a failure in one place. */
export interface ImpactSummary {
	readonly production: Impact;
	/** The other groups, exceptions and the rest taken together; absent when there are none. */
	readonly others: Impact | undefined;
	/** Number of boxes with each effect. */
	readonly boxes: Readonly<Record<Effect, number>>;
}

/**
 * Sums up a failure in one place: for production, for the other groups, and as numbers of boxes.
 * @param where the box that is struck
 */
export function impactSummary(
	topology: Topology,
	failure: Failure,
	where: BoxId,
	edition: Edition = topology.edition,
): ImpactSummary {
	const leaves = leavesOf(topology);
	const box = boxNamed(topology, where);
	const from = leafAmong(leaves, box);
	const trial = box.tenant?.purpose === 'engineer';
	// An engineer's trials belong to no group, so every group is an “other” one.
	const others = leaves.filter(({ group }) =>
		trial ? leaves.some((leaf) => leaf.group !== undefined) : group !== from.group,
	);
	const all = [...affected(topology, failure, where, edition).values()];
	const boundaryTo = trial ? trialBoundary : weakestBoundary;
	return {
		production: impactOn(
			failure,
			edition,
			productionWord(leaves),
			boundaryTo(from, leaves.filter(counts)),
		),
		others: others.length
			? impactOn(
					failure,
					edition,
					`${otherWords(others)}${trial ? '' : stageWords(from, others)}`,
					boundaryTo(from, others),
				)
			: undefined,
		boxes: {
			down: all.filter(({ effect }) => effect === 'down').length,
			'at-risk': all.filter(({ effect }) => effect === 'at-risk').length,
			untouched: all.filter(({ effect }) => effect === 'untouched').length,
		},
	};
}

/** The weakest wall between an engineer's tenant and some leaves; `home` is a leaf in the tenant's instance. */
const trialBoundary = (home: Leaf, others: readonly Leaf[]): Boundary =>
	others.some(({ instance }) => instance.name === home.instance.name) ? 'tenant' : 'instance';

/** “ in development”, where those nearest to what is struck all are in one stage before production. */
function stageWords(from: Leaf, others: readonly Leaf[]): string {
	const nearest = weakestBoundary(from, others);
	const stages = others.filter((leaf) => boundaryBetween(from, leaf) === nearest);
	const [name, ...further] = new Set(stages.map(({ stage }) => stage.name));
	return nearest === 'instance' || further.length > 0 || stages.some(counts) ? '' : ` in ${name}`;
}

function otherWords(others: readonly Leaf[]): string {
	const groups = [...new Set(others.map(({ group }) => group))];
	if (groups.length > 2) return `The other ${groups.length}`;
	const named = groups.filter((group) => group !== undefined);
	// Beside exceptions, the rest has no name.
	if (named.length === groups.length) return allOf(named);
	return named.length ? allOf([...named, 'the rest']) : 'The rest';
}

/** The worst that a failure can do to a plan. */
export interface WorstCase {
	readonly failure: Failure;
	/** What happens to production when it happens anywhere outside production. */
	readonly production: Impact;
	/** Whether there is a stage before production; if not, it happens in the only place. */
	readonly outside: boolean;
	/** What happens to the other groups, exceptions and the rest when it happens in one; absent without any. */
	readonly groups: Impact | undefined;
}

/**
 * The worst place for each failure that can happen in the edition: for production from outside it, and from one group to
 * another. Weaker walls never give better effects, so the weakest wall of the plan decides.
 */
export function worstCases(
	topology: Topology,
	edition: Edition = topology.edition,
): readonly WorstCase[] {
	const leaves = leavesOf(topology);
	const production = leaves.filter(counts);
	const before = leaves.filter((leaf) => !counts(leaf));
	const boundary = before
		.map((leaf) => weakestBoundary(leaf, production))
		.toSorted(compareBoundaries)[0];
	const groupBoundary = production
		.map((leaf) => production.filter(({ group }) => group !== leaf.group))
		.flatMap((others, index) => (others.length ? weakestBoundary(production[index]!, others) : []))
		.toSorted(compareBoundaries)[0];
	return failuresOf(edition).map((failure) => ({
		failure,
		production: impactOn(failure, edition, productionWord(leaves), boundary ?? 'nothing'),
		outside: boundary !== undefined,
		groups:
			groupBoundary &&
			impactOn(
				failure,
				edition,
				topology.exceptions.length ? 'The others' : 'The other groups',
				groupBoundary,
			),
	}));
}

/** A failure that one of two plans survives and the other does not. */
export interface Difference {
	readonly failure: Failure;
	/** The part that survives in one plan only. */
	readonly of: 'production' | 'groups';
	/** Which plan survives it. */
	readonly survivor: 'first' | 'second';
	readonly first: Impact;
	readonly second: Impact;
}

/**
 * The failures that one of two plans survives and the other does not. Failures that only one of the editions has, and
 * groups that only one of the plans has, are not compared.
 */
export function survives(first: Topology, second: Topology): readonly Difference[] {
	const others = new Map(worstCases(second).map((worst) => [worst.failure.id, worst]));
	return worstCases(first).flatMap(({ failure, ...worst }) => {
		const other = others.get(failure.id);
		if (!other) return [];
		return (['production', 'groups'] as const).flatMap((of): Difference[] => {
			const [a, b] = [worst[of], other[of]];
			if (!a || !b || a.survives === b.survives) return [];
			return [{ failure, of, survivor: a.survives ? 'first' : 'second', first: a, second: b }];
		});
	});
}
