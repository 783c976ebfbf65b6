/** The configuration of instances: one file for all, since what differs comes from the variables of each. */
import type { Topology } from '../kestra/topology.ts';
import type { Runs } from './choices.ts';

/** What an instance is told by its configuration. */
export interface Configured {
	readonly edition: Topology['edition'];
	readonly runs: Runs;
}

/** The configuration, as data. Values in `${…}` are variables of the instance. */
export function configurationOf({ edition, runs }: Configured): object {
	const compose = runs === 'compose';
	const openSource = edition === 'open-source';
	const login = { username: '${LOGIN_EMAIL}', password: '${LOGIN_PASSWORD}' };
	return {
		datasources: {
			postgres: {
				url: compose ? 'jdbc:postgresql://postgres:5432/kestra' : '${DATABASE_URL}',
				'driver-class-name': 'org.postgresql.Driver',
				username: 'kestra',
				password: '${DATABASE_PASSWORD}',
			},
		},
		kestra: {
			url: '${INSTANCE_URL}',
			environment: { name: '${ENVIRONMENT_NAME}', color: '#${ENVIRONMENT_COLOR}' },
			'tutorial-flows': { enabled: false },
			...(openSource
				? { server: { 'basic-auth': login } }
				: { security: { 'instance-owner': login } }),
			encryption: { 'secret-key': '${ENCRYPTION_KEY}' },
			repository: { type: 'postgres' },
			queue: { type: 'postgres' },
			storage: compose
				? { type: 'local', local: { 'base-path': '/app/storage' } }
				: {
						type: 's3',
						s3: {
							bucket: '${STORAGE_BUCKET}',
							region: '${STORAGE_REGION}',
							'access-key': '${STORAGE_ACCESS_KEY}',
							'secret-key': '${STORAGE_SECRET_KEY}',
						},
					},
			tasks: {
				...(compose && { 'tmp-dir': { path: '${TASK_FOLDER}' } }),
				sdk: {
					authentication: {
						url: 'http://localhost:8080',
						...(openSource ? login : { 'api-token': '${API_TOKEN}' }),
					},
				},
			},
			...(!openSource && {
				ee: {
					license: {
						id: '${LICENSE_ID}',
						fingerprint: '${LICENSE_FINGERPRINT}',
						key: '${LICENSE_KEY}',
					},
				},
			}),
		},
	};
}

/**
 * What to say about its parts.
 * @param below the path of keys that leads to the configuration, with a slash at its end
 */
export const configurationComments = (
	{ edition, runs }: Configured,
	below = '',
): Readonly<Record<string, string>> => ({
	[`${below}kestra/url`]: 'the address in people’s browsers',
	[`${below}kestra/environment/name`]: 'flows read it as kestra.environment',
	[`${below}kestra/encryption`]:
		'For inputs and outputs of type SECRET. Another for each instance, and never a new one for what is stored.',
	[edition === 'open-source'
		? `${below}kestra/server/basic-auth`
		: `${below}kestra/security/instance-owner`]:
		edition === 'open-source'
			? 'The one login of the instance. It may do everything.'
			: 'The first login. It manages tenants and users; for flows it needs a role.',
	...(runs === 'helm' && {
		[`${below}kestra/storage`]:
			'For another object store change type and keys. Where the cluster gives the pods a role of AWS, leave out the two keys.',
		[`${below}datasources/postgres/username`]: 'the address of the database has its name',
	}),
	[`${below}kestra/tasks/sdk/authentication`]:
		'How the instance’s own tasks reach its API: from inside, not by the address above.',
});
