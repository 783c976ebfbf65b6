import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { KitFile } from '../../../src/guide/kit/kit-file.ts';
import { placeholders } from '../../../src/guide/kit/placeholders.ts';
import { flowProblems, problemsIn, unknownProperties, yamlOf } from '../../support/kit-checks.ts';
import { partOf } from '../../support/kit-readme.ts';
import type { Kit } from '../../support/kits.ts';
import { everyKit, kitFor } from '../../support/kits.ts';
import { everyKind } from '../../support/plans.ts';

const nameOf = ({ plan, way }: Kit) => `${plan.topology.edition}, ${way}: ${plan.title}`;
const file = (files: readonly KitFile[], path: string) =>
	files.find((each) => each.path === path)?.text ?? '';
const having = (files: readonly KitFile[], pattern: RegExp) =>
	files.filter(({ path }) => pattern.test(path));
const variables = (text: string) =>
	new Map([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));

const compose = (files: readonly KitFile[]) => file(files, 'instances/compose.yaml') !== '';

// The validator of workflows says of each one that it does not look into the patterns of paths.
beforeAll(() => {
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(() => {
	vi.restoreAllMocks();
});

test('every file of every kit is read without a complaint', async () => {
	// Many kits have the same file: each text is read once.
	const unique = new Map(
		everyKit.flatMap(({ files }) =>
			files.map((each) => [`${each.path.replace(/^.*[/]/, '')} ${each.text}`, each] as const),
		),
	);
	expect(unique.size).toBeGreaterThan(1000);
	const problems: string[] = [];
	for (const each of unique.values()) problems.push(...(await problemsIn(each)));
	expect(problems).toEqual([]);
});

describe('a template that is broken is found, with the file’s name', () => {
	const kit = kitFor(
		everyKind.find(
			({ plan }) =>
				plan.topology.edition === 'enterprise' && plan.outcomes.stages === 'two-instances',
		)!,
		'git',
	);
	const openSource = kitFor(
		everyKind.find(
			({ plan }) =>
				plan.topology.edition === 'open-source' && plan.outcomes.stages === 'two-instances',
		)!,
		'github',
	);
	const gitlab = kitFor(openSource, 'gitlab');
	test.each([
		[kit, /^terraform\/modules\/tenant\/main\.tf$/, 'role_id', 'rule_id'],
		[kit, /^terraform\/modules\/tenant\/main\.tf$/, 'kestra-io/kestra', 'hashicorp/kestra'],
		[kit, /^terraform\/modules\/tenant\/main\.tf$/, 'namespace_id = each.key', 'namespace_id = "'],
		[kit, /^git-flows\/push/, 'sourceNamespace', 'sourceNameSpace'],
		[kit, /^git-flows\/sync/, 'targetNamespace: ', 'target: '],
		[openSource, /^flows\//, 'log.Log', 'log.Echo'],
		[openSource, /^flows\//, 'namespace: ', 'namespace: A'],
		[openSource, /^instances\/compose\.yaml$/, 'image:', 'picture:'],
		[openSource, /^instances\/application\.yaml$/, 'kestra:', 'kestra: {'],
		[openSource, /^\.github/, 'runs-on: ubuntu-latest', 'run-on: ubuntu-latest'],
		[openSource, /\.env$/, 'INSTANCE_URL=', 'INSTANCE_URL="'],
		[gitlab, /^\.gitlab/, 'stage: validate', 'stage: check'],
	])('%#: %o', async ({ files }, path, right, wrong) => {
		const [good] = having(files, path);
		expect(good?.text).toContain(right);
		expect(await problemsIn(good!)).toEqual([]);
		const problems = await problemsIn({ ...good!, text: good!.text.replace(right, wrong) });
		expect(problems.length).toBeGreaterThan(0);
		for (const problem of problems) expect(problem).toContain(good!.path);
	});
	test('a property that no flow has', () => {
		expect(
			unknownProperties({
				id: 'a',
				tasks: [{ id: 'b', type: 'io.kestra.plugin.core.log.Log', massage: '' }],
				pluginDefaults: [],
			}),
		).toEqual(['/tasks/0/massage', '/pluginDefaults']);
		expect(
			flowProblems(
				'id: a\nnamespace: b\ntasks: [{ id: c.d, type: io.kestra.plugin.core.log.Log, message: e }]',
			),
		).toEqual(['has a task c.d']);
	});
});

test('paths are unique, and hold nothing that a file system or a ZIP would not take', () => {
	for (const kit of everyKit) {
		const paths = kit.files.map(({ path }) => path.toLowerCase());
		expect(new Set(paths).size, nameOf(kit)).toBe(paths.length);
		for (const path of paths) expect(path).toMatch(/^[a-z0-9._-]+(\/[a-z0-9._-]+)*$/);
	}
});

test('the README lists every value to fill in, and no other', () => {
	for (const kit of everyKit) {
		const readme = file(kit.files, 'README.md');
		const section = partOf(readme, 'What to fill in');
		const rows = new Map(
			[...section.matchAll(/^\| `(FILL_IN_\w+)` \|.*\| (.*) \|$/gm)].map(([, name, where]) => [
				name!,
				where!.split(', ').sort(),
			]),
		);
		const used = new Map<string, string[]>();
		for (const { path, text } of kit.files)
			for (const name of new Set(text.replace(section, '').match(/FILL_IN_[A-Z0-9_]+/g)))
				used.set(name, [...(used.get(name) ?? []), `\`${path}\``].sort());
		expect(rows, nameOf(kit)).toEqual(used);
		for (const name of rows.keys()) expect(placeholders).toHaveProperty(name);
	}
});

test('every value to fill in is needed by some plan', () => {
	const texts = everyKit.flatMap(({ files }) => files.map(({ text }) => text)).join('\n');
	for (const name of Object.keys(placeholders)) expect(texts).toContain(name);
});

test('a password that the reader chooses means the same to Compose, Kubernetes and a shell', () => {
	const passwords = Object.entries(placeholders).filter(([name]) => name.endsWith('_PASSWORD'));
	expect(passwords.length).toBeGreaterThan(1);
	for (const [name, words] of passwords) expect(words, name).toContain('letters and digits');
});

test('the README has every next step, a link back and the record', () => {
	for (const { files } of everyKit) {
		const readme = file(files, 'README.md');
		expect(readme).toMatch(/^1\. /m);
		expect(readme).toContain('/guide/?');
		expect(readme).toContain('(decision-record.md)');
		expect(file(files, 'decision-record.md')).toContain('way=');
	}
});

test('Compose asks each instance for exactly the variables that its two files have', () => {
	let looked = 0;
	for (const kit of everyKit)
		for (const { path, text } of having(kit.files, /\/compose\.yaml$/)) {
			const folder = path.replace('compose.yaml', '');
			const asked = new Set([...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name!));
			const configured = [...file(kit.files, `${folder}application.yaml`).matchAll(/\$\{(\w+)\}/g)];
			for (const settings of having(kit.files, new RegExp(`^${folder}[^/]+(?<!secrets)\\.env$`))) {
				const secret = file(kit.files, settings.path.replace(/\.env$/, '.secrets.env.example'));
				// Compose itself reads the name of the project.
				const given = [...variables(settings.text).keys(), ...variables(secret).keys()].filter(
					(name) => name !== 'COMPOSE_PROJECT_NAME',
				);
				expect(given.sort(), `${nameOf(kit)} ${settings.path}`).toEqual([...asked].sort());
				looked++;
			}
			const { services } = yamlOf(text) as { services: { kestra: { environment: object } } };
			for (const [, name] of configured) expect(services.kestra.environment).toHaveProperty(name!);
		}
	expect(looked).toBeGreaterThan(100);
});

test('the chart’s configuration asks for no variable that an instance’s two files lack', () => {
	let looked = 0;
	for (const kit of everyKit) {
		const values = file(kit.files, 'instances/values.yaml');
		if (values === '') continue;
		const asked = [...values.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name!);
		for (const settings of having(kit.files, /^instances\/[^/]+(?<!secrets)\.env$/)) {
			const secret = file(kit.files, settings.path.replace(/\.env$/, '.secrets.env.example'));
			const given = [...variables(settings.text).keys(), ...variables(secret).keys()];
			for (const name of asked) expect(given, settings.path).toContain(name);
			looked++;
		}
	}
	expect(looked).toBeGreaterThan(100);
});

test('no two instances share a project, a port, an address or a folder for tasks', () => {
	for (const kit of everyKit) {
		const all = having(kit.files, /^instances\/[^/]+(?<!secrets)\.env$/).map(({ text }) =>
			variables(text),
		);
		expect(all.length, nameOf(kit)).toBe(kit.plan.topology.instances.length);
		for (const name of ['COMPOSE_PROJECT_NAME', 'INSTANCE_PORT', 'TASK_FOLDER']) {
			const values = all.flatMap((each) => each.get(name) ?? []);
			expect(new Set(values).size, `${nameOf(kit)} ${name}`).toBe(values.length);
		}
	}
});

test('an address is that of a laptop only where the plan says so, and Terraform has none of its own', () => {
	let laptops = 0;
	for (const { plan, files } of everyKit) {
		const settings = having(files, /^instances\/[^/]+(?<!secrets)\.env$/).map(({ text }) =>
			variables(text),
		);
		const local = plan.topology.instances.map((instance) => instance.local === true);
		expect(
			settings.filter((each) => each.get('INSTANCE_URL') === 'FILL_IN_INSTANCE_URL').length,
		).toBe(
			local.filter((one) => !one).length + (compose(files) ? 0 : local.filter((one) => one).length),
		);
		for (const each of settings)
			if (each.get('INSTANCE_URL') !== 'FILL_IN_INSTANCE_URL') {
				laptops++;
				expect(each.get('INSTANCE_URL')).toBe(`http://localhost:${each.get('INSTANCE_PORT')}/`);
			}
		for (const { text, path } of having(files, /\.tf$/)) expect(text, path).not.toContain('://');
	}
	expect(laptops).toBeGreaterThan(0);
});

test('every instance has an encryption key of its own to fill in', () => {
	for (const { files } of everyKit) {
		for (const { text, path } of having(files, /\.secrets\.env\.example$/))
			expect(variables(text).get('ENCRYPTION_KEY'), path).toBe('FILL_IN_ENCRYPTION_KEY');
		for (const { text, path } of having(files, /(application|values)\.yaml$/)) {
			const parsed = yamlOf(text) as {
				configurations?: { application: Application };
			} & Application;
			const { kestra } = parsed.configurations?.application ?? parsed;
			expect(kestra.encryption, path).toEqual({ 'secret-key': '${ENCRYPTION_KEY}' });
		}
	}
});

test('tasks reach the API of their own instance, with credentials beside the address', () => {
	for (const kit of everyKit) {
		const text =
			file(kit.files, 'instances/application.yaml') || file(kit.files, 'instances/values.yaml');
		const parsed = yamlOf(text) as {
			configurations?: { application: Application };
		} & Application;
		const { kestra } = parsed.configurations?.application ?? parsed;
		const { url, ...credentials } = kestra.tasks.sdk.authentication;
		expect(url).toBe('http://localhost:8080');
		expect(Object.keys(credentials)).toEqual(
			kit.plan.topology.edition === 'enterprise' ? ['api-token'] : ['username', 'password'],
		);
	}
});

interface Application {
	readonly kestra: {
		readonly encryption: unknown;
		readonly tasks: { readonly sdk: { readonly authentication: Record<string, string> } };
	};
}

test('a schedule names an environment that production has and no earlier stage', () => {
	let looked = 0;
	for (const kit of everyKit) {
		const environments = having(kit.files, /^(instances|local)\/[^/]+(?<!secrets)\.env$/).map(
			({ text }) => variables(text).get('ENVIRONMENT_NAME'),
		);
		for (const { text, path } of having(kit.files, /^flows\/.*\.yml$/)) {
			const only = /kestra\.environment == '([^']*)'/.exec(text)?.[1];
			if (only === undefined) {
				expect(text, path).not.toContain('triggers');
				continue;
			}
			looked++;
			expect(environments).toContain(only);
			expect(environments.some((name) => name !== only)).toBe(true);
			const last = kit.plan.topology.stages.at(-1)!.name;
			if (kit.plan.outcomes.stages !== 'single-instance') expect(only.toLowerCase()).toBe(last);
		}
	}
	expect(looked).toBeGreaterThan(100);
});

test('every folder that a pipeline or a pull delivers has a flow in it, which is what kestractl asks for', () => {
	for (const kit of everyKit) {
		const folders = [
			...having(kit.files, /^git-flows\/sync/).flatMap(({ text }) =>
				[...text.matchAll(/gitDirectory: (\S+)/g)].map(([, folder]) => folder!),
			),
			...having(kit.files, /^\.github\/workflows/).flatMap(({ text }) =>
				[...text.matchAll(/directory: \.\/(\S+)/g)].map(([, folder]) => folder!),
			),
			...having(kit.files, /^\.gitlab-ci/).flatMap(({ text }) =>
				[...text.matchAll(/DIRECTORY: \.\/(\S+)/g)].map(([, folder]) => folder!),
			),
		];
		if (kit.way !== 'git') expect(folders.length, nameOf(kit)).toBeGreaterThan(0);
		for (const folder of folders)
			expect(
				kit.files.some(
					({ path }) => path.startsWith(`${folder}/`) && /\/[^./]+\.ya?ml$/.test(path),
				),
				`${nameOf(kit)} ${folder}`,
			).toBe(true);
	}
});

test('a pull puts a flow into the namespace that the flow itself names', () => {
	for (const kit of everyKit) {
		if (kit.plan.outcomes.stages === 'namespace-per-stage') continue;
		for (const { text } of having(kit.files, /^git-flows\/sync/))
			for (const { targetNamespace, gitDirectory } of (
				yamlOf(text) as { tasks: { targetNamespace: string; gitDirectory: string }[] }
			).tasks)
				for (const { path, text: flow } of having(kit.files, /^flows\/.*\.yml$/)) {
					if (!path.startsWith(`${gitDirectory}/`)) continue;
					const below = path
						.slice(gitDirectory.length + 1)
						.split('/')
						.slice(0, -1);
					expect([targetNamespace, ...below].join('.')).toBe(
						(yamlOf(flow) as { namespace: string }).namespace,
					);
				}
	}
});

test('what Terraform reads from the kit is there', () => {
	for (const kit of everyKit)
		for (const { path, text } of having(kit.files, /\.tf$/)) {
			const folder = path.replace(/\/main\.tf$/, '');
			const asked = [...text.matchAll(/path\.module\}\/([^"]+)"|source = "(\.[^"]+)"/g)].map(
				([, read, module]) => read ?? `${module}/main.tf`,
			);
			for (const relative of asked) {
				const full = new URL(relative, `https://example.com/${folder}/`).pathname.slice(1);
				expect(
					kit.files.some((each) => each.path === full),
					`${path} ${relative}`,
				).toBe(true);
			}
		}
});

test('every instance of Enterprise gets the tenants of the plan, none but main is named in open source', () => {
	for (const { plan, files } of everyKit)
		for (const { text } of having(files, /^terraform\/(?!modules)[^/]+\/main\.tf$/)) {
			const named = [...text.matchAll(/^ {2}tenant_id = "([^"]+)"$/gm)].map(([, name]) => name);
			if (plan.topology.edition === 'open-source') expect(named).toEqual(['main']);
			else expect(named.length).toBeGreaterThan(0);
		}
});

test('the same plan gives the same bytes', () => {
	for (const kit of everyKit.slice(0, 60)) expect(kitFor(kit, kit.way).files).toEqual(kit.files);
});
