/**
 * Checks flows without Kestra: against the engine's schema, with a walk for properties that the schema does not know, which
 * the engine refuses and JSON Schema lets pass.
 */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { runOn } from '../../src/run-on.ts';
import { fixturePath } from '../../tools/lib/kestra/fixtures.ts';

/** The parts of a JSON Schema that are used here. */
interface Schema {
	readonly $ref?: string;
	readonly type?: string;
	readonly const?: unknown;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly additionalProperties?: boolean | Schema;
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
	readonly allOf?: readonly Schema[];
}

const flowType = 'io.kestra.core.models.flows.Flow';
/** A task that stands wherever tasks may stand. */
const anyTask = '#/definitions/io.kestra.plugin.core.log.Log';

/** Tasks of plugins whose schema is not at hand: their properties are not checked. */
const unchecked = ['io.kestra.plugin.github.pulls.Create'];

const read = (path: string) =>
	JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Schema>>;
const core = read(fixturePath('flow-schema', runOn));
/** Of plugin-git 3.0.0, which is not on Maven Central: built from its source against Kestra 2.0.0. */
const git = read('tests/fixtures/plugin-git-schema-3.0.0.json');
const others: Readonly<Record<string, Schema>> = Object.fromEntries(
	unchecked.map((type) => [
		type,
		{
			type: 'object',
			properties: { id: { type: 'string' }, type: { const: type } },
			additionalProperties: true,
			required: ['id', 'type'],
		},
	]),
);
const added = Object.keys({ ...git, ...others })
	.filter((name) => git[name]?.properties?.['type'] || others[name])
	.map((name) => ({ $ref: `#/definitions/${name}` }));

/** A schema in which the tasks of other plugins may stand wherever tasks may, and patterns mean what they do in Kestra. */
function withAdded<Node>(node: Node): Node {
	if (Array.isArray(node)) return node.map((each: unknown) => withAdded(each)) as Node;
	if (node === null || typeof node !== 'object') return node;
	const copy = Object.fromEntries(
		Object.entries(node).map(([key, value]) => [
			key,
			// Kestra matches the whole text, whether a pattern says so or not.
			key === 'pattern' && typeof value === 'string' ? `^(?:${value})$` : withAdded<unknown>(value),
		]),
	) as { anyOf?: readonly Schema[] };
	if (copy.anyOf?.some(({ $ref }) => $ref === anyTask)) copy.anyOf = [...copy.anyOf, ...added];
	return copy as Node;
}

const definitions = withAdded({ ...core, ...git, ...others });
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $schema: 'http://json-schema.org/draft-07/schema#', definitions }, 'kestra');
/** Checks a value against one definition. */
const errorsOf = (type: string, value: unknown) => {
	const validate = ajv.getSchema(`kestra#/definitions/${type}`);
	if (!validate) throw new Error(`The schema has no ${type}.`);
	return validate(value) ? [] : (validate.errors ?? []);
};

// Compiling takes a while on a busy machine: not in the time of a test.
errorsOf(flowType, {});

const resolved = (schema: Schema): Schema =>
	schema.$ref ? resolved(definitions[schema.$ref.replace('#/definitions/', '')] ?? {}) : schema;

/** The alternatives of a schema that may be meant by a value: those of its type, if it names one. */
function alternatives(schema: Schema, value: unknown): readonly Schema[] {
	const known = resolved(schema);
	const parts = [...(known.anyOf ?? []), ...(known.allOf ?? [])];
	const all = parts.length === 0 ? [known] : parts.flatMap((part) => alternatives(part, value));
	const type = (value as { type?: unknown } | null)?.type;
	const named = all.filter(({ properties }) => properties?.['type']?.const === type);
	return type !== undefined && named.length > 0 ? named : all;
}

/** Every property of a value that no alternative of its schema has, as a path. */
function unknownProperties(schema: Schema, value: unknown, path: string): readonly string[] {
	const possible = alternatives(schema, value);
	if (Array.isArray(value)) {
		const items = possible.flatMap((each) => each.items ?? []);
		return value.flatMap((each, index) =>
			items.length === 0 ? [] : unknownProperties({ anyOf: items }, each, `${path}[${index}]`),
		);
	}
	if (value === null || typeof value !== 'object') return [];
	const objects = possible.filter(({ properties }) => properties);
	// A map of anything: labels, inputs of a subflow.
	const open = possible.some(
		({ type, properties, additionalProperties }) =>
			(type === 'object' && !properties) || additionalProperties === true,
	);
	return Object.entries(value).flatMap(([key, inner]) => {
		const schemas = objects.flatMap(({ properties }) => properties?.[key] ?? []);
		const here = path === '' ? key : `${path}.${key}`;
		if (schemas.length > 0) return unknownProperties({ anyOf: schemas }, inner, here);
		return open || objects.length === 0 ? [] : [here];
	});
}

/** Every task, trigger and so on in a value, with its path: what names a type of Kestra's. */
function typed(
	value: unknown,
	path = '',
): readonly (readonly [path: string, type: string, object])[] {
	if (value === null || typeof value !== 'object') return [];
	const { type } = value as { type?: unknown };
	return [
		...(typeof type === 'string' && type.startsWith('io.kestra.')
			? [[path, type, value] as const]
			: []),
		...Object.entries(value).flatMap(([key, inner]) => typed(inner, `${path}/${key}`)),
	];
}

/** What is wrong with a flow, as sentences; empty when nothing is. */
export function faultsOfFlow(flow: unknown): readonly string[] {
	const unknown = unknownProperties({ $ref: `#/definitions/${flowType}` }, flow, '').map(
		(path) => `${path} is no property that Kestra ${runOn} knows.`,
	);
	const errors = errorsOf(flowType, flow);
	if (errors.length === 0) return unknown;
	// Every alternative that was tried has left errors. What the flow itself and each of its tasks lack says most.
	const parts = typed(flow).flatMap(([path, type, value]) =>
		definitions[type]
			? errorsOf(type, value)
					.filter(({ keyword }) => keyword !== 'anyOf')
					.map(({ instancePath, message }) => `${path}${instancePath} ${message}.`)
			: [`${path} is of no type that Kestra ${runOn} knows: ${type}.`],
	);
	const own = errors
		.filter(({ instancePath }) => !/^\/\w+\/\d/.test(instancePath))
		.map(({ instancePath, message }) => `${instancePath || 'The flow'} ${message}.`);
	const said = [...new Set([...unknown, ...parts, ...own])];
	return said.length > 0
		? said
		: errors.map(({ instancePath, message }) => `${instancePath} ${message}.`);
}
