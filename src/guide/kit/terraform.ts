/** What Terraform holds: a folder for each instance, with a state and credentials of its own. */
import type { Tenant, Topology } from '../kestra/topology.ts';
import type { Plan } from '../plan/plan.ts';
import { runsOn } from './choices.ts';
import type { GitFlow } from './git-flows.ts';
import type { HclBlock, HclValue } from './hcl-file.ts';
import { hclFile, quoted, raw } from './hcl-file.ts';
import type { KitFile } from './kit-file.ts';
import type { Delivery, Place } from './places.ts';
import { POLICY, policyFile } from './policy.ts';
import { requiredProvider, tenantModule, variable } from './terraform-module.ts';

/** A file that is put beside the flows of every namespace with an owner, as an example. */
const sharedFile: KitFile = {
	path: 'files/about.txt',
	text: 'A flow reads this with an expression: read, and in its brackets the quoted address nsfile:///about.txt\n',
};

const sharedText = raw(`file("\${path.module}/../../${sharedFile.path}")`);

/** The folders of Terraform, and what they read. */
export function terraformFiles(
	plan: Plan,
	places: readonly Place[],
	deliveries: readonly Delivery[],
	flows: readonly GitFlow[],
): readonly KitFile[] {
	const enterprise = plan.topology.edition === 'enterprise';
	const byPlace = new Map(places.map(({ id }) => [id, [] as Delivery[]]));
	for (const delivery of deliveries) byPlace.get(delivery.place.id)!.push(delivery);
	return [
		...places.map((place) => ({
			path: `terraform/${place.id}/main.tf`,
			text: hclFile(
				`${place.instance.name}. Its state is its own: keep it apart from that of every other instance.`,
				enterprise
					? enterpriseBlocks(plan, place, byPlace.get(place.id)!, flows)
					: openSourceBlocks(plan, place, byPlace.get(place.id)!, flows),
			),
		})),
		sharedFile,
		...(enterprise ? [tenantModule(), policyFile()] : []),
	];
}

/** The address at which Terraform reaches an instance. */
export const addressOf = (plan: Plan, { port }: Place): string =>
	runsOn(plan) === 'compose' ? `http://localhost:${port}` : 'https://FILL_IN_ADDRESS';

const sensitive = { sensitive: true } as const;

const apiUrl = variable('api_url', 'string', 'A value that flows read, another in each instance.', {
	default: 'FILL_IN_API_URL',
});

/** The Git flows that are set in a tenant of an instance, as ids and the texts of their files. */
const flowsIn = (place: Place, tenant: Tenant, flows: readonly GitFlow[]): HclValue =>
	Object.fromEntries(
		flows
			.filter((flow) => flow.in.includes(`${place.id}/${tenant.name}`))
			.map(({ path }) => [
				/(push_to_git|sync_from_git)/.exec(path)![0],
				raw(`file("\${path.module}/../../${path}")`),
			]),
	);

function openSourceBlocks(
	plan: Plan,
	place: Place,
	deliveries: readonly Delivery[],
	flows: readonly GitFlow[],
): readonly HclBlock[] {
	const [tenant] = place.instance.tenants as readonly [Tenant];
	const delivering = flowsIn(place, tenant, flows);
	return [
		requiredProvider,
		variable('username', 'string', 'The login of this instance.'),
		variable('password', 'string', 'Its password.', sensitive),
		apiUrl,
		{
			type: 'provider',
			labels: ['kestra'],
			attributes: {
				url: addressOf(plan, place),
				tenant_id: tenant.name,
				username: raw('var.username'),
				password: raw('var.password'),
			},
		},
		{
			type: 'resource',
			labels: ['kestra_kv', 'api_url'],
			comment:
				'What no promotion carries. A flow in these namespaces or below reads it as kv(api_url), with quotes.',
			attributes: {
				for_each: raw(`toset(${listText(rootsOf(deliveries))})`),
				namespace: raw('each.key'),
				key: 'api_url',
				value: raw('var.api_url'),
				type: 'STRING',
			},
		},
		{
			type: 'resource',
			labels: ['kestra_namespace_file', 'about'],
			attributes: {
				for_each: raw(`toset(${listText(rootsOf(deliveries))})`),
				namespace: raw('each.key'),
				filename: `/${sharedFile.path.replace('files/', '')}`,
				content: sharedText,
			},
		},
		...(Object.keys(delivering).length === 0
			? []
			: [
					{
						type: 'resource',
						labels: ['kestra_flow', 'delivering'],
						comment: 'The flows that deliver the others.',
						attributes: {
							for_each: delivering,
							namespace: 'system',
							flow_id: raw('each.key'),
							content: raw('each.value'),
						},
					},
				]),
	];
}

