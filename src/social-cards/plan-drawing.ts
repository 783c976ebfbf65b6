/** Draws a plan as nested boxes in a picture of fixed size; boxes that do not fit are counted. */
import type { Instance, Namespace, Tenant, Topology } from '~/guide/kestra/topology.ts';
import { box, colours, type Element } from './element.ts';

/** The most boxes of each kind drawn beside or below one another. */
const most = { instances: 4, tenants: 2, namespaces: 2 } as const;

/** Picks one from each branch before a second of any, so that a picture shows the differences. */
function leaves(namespaces: readonly Namespace[]): readonly Namespace[] {
	const branches = namespaces.map((namespace) =>
		namespace.namespaces.length > 0 ? leaves(namespace.namespaces) : [namespace],
	);
	const longest = Math.max(0, ...branches.map((branch) => branch.length));
	return Array.from({ length: longest }, (_, index) =>
		branches.flatMap((branch) => branch[index] ?? []),
	).flat();
}

const oneLine = {
	overflow: 'hidden',
	whiteSpace: 'nowrap',
	textOverflow: 'ellipsis',
	flexShrink: 0,
} as const;

const more = (count: number, what: string, colour: string): readonly Element[] =>
	count > 0 ? [box({ color: colour, fontSize: 19 }, `and ${count} more ${what}`)] : [];

/** The first few, or all if only one is left over, because a count would take as much room. */
const first = <T>(all: readonly T[], few: number): readonly T[] =>
	all.length === few + 1 ? all : all.slice(0, few);

const namespaceBox = ({ path }: Namespace) =>
	box(
		{
			...oneLine,
			display: 'block',
			padding: '4px 10px',
			border: `2px dashed ${colours.namespace}`,
			borderRadius: '2px 10px 2px 2px',
			backgroundColor: colours.namespaceFill,
			color: colours.namespace,
			fontSize: 20,
		},
		path,
	);

function tenantBox({ name, namespaces }: Tenant, only: boolean): Element {
	const all = leaves(namespaces);
	const shown = first(all, only ? most.namespaces + 1 : most.namespaces - 1);
	return box(
		{
			flexDirection: 'column',
			gap: 6,
			padding: '8px 12px 10px',
			border: `2px solid ${colours.tenant}`,
			borderRadius: 14,
			backgroundColor: colours.tenantFill,
		},
		box(
			{ ...oneLine, display: 'block', color: colours.tenant, fontSize: 20, fontWeight: 600 },
			`Tenant ${name}`,
		),
		...shown.map(namespaceBox),
		...more(all.length - shown.length, 'namespaces', colours.namespace),
	);
}

function instanceBox({ name, stages, tenants }: Instance, narrow: boolean): Element {
	const shown = tenants.slice(0, most.tenants);
	return box(
		{
			flexDirection: 'column',
			flexGrow: 1,
			flexBasis: 0,
			gap: 8,
			overflow: 'hidden',
			padding: '10px 14px 14px',
			border: `4px solid ${colours.instance}`,
			borderRadius: 3,
			backgroundColor: colours.instanceFill,
		},
		box(
			{
				...oneLine,
				display: 'block',
				color: colours.instance,
				fontSize: narrow ? 19 : 22,
				fontWeight: 700,
			},
			stages.length > 1 ? `${name} · all stages` : name,
		),
		...shown.map((tenant) => tenantBox(tenant, shown.length === 1)),
		...more(
			tenants.length - shown.length,
			tenants.length - shown.length === 1 ? 'tenant' : 'tenants',
			colours.tenant,
		),
	);
}

/** Whether the picture of a plan is low enough to leave room for text below it. */
export const isLow = ({ instances }: Topology): boolean =>
	instances.every(({ tenants }) => tenants.length === 1);

/** The plan as boxes, one instance beside the other. */
export function planPicture({ instances, localInstances }: Topology): Element {
	const shown = instances.slice(0, most.instances);
	const rest = instances.length - shown.length;
	const beside = [
		...(rest > 0 ? [`and ${rest} more ${rest === 1 ? 'instance' : 'instances'}`] : []),
		...(localInstances.length > 0 ? ['and an instance on each engineer’s machine'] : []),
	];
	return box(
		{ flexDirection: 'column', gap: 10 },
		box(
			{ gap: 20, alignItems: 'stretch' },
			...shown.map((instance) => instanceBox(instance, shown.length > 3)),
		),
		...(beside.length > 0 ? [box({ color: colours.muted, fontSize: 21 }, beside.join(', '))] : []),
	);
}
