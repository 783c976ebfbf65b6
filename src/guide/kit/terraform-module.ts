/** The Terraform module of an Enterprise tenant: what is the same in each, so that a folder says only what differs. */
import type { HclBlock } from './hcl-file.ts';
import { hclFile, raw } from './hcl-file.ts';
import type { KitFile } from './kit-file.ts';
import { POLICY } from './policy.ts';
import { peopleRoles, roles } from './roles.ts';
import { requiredProvider, variable } from './terraform-parts.ts';

/** Folder of the module, from the root of the kit. */
export const TENANT_MODULE = 'terraform/modules/tenant';

/** What a role may do with one kind of thing. */
const resources = (type: string, actions: readonly string[]): HclBlock => ({
	type: 'resources',
	attributes: { type, actions },
});

const role = (name: keyof typeof roles): HclBlock => ({
	type: 'resource',
	labels: ['kestra_role', name],
	attributes: { name, description: roles[name].description },
	blocks: Object.entries(roles[name].permissions).map(([type, actions]) =>
		resources(type, actions),
	),
});

/** A binding of a service account: it is bound as a user is. */
const accountBinding = (name: 'terraform' | 'delivery', others: HclBlock['attributes'] = {}) => ({
	type: 'resource',
	labels: ['kestra_binding', name],
	attributes: {
		type: 'USER',
		external_id: raw(`var.${name}`),
		role_id: raw(`kestra_role.${name}.id`),
		...others,
	},
});

/**
 * The module.
 * @param guarded whether some tenant has namespaces that do the real work and keep a policy
 */
export const tenantModule = (guarded: boolean): KitFile => ({
	path: `${TENANT_MODULE}/main.tf`,
	text: hclFile('What every tenant has: namespaces, roles, and who is bound to them.', [
		requiredProvider,
		variable(
			'namespaces',
			'map(list(string))',
			'Each namespace with those that may use what it holds, flows included; none for all.',
		),
		variable(
			'bindings',
			'map(object({ group = string, namespace = string, role = string }))',
			'Which group of people works where, as viewer, launcher or builder.',
		),
		variable('administrators', 'string', 'The group of those who operate this tenant.'),
		variable('values', 'map(string)', 'KV pairs, by key.'),
		variable('files', 'map(string)', 'Files of the namespaces, by name.'),
		variable('roots', 'list(string)', 'The namespaces that KV pairs and files are set in.'),
		variable('terraform', 'string', 'Id of the service account that applies this.'),
		variable('delivery', 'string', 'Id of the service account that delivers flows.'),
		variable('branch', 'string', 'The namespace that it delivers to.'),
		...(guarded
			? [
					variable('production', 'list(string)', 'Namespaces that do the real work.'),
					variable('policy', 'string', 'The policy that production keeps.'),
				]
			: []),
		variable('flows', 'map(string)', 'Flows that deliver the others, by id.'),
		{
			type: 'resource',
			labels: ['kestra_namespace', 'all'],
			attributes: {
				for_each: raw('var.namespaces'),
				namespace_id: raw('each.key'),
				depends_on: [raw('kestra_binding.terraform')],
			},
			blocks: [
				{
					type: 'dynamic',
					labels: ['allowed_namespaces'],
					comment:
						'Without any, every namespace of the tenant may use its flows, secrets, KV pairs and files.',
					attributes: { for_each: raw('each.value') },
					blocks: [
						{
							type: 'content',
							attributes: { namespace: raw('allowed_namespaces.value') },
						},
					],
				},
			],
		},
		role('terraform'),
		{
			...accountBinding('terraform'),
			comment:
				'Comes first: an Instance Owner manages roles everywhere, but sees what is in a tenant by a role only.',
		},
		...peopleRoles.map(role),
		role('administrator'),
		role('delivery'),
		{
			...accountBinding('delivery', { namespace: raw('var.branch') }),
			comment: 'A service account is bound as a user is.',
		},
		{
			type: 'resource',
			labels: ['kestra_group', 'administrators'],
			comment: 'Who can restart, stop and repair whatever runs in this tenant.',
			attributes: { name: raw('var.administrators') },
		},
		{
			type: 'resource',
			labels: ['kestra_binding', 'administrators'],
			comment: 'Without a namespace: in the whole tenant.',
			attributes: {
				type: 'GROUP',
				external_id: raw('kestra_group.administrators.id'),
				role_id: raw('kestra_role.administrator.id'),
			},
		},
		{
			type: 'resource',
			labels: ['kestra_group', 'all'],
			comment: 'People join and leave these in the user interface or by your identity provider.',
			attributes: {
				for_each: raw('toset([for binding in var.bindings : binding.group])'),
				name: raw('each.key'),
			},
		},
		{
			type: 'resource',
			labels: ['kestra_binding', 'groups'],
			comment: 'A binding on a namespace covers those below it.',
			attributes: {
				for_each: raw('var.bindings'),
				type: 'GROUP',
				external_id: raw('kestra_group.all[each.value.group].id'),
				role_id: raw(
					`{ ${peopleRoles.map((name) => `${name} = kestra_role.${name}.id`).join(', ')} }[each.value.role]`,
				),
				namespace: raw('each.value.namespace'),
			},
		},
		{
			type: 'resource',
			labels: ['kestra_kv', 'all'],
			comment: 'What no promotion carries, written down once for each place.',
			attributes: {
				for_each: raw(
					'{ for pair in setproduct(var.roots, keys(var.values)) : join("/", pair) => pair }',
				),
				namespace: raw('each.value[0]'),
				key: raw('each.value[1]'),
				value: raw('var.values[each.value[1]]'),
				type: 'STRING',
				depends_on: [raw('kestra_namespace.all')],
			},
		},
		{
			type: 'resource',
			labels: ['kestra_namespace_file', 'all'],
			attributes: {
				for_each: raw(
					'{ for pair in setproduct(var.roots, keys(var.files)) : join("", pair) => pair }',
				),
				namespace: raw('each.value[0]'),
				filename: raw('each.value[1]'),
				content: raw('var.files[each.value[1]]'),
				depends_on: [raw('kestra_namespace.all')],
			},
		},
		...(guarded
			? [
					{
						type: 'resource',
						labels: ['kestra_policy', 'production'],
						attributes: {
							for_each: raw('toset(var.production)'),
							scope: 'NAMESPACE',
							namespace: raw('each.key'),
							policy_id: POLICY,
							content: raw('var.policy'),
							depends_on: [raw('kestra_namespace.all')],
						},
					},
				]
			: []),
		{
			type: 'resource',
			labels: ['kestra_flow', 'delivering'],
			attributes: {
				for_each: raw('var.flows'),
				namespace: 'system',
				flow_id: raw('each.key'),
				content: raw('each.value'),
				depends_on: [raw('kestra_namespace.all')],
			},
		},
	]),
});
