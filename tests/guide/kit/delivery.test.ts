import { expect, test } from 'vitest';
import type { Namespace } from '../../../src/guide/kestra/topology.ts';
import { gitFlows } from '../../../src/guide/kit/git-flows.ts';
import { deliveriesOf, placesOf } from '../../../src/guide/kit/places.ts';
import { yamlOf } from '../../support/kit-checks.ts';
import type { Kit } from '../../support/kits.ts';
import { everyKit } from '../../support/kits.ts';

const nameOf = ({ plan, way }: Kit) => `${plan.topology.edition}, ${way}: ${plan.title}`;
const pushingKits = everyKit.filter(({ way }) => way === 'git');

interface Push {
	readonly sourceNamespace: string;
	readonly includeChildNamespaces: boolean;
	readonly gitDirectory: string;
}

/** Whether a task of `PushFlows` takes a namespace along: with children it asks for all that start with its own. */
const takes = (namespace: string) => (task: Push) =>
	task.includeChildNamespaces
		? namespace.startsWith(task.sourceNamespace)
		: namespace === task.sourceNamespace;

const pathsOf = (namespaces: readonly Namespace[]): readonly string[] =>
	namespaces.flatMap(({ path, namespaces: below }) => [path, ...pathsOf(below)]);

/** The pushing tasks of each tenant that has some, with what is delivered to it. */
const pushing = (kit: Kit) => {
	const places = placesOf(kit.plan.topology);
	const deliveries = deliveriesOf(kit.plan, places);
	const flows = gitFlows(kit.plan, deliveries).filter(({ path }) => path.includes('push_to_git'));
	return places.flatMap((place) =>
		place.instance.tenants.flatMap((tenant) => {
			const flow = flows.find(({ in: targets }) => targets.includes(`${place.id}/${tenant.name}`));
			if (!flow) return [];
			const { tasks } = yamlOf(flow.text) as { tasks: readonly Push[] };
			const there = deliveries.filter((one) => one.place === place && one.tenant === tenant);
			const built = there.filter(({ stage }) => ['development', 'everything'].includes(stage.role));
			return [{ tasks, built, tenant }];
		}),
	);
};

/** The folders of a namespace below another. */
const below = (namespace: string, above: string) =>
	namespace.slice(above.length).replaceAll('.', '/');

test('each namespace that flows are built in is pushed by one task, to the folder where its flows are', () => {
	let looked = 0;
	let parts = 0;
	for (const kit of pushingKits)
		for (const { tasks, built } of pushing(kit)) {
			if (tasks.length > built.length) parts++;
			for (const { leaves, root, folder } of built)
				for (const leaf of leaves) {
					looked++;
					const folders = tasks
						.filter(takes(leaf))
						.map((task) => `${task.gitDirectory}${below(leaf, task.sourceNamespace)}`);
					expect(folders, `${nameOf(kit)} ${leaf}`).toEqual([`${folder}${below(leaf, root)}`]);
				}
		}
	expect(looked).toBeGreaterThan(1000);
	expect(parts).toBeGreaterThan(6);
});

test('no namespace of the plan is pushed by two tasks, and none of a later stage or of the system by any', () => {
	for (const kit of pushingKits)
		for (const { tasks, built, tenant } of pushing(kit))
			for (const path of ['system', ...pathsOf(tenant.namespaces)]) {
				const here = built.some(({ root }) => path === root || path.startsWith(`${root}.`));
				expect(tasks.filter(takes(path)).length, `${nameOf(kit)} ${path}`).toBeLessThan(
					here ? 2 : 1,
				);
			}
});

test('an example flow has the file name that a push gives it, so that Git never holds it twice', () => {
	for (const { files } of pushingKits)
		for (const { path, text } of files.filter((each) => each.path.startsWith('flows/')))
			expect(path.split('/').at(-1)).toBe(`${(yamlOf(text) as { id: string }).id}.yml`);
});

test('a task that takes a neighbour along would be found', () => {
	const task = { sourceNamespace: 'acme.eu', includeChildNamespaces: true, gitDirectory: 'flows' };
	for (const taken of ['acme.eu', 'acme.eu.orders', 'acme.eu-west'])
		expect(takes(taken)(task)).toBe(true);
	expect(takes('acme.eu-west')({ ...task, includeChildNamespaces: false })).toBe(false);
});
