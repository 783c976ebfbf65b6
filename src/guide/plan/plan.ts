/**
 * Makes a plan from answers: the outcomes, and the topology, headline, count and namespace path that follow from them.
 */
import { holds } from '../engine/conditions.ts';
import { assume, nextQuestion, possibleOutcomes } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import type { DecisionId, Outcomes } from '../kestra/decisions.ts';
import { decisions } from '../kestra/decisions.ts';
import type { GroupKind } from '../kestra/labels.ts';
import { groupWords } from '../kestra/labels.ts';
import type { Names } from '../kestra/names.ts';
import { defaultNames } from '../kestra/names.ts';
import type { Risk } from '../kestra/risks.ts';
import { risks } from '../kestra/risks.ts';
import type { Instance, Namespace, Reach, Stage, Tenant, Topology } from '../kestra/topology.ts';

/** Number of instances of a plan. */
export interface Count {
	/** A number, or a formula in N (groups) and S (stages). */
	readonly formula: string;
	/** What the letters stand for; empty when there are none. */
	readonly letters: string;
	/** The number, when the formula is one or its letters are known from the reader's names. */
	readonly instances: number | undefined;
}

/** A plan. */
export interface Plan {
	/** The answers it is based on: those given, with safe choices in place of unknowns that matter. */
	readonly answers: Answers;
	/** Ids of the questions whose safe choice was assumed. */
	readonly assumed: readonly string[];
	readonly outcomes: Outcomes;
	/** Id of the rule that explains each decision; it uses only given or assumed answers. */
	readonly rules: Readonly<Record<DecisionId, string>>;
	readonly topology: Topology;
	/** One of forty, independent of names. */
	readonly headline: string;
	/** The headline with the number of groups, once the reader has named them. */
	readonly title: string;
	readonly count: Count;
	/** Pattern of every namespace, such as `acme.team.project`. */
	readonly path: string;
	readonly risks: readonly Risk[];
	/** Equal for two plans that differ in names only. */
	readonly key: string;
}

/** What the shape of a plan depends on. */
export interface Shape {
	readonly outcomes: Outcomes;
	readonly edition: Topology['edition'];
	readonly groups: GroupKind;
	/** Whether there are three or more stages. */
	readonly manyStages: boolean;
	/** Whether development is an instance that the reader did not ask for. */
	readonly developmentAdded: boolean;
	/** Whether groups with instances of their own share the development one. */
	readonly oneDevelopment: boolean;
}

/**
 * The plan that the answers lead to.
 * @param names the reader's own; defaults for the rest
 * @returns undefined while a question is left to ask
 */
export function planFor(given: Answers, names: Names = {}): Plan | undefined {
	if (nextQuestion(kestra, given) !== undefined) return undefined;
	const { answers, assumed } = assume(kestra, given);
	const decided = possibleOutcomes(kestra, answers);
	const outcomes = pick(decided, ({ outcomes: [outcome] }) => outcome) as Outcomes;
	const rules = Object.fromEntries(
		decisions.map(({ id, rules: all }) => {
			const { rules: possible } = decided.get(id)!;
			// Unknowns may leave several rules with the same outcome: the reason is one that holds for any value of theirs.
			const certain = all.find(
				(rule) => possible.includes(rule.id) && holds(rule.when, { answers, outcomes }),
			);
			return [id, certain?.id ?? possible[0]];
		}),
	) as Plan['rules'];
	const shape = shapeOf(answers, outcomes, decided.get('development')?.outcomes[0]);
	const facts = {
		answers,
		outcomes: { ...outcomes, development: shape.oneDevelopment ? 'one-for-all' : 'own' },
	};
	return {
		answers,
		assumed,
		outcomes,
		rules,
		topology: topologyOf(shape, names),
		headline: headlineOf(shape, {}),
		title: headlineOf(shape, names),
		count: countOf(shape, names),
		path: pathOf(shape, names.company ?? defaultNames.company),
		risks: risks.filter(({ when }) => when.some((condition) => holds(condition, facts))),
		key: keyOf(shape),
	};
}

const pick = <T>(
	decided: ReadonlyMap<string, T>,
	get: (possibleOutcomesOf: T) => string | undefined,
) => Object.fromEntries(decisions.map(({ id }) => [id, get(decided.get(id)!)]));

function shapeOf(answers: Answers, outcomes: Outcomes, development: string | undefined): Shape {
	return {
		outcomes,
		edition: answers['edition'] === 'enterprise' ? 'enterprise' : 'open-source',
		groups: (answers['groups'] ?? 'one-team') as GroupKind,
		manyStages: answers['stages'] === 'three-plus',
		developmentAdded: outcomes.stages === 'two-instances' && answers['stages'] === 'one',
		oneDevelopment: development === 'one-for-all',
	};
}

/** The key of the plan for complete answers, without building the plan. */
export function planKey(answers: Answers): string {
	const decided = possibleOutcomes(kestra, answers);
	const outcomes = pick(decided, ({ outcomes: [outcome] }) => outcome) as Outcomes;
	return keyOf(shapeOf(answers, outcomes, decided.get('development')?.outcomes[0]));
}