const rootsOf = (deliveries: readonly Delivery[]) => [
	...new Set(deliveries.map(({ root }) => root)),
];

/** Names as a list within an expression. */
const listText = (names: readonly string[]) => `[${names.map(quoted).join(', ')}]`;

function enterpriseBlocks(
	plan: Plan,
	place: Place,
	deliveries: readonly Delivery[],
	flows: readonly GitFlow[],
): readonly HclBlock[] {
	const { tenants } = place.instance;
	const url = addressOf(plan, place);
	const provider = (tenant?: Tenant, index = 0): HclBlock => ({
		type: 'provider',
		labels: ['kestra'],
		...(tenant === undefined && { comment: 'For what belongs to the whole instance.' }),
		attributes: {
			...(tenant !== undefined && { alias: `tenant_${index + 1}` }),
			url,
			...(tenant !== undefined && { tenant_id: tenant.name }),
			api_token: raw('var.api_token'),
		},
	});
	return [
		requiredProvider,
		variable('api_token', 'string', 'Of a service account that is Instance Owner.', sensitive),
		apiUrl,
		provider(),
		{
			type: 'resource',
			labels: ['kestra_service_account', 'pipeline'],
			attributes: { name: 'pipeline', description: 'Delivers flows' },
		},
		...tenants.flatMap((tenant, index): readonly HclBlock[] => [
			{
				type: 'resource',
				labels: ['kestra_tenant', `tenant_${index + 1}`],
				attributes: {
					tenant_id: tenant.name,
					name: tenant.name,
					require_existing_namespace: true,
				},
			},
			provider(tenant, index),
			tenantCall({ plan, place, deliveries, flows }, tenant, index),
		]),
	];
}

interface Inside {
	readonly plan: Plan;
	readonly place: Place;
	readonly deliveries: readonly Delivery[];
	readonly flows: readonly GitFlow[];
}

function tenantCall(inside: Inside, tenant: Tenant, index: number): HclBlock {
	const { plan, place, flows } = inside;
	const { company } = plan.topology;
	const own = inside.deliveries.filter((delivery) => delivery.tenant === tenant);
	const roots = own.length ? rootsOf(own) : [company];
	return {
		type: 'module',
		labels: [`tenant_${index + 1}`],
		attributes: {
			source: '../modules/tenant',
			providers: { kestra: raw(`kestra.tenant_${index + 1}`) },
			namespaces: namespacesOf(plan.topology, tenant, own),
			bindings: bindingsOf(tenant, own, company),
			roots,
			values: { api_url: raw('var.api_url') },
			files: { [`/${sharedFile.path.replace('files/', '')}`]: sharedText },
			pipeline: raw('kestra_service_account.pipeline.id'),
			branch: company,
			production: [
				...new Set(own.filter(({ stage }) => stage.role === 'production').map(({ root }) => root)),
			],
			policy: raw(`file("\${path.module}/../${POLICY}.yaml")`),
			flows: flowsIn(place, tenant, flows),
			depends_on: [raw(`kestra_tenant.tenant_${index + 1}`)],
		},
	};
}

/** Every namespace of a tenant; what a group owns may be used by its own namespaces alone. */
function namespacesOf(
	{ company }: Topology,
	tenant: Tenant,
	deliveries: readonly Delivery[],
): Readonly<Record<string, readonly string[]>> {
	const all: Record<string, readonly string[]> = { system: [], [company]: [] };
	const paths = (namespaces: Tenant['namespaces']): readonly string[] =>
		namespaces.flatMap(({ path, namespaces: below }) => [path, ...paths(below)]);
	for (const path of paths(tenant.namespaces)) all[path] = [];
	for (const { root, leaves, owner } of deliveries)
		if (owner !== undefined && root !== company && tenant.group === undefined)
			for (const path of new Set([root, ...leaves])) all[path] = [...new Set([root, ...leaves])];
	return all;
}

/** Who works in which namespace: the people of each owner in theirs, otherwise all who build flows in all. */
function bindingsOf(tenant: Tenant, deliveries: readonly Delivery[], company: string): HclValue {
	const owner = tenant.group ?? (tenant.purpose === 'engineer' ? tenant.name : 'engineers');
	if (deliveries.length === 0)
		return { [owner]: { group: owner, namespace: company, role: 'builder' } };
	return Object.fromEntries(
		deliveries.map((delivery) => [
			delivery.root,
			{
				group: delivery.owner ?? owner,
				namespace: delivery.root,
				role: delivery.stage.role === 'production' ? 'viewer' : 'builder',
			},
		]),
	);
}
