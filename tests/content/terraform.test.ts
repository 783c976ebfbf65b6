/** The Terraform samples against what Kestra's provider says of itself. */
import { globSync, readFileSync } from 'node:fs';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { describe, expect, test } from 'vitest';

/** An attribute: a type is a name, or a list such as `["list", "string"]`. */
interface Attribute {
	readonly type: string | readonly string[];
	readonly required?: boolean;
	readonly optional?: boolean;
	readonly computed?: boolean;
}
interface Block {
	readonly attributes?: Readonly<Record<string, Attribute>>;
	readonly blocks?: Readonly<Record<string, Block>>;
}

const schema = JSON.parse(
	readFileSync('tests/fixtures/terraform-provider-schema.json', 'utf8'),
) as {
	readonly provider: Block;
	readonly resources: Readonly<Record<string, Block>>;
	readonly dataSources: Readonly<Record<string, Block>>;
};

/** What Terraform itself allows in every resource. */
const meta = ['for_each', 'count', 'depends_on', 'lifecycle', 'provider', 'alias'];

/** Whether a value may stand for a type. An expression, `${…}`, may stand for any. */
function fits(value: unknown, type: Attribute['type']): boolean {
	if (typeof value === 'string' && value.includes('${')) return true;
	const kind = typeof type === 'string' ? type : type[0];
	if (kind === 'list' || kind === 'set') return Array.isArray(value);
	if (kind === 'map' || kind === 'object')
		return typeof value === 'object' && !Array.isArray(value);
	if (kind === 'bool') return typeof value === 'boolean';
	if (kind === 'number') return typeof value === 'number';
	return kind === 'dynamic' || typeof value === 'string';
}

function faultsOfBlock(
	block: Block,
	value: Readonly<Record<string, unknown>>,
	path: string,
): string[] {
	const { attributes = {}, blocks = {} } = block;
	const missing = Object.entries(attributes)
		.filter(([name, { required }]) => required && !(name in value))
		.map(([name]) => `${path} lacks ${name}`);
	return [
		...missing,
		...Object.entries(value).flatMap(([name, inner]) => {
			const here = `${path}.${name}`;
			const attribute = attributes[name];
			if (attribute) {
				if (!attribute.required && !attribute.optional) return [`${here} cannot be set`];
				return fits(inner, attribute.type) ? [] : [`${here} is not of the type ${attribute.type}`];
			}
			const nested = blocks[name];
			if (nested)
				return (inner as Record<string, unknown>[]).flatMap((each) =>
					faultsOfBlock(nested, each, here),
				);
			return meta.includes(name) ? [] : [`${here} is not known`];
		}),
	];
}

type Named = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What is wrong with a file, as sentences. */
async function faultsOf(text: string): Promise<string[]> {
	const parsed = (await parseHcl('sample.tf', text)) as {
		readonly terraform?: readonly {
			readonly required_providers?: readonly { readonly kestra?: { readonly source: string } }[];
		}[];
		readonly provider?: Named;
		readonly resource?: Readonly<Record<string, Named>>;
		readonly data?: Readonly<Record<string, Named>>;
	};
	const named = parsed.terraform?.some(({ required_providers: all }) =>
		all?.some(({ kestra }) => kestra?.source === 'kestra-io/kestra'),
	);
	const ofKind = (
		found: Readonly<Record<string, Named>> | undefined,
		known: Readonly<Record<string, Block>>,
	) =>
		Object.entries(found ?? {}).flatMap(([type, all]) => {
			const block = known[type];
			if (!block) return [`${type} is not known`];
			return Object.entries(all).flatMap(([name, bodies]) =>
				bodies.flatMap((body) => faultsOfBlock(block, body, `${type}.${name}`)),
			);
		});
	return [
		...(named
			? []
			: ['it does not name the provider, so Terraform would look for hashicorp/kestra']),
		...(parsed.provider?.['kestra'] ?? []).flatMap((body) =>
			faultsOfBlock(schema.provider, body, 'provider.kestra'),
		),
		...ofKind(parsed.resource, schema.resources),
		...ofKind(parsed.data, schema.dataSources),
	];
}

const files = globSync('src/content/samples/**/*.tf').sort();

test('there are samples', () => {
	expect(files.length).toBeGreaterThan(4);
});

test.each(files)('%s can be used as it is shown', async (file) => {
	expect(await faultsOf(readFileSync(file, 'utf8'))).toEqual([]);
});

describe('a wrong file', () => {
	const named =
		'terraform {\n  required_providers {\n    kestra = { source = "kestra-io/kestra" }\n  }\n}\n';
	const pair = (body: string) => `${named}resource "kestra_kv" "a" {\n${body}\n}`;
	const right = 'namespace = "acme"\nkey = "a"\nvalue = "b"';

	test.each([
		['', [], pair(right)],
		['an unknown attribute', ['kestra_kv.a.colour is not known'], pair(`${right}\ncolour = "red"`)],
		['a missing attribute', ['kestra_kv.a lacks value'], pair('namespace = "acme"\nkey = "a"')],
		[
			'a wrong type',
			['kestra_kv.a.value is not of the type string'],
			pair('namespace = "acme"\nkey = "a"\nvalue = [1]'),
		],
		[
			'an attribute that only Kestra sets',
			['kestra_kv.a.tenant_id cannot be set'],
			pair(`${right}\ntenant_id = "main"`),
		],
		['an unknown resource', ['kestra_pair is not known'], `${named}resource "kestra_pair" "a" {}`],
		[
			'an unknown attribute in a block',
			['kestra_role.a.resources.verbs is not known'],
			`${named}resource "kestra_role" "a" {\nname = "a"\nresources {\ntype = "FLOW"\nactions = ["VIEW"]\nverbs = ["READ"]\n}\n}`,
		],
	] as const)('with %s is noticed', async (_what, faults, text) => {
		expect(await faultsOf(text)).toEqual(faults);
	});

	test('that does not name the provider is noticed', async () => {
		expect(await faultsOf(`resource "kestra_kv" "a" {\n${right}\n}`)).toHaveLength(1);
	});
});
