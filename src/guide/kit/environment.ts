/** The variables of instances: what is to be seen, and what is secret. */
import type { Plan } from '../plan/plan.ts';
import type { Runs } from './choices.ts';
import { runsOn } from './choices.ts';
import type { EnvLine } from './env-file.ts';
import { envFile } from './env-file.ts';
import type { KitFile, Way } from './kit-file.ts';
import type { Place } from './places.ts';
import { LOCAL, localColour } from './places.ts';

/** The two files of variables of an instance. */
export function environmentFiles(plan: Plan, place: Place, way: Way): readonly KitFile[] {
	const { id, environment, colour, port, instance } = place;
	const runs = runsOn(plan);
	const openSource = plan.topology.edition === 'open-source';
	const settings: readonly EnvLine[] = [
		...(runs === 'compose'
			? withCompose(id, port, instance.local ? localAddress(port) : 'FILL_IN_INSTANCE_URL')
			: ([
					['INSTANCE_URL', 'FILL_IN_INSTANCE_URL'],
					['DATABASE_URL', `jdbc:postgresql://FILL_IN_DATABASE_HOST:5432/kestra`],
					['STORAGE_BUCKET', 'FILL_IN_BUCKET'],
					['STORAGE_REGION', 'FILL_IN_BUCKET_REGION'],
				] as const)),
		...environmentOf(environment, colour),
		...(way === 'git'
			? ([
					['ENV_GIT_URL', 'FILL_IN_GIT_URL'],
					['ENV_GIT_BRANCH', branchOf(place)],
				] as const)
			: []),
	];
	return [
		{
			path: `instances/${id}.env`,
			text: envFile(
				`Settings of ${instance.name}. Nothing here is secret.${instance.local ? ' It may be a laptop.' : ''}`,
				settings,
			),
		},
		{
			path: `instances/${id}.secrets.env.example`,
			text: envFile(
				`Copy to ${id}.secrets.env, which stays out of Git. No value is that of another instance.`,
				secrets(runs, openSource, way),
			),
		},
	];
}

/** The branch that an instance pulls from: development pushes to one of its own. */
export const branchOf = ({ stage }: Pick<Place, 'stage'>): string =>
	stage.role === 'production' || stage.role === 'everything'
		? 'main'
		: stage.role === 'development'
			? 'from-development'
			: stage.name;

/** The two files of variables of an engineer’s own instance. */
export const localEnvironmentFiles = (): readonly KitFile[] => [
	{
		path: 'local/local.env',
		text: envFile('Settings of an instance on an engineer’s own machine.', [
			...withCompose(LOCAL, 8080, localAddress(8080)),
			...environmentOf('Local', localColour),
		]),
	},
	{
		path: 'local/local.secrets.env.example',
		text: envFile(
			'Copy to local.secrets.env, which stays out of Git. Never put production’s values here.',
			secrets('compose', true, 'github'),
		),
	},
];

/** The address of an instance in the browser of the machine that it runs on. */
export const localAddress = (port: number): string => `http://localhost:${port}/`;

const withCompose = (id: string, port: number, address: string): readonly EnvLine[] => [
	['COMPOSE_PROJECT_NAME', `kestra-${id}`],
	['INSTANCE_PORT', String(port)],
	['INSTANCE_URL', address],
	['TASK_FOLDER', `/tmp/kestra-${id}`],
];

const environmentOf = (name: string, colour: string): readonly EnvLine[] => [
	'A flow reads the first as kestra.environment.',
	['ENVIRONMENT_NAME', name],
	['ENVIRONMENT_COLOR', colour],
	'A flow reads it as envs.api_url.',
	['ENV_API_URL', 'FILL_IN_API_URL'],
];

const secrets = (runs: Runs, openSource: boolean, way: Way): readonly EnvLine[] => [
	['DATABASE_PASSWORD', 'FILL_IN_DATABASE_PASSWORD'],
	['LOGIN_EMAIL', 'FILL_IN_LOGIN_EMAIL'],
	['LOGIN_PASSWORD', 'FILL_IN_LOGIN_PASSWORD'],
	['ENCRYPTION_KEY', 'FILL_IN_ENCRYPTION_KEY'],
	...(runs === 'helm'
		? ([
				['STORAGE_ACCESS_KEY', 'FILL_IN_BUCKET_ACCESS_KEY'],
				['STORAGE_SECRET_KEY', 'FILL_IN_BUCKET_SECRET_KEY'],
			] as const)
		: []),
	...(openSource
		? ([
				'A flow reads it as secret(DB_PASSWORD), with quotes.',
				['SECRET_DB_PASSWORD', 'FILL_IN_SECRET_IN_BASE64'],
				...(way === 'git'
					? ([
							['SECRET_GIT_USERNAME', 'FILL_IN_GIT_USER_IN_BASE64'],
							['SECRET_GIT_TOKEN', 'FILL_IN_GIT_TOKEN_IN_BASE64'],
						] as const)
					: []),
			] as const)
		: ([
				'There is none before Terraform was applied: leave the mark for the first start.',
				['API_TOKEN', 'FILL_IN_API_TOKEN'],
				['LICENSE_ID', 'FILL_IN_LICENSE_ID'],
				['LICENSE_FINGERPRINT', 'FILL_IN_LICENSE_FINGERPRINT'],
				['LICENSE_KEY', 'FILL_IN_LICENSE_KEY'],
			] as const)),
];
