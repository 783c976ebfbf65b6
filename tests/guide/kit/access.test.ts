import { expect, test } from 'vitest';
import type { Namespace } from '../../../src/guide/kestra/topology.ts';
import type { KitFile } from '../../../src/guide/kit/kit-file.ts';
import { accessIn, askedBy, callsIn, documentedActions } from '../../support/kit-access.ts';
import type { Kit } from '../../support/kits.ts';
import { everyKit } from '../../support/kits.ts';

const MODULE = 'terraform/modules/tenant/main.tf';
// Terraform holds most where flows push and pull: the flows that do it as well.
const enterprise = everyKit.filter(
	({ plan, way }) => plan.topology.edition === 'enterprise' && way === 'git',
);
const nameOf = ({ plan, way }: Kit) => `${way}: ${plan.title}`;
const file = (files: readonly KitFile[], path: string) => files.find((each) => each.path === path)!;
const ofInstances = (files: readonly KitFile[]) =>
	files.filter(({ path }) => /^terraform\/(?!modules)[^/]+\/main\.tf$/.test(path));
const modules = new Map(
	enterprise.map(({ files }) => {
		const module = file(files, MODULE);
		return [module.text, module] as const;
	}),
);

test('there are kits for Enterprise, and few modules', () => {
	expect(enterprise.length).toBeGreaterThan(100);
	expect(modules.size).toBeGreaterThanOrEqual(1);
	expect(modules.size).toBeLessThanOrEqual(2);
});

test('each tenant gives the module exactly what it asks for', async () => {
	for (const kit of enterprise) {
		const asked = await askedBy(file(kit.files, MODULE));
		expect(asked.length).toBeGreaterThan(8);
		for (const main of ofInstances(kit.files))
			for (const call of await callsIn(main)) {
				const given = Object.keys(call).filter((name) => !['source', 'providers'].includes(name));
				expect(given.sort(), `${nameOf(kit)} ${main.path}`).toEqual(asked);
			}
	}
});

test('every action of a role is one that Kestra’s pages list for that resource', async () => {
	for (const module of modules.values()) {
		const { roles } = await accessIn(module);
		expect(roles.size).toBeGreaterThanOrEqual(6);
		for (const [name, permissions] of roles)
			for (const [resource, actions] of permissions) {
				expect(documentedActions, `${name} ${resource}`).toHaveProperty(resource);
				for (const action of actions)
					expect(documentedActions[resource], `${name} ${resource}`).toContain(action);
			}
	}
});

test('an action that no page lists would be found', async () => {
	const [module] = [...modules.values()];
	const { roles } = await accessIn({ ...module!, text: module!.text.replace('"KILL"', '"STOP"') });
	expect([...roles.values()].some((role) => role.get('EXECUTION')?.includes('STOP'))).toBe(true);
	expect(documentedActions['EXECUTION']).not.toContain('STOP');
});

test('administrators can start, restart, replay and stop what runs, and let people in, in the whole of every tenant', async () => {
	for (const module of modules.values()) {
		const { roles, bound } = await accessIn(module);
		const role = roles.get('administrator')!;
		expect(role.get('FLOW')).toEqual(expect.arrayContaining(['EXECUTE', 'UPDATE', 'DISABLE']));
		expect(role.get('EXECUTION')).toEqual(
			expect.arrayContaining(['RESTART', 'REPLAY', 'KILL', 'ACCESS_LOGS']),
		);
		expect(role.get('GROUP')).toContain('MANAGE_MEMBERS');
		expect(bound).toContainEqual({
			to: '${kestra_group.administrators.id}',
			role: '${kestra_role.administrator.id}',
			whole: true,
		});
	}
	for (const kit of enterprise)
		for (const main of ofInstances(kit.files)) {
			const calls = await callsIn(main);
			expect(calls.length, `${nameOf(kit)} ${main.path}`).toBeGreaterThan(0);
			for (const { administrators, bindings } of calls) {
				expect(administrators).toMatch(/^[a-z-]+$/);
				expect(Object.values(bindings).map(({ group }) => group)).not.toContain(administrators);
			}
		}
});

