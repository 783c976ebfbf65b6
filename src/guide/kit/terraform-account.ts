/**
 * What comes before the rest of Terraform in Enterprise: the tenants, and an account with a token for Terraform itself.
 * Kestra's first steps with Terraform in Enterprise have it in this order (`terraform-enterprise-getting-started` in the
 * sources of this site): the provider works in a tenant, and a fresh instance has none.
 */
import type { Tenant } from '../kestra/topology.ts';
import { hclFile, quoted, raw } from './hcl-file.ts';
import type { KitFile } from './kit-file.ts';
import type { Place } from './places.ts';
import { requiredProvider, settingsOf, variable } from './terraform-parts.ts';

/** Folder of an instance's file, from the root of the kit. */
export const accountFolder = ({ id }: Pick<Place, 'id'>): string => `terraform/${id}/account`;

/** How long tokens are good for, as ISO 8601 writes durations: the year of Kestra's own example. */
export const tokenAge = 'P365D';

/** The file of an instance. */
export function accountFile(place: Place): KitFile {
	const { tenants } = place.instance;
	const [first] = tenants as readonly [Tenant];
	return {
		path: `${accountFolder(place)}/main.tf`,
		text: hclFile(
			`${place.instance.name}: its tenants, and the account that Terraform works with. Apply it first, with the login of the Instance Owner.\nThe token is in the state: guard that as you guard the login.`,
			[
				requiredProvider,
				variable('username', 'string', 'The login of the Instance Owner: LOGIN_EMAIL.'),
				variable('password', 'string', 'Its password: LOGIN_PASSWORD.', { sensitive: true }),
				settingsOf(place, '../../..', ['url']),
				{
					type: 'provider',
					labels: ['kestra'],
					attributes: {
						url: raw('local.url'),
						tenant_id: first.name,
						username: raw('var.username'),
						password: raw('var.password'),
					},
				},
				{
					type: 'resource',
					labels: ['kestra_tenant', 'all'],
					attributes: {
						for_each: raw(`toset([${tenants.map(({ name }) => quoted(name)).join(', ')}])`),
						tenant_id: raw('each.key'),
						name: raw('each.key'),
						require_existing_namespace: true,
					},
				},
				{
					type: 'resource',
					labels: ['kestra_service_account', 'terraform'],
					comment: 'An Instance Owner. For what is in a tenant it gets a role there.',
					attributes: {
						name: 'terraform',
						description: 'Sets up this instance',
						super_admin: true,
						depends_on: [raw('kestra_tenant.all')],
					},
				},
				{
					type: 'resource',
					labels: ['kestra_service_account_api_token', 'terraform'],
					attributes: {
						service_account_id: raw('kestra_service_account.terraform.id'),
						name: 'terraform',
						description: 'Of Terraform',
						max_age: tokenAge,
					},
				},
				{
					type: 'output',
					labels: ['account'],
					attributes: { value: raw('kestra_service_account.terraform.id') },
				},
				{
					type: 'output',
					labels: ['api_token'],
					attributes: {
						value: raw('kestra_service_account_api_token.terraform.full_token'),
						sensitive: true,
					},
				},
			],
		),
	};
}
