/**
 * Samples that readers put together fit together: addresses, ports, names, secrets and variables are followed from one
 * file to the next. Each file may be right by itself and the whole still fail, as when a task calls a port that nothing
 * listens on.
 */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = 'src/content/samples/';
const read = (file: string) => readFileSync(root + file, 'utf8');
/** The samples of a kind, by file name. */
const samples = (pattern: string) =>
	globSync(pattern, { cwd: root })
		.map((file) => file.replaceAll('\\', '/'))
		.sort();

/** A part of Kestra's configuration that says where and how its own API is called. */
interface Configuration {
	readonly datasources: { readonly postgres: Readonly<Record<string, string>> };
	readonly kestra: {
		readonly url?: string;
		readonly environment?: { readonly name: string };
		readonly server: { readonly 'basic-auth': { username: string; password: string } };
		readonly tasks: {
			readonly 'tmp-dir': { readonly path: string };
			readonly sdk?: {
				readonly authentication: { url?: string; username?: string; password?: string };
			};
		};
		readonly storage: { readonly local: { readonly 'base-path': string } };
	};
}
interface Service {
	readonly image?: string;
	readonly ports?: readonly string[];
	readonly volumes?: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
}
/** A Kestra server in a Compose file. */
interface Instance {
	readonly file: string;
	readonly name: string;
	readonly service: Service;
	readonly services: Readonly<Record<string, Service>>;
	readonly configuration: Configuration;
}

/** The port that Kestra listens on inside its container, where a sample does not set another. */
const listens = 8080;

function instancesIn(file: string, source: string): Instance[] {
	const { services } = parse(source, { merge: true }) as { services: Record<string, Service> };
	return Object.entries(services).flatMap(([name, service]) => {
		const configuration = service.environment.KESTRA_CONFIGURATION;
		return configuration
			? [{ file, name, service, services, configuration: parse(configuration) as Configuration }]
			: [];
	});
}

/** The address that a task of the instance calls for Kestra's own API, in the order of the Git tasks. */
function calledBy({ configuration: { kestra } }: Instance): URL {
	const { url } = kestra.tasks.sdk?.authentication ?? {};
	return new URL(url ?? kestra.url ?? `http://localhost:${listens}`);
}

/** What is wrong with the way the instance's tasks call its own API. */
function faultsOfCall(instance: Instance): string[] {
	const { hostname, port } = calledBy(instance);
	const { sdk } = instance.configuration.kestra.tasks;
	const login = instance.configuration.kestra.server['basic-auth'];
	const faults: string[] = [];
	if (hostname !== 'localhost' && hostname !== instance.name)
		faults.push(`calls ${hostname}, which is not this instance`);
	if (Number(port || 80) !== listens)
		faults.push(`calls port ${port}, and in the container Kestra listens on ${listens}`);
	if (sdk && sdk.authentication.username !== login.username)
		faults.push('signs in with another name than the server has');
	if (sdk && sdk.authentication.password !== login.password)
		faults.push('signs in with another password than the server has');
	return faults;
}

/** Published ports as [host, container]. */
const ports = ({ service }: Instance) =>
	(service.ports ?? []).map((entry) => entry.split(':').slice(-2).map(Number));

/** Names that a flow reads by an expression, such as the names of secrets. */
const readBy = (source: string, call: RegExp) =>
	[...source.matchAll(call)].map(([, name = '']) => name);
const secretsOf = (source: string) => readBy(source, /secret\('([^']+)'/g);
const variablesOf = (source: string) => readBy(source, /envs\.(\w+)/g);

const files = samples('compose/*.yaml');
const instances = files.flatMap((file) => instancesIn(file, read(file)));
const flows = samples('flows/*.yaml').map((file) => ({ file, source: read(file) }));

/** The flows that are for an instance: one that says where it lives is not for an engineer's own. */
const flowsFor = ({ file }: Instance) =>
	flows.filter(({ source }) => file === 'compose/two-instances.yaml' || !/lives in/.test(source));

test('there are two instances in one file, and flows that read secrets and variables', () => {
	expect(instances.filter(({ file }) => file === 'compose/two-instances.yaml')).toHaveLength(2);
	expect(flows.flatMap(({ source }) => secretsOf(source)).length).toBeGreaterThan(0);
	expect(flows.flatMap(({ source }) => variablesOf(source)).length).toBeGreaterThan(0);
});

test('a task that calls the published port is noticed', () => {
	const source = read('compose/two-instances.yaml').replaceAll(/ {12}sdk:\n(?: {14,}.*\n)+/g, '');
	const faults = instancesIn('changed', source).map(faultsOfCall);
	expect(faults.filter((each) => each.length > 0)).toHaveLength(1);
});

