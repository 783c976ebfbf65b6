/** The parts of a README about instances: one that stands already, starting one, what Terraform sets, and backups. */
import { code, escaped, link } from '../export/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import { runsOn } from './choices.ts';
import {
	againCommands,
	backupCommands,
	restoreCommands,
	startCommands,
	terraformCommands,
} from './commands.ts';
import type { Place } from './places.ts';
import { codes, commands, has, kitAddress, type ReadmeSource } from './readme-text.ts';
import { administratorsBeside, bindingsOf, productionBranches } from './terraform.ts';

/** The instance that takes the place of one that the reader has: production, where there is one. */
const placeOfToday = (places: readonly Place[]): Place =>
	places.find(({ stage }) => stage.role === 'production') ?? places[0]!;

const alone = (plan: Plan) => plan.topology.instances.length === 1;

/** For readers who have a Kestra: it stays, and the kit is for what is new beside it. */
export function existing(source: ReadmeSource): readonly string[] {
	const { plan, places, address } = source;
	const today = placeOfToday(places);
	const { id, instance } = today;
	const enterprise = plan.topology.edition === 'enterprise';
	const compose = runsOn(plan) === 'compose';
	const separated = today.stage.role === 'production';
	const name = escaped(instance.name);
	return [
		'## If you have a Kestra already',
		`Keep it, with its database, its storage and its addresses. It ${separated ? 'becomes' : 'is what this plan calls'} ${name}${instance.group === undefined ? '' : ', and what belongs to others moves out of it'}: do not start a second one beside it. [What moves and what stays](${address('/practices/moving/')}) has the order.`,
		[
			`- Skip “Start an instance” for ${code(id)}${alone(plan) ? '' : '; start only the others'}. Put its address into ${code(`instances/${id}.env`)}, which Terraform reads.`,
			`- Take over what is new from ${compose ? '`instances/application.yaml`' : '`instances/values.yaml`'} into its configuration, one thing at a time: its name and colour, and the variables that flows read. Not its database, its storage or its login.`,
			'- If it has a `kestra.encryption.secret-key`, keep it: what is stored needs it. If it has none, inputs and outputs of type `SECRET` fail until you set one.',
			...(alone(plan)
				? []
				: [
						`- The others begin on the version that it runs, not on that of ${compose ? '`instances/compose.yaml`' : '`instances/values.yaml`'}: change it there.`,
					]),
			'- Back it up before anything else, as below.',
			`- Put its flows into the folder \`flows\` before anything is delivered to it. \`kestractl flows export --output-file flows.zip\` takes them out.${alone(plan) ? '' : ' Then deliver them to the others first.'}`,
			...(enterprise
				? [
						`- A tenant or a namespace that is there already is taken in by \`terraform import\`, before the first \`terraform apply\`: in ${code(`terraform/${id}/account`)} \`terraform import 'kestra_tenant.all["NAME"]' NAME\`, in ${code(`terraform/${id}`)} \`terraform import 'module.tenant_1.kestra_namespace.all["NAME"]' NAME\`. Read what \`terraform plan\` would change.`,
					]
				: []),
			'- From then on it takes part like any other: “Set what stands in it” and “How a flow reaches production” are for it too.',
			...(separated
				? ['- Last, change the passwords of those who worked in it and no longer may.']
				: []),
		].join('\n'),
		`The guide has the whole way for what you have today: ${link('Start from what you have', address(kitAddress(source)))}, on the page of the plan.`,
	];
}

/** Starting an instance, and where it can be reached. */
export function start({ plan, places }: ReadmeSource): readonly string[] {
	const first = places[0]!;
	const { id } = first;
	const compose = runsOn(plan) === 'compose';
	return [
		'## Start an instance',
		`For ${code(id)}${places.length > 1 ? '; the others are the same with their own files' : ''}. An encryption key is made with \`openssl rand -base64 32\`${plan.topology.edition === 'open-source' ? ", a value in base64, in one line, with `printf %s 'the value' | base64 | tr -d '\\n'`" : ''}.`,
		commands(startCommands(plan, id)),
		compose
			? 'It listens on its own machine only. Where others have to reach it, put a proxy with TLS in front of `INSTANCE_PORT`, and write that address into `INSTANCE_URL`.'
			: 'The last command is for you alone. For others, give it an address with TLS: the chart makes an ingress from `ingress` in its values (`helm show values kestra/kestra`), or use one of yours. That address is `INSTANCE_URL`.',
		...(compose
			? [
					`Each instance uses the Docker of its machine, as root: whoever may run a task in one can reach all that runs beside it.${places.length > 1 ? ' So give production a machine of its own, and copy only its files there.' : ''}`,
				]
			: []),
		'After a change of its variables:',
		commands(againCommands(plan, id)),
	];
}

/** What Terraform sets, and in Enterprise the first tokens. */
export function setting(source: ReadmeSource): readonly string[] {
	const { plan, places } = source;
	const { id } = places[0]!;
	const enterprise = plan.topology.edition === 'enterprise';
	return [
		'## Set what stands in it',
		`Once it runs, from a machine that reaches its address. Keep the state of each folder apart, and out of Git. For ${code(id)}${places.length > 1 ? '; the others are the same in their own folders' : ''}.${enterprise ? ' The folder `account` comes first: with the login of the Instance Owner it makes the tenants, and the account and token that Terraform works with from then on.' : ''}`,
		commands(terraformCommands(plan, id)),
		...(enterprise
			? [
					`Put the last value into \`API_TOKEN\` in ${code(`instances/${id}.secrets.env`)}, and run the commands for a change of variables. The tokens are good for a year: replace them before.`,
					'If Terraform is refused a binding or a namespace in a tenant, open that tenant under IAM, give the service account access to it, and apply again. Kestra’s pages do not say whether it needs that.',
					...people(source),
				]
			: []),
		...rules(source),
	];
}

