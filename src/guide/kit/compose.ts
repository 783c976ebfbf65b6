/** Instances with Docker Compose: one template, started once for each instance with its variables. */
import { configurationComments, configurationOf } from './configuration.ts';
import type { KitFile, Way } from './kit-file.ts';
import { yamlFile } from './yaml-file.ts';

const configured = { edition: 'open-source', runs: 'compose' } as const;

/**
 * The template and the configuration it mounts.
 * @param folder that they are in
 * @param release of Kestra, such as `9.8.7`
 */
export function composeFiles(folder: string, release: string, way: Way): readonly KitFile[] {
	const asked = (name: string) => `\${${name}:?}`;
	const handedOn = [
		'INSTANCE_URL',
		'ENVIRONMENT_NAME',
		'ENVIRONMENT_COLOR',
		'TASK_FOLDER',
		'DATABASE_PASSWORD',
		'LOGIN_EMAIL',
		'LOGIN_PASSWORD',
		'ENCRYPTION_KEY',
		'ENV_API_URL',
		'SECRET_DB_PASSWORD',
		...(way === 'git'
			? ['ENV_GIT_URL', 'ENV_GIT_BRANCH', 'SECRET_GIT_USERNAME', 'SECRET_GIT_TOKEN']
			: []),
	];
	const compose = {
		services: {
			postgres: {
				image: 'postgres:16',
				restart: 'unless-stopped',
				environment: {
					POSTGRES_DB: 'kestra',
					POSTGRES_USER: 'kestra',
					POSTGRES_PASSWORD: asked('DATABASE_PASSWORD'),
				},
				volumes: ['database:/var/lib/postgresql/data'],
				healthcheck: {
					test: ['CMD-SHELL', 'pg_isready -U kestra -d kestra'],
					interval: '10s',
					retries: 10,
				},
			},
			kestra: {
				image: `kestra/kestra:v${release}`,
				command: 'server standalone --config /etc/kestra/application.yaml',
				restart: 'unless-stopped',
				user: 'root',
				depends_on: { postgres: { condition: 'service_healthy' } },
				ports: [`127.0.0.1:${asked('INSTANCE_PORT')}:8080`],
				volumes: [
					'./application.yaml:/etc/kestra/application.yaml:ro',
					'storage:/app/storage',
					'/var/run/docker.sock:/var/run/docker.sock',
					`${asked('TASK_FOLDER')}:${asked('TASK_FOLDER')}`,
				],
				environment: Object.fromEntries(handedOn.map((name) => [name, asked(name)])),
			},
		},
		volumes: { database: {}, storage: {} },
	};
	return [
		{
			path: `${folder}/compose.yaml`,
			text: yamlFile(
				'Starts one instance. Each is a project of its own, with its own database, storage and address.\nThe README has the command for each.',
				compose,
				{
					'services/kestra/image': 'use the version that production runs',
					'services/kestra/user': 'only so that it may use the Docker socket',
				},
			),
		},
		{
			path: `${folder}/application.yaml`,
			text: yamlFile(
				'The same for every instance: what differs comes from its two files of variables.',
				configurationOf(configured),
				configurationComments(configured),
			),
		},
	];
}
