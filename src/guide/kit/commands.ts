/** Commands of the README. Each block begins in the kit's folder, so that it can be copied whole. */
import type { Plan } from '../plan/plan.ts';
import { runsOn } from './choices.ts';
import { held, registrySecret } from './helm.ts';

/** Compose for one instance, with both of its files, which its template asks for. */
export const compose = (id: string): string =>
	`docker compose --env-file ${id}.env --env-file ${id}.secrets.env`;

/** The namespace of an instance in a cluster. */
export const clusterNamespace = (id: string): string => `kestra-${id}`;

const inside = (id: string) => `--namespace ${clusterNamespace(id)}`;

/** Makes an object of the cluster, or replaces it: `create` alone refuses one that is there. */
const applied = (create: string, id: string) =>
	`kubectl create ${create} ${inside(id)} --dry-run=client --output yaml | kubectl apply --filename -`;

/** Puts the two files of variables of an instance into the cluster; the same again after each change. */
export const variablesIntoCluster = (id: string): readonly string[] => [
	applied(`configmap ${held.settings} --from-env-file=${id}.env`, id),
	applied(`secret generic ${held.secrets} --from-env-file=${id}.secrets.env`, id),
];

/** Starts the pods of an instance again, which read their variables only then. */
export const restartInCluster = (id: string): string =>
	`kubectl rollout restart deployment ${inside(id)}`;

/** Starts an instance for the first time. */
export function startCommands(plan: Plan, id: string): readonly string[] {
	const copy = [
		'cd instances',
		`cp ${id}.secrets.env.example ${id}.secrets.env # then fill in both`,
	];
	if (runsOn(plan) === 'compose') return [...copy, `${compose(id)} up --detach`];
	return [
		...copy,
		`kubectl create namespace ${clusterNamespace(id)}`,
		...variablesIntoCluster(id),
		...(plan.topology.edition === 'enterprise'
			? [
					`export LICENSE_ID=… LICENSE_FINGERPRINT=… # as in ${id}.secrets.env`,
					applied(
						`secret docker-registry ${registrySecret} --docker-server=registry.kestra.io --docker-username="$LICENSE_ID" --docker-password="$LICENSE_FINGERPRINT"`,
						id,
					),
				]
			: []),
		'helm repo add kestra https://helm.kestra.io/',
		'helm search repo kestra/kestra --versions # choose one, and write it down below',
		`helm upgrade --install kestra kestra/kestra --version FILL_IN_CHART_VERSION --values values.yaml ${inside(id)}`,
		`kubectl get pods ${inside(id)}`,
		`kubectl port-forward service/kestra 8080:8080 ${inside(id)} # it opens at http://localhost:8080/`,
	];
}

/** Stops an instance and keeps its data. */
export const stopCommand = (plan: Plan, id: string): string =>
	runsOn(plan) === 'compose' ? `${compose(id)} down` : `helm uninstall kestra ${inside(id)}`;

/** Starts an instance again with changed variables. */
export const againCommands = (plan: Plan, id: string): readonly string[] => [
	'cd instances',
	...(runsOn(plan) === 'compose'
		? [`${compose(id)} up --detach`]
		: [...variablesIntoCluster(id), restartInCluster(id)]),
];

/** Backs up an instance of Compose, with Kestra stopped. */
export const backupCommands = (id: string): readonly string[] => [
	'cd instances',
	`${compose(id)} stop kestra`,
	`${compose(id)} exec -T postgres pg_dump --username kestra --dbname kestra --format tar > ${id}.backup.tar`,
	`${compose(id)} cp kestra:/app/storage ${id}.backup`,
	`${compose(id)} start kestra`,
];

/** Restores such a backup into an instance that is empty. */
export const restoreCommands = (id: string): readonly string[] => [
	'cd instances',
	`${compose(id)} up --no-start`,
	`${compose(id)} up --detach --wait postgres`,
	`${compose(id)} exec -T postgres pg_restore --username kestra --dbname kestra < ${id}.backup.tar`,
	`${compose(id)} cp ${id}.backup/. kestra:/app/storage`,
	`${compose(id)} start kestra`,
];

/** Applies Terraform to an instance for the first time. */
export function terraformCommands(plan: Plan, id: string): readonly string[] {
	const apply = ['terraform init', 'terraform apply'];
	const again = 'terraform plan # says that nothing is left to change';
	if (plan.topology.edition === 'open-source')
		return [
			`cd terraform/${id}`,
			'export TF_VAR_username=… TF_VAR_password=… # LOGIN_EMAIL and LOGIN_PASSWORD of this instance',
			...apply,
			again,
		];
	return [
		`cd terraform/${id}/account`,
		'export TF_VAR_username=… TF_VAR_password=… # LOGIN_EMAIL and LOGIN_PASSWORD of this instance',
		...apply,
		'export TF_VAR_account="$(terraform output -raw account)" TF_VAR_api_token="$(terraform output -raw api_token)"',
		'cd ..',
		...apply,
		again,
		'terraform output -raw delivery_token # for API_TOKEN, and for whatever delivers flows',
	];
}