/** Who can do what in Enterprise, and how people come in. */
function people({ plan, places, deliveries }: ReadmeSource): readonly string[] {
	const groupsOf = (place: Place) =>
		place.instance.tenants.flatMap((tenant) =>
			Object.values(
				bindingsOf(
					tenant,
					deliveries.filter((delivery) => delivery.tenant === tenant && delivery.place === place),
					plan.topology.company,
				),
			).map((bound) => ({ ...bound, tenant })),
		);
	const bound = places.flatMap(groupsOf);
	const administrators = [
		...new Set(
			places.flatMap((place) =>
				place.instance.tenants.map((tenant) =>
					administratorsBeside(
						groupsOf(place)
							.filter((one) => one.tenant === tenant)
							.map(({ group }) => group),
					),
				),
			),
		),
	];
	const means = {
		builder: 'builder: builds flows and runs them, and sets secrets',
		launcher: 'launcher: starts, restarts and replays runs, and changes no flow',
		viewer: 'viewer: sees flows, runs and logs',
	} as const;
	const used = (Object.keys(means) as (keyof typeof means)[]).filter((role) =>
		bound.some((one) => one.role === role),
	);
	return [
		'### Let people in',
		[
			`- Invite each person to the tenant, then put them into a group, under IAM. Begin with the group ${administrators.map(code).join(' or ')}: whoever is in it can operate and repair everything in the tenant, also at night. There should be two at least.`,
			`- The other groups work in their own namespaces. Their roles here: ${used.map((role) => means[role]).join('; ')}. For another, change \`bindings\` in \`terraform/…/main.tf\`.`,
			'- The Instance Owner manages tenants, accounts and roles. It is no role for daily work, and shows no flows by itself.',
			'- Check: somebody of each group signs in and finds what it may do, and nothing more.',
		].join('\n'),
	];
}

/** Allowed namespaces, new projects and the policy: what refuses a flow in Enterprise. */
function rules(source: ReadmeSource): readonly string[] {
	const { plan, places, deliveries } = source;
	const { company } = plan.topology;
	if (plan.topology.edition !== 'enterprise') return [];
	const closed = places.flatMap(({ instance }) =>
		instance.tenants.flatMap((tenant) => productionBranches(tenant).map(({ path }) => path)),
	);
	const branch = deliveries[0]?.root ?? company;
	const user = deliveries[0]?.leaves[0] ?? company;
	return [
		'### What refuses a flow',
		[
			`- **A namespace that is not there.** Each tenant asks for existing ones. For a new project add a line to \`namespaces\` in the \`main.tf\` of every instance, such as ${code(`"${branch}.project" = []`)}, and apply it before its first flow is saved.`,
			closed.length > 0
				? `- **Allowed namespaces.** Below ${codes([...new Set(closed)])} every namespace has a list of those that may use it: the ones of its own stage. That closes flows, secrets, KV pairs and files to development. To open one call, add the caller’s namespace to the list of the namespace that it calls. A new namespace there gets the same list, and is added to the others.`
				: `- **Allowed namespaces.** The kit sets no list, so that flows of the tenant can call each other; their secrets are open to each other as well. A list closes both: flows and secrets. So put secrets that are not for all into a namespace of their own with a list, such as ${code(`"${branch}.secrets" = ["${user}"]`)}, and read them with \`secret('NAME', namespace='${branch}.secrets')\`. To open one call into a namespace with a list, add the caller’s namespace to it.`,
			...(has(source, 'terraform/production-guardrails.yaml')
				? [
						'- **The policy** in `terraform/production-guardrails.yaml`, set on production. It is an example that forbids shell commands, and it only watches: read what it reports, make its rules your own, then write `ACTIVE`.',
					]
				: []),
		].join('\n'),
	];
}

/** Backing an instance up, and restoring it. */
export function backups({ plan, places }: ReadmeSource): readonly string[] {
	const { id } = placeOfToday(places);
	const enterprise = plan.topology.edition === 'enterprise';
	const keep = `Keep ${code(`${id}.secrets.env`)} with it: without the encryption key, what was encrypted cannot be read.`;
	if (runsOn(plan) === 'compose')
		return [
			'## Back up and restore',
			`Database and storage at the same moment, with Kestra stopped. For ${code(id)}:`,
			commands(backupCommands(id)),
			`${keep} To restore it into an empty instance of the same version:`,
			commands(restoreCommands(id)),
			'Try that once, with files of variables that name another `COMPOSE_PROJECT_NAME`, before you need it.',
		];
	return [
		'## Back up and restore',
		`Not in this kit: the database and the bucket are yours. Back up both at the same moment, with what they offer${enterprise ? ', while Kestra is in maintenance mode' : ', while Kestra is stopped'}. ${keep}${enterprise ? ' Enterprise can also back up its metadata by itself: `kestra backups create FULL`.' : ''} Restore one into an empty instance of the same version before you need it.`,
	];
}