describe.each(
	instances.map((instance) => [`${instance.file}: ${instance.name}`, instance] as const),
)('%s', (_, instance) => {
	const { configuration, service, services } = instance;

	test('has tasks that reach its own API, and sign in with its login', () => {
		expect(faultsOfCall(instance)).toEqual([]);
	});

	test('says the address at which people reach it', () => {
		const url = new URL(configuration.kestra.url ?? '');
		expect(ports(instance)).toContainEqual([Number(url.port), listens]);
	});

	test('shares no port of the host with another in its file', () => {
		const taken = instances
			.filter(({ file }) => file === instance.file)
			.flatMap((each) => ports(each).map(([host]) => host));
		expect(new Set(taken).size).toBe(taken.length);
	});

	test('signs in to a database that its file starts, with that one’s name and password', () => {
		const { url = '', username, password } = configuration.datasources.postgres;
		const [, host = '', database] = /^jdbc:postgresql:\/\/([\w-]+):5432\/(\w+)$/.exec(url) ?? [];
		expect(services[host]?.environment).toMatchObject({
			POSTGRES_DB: database,
			POSTGRES_USER: username,
			POSTGRES_PASSWORD: password,
		});
	});

	test('mounts the folders that it is told to use', () => {
		const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[1]);
		expect(mounted).toContain(configuration.kestra.storage.local['base-path']);
		expect(mounted).toContain(configuration.kestra.tasks['tmp-dir'].path);
	});

	test.each(flowsFor(instance).map(({ file, source }) => [file, source] as const))(
		'gives %s every value that it reads',
		(file, source) => {
			const given = Object.keys(service.environment);
			const asked = [
				...secretsOf(source).map((name) => `SECRET_${name}`),
				...variablesOf(source).map((name) => `ENV_${name.toUpperCase()}`),
			];
			expect({ file, missing: asked.filter((name) => !given.includes(name)) }).toEqual({
				file,
				missing: [],
			});
		},
	);
});

describe('flows', () => {
	test('that ask for an environment name one that an instance has', () => {
		const configured = instances.map(({ configuration }) => configuration.kestra.environment?.name);
		const asked = flows.flatMap(({ source }) =>
			readBy(source, /kestra\.environment == '([^']+)'/g),
		);
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.filter((name) => !configured.includes(name))).toEqual([]);
	});

	test('that come from Git and go to it use the same repository and folder', () => {
		interface GitTask {
			readonly url?: string;
			readonly gitDirectory?: string;
			readonly type: string;
			readonly targetNamespace?: string;
			readonly sourceNamespace?: string;
		}
		const tasks = flows
			.flatMap(({ source }) => (parse(source) as { tasks: GitTask[] }).tasks)
			.filter(({ type }) => type.startsWith('io.kestra.plugin.git.'));
		expect(new Set(tasks.map(({ url }) => url)).size).toBe(1);
		const push = tasks.find(({ type }) => type.endsWith('.PushFlows'));
		const pull = tasks.find(({ type }) => type.endsWith('.SyncFlows'));
		expect(pull?.gitDirectory).toBe(push?.gitDirectory);
		expect(pull?.targetNamespace).toBe(push?.sourceNamespace);
	});
});

describe('production', () => {
	interface Contexts {
		readonly contexts: Readonly<Record<string, { host: string; tenant: string }>>;
	}
	const production = parse(read('config/production.yaml')) as Configuration;
	const { contexts } = parse(read('kestractl/config.yaml')) as Contexts;

	test('has one address in its configuration, its context and its pipeline', () => {
		const address = (production.kestra.url ?? '').replace(/\/$/, '');
		expect(contexts.production?.host).toBe(address);
		expect(read('kestractl/deploy.sh')).toContain(`KESTRACTL_HOST=${address} `);
	});

	test('has another address than development', () => {
		expect(contexts.production?.host).not.toBe(contexts.development?.host);
	});

	test('has one tenant in its context, its pipeline and its workflow', () => {
		const tenant = contexts.production?.tenant;
		expect(read('kestractl/deploy.sh')).toContain(`KESTRACTL_TENANT=${tenant}\n`);
		const tenants = readBy(read('github/validate-and-deploy.yaml'), /^ +tenant: (\S+)$/gm);
		expect(new Set(tenants)).toEqual(new Set([tenant]));
	});

	test('has one name, in its configuration and in Docker Compose', () => {
		const names = instances.map(({ configuration }) => configuration.kestra.environment?.name);
		expect(names).toContain(production.kestra.environment?.name);
	});
});

test('where a page deploys flows with their triggers off, it says how they come on again', () => {
	// The flag is written into the flow's text, so the switch in the user interface does not help.
	const sections = globSync('src/content/docs/**/*.mdx').flatMap((page) =>
		readFileSync(page, 'utf8')
			.split(/^## /m)
			.filter((section) => section.includes('deploy --disable-triggers'))
			.map((section) => ({ page, section })),
	);
	expect(sections.length).toBeGreaterThan(0);
	for (const { page, section } of sections)
		expect({ page, says: section.includes('--override') }).toEqual({ page, says: true });
});