function keyOf({ outcomes, edition, groups, manyStages, oneDevelopment }: Shape): string {
	const stagesInNames = outcomes.stages === 'namespace-per-stage' && manyStages;
	return [...Object.values(outcomes), edition, groups, stagesInNames, oneDevelopment].join(' ');
}

const groupsHaveInstances = ({ outcomes }: Shape) => outcomes.groups === 'instance-per-group';
const stagesHaveInstances = ({ outcomes }: Shape) =>
	outcomes.stages === 'two-instances' || outcomes.stages === 'instance-per-stage';
/** Whether groups with instances of their own share the one for development. */
const sharesDevelopment = (shape: Shape) =>
	groupsHaveInstances(shape) && stagesHaveInstances(shape) && shape.oneDevelopment;
/** Whether customers with instances also have tenants, so that one development instance can hold them all. */
const customersHaveTenants = (shape: Shape) =>
	shape.edition === 'enterprise' && groupsHaveInstances(shape) && shape.groups === 'customers';
const groupInPath = (shape: Shape) =>
	shape.outcomes.groups === 'namespace-per-group' ||
	(sharesDevelopment(shape) && !customersHaveTenants(shape));
/** Whether group and team are the same level. */
const groupIsTeam = ({ groups, outcomes }: Shape) =>
	groups === 'teams' && outcomes.namespaces === 'by-team';

function stagesOf({ outcomes, manyStages }: Shape, names: Names): readonly Stage[] {
	if (outcomes.stages === 'single-instance') return [{ name: 'kestra', role: 'everything' }];
	const many =
		outcomes.stages === 'instance-per-stage' ||
		(outcomes.stages === 'namespace-per-stage' && manyStages);
	const fits = names.stages && (many ? names.stages.length >= 3 : names.stages.length === 2);
	const given = fits ? names.stages : defaultNames.stages(many);
	return given.map((name, index) => ({
		name,
		role: index === 0 ? 'development' : index === given.length - 1 ? 'production' : 'between',
	}));
}

/**
 * The topology for outcomes, whether or not any answers lead to them.
 * @param names the reader's own; defaults for the rest
 */
export function topologyOf(shape: Shape, names: Names = {}): Topology {
	const { outcomes, edition } = shape;
	const stages = stagesOf(shape, names);
	const groups =
		outcomes.groups === 'nothing-to-separate'
			? []
			: names.groups?.length
				? names.groups
				: defaultNames.groups(shape.groups);
	const company = names.company ?? defaultNames.company;
	const engineers = names.engineers?.length ? names.engineers : defaultNames.engineers;
	const units = unitsOf(shape, names);

	const instance = (name: string, held: readonly Stage[], group?: string): Instance => {
		const tenants = tenantsOf(group);
		const sandboxed =
			outcomes.sandboxes === 'tenant-per-engineer' &&
			held[0]!.role !== 'production' &&
			held[0]!.role !== 'between';
		const engineerTenants = sandboxed
			? engineers.map((engineer) => tenant(engineer, 'engineer', group))
			: [];
		return {
			name,
			stages: held,
			...(group !== undefined && { group }),
			...(shape.developmentAdded && held[0]!.role === 'development' && { added: true as const }),
			reach: reachOf(shape, held),
			tenants: [...tenants, ...engineerTenants],
		};
	};

	const tenantsOf = (group: string | undefined): readonly Tenant[] => {
		if (edition === 'open-source') return [tenant('main', 'main', group)];
		if (outcomes.groups === 'tenant-per-group')
			return groups.map((name) => tenant(name, 'group', name));
		if (customersHaveTenants(shape))
			return (group === undefined ? groups : [group]).map((name) => tenant(name, 'group', name));
		return [tenant(company, 'company', group)];
	};

	const tenant = (name: string, purpose: Tenant['purpose'], group: string | undefined): Tenant => ({
		name,
		purpose,
		...(purpose === 'group' && group !== undefined && { group }),
		namespaces: namespacesOf(group),
	});

	/** @param only the single group that the instance or tenant belongs to, if it does */
	const namespacesOf = (only: string | undefined): readonly Namespace[] => {
		const teams = only !== undefined ? [only] : groups;
		const leaves = (
			prefix: string,
			belongs: Pick<Namespace, 'stage' | 'group'>,
		): readonly Namespace[] =>
			(groupIsTeam(shape) ? teams : units).map((unit) => ({
				path: `${prefix}.${unit}`,
				level: outcomes.namespaces === 'by-team' ? ('team' as const) : ('domain' as const),
				...belongs,
				namespaces: [],
			}));
		const grouped = (prefix: string, belongs: Pick<Namespace, 'stage'>): readonly Namespace[] =>
			groupInPath(shape)
				? teams.map((group) => ({
						path: `${prefix}.${group}`,
						level: 'group',
						...belongs,
						group,
						namespaces: groupIsTeam(shape)
							? []
							: leaves(`${prefix}.${group}`, { ...belongs, group }),
					}))
				: leaves(prefix, belongs);
		return outcomes.stages === 'namespace-per-stage'
			? stages.map((stage) => ({
					path: `${company}.${stage.name}`,
					level: 'stage',
					stage,
					namespaces: grouped(`${company}.${stage.name}`, { stage }),
				}))
			: grouped(company, {});
	};

	const shared = (): readonly Instance[] =>
		stagesHaveInstances(shape)
			? stages.map((stage) => instance(stage.name, [stage]))
			: [instance('kestra', stages)];
	const own = (): readonly Instance[] => {
		if (!stagesHaveInstances(shape)) return groups.map((group) => instance(group, stages, group));
		const ofGroups = sharesDevelopment(shape) ? stages.slice(1) : stages;
		return [
			...(sharesDevelopment(shape) ? [instance(stages[0]!.name, [stages[0]!])] : []),
			...groups.flatMap((group) =>
				ofGroups.map((stage) => instance(`${group} ${stage.name}`, [stage], group)),
			),
		];
	};

	return {
		edition,
		company,
		stages,
		groups,
		instances: groupsHaveInstances(shape) ? own() : shared(),
		localInstances: outcomes.sandboxes === 'local-instance-per-engineer' ? engineers : [],
	};
}

