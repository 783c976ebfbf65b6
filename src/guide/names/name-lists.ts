/** The reader's own names for a plan: which lists can be named, and which of the names a plan can use. */

import type { Answers } from '../engine/model.ts';
import { allOf } from '../kestra/lookup.ts';
import type { NameListId, Names } from '../kestra/names.ts';
import { defaultNames } from '../kestra/names.ts';
import type { Called } from '../kestra/questions.ts';
import type { Namespace, Topology } from '../kestra/topology.ts';
import { nounOf } from '../plan/headline.ts';
import type { Plan } from '../plan/plan.ts';
import { planFor } from '../plan/plan.ts';
import { checkName, isName } from './naming-rules.ts';

/** A list of names that a plan can use. */
export interface NameList {
	readonly id: NameListId;
	/** As a heading: `Customers`. */
	readonly label: string;
	/** The singular, within a sentence: `customer`. */
	readonly one: string;
	/** The reader’s names where they fit, otherwise the defaults. */
	readonly names: readonly string[];
	/** Whether these are the defaults. */
	readonly untouched: boolean;
	readonly least: number;
	readonly most: number;
	/** What the order means, if anything. */
	readonly note?: string;
}

/** The most names stored for each list, for any plan. */
export const mostNames: Readonly<Record<NameListId, number>> = {
	company: 1,
	stages: 6,
	groups: 50,
	exceptions: 12,
	hidden: 12,
	teams: 20,
	domains: 20,
	engineers: 30,
};

export const nameListIds = Object.keys(mostNames) as readonly NameListId[];

/** The stored names of one list, as an array. */
export const listed = (names: Names, id: NameListId): readonly string[] | undefined => {
	const value = names[id];
	return typeof value === 'string' ? [value] : value;
};

/** The names with one list replaced; an empty list restores its defaults. */
export const withList = (
	names: Names,
	id: NameListId,
	list: readonly string[] | undefined,
): Names => {
	const { [id]: _, ...others } = names;
	if (list === undefined || list.length === 0) return others;
	return id === 'company' ? { ...others, company: list[0]! } : { ...others, [id]: list };
};

const calledIn = ({ answers }: Plan) => (answers['called'] ?? 'part') as Called;

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The lists that this plan can use, in the order in which they appear in a namespace. */
function shapes(plan: Plan, names: Names): readonly Omit<NameList, 'names' | 'untouched'>[] {
	const { outcomes, topology } = plan;
	const group = nounOf({ called: calledIn(plan) }, names);
	const manyStages = topology.stages.length > 2;
	const inOrder = 'In order: the first is development, the last is production.';
	const levels = new Set([...namespacesOf(topology)].map(({ level }) => level));
	// Where the groups are the teams, their names are the teams’.
	const teamsAreGroups = calledIn(plan) === 'team' && outcomes.groups !== 'nothing-to-separate';
	return [
		{ id: 'company', label: 'Company', one: 'company', least: 1, most: mostNames.company },
		...(topology.stages.length > 1
			? [
					{
						id: 'stages' as const,
						label: 'Stages',
						one: 'stage',
						least: manyStages ? 3 : 2,
						most: manyStages ? mostNames.stages : 2,
						note: inOrder,
					},
				]
			: []),
		...(topology.groups.length > 0
			? [
					{
						id: 'groups' as const,
						label: capitalised(group.many),
						one: group.one,
						least: 1,
						most: mostNames.groups,
					},
				]
			: []),
		...(plan.answers['own'] === 'some' && outcomes.exceptions === 'instance-per-exception'
			? [
					{
						id: 'exceptions' as const,
						label: 'What cannot share',
						one: 'exception',
						least: 1,
						most: mostNames.exceptions,
						note: 'Those that need the same place or hour may share one: name them together.',
					},
				]
			: []),
		...(plan.facts.outcomes['hidden'] !== 'none'
			? [
					{
						id: 'hidden' as const,
						label: 'What must be hidden',
						one: 'hidden part',
						least: 1,
						most: mostNames.hidden,
					},
				]
			: []),
		...(levels.has('team') && !teamsAreGroups
			? [{ id: 'teams' as const, label: 'Teams', one: 'team', least: 1, most: mostNames.teams }]
			: []),
		...(levels.has('domain')
			? [
					{
						id: 'domains' as const,
						label: 'Domains',
						one: 'domain',
						least: 1,
						most: mostNames.domains,
					},
				]
			: []),
		...(outcomes.sandboxes !== 'shared-development'
			? [
					{
						id: 'engineers' as const,
						label: 'Engineers',
						one: 'engineer',
						least: 1,
						most: mostNames.engineers,
					},
				]
			: []),
	];
}

