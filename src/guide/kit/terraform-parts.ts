/** Blocks that more than one file of Terraform has. */
import type { HclBlock } from './hcl-file.ts';
import { raw } from './hcl-file.ts';
import type { Place } from './places.ts';

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

/**
 * What is read from an instance's settings, and how. The address has no slash at its end here. Nor has any value the
 * first half of the line break that an editor or Git leaves there on Windows: `.` would take it along.
 */
const read = {
	url: String.raw`^INSTANCE_URL=(.*?)/?\\r?$`,
	api_url: String.raw`^ENV_API_URL=(.*?)\\r?$`,
} as const;

/**
 * Values from the settings of an instance, so that each is filled in once: `local.url` and `local.api_url`.
 * @param root the way from the folder of this file to the root of the kit
 */
export const settingsOf = (
	{ id }: Pick<Place, 'id'>,
	root: string,
	names: readonly (keyof typeof read)[],
): HclBlock => ({
	type: 'locals',
	comment: 'From the settings of the instance, where they are filled in.',
	attributes: {
		settings: raw(`file("\${path.module}/${root}/instances/${id}.env")`),
		...Object.fromEntries(
			names.map((name) => [name, raw(`regex("(?m)${read[name]}", local.settings)[0]`)]),
		),
	},
});
