/** The places of a plan as its files name them: instances, what each holds, and the folder that each part has in Git. */
import type { Instance, Namespace, Stage, Tenant, Topology } from '../kestra/topology.ts';
import type { Plan } from '../plan/plan.ts';

/** An instance, with what its files call it. */
export interface Place {
	readonly instance: Instance;
	/** Unique; lower-case letters, digits and hyphens, at most 40: good for files, projects of Compose and Kubernetes. */
	readonly id: string;
	/** The name of its environment, which flows read as `kestra.environment`; the same for all instances of a stage. */
	readonly environment: string;
	/** Without the mark in front. */
	readonly colour: string;
	/** The port on its machine, where it runs with Compose. */
	readonly port: number;
	readonly stage: Stage;
}

/** Flows of one owner that are delivered together. */
export interface Delivery {
	readonly place: Place;
	readonly tenant: Tenant;
	/** The stage they belong to; that of a namespace where stages are namespaces. */
	readonly stage: Stage;
	/** The namespace that holds them all. */
	readonly root: string;
	/** The namespaces in it that hold flows. */
	readonly leaves: readonly string[];
	/** Their folder in Git. */
	readonly folder: string;
	/** The group or exception they belong to, if one. */
	readonly owner: string | undefined;
}

/** The id of the instance on an engineer's own machine. */
export const LOCAL = 'local';

const colours = {
	development: '2E7D32',
	between: 'EF6C00',
	production: 'C62828',
	everything: '6A1B9A',
} as const;

/** The colour of engineers' own instances. */
export const localColour = '1565C0';

/** The instances of a plan. */
export function placesOf({ instances }: Topology): readonly Place[] {
	const taken = new Set<string>([LOCAL]);
	return instances.map((instance, index) => {
		const [stage] = instance.stages as readonly [Stage];
		const mixed = instance.stages.length > 1;
		const id = uniqueId(instance.name, taken);
		taken.add(id);
		return {
			instance,
			id,
			environment: mixed || stage.role === 'everything' ? 'Main' : capitalised(stage.name),
			colour: colours[mixed ? 'everything' : stage.role],
			port: 8080 + 10 * index,
			stage: mixed ? { name: 'kestra', role: 'everything' } : stage,
		};
	});
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** An id made from a name: other characters become hyphens, and a number tells apart what then is equal. */
function uniqueId(name: string, taken: ReadonlySet<string>): string {
	const plain = name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 34)
		.replace(/^-|-$/g, '');
	const base = plain === '' ? 'instance' : plain;
	let id = base;
	for (let next = 2; taken.has(id); next++) id = `${base}-${next}`;
	return id;
}

/** Whether schedules have to be kept from instances other than production's. */
export const hasOtherEnvironments = ({ instances, localInstances }: Topology): boolean =>
	new Set(instances.map(({ stages: [stage] }) => stage!.name)).size > 1 ||
	localInstances.length > 0;

/** The environment in which schedules run. */
export const lastEnvironment = (places: readonly Place[]): string =>
	(places.find(({ stage }) => stage.role === 'production') ?? places[0]!).environment;

/** What is delivered to each instance, in the order of the plan; nothing to engineers' tenants. */
export function deliveriesOf(plan: Plan, places: readonly Place[]): readonly Delivery[] {
	const all = places.flatMap((place) =>
		place.instance.tenants
			.filter(({ purpose }) => purpose !== 'engineer')
			.flatMap((tenant) => deliveriesTo(plan, place, tenant)),
	);
	// A folder for each owner only where there are any; an owner's name never begins with an underscore.
	const owned = all.some(({ owner }) => owner !== undefined);
	return all.map((delivery) => {
		const { owner, stage } = delivery;
		const ofOwner = owner !== undefined ? `flows/${owner}` : owned ? 'flows/_shared' : 'flows';
		const byStage = plan.outcomes.stages === 'namespace-per-stage';
		return { ...delivery, folder: byStage ? `${ofOwner}/${stage.name}` : ofOwner };
	});
}

function deliveriesTo(plan: Plan, place: Place, tenant: Tenant): readonly Delivery[] {
	const { company } = plan.topology;
	const [first] = tenant.namespaces;
	if (first?.level === 'stage')
		return tenant.namespaces.flatMap(({ path, stage, namespaces }) =>
			ofBranches(place, tenant, stage!, path, namespaces),
		);
	return ofBranches(place, tenant, place.stage, company, tenant.namespaces);
}

/** One delivery for each branch with an owner of its own, one for all the others. */
function ofBranches(
	place: Place,
	tenant: Tenant,
	stage: Stage,
	root: string,
	branches: readonly Namespace[],
): readonly Delivery[] {
	const common = { place, tenant, stage, folder: '' };
	const others = branches.filter(({ level }) => level !== 'group');
	return [
		...(others.length
			? [
					{
						...common,
						root,
						leaves: others.flatMap(leavesOf),
						owner: tenant.group ?? place.instance.group,
					},
				]
			: []),
		...branches
			.filter(({ level }) => level === 'group')
			.map((branch) => ({
				...common,
				root: branch.path,
				leaves: leavesOf(branch),
				owner: branch.group,
			})),
	];
}

const leavesOf = ({ path, namespaces }: Namespace): readonly string[] =>
	namespaces.length ? namespaces.flatMap(leavesOf) : [path];

/** The folders for a namespace below that of its delivery, as the Git tasks expect them: `/orders`, or nothing. */
export const below = (root: string, namespace: string): string =>
	namespace.slice(root.length).replaceAll('.', '/');
