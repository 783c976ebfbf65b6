/** The Terraform module of an Enterprise tenant: what is the same in each, so that a folder says only what differs. */
import type { HclBlock } from './hcl-file.ts';
import { hclFile, raw } from './hcl-file.ts';
import type { KitFile } from './kit-file.ts';
import { POLICY } from './policy.ts';

/** Folder of the module, from the root of the kit. */
export const TENANT_MODULE = 'terraform/modules/tenant';

/** What a Terraform configuration needs to know before anything else. */
export const requiredProvider: HclBlock = {
	type: 'terraform',
	blocks: [
		{
			type: 'required_providers',
			attributes: { kestra: { source: 'kestra-io/kestra', version: '~> 2.0' } },
		},
	],
};

/** A variable; sensitive ones are not shown. */
export const variable = (
	name: string,
	type: string,
	description: string,
	others: HclBlock['attributes'] = {},
): HclBlock => ({
	type: 'variable',
	labels: [name],
	attributes: { type: raw(type), description, ...others },
});

/** What a role may do with one kind of thing. */
const resources = (type: string, actions: readonly string[]): HclBlock => ({
	type: 'resources',
	attributes: { type, actions },
});

const role = (name: string, description: string, blocks: readonly HclBlock[]): HclBlock => ({
	type: 'resource',
	labels: ['kestra_role', name],
	attributes: { name, description },
	blocks,
});

const executions = ['VIEW', 'LIST', 'ACCESS_LOGS', 'ACCESS_OUTPUTS', 'FOLLOW'];
const writing = ['VIEW', 'LIST', 'CREATE', 'UPDATE', 'DELETE', 'VALIDATE', 'IMPORT', 'EXPORT'];

/** The module. */
export const tenantModule = (): KitFile => ({
	path: `${TENANT_MODULE}/main.tf`,
	text: hclFile('What every tenant has: namespaces, roles, and who is bound to them.', [
		requiredProvider,
		variable(
			'namespaces',
			'map(list(string))',
			'Each namespace with those that may use what it holds; none for all.',
		),
		variable(
			'bindings',
			'map(object({ group = string, namespace = string, role = string }))',
			'Which group of people works where, as builder or viewer.',
		),
		variable('values', 'map(string)', 'KV pairs, by key.'),
		variable('files', 'map(string)', 'Files of the namespaces, by name.'),
		variable('roots', 'list(string)', 'The namespaces that KV pairs and files are set in.'),
		variable('pipeline', 'string', 'Id of the service account that delivers flows.'),
		variable('branch', 'string', 'The namespace that it delivers to.'),
		variable('production', 'list(string)', 'Namespaces that do the real work.'),
		variable('policy', 'string', 'The policy that production keeps.'),
		variable('flows', 'map(string)', 'Flows that deliver the others, by id.'),
		{
			type: 'resource',
			labels: ['kestra_namespace', 'all'],
			attributes: { for_each: raw('var.namespaces'), namespace_id: raw('each.key') },
			blocks: [
				{
					type: 'dynamic',
					labels: ['allowed_namespaces'],
					comment: 'Without any, every namespace of the tenant may use its secrets and files.',
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
		role('viewer', 'See flows, runs and logs; change nothing', [
			resources('FLOW', ['VIEW', 'LIST']),
			resources('EXECUTION', executions),
		]),
		role('builder', 'Build flows and run them', [
			resources('FLOW', writing),
			resources('EXECUTION', [...executions, 'CREATE']),
			resources('NAMESPACE', ['VIEW', 'LIST', 'MANAGE_FILES']),
		]),
		role('pipeline', 'Deliver flows and files', [
			resources('FLOW', writing),
			resources('NAMESPACE', ['VIEW', 'LIST', 'MANAGE_FILES']),
		]),
		{
			type: 'resource',
			labels: ['kestra_binding', 'pipeline'],
			comment: 'A service account is bound as a user is.',
			attributes: {
				type: 'USER',
				external_id: raw('var.pipeline'),
				role_id: raw('kestra_role.pipeline.id'),
				namespace: raw('var.branch'),
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
					'each.value.role == "viewer" ? kestra_role.viewer.id : kestra_role.builder.id',
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