const unitsOf = ({ outcomes, groups }: Shape, names: Names): readonly string[] => {
	const given = outcomes.namespaces === 'by-team' ? names.teams : names.domains;
	if (given?.length) return given;
	return outcomes.namespaces === 'by-team' ? defaultNames.teams(groups) : defaultNames.domains;
};

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

/** “each customer”, or “each of the 12 customers” once they are named. */
const eachOf = (one: string, many: string, named: readonly string[] | undefined) =>
	named && named.length > 1 ? `each of the ${named.length} ${many}` : `each ${one}`;

function headlineOf(shape: Shape, names: Names): string {
	const { outcomes } = shape;
	const { one, many } = groupWords[shape.groups];
	const each = eachOf(one, many, names.groups);
	if (outcomes.groups === 'instance-per-group') {
		switch (outcomes.stages) {
			case 'single-instance':
				return `An instance for ${each}`;
			case 'namespace-per-stage':
				return `An instance for ${each}, with a namespace for each stage`;
			case 'two-instances':
				return shape.oneDevelopment
					? `One development instance, and a production instance for ${each}`
					: `Two instances for ${each}`;
			case 'instance-per-stage':
				return shape.oneDevelopment
					? `One development instance, and an instance for each later stage of ${each}`
					: `An instance for each stage of ${each}`;
		}
	}
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
	}
}

function countOf(shape: Shape, names: Names): Count {
	const { outcomes } = shape;
	const many = outcomes.stages === 'instance-per-stage';
	const stages = many ? 'S' : '2';
	const formula = !groupsHaveInstances(shape)
		? stagesHaveInstances(shape)
			? stages
			: '1'
		: !stagesHaveInstances(shape)
			? 'N'
			: sharesDevelopment(shape)
				? many
					? '1 + N × (S − 1)'
					: '1 + N'
				: many
					? 'N × S'
					: '2 × N';
	const counted = [
		...(formula.includes('N')
			? [{ letter: 'N', of: groupWords[shape.groups].many, named: names.groups?.length }]
			: []),
		...(formula.includes('S')
			? [{ letter: 'S', of: 'stages', named: names.stages && names.stages.length >= 3 }]
			: []),
	];
	return {
		formula,
		letters: counted.map(({ letter, of }) => `${letter} is the number of ${of}`).join(', '),
		instances: counted.every(({ named }) => named)
			? topologyOf(shape, names).instances.length
			: undefined,
	};
}

function pathOf(shape: Shape, company: string): string {
	const unit = shape.outcomes.namespaces === 'by-team' ? 'team' : 'domain';
	const group = groupInPath(shape) && !groupIsTeam(shape) ? [groupWords[shape.groups].one] : [];
	const stage = shape.outcomes.stages === 'namespace-per-stage' ? ['stage'] : [];
	return [company, ...stage, ...group, unit, 'project'].join('.');
}

/** A namespace path without its project, which pictures leave out: `acme.team` of `acme.team.project`. */
export const branchOf = (path: string): string => path.replace(/\.project$/, '');

/** Number of boxes of each level in a topology; of namespaces, only those that hold flows directly. */
export function countBoxes({ instances }: Topology): {
	readonly instances: number;
	readonly tenants: number;
	readonly namespaces: number;
} {
	const leaves = (namespaces: readonly Namespace[]): number =>
		namespaces.reduce((sum, { namespaces: below }) => sum + (below.length ? leaves(below) : 1), 0);
	const tenants = instances.flatMap((instance) => instance.tenants);
	return {
		instances: instances.length,
		tenants: tenants.length,
		namespaces: tenants.reduce((sum, tenant) => sum + leaves(tenant.namespaces), 0),
	};
}
