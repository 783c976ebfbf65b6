/** Who may do what in the Terraform of a kit, as its own files say. */
import { parse as parseHcl } from '@cdktf/hcl2json';
import type { KitFile } from '../../src/guide/kit/kit-file.ts';

/**
 * Actions by resource, as Kestra's pages on roles in 2.0 list them (`rbac`, `rbac-action-model` and `policies` in the
 * sources of this site).
 */
const common = ['VIEW', 'LIST', 'CREATE', 'UPDATE', 'DELETE'];
export const documentedActions: Readonly<Record<string, readonly string[]>> = {
	FLOW: [...common, 'EXECUTE', 'DISABLE', 'ENABLE', 'VALIDATE', 'EXPORT', 'IMPORT'],
	EXECUTION: [
		...['VIEW', 'LIST', 'UPDATE', 'DELETE', 'RESTART', 'KILL', 'REPLAY', 'PAUSE', 'RESUME'],
		...['CHANGE_LABELS', 'ACCESS_LOGS', 'ACCESS_OUTPUTS', 'ACCESS_FILES', 'FOLLOW', 'EXPORT'],
		...['UNQUEUE', 'FORCE_RUN'],
	],
	TRIGGER: [
		...['VIEW', 'LIST', 'DELETE', 'UNLOCK', 'RESTART', 'DISABLE', 'ENABLE', 'EXPORT', 'BACKFILL'],
	],
	NAMESPACE: [...common, 'MANAGE_FILES', 'EXPORT_PLUGIN_DEFAULTS', 'IMPORT_PLUGIN_DEFAULTS'],
	KVSTORE: common,
	SECRET: common,
	CREDENTIAL: common,
	DASHBOARD: common,
	POLICY: ['VIEW', 'CREATE', 'UPDATE', 'DELETE'],
	USER: [...common, 'MANAGE_GROUP_MEMBERSHIP', 'IMPERSONATE'],
	GROUP: [...common, 'MANAGE_MEMBERS'],
	ROLE: common,
	BINDING: common,
	SERVICE_ACCOUNT: common,
	INVITATION: common,
	AUDITLOG: ['VIEW', 'LIST', 'EXPORT'],
	TENANT_SETTINGS: ['VIEW', 'UPDATE'],
};

/** A role of the module. */
export type ModuleRole = ReadonlyMap<string, readonly string[]>;

interface Block {
	readonly [attribute: string]: unknown;
}

interface Parsed {
	readonly resource?: Readonly<Record<string, Readonly<Record<string, readonly Block[]>>>>;
	readonly module?: Readonly<Record<string, readonly Call[]>>;
}

/** What a tenant of an instance gets. */
export interface Call {
	readonly namespaces: Readonly<Record<string, readonly string[]>>;
	readonly administrators: string;
	readonly bindings: Readonly<
		Record<string, { readonly group: string; readonly namespace: string; readonly role: string }>
	>;
	readonly terraform: string;
	readonly delivery: string;
}

const calls = new Map<string, readonly Call[]>();

/** The calls of the tenant module in the file of an instance, one for each of its tenants, in their order. */
export async function callsIn({ path, text }: KitFile): Promise<readonly Call[]> {
	const known = calls.get(text);
	if (known) return known;
	const { module = {} } = (await parseHcl(path, text)) as Parsed;
	const order = (name: string) => Number(name.replace('tenant_', ''));
	const found = Object.entries(module)
		.sort(([a], [b]) => order(a) - order(b))
		.map(([, [call]]) => call!);
	calls.set(text, found);
	return found;
}

/** The variables that a module asks for: it has no defaults. */
export async function askedBy({ path, text }: KitFile): Promise<readonly string[]> {
	const { variable = {} } = (await parseHcl(path, text)) as { variable?: object };
	return Object.keys(variable).sort();
}

/** The roles of the module, and those of them that are bound in the whole tenant, with whom. */
export async function accessIn({ path, text }: KitFile): Promise<{
	readonly roles: ReadonlyMap<string, ModuleRole>;
	readonly bound: readonly {
		readonly to: string;
		readonly role: string;
		readonly whole: boolean;
	}[];
}> {
	const { resource = {} } = (await parseHcl(path, text)) as Parsed;
	const roles = new Map(
		Object.entries(resource['kestra_role'] ?? {}).map(([name, [body]]) => [
			name,
			new Map(
				(body!['resources'] as { type: string; actions: string[] }[]).map(({ type, actions }) => [
					type,
					actions,
				]),
			),
		]),
	);
	const bound = Object.values(resource['kestra_binding'] ?? {}).map(([body]) => ({
		to: String(body!['external_id']),
		role: String(body!['role_id']),
		whole: !('namespace' in body!),
	}));
	return { roles, bound };
}