test('what applies Terraform and what delivers flows have a role in every tenant', async () => {
	for (const module of modules.values()) {
		const { roles, bound } = await accessIn(module);
		expect(bound).toContainEqual({
			to: '${var.terraform}',
			role: '${kestra_role.terraform.id}',
			whole: true,
		});
		expect(bound).toContainEqual({
			to: '${var.delivery}',
			role: '${kestra_role.delivery.id}',
			whole: false,
		});
		const terraform = roles.get('terraform')!;
		for (const [resource, kind] of [
			['kestra_flow', 'FLOW'],
			['kestra_namespace', 'NAMESPACE'],
			['kestra_kv', 'KVSTORE'],
			['kestra_policy', 'POLICY'],
		] as const)
			if (module.text.includes(`resource "${resource}"`))
				expect(terraform.get(kind), kind).toEqual(expect.arrayContaining(['VIEW', 'CREATE']));
		expect(terraform.get('NAMESPACE')).toContain('MANAGE_FILES');
		// It comes before all that needs it.
		expect(module.text).toMatch(
			/resource "kestra_namespace" "all" \{[^}]*depends_on = \[\s*kestra_binding\.terraform,/,
		);
	}
	for (const { files } of enterprise)
		for (const main of ofInstances(files)) {
			const account = file(files, main.path.replace('main.tf', 'account/main.tf'));
			expect(account.text).toMatch(/super_admin\s*= true/);
			expect(account.text).toContain('output "account"');
			expect(account.text).toContain('output "api_token"');
			for (const { terraform, delivery } of await callsIn(main)) {
				expect(terraform).toBe('${var.account}');
				expect(delivery).toBe('${kestra_service_account.delivery.id}');
			}
		}
});

test('every tenant of the plan is made before anything is set in it', () => {
	for (const { plan, files } of enterprise) {
		const accounts = files.filter(({ path }) => path.endsWith('/account/main.tf'));
		expect(accounts.length).toBe(plan.topology.instances.length);
		for (const { name, tenants } of plan.topology.instances) {
			const { text } = accounts.find((one) => one.text.startsWith(`# ${name}:`))!;
			expect(/toset\(\[(.*)\]\)/.exec(text)![1]!.split(', ')).toEqual(
				tenants.map((tenant) => `"${tenant.name}"`),
			);
		}
	}
});

test('where the plan lets people run their own flows in production they may start them, and change none', async () => {
	let looked = 0;
	for (const module of modules.values()) {
		const { roles } = await accessIn(module);
		const launcher = roles.get('launcher')!;
		expect(launcher.get('FLOW')).toContain('EXECUTE');
		expect(launcher.get('EXECUTION')).toEqual(expect.arrayContaining(['RESTART', 'REPLAY']));
		for (const role of ['launcher', 'viewer'])
			for (const [, actions] of roles.get(role)!)
				for (const change of ['CREATE', 'UPDATE', 'DELETE']) expect(actions).not.toContain(change);
	}
	for (const { plan, files } of enterprise) {
		const { instances } = plan.topology;
		for (const main of ofInstances(files)) {
			const instance = instances.find(({ name }) => main.text.startsWith(`# ${name}. `))!;
			for (const { bindings } of await callsIn(main))
				for (const { role, namespace } of Object.values(bindings)) {
					if (instance.reach === 'administrators-and-pipeline') {
						looked++;
						expect(role, `${instance.name} ${namespace}`).toBe('launcher');
					}
					if (instance.reach === 'engineers') expect(role).toBe('builder');
				}
		}
	}
	expect(looked).toBeGreaterThan(100);
});

test('no list keeps groups that share a tenant from calling each other; only production keeps development out', async () => {
	let shared = 0;
	let closed = 0;
	const pathsOf = (namespaces: readonly Namespace[]): readonly string[] =>
		namespaces.flatMap(({ path, namespaces: below }) => [path, ...pathsOf(below)]);
	for (const kit of enterprise) {
		const { instances } = kit.plan.topology;
		for (const main of ofInstances(kit.files)) {
			const instance = instances.find(({ name }) => main.text.startsWith(`# ${name}. `))!;
			const calls = await callsIn(main);
			for (const [index, { namespaces }] of calls.entries()) {
				const tenant = instance.tenants[index]!;
				const stageOf = (path: string) =>
					tenant.namespaces.find(
						(top) =>
							top.level === 'stage' && (path === top.path || path.startsWith(`${top.path}.`)),
					)?.stage?.role;
				const paths = pathsOf(tenant.namespaces);
				for (const callee of paths)
					for (const caller of paths) {
						const list = namespaces[callee]!;
						const may = list.length === 0 || list.includes(caller);
						const outside = stageOf(callee) === 'production' && stageOf(caller) !== 'production';
						if (outside) closed++;
						else shared++;
						expect(may, `${nameOf(kit)} ${caller} -> ${callee}`).toBe(!outside);
					}
			}
		}
	}
	expect(shared).toBeGreaterThan(100);
	expect(closed).toBeGreaterThan(10);
});
