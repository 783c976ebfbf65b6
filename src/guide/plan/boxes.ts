/**
 * The boxes of a plan, each with an id, so that a picture and the code that marks boxes in it refer to the same ones.
 */
import type { BoxKind, Instance, Namespace, Tenant, Topology } from '../kestra/topology.ts';

/** Names one box within a topology: `instance`, `instance/tenant` or `instance/tenant/namespace.path`. */
export type BoxId = string;

/** One box of a plan. */
export interface Box {
	readonly id: BoxId;
	readonly kind: BoxKind;
	/** The instance's or tenant's name, or the namespace's whole path. */
	readonly name: string;
	/** The boxes around it, outermost first. */
	readonly ancestors: readonly Box[];
	/** Its instance, or the one it is in. */
	readonly instance: Instance;
	/** Its tenant, or the one it is in; absent for an instance. */
	readonly tenant?: Tenant;
	/** Its namespace; absent for an instance or a tenant. */
	readonly namespace?: Namespace;
}

/**
 * The id of a box.
 * @param instance its instance, or the one it is in
 * @param tenant the tenant, when it is one or is in one
 * @param namespace the namespace, when it is one
 */
export function boxId(
	instance: Pick<Instance, 'name'>,
	tenant?: Pick<Tenant, 'name'>,
	namespace?: Pick<Namespace, 'path'>,
): BoxId {
	let id = instance.name;
	if (tenant) id += `/${tenant.name}`;
	if (namespace) id += `/${namespace.path}`;
	return id;
}

/**
 * Every box of a plan, each before those inside it. Local instances are not boxes, because they are outside the plan.
 * @param topology the plan
 */
export function* boxesOf(topology: Pick<Topology, 'instances'>): Generator<Box> {
	for (const instance of topology.instances) {
		const outer: Box = {
			id: boxId(instance),
			kind: 'instance',
			name: instance.name,
			ancestors: [],
			instance,
		};
		yield outer;
		for (const tenant of instance.tenants) {
			const middle: Box = {
				id: boxId(instance, tenant),
				kind: 'tenant',
				name: tenant.name,
				ancestors: [outer],
				instance,
				tenant,
			};
			yield middle;
			yield* boxesBelow(tenant.namespaces, [outer, middle], instance, tenant);
		}
	}
}

function* boxesBelow(
	namespaces: readonly Namespace[],
	ancestors: readonly Box[],
	instance: Instance,
	tenant: Tenant,
): Generator<Box> {
	for (const namespace of namespaces) {
		const box: Box = {
			id: boxId(instance, tenant, namespace),
			kind: 'namespace',
			name: namespace.path,
			ancestors,
			instance,
			tenant,
			namespace,
		};
		yield box;
		yield* boxesBelow(namespace.namespaces, [...ancestors, box], instance, tenant);
	}
}
