/** What Terraform holds: a folder for each instance, with a state and credentials of its own. */
import type { Namespace, Tenant, Topology } from '../kestra/topology.ts';
import type { Plan } from '../plan/plan.ts';
import type { GitFlow } from './git-flows.ts';
import type { HclBlock, HclValue } from './hcl-file.ts';
import { hclFile, quoted, raw } from './hcl-file.ts';
import type { KitFile } from './kit-file.ts';
import type { Delivery, Place } from './places.ts';
import { POLICY, policyFile } from './policy.ts';
import type { PeopleRole } from './roles.ts';
import { accountFile, tokenAge } from './terraform-account.ts';
import { tenantModule } from './terraform-module.ts';
import { requiredProvider, settingsOf, variable } from './terraform-parts.ts';

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
	const guarded = keepsPolicy(deliveries);
	return [
		...places.map((place) => ({
			path: `terraform/${place.id}/main.tf`,
			text: hclFile(
				`${place.instance.name}. Its state is its own: keep it apart from that of every other instance.`,
				enterprise
					? enterpriseBlocks({ plan, place, deliveries: byPlace.get(place.id)!, flows, guarded })
					: openSourceBlocks(place, byPlace.get(place.id)!, flows),
			),
		})),
		sharedFile,
		...(enterprise ? [...places.map(accountFile), tenantModule(guarded)] : []),
		...(enterprise && guarded ? [policyFile()] : []),
	];
}

/** Whether there is a place that does the real work and nothing else, so that a policy guards it in Enterprise. */
export const keepsPolicy = (deliveries: readonly Delivery[]): boolean =>
	deliveries.some(({ stage }) => stage.role === 'production');