function* namespacesOf({ instances }: Topology): Generator<Namespace> {
	function* below(namespaces: readonly Namespace[]): Generator<Namespace> {
		for (const namespace of namespaces) {
			yield namespace;
			yield* below(namespace.namespaces);
		}
	}
	for (const { tenants } of instances)
		for (const { namespaces } of tenants) yield* below(namespaces);
}

/** The names that a list has where the reader has given none. */
function defaultsOf(plan: Plan, id: NameListId): readonly string[] {
	const called = calledIn(plan);
	switch (id) {
		case 'company':
			return [defaultNames.company];
		case 'stages':
			return defaultNames.stages(plan.topology.stages.length > 2);
		case 'groups':
			return defaultNames.groups(called);
		case 'teams':
			return defaultNames.teams(plan.topology.groups.length > 0);
		case 'exceptions':
			return defaultNames.exceptions;
		case 'hidden':
			return defaultNames.hidden;
		case 'domains':
			return defaultNames.domains;
		case 'engineers':
			return defaultNames.engineers;
	}
}

/**
 * The lists that can be named for the plan of some answers.
 * @param names the reader’s own, as stored; those that do not fit this plan are ignored
 * @returns an empty array while the answers give no plan
 */
export function nameLists(given: Answers, names: Names = {}): readonly NameList[] {
	const plan = planFor(given);
	if (!plan) return [];
	const usable = usableNames(given, names);
	return shapes(plan, names).map((shape): NameList => {
		const own = listed(usable, shape.id);
		return { ...shape, names: own ?? defaultsOf(plan, shape.id), untouched: own === undefined };
	});
}

/**
 * The reader’s names that a plan can use. Names that do not fit its lists, or would give two things in it the same name,
 * are ignored for this plan and kept for others.
 */
export function usableNames(given: Answers, names: Names): Names {
	const plan = planFor(given);
	if (!plan) return {};
	const fitting = shapes(plan, names).reduce<Names>(
		(kept, { id, least, most }) => {
			const list = listed(names, id);
			return list && list.length >= least && list.length <= most ? withList(kept, id, list) : kept;
		},
		names.noun ? { noun: names.noun } : {},
	);
	const clashes = (some: Names) => clashIn(planFor(given, some)!) !== undefined;
	if (!clashes(fitting)) return fitting;
	// Drops as little as possible: first tries each list alone, then drops one after another.
	const order = nameListIds.toReversed();
	const single = order.find((id) => fitting[id] && !clashes(withList(fitting, id, undefined)));
	if (single) return withList(fitting, single, undefined);
	return order.reduce(
		(kept, id) => (clashes(kept) ? withList(kept, id, undefined) : kept),
		fitting,
	);
}

const whose = {
	main: 'the tenant of open source',
	company: 'the company',
	group: 'one of the groups or exceptions',
	engineer: 'an engineer',
	stage: 'a stage',
} as const;

/** A sentence about two things in a plan with the same name, or a name too long for Kestra; undefined when there are none. */
export function clashIn({ topology }: Plan): string | undefined {
	const instances = new Set<string>();
	for (const { name, tenants } of topology.instances) {
		if (instances.has(name)) return `Two instances would be called “${name}”.`;
		instances.add(name);
		const owners = new Map<string, keyof typeof whose>();
		for (const tenant of tenants) {
			const owner = owners.get(tenant.name);
			if (owner)
				return `Two tenants of one instance would be called “${tenant.name}”: that of ${allOf([
					whose[owner],
					whose[tenant.purpose],
				])}.`;
			owners.set(tenant.name, tenant.purpose);
		}
	}
	for (const { tenants } of topology.instances)
		for (const { namespaces } of tenants) {
			const paths = namespaces.map(({ path }) => path);
			const twice = paths.find((path, index) => paths.indexOf(path) !== index);
			if (twice) return `Two namespaces of one tenant would be called “${twice}”.`;
		}
	for (const { path } of namespacesOf(topology))
		if (!isName('namespace', path)) {
			const checked = checkName('namespace', path);
			const [problem] = checked.ok ? [] : checked.problems;
			return `The namespace ${path} would not be valid. ${problem?.says ?? ''}`.trim();
		}
	return undefined;
}