const sensitive = { sensitive: true } as const;

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
		settingsOf(place, '../..', ['url', 'api_url']),
		{
			type: 'provider',
			labels: ['kestra'],
			attributes: {
				url: raw('local.url'),
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
				value: raw('local.api_url'),
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

interface Inside {
	readonly plan: Plan;
	readonly place: Place;
	/** Those to this place. */
	readonly deliveries: readonly Delivery[];
	readonly flows: readonly GitFlow[];
	/** Whether some place keeps the policy, so that the module asks for it. */
	readonly guarded: boolean;
}

function enterpriseBlocks(inside: Inside): readonly HclBlock[] {
	const { place } = inside;
	const { tenants } = place.instance;
	return [
		requiredProvider,
		variable('api_token', 'string', 'The token that the folder account gives.', sensitive),
		variable(
			'account',
			'string',
			'The id of its service account, which that folder gives as well.',
		),
		settingsOf(place, '../..', ['url', 'api_url']),
		{
			type: 'resource',
			labels: ['kestra_service_account', 'delivery'],
			comment: 'What delivers flows, and what the instance’s own tasks use its API with.',
			attributes: {
				provider: raw('kestra.tenant_1'),
				name: 'delivery',
				description: 'Delivers flows',
			},
		},
		{
			type: 'resource',
			labels: ['kestra_service_account_api_token', 'delivery'],
			attributes: {
				provider: raw('kestra.tenant_1'),
				service_account_id: raw('kestra_service_account.delivery.id'),
				name: 'delivery',
				description: 'Delivers flows',
				max_age: tokenAge,
			},
		},
		{
			type: 'output',
			labels: ['delivery_token'],
			comment: 'It is in the state too: guard that as you guard the token.',
			attributes: {
				value: raw('kestra_service_account_api_token.delivery.full_token'),
				sensitive: true,
			},
		},
		...tenants.flatMap((tenant, index): readonly HclBlock[] => [
			{
				type: 'provider',
				labels: ['kestra'],
				attributes: {
					alias: `tenant_${index + 1}`,
					url: raw('local.url'),
					tenant_id: tenant.name,
					api_token: raw('var.api_token'),
				},
			},
			tenantCall(inside, tenant, index),
		]),
	];
}

function tenantCall(inside: Inside, tenant: Tenant, index: number): HclBlock {
	const { plan, place, flows, guarded } = inside;
	const { company } = plan.topology;
	const own = inside.deliveries.filter((delivery) => delivery.tenant === tenant);
	const roots = own.length ? rootsOf(own) : [company];
	const delivering = flowsIn(place, tenant, flows);
	const bindings = bindingsOf(tenant, own, company);
	return {
		type: 'module',
		labels: [`tenant_${index + 1}`],
		comment:
			'namespaces: each with those that may use its flows, secrets, KV pairs and files; with none, all may.',
		attributes: {
			source: '../modules/tenant',
			providers: { kestra: raw(`kestra.tenant_${index + 1}`) },
			namespaces: namespacesOf(plan.topology, tenant, Object.keys(delivering).length > 0),
			administrators: administratorsBeside(Object.values(bindings).map(({ group }) => group)),
			bindings,
			roots,
			values: { api_url: raw('local.api_url') },
			files: { [`/${sharedFile.path.replace('files/', '')}`]: sharedText },
			terraform: raw('var.account'),
			delivery: raw('kestra_service_account.delivery.id'),
			branch: company,
			...(guarded && {
				production: [
					...new Set(
						own.filter(({ stage }) => stage.role === 'production').map(({ root }) => root),
					),
				],
				policy: raw(`file("\${path.module}/../${POLICY}.yaml")`),
			}),
			flows: delivering,
		},
	};
}

/**
 * Every namespace of a tenant, with those that may use it. Such a list closes flows as well as secrets, so that none is
 * set between groups: they share a tenant because their flows call each other. It is set where stages are namespaces,
 * to keep what is being developed out of production.
 * @param delivers whether flows in `system` write into the others
 */
function namespacesOf(
	{ company }: Topology,
	tenant: Tenant,
	delivers: boolean,
): Readonly<Record<string, readonly string[]>> {
	const pathsOf = (namespaces: readonly Namespace[]): readonly string[] =>
		namespaces.flatMap(({ path, namespaces: below }) => [path, ...pathsOf(below)]);
	const all: Record<string, readonly string[]> = { system: [], [company]: [] };
	for (const path of pathsOf(tenant.namespaces)) all[path] = [];
	for (const branch of productionBranches(tenant)) {
		const inside = pathsOf([branch]);
		for (const path of inside) all[path] = [...inside, ...(delivers ? ['system'] : [])];
	}
	return all;
}

/** The branches of a tenant that only production may use. */
export const productionBranches = ({ namespaces }: Tenant): readonly Namespace[] =>
	namespaces.filter(({ level, stage }) => level === 'stage' && stage?.role === 'production');

/** The name of the group of administrators in a tenant: no other group there has it. */
export function administratorsBeside(groups: readonly string[]): string {
	let name = 'administrators';
	while (groups.includes(name)) name = `kestra-${name}`;
	return name;
}

/** A type and not an interface: it is written as it is. */
type Bound = {
	readonly group: string;
	readonly namespace: string;
	readonly role: PeopleRole;
};

/** Who works in which namespace: the people of each owner in theirs, otherwise all who build flows in all. */
export function bindingsOf(
	tenant: Tenant,
	deliveries: readonly Delivery[],
	company: string,
): Readonly<Record<string, Bound>> {
	const owner = tenant.group ?? (tenant.purpose === 'engineer' ? tenant.name : 'engineers');
	if (deliveries.length === 0)
		return { [owner]: { group: owner, namespace: company, role: 'builder' } };
	return Object.fromEntries(
		deliveries.map((delivery) => [
			delivery.root,
			{ group: delivery.owner ?? owner, namespace: delivery.root, role: roleIn(delivery) },
		]),
	);
}

/** What people may do where their flows are, as the plan says of the instance (`reachWords`). */
function roleIn({ stage, place }: Delivery): PeopleRole {
	const { reach } = place.instance;
	if (reach === 'administrators-and-pipeline' || reach === 'engineers-and-pipeline')
		return 'launcher';
	return stage.role === 'production' ? 'viewer' : 'builder';
}
