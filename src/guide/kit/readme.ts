/** The README of a kit: what it sets up, in which order, what to fill in, how to check, how to go back. */
import { code, escaped, link, shownLink } from '../export/markdown.ts';
import { rulesVersion } from '../kestra/decision-model.ts';
import { nextStepsOf } from '../kestra/next-steps.ts';
import { branchOf as namespaceOf } from '../plan/plan.ts';
import { guideAddress } from '../url/query.ts';
import { runsOn } from './choices.ts';
import { branchOf } from './environment.ts';
import { held, registrySecret } from './helm.ts';
import type { KitFile, KitSource } from './kit-file.ts';
import { placeholders, placeholdersIn } from './placeholders.ts';
import type { Place } from './places.ts';
import { kitSteps } from './readme-steps.ts';
import { addressOf } from './terraform.ts';

/** @param files all the others: the marks to fill in are looked up in them */
export function readmeFile(
	source: KitSource,
	places: readonly Place[],
	files: readonly KitFile[],
): KitFile {
	return {
		path: 'README.md',
		text: `${[
			...opening(source),
			...instances(source, places),
			...steps(source),
			...start(source, places),
			...delivering(source, places),
			...marks(files),
			...back(source),
			'<!-- markdownlint-disable-file MD013 -->',
		].join('\n\n')}\n`,
	};
}

const fence = (language: string, lines: readonly string[]) =>
	`\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
	[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The address of the guide that shows this plan and this kit. */
export const kitAddress = ({ given, way }: Pick<KitSource, 'given' | 'way'>): string =>
	guideAddress(given, [
		['way', way],
		['rules', rulesVersion],
	]);

function opening(source: KitSource): readonly string[] {
	const { plan, address, kestra } = source;
	return [
		`# ${escaped(plan.title)}`,
		`${escaped(plan.why)} Why, and what it risks: [the decision record](decision-record.md).`,
		`A kit for ${plan.topology.edition === 'enterprise' ? 'Kestra Enterprise' : 'open-source Kestra'} ${kestra.version}, made by an independent guide: ${shownLink(address(kitAddress(source)))}. Names that you gave are in these files and not in that address. Read each file before you use it; nothing here was run on your machines.`,
	];
}

const instances = ({ plan }: KitSource, places: readonly Place[]): readonly string[] => [
	'## What stands',
	table(
		['Instance', 'Files', 'Environment', 'Address'],
		places.map((place) => [
			escaped(place.instance.name),
			code(`instances/${place.id}.env`),
			escaped(place.environment),
			runsOn(plan) === 'compose' ? `<${addressOf(plan, place)}/>` : 'yours',
		]),
	),
	`Flows are in namespaces like ${code(namespaceOf(plan.path))}, the same in every instance, and in the folder \`flows\` here.`,
];

function steps({ plan, way, address, titles }: KitSource): readonly string[] {
	return [
		'## Steps, in this order',
		...nextStepsOf(plan.facts).map(({ id, does, section }, index) => {
			const step = kitSteps[id]?.({ plan, way });
			if (!step) throw new Error(`README.md does not know the step "${id}".`);
			return [
				`${index + 1}. ${does} ${link(titles?.[section] ?? section, address(section))}`,
				`   - Here: ${step.here}`,
				`   - Check: ${step.check}`,
			].join('\n');
		}),
	];
}

function start({ plan }: KitSource, places: readonly Place[]): readonly string[] {
	const [{ id }] = places as readonly [Place];
	const enterprise = plan.topology.edition === 'enterprise';
	const copy = `cp ${id}.secrets.env.example ${id}.secrets.env`;
	const lines =
		runsOn(plan) === 'compose'
			? [copy, `docker compose --env-file ${id}.env --env-file ${id}.secrets.env up --detach`]
			: [
					copy,
					`kubectl create namespace kestra-${id}`,
					`kubectl create configmap ${held.settings} --from-env-file=${id}.env --namespace kestra-${id}`,
					`kubectl create secret generic ${held.secrets} --from-env-file=${id}.secrets.env --namespace kestra-${id}`,
					...(enterprise
						? [
								`kubectl create secret docker-registry ${registrySecret} --docker-server=registry.kestra.io --docker-username="$LICENSE_ID" --docker-password="$LICENSE_FINGERPRINT" --namespace kestra-${id}`,
							]
						: []),
					'helm repo add kestra https://helm.kestra.io/',
					`helm upgrade --install kestra kestra/kestra --values values.yaml --namespace kestra-${id}`,
				];
	return [
		'## Start an instance',
		`In the folder \`instances\`, for ${code(id)}${places.length > 1 ? '; the others are the same with their own files' : ''}. Fill in both files before you start it. A value in base64 is made with \`printf %s 'the value' | base64\`.`,
		fence('sh', lines),
		'## Set what stands in it',
		`In its folder in \`terraform\`, once it runs. Keep the state of each folder apart.${enterprise ? ' A service account that is Instance Owner makes the first token; later put the token of the one called `pipeline` into its secrets.' : ''}`,
		fence('sh', [
			`cd terraform/${id}`,
			enterprise ? 'export TF_VAR_api_token=…' : 'export TF_VAR_username=… TF_VAR_password=…',
			'terraform init',
			'terraform apply',
			'terraform plan # says that nothing is left to change',
		]),
	];
}

function delivering({ plan, way }: KitSource, places: readonly Place[]): readonly string[] {
	const branches = [...new Set(places.map(branchOf))];
	const review =
		'Protect the branch main: changes only by pull request, with an approval and, where there is a `CODEOWNERS`, that of the owners.';
	if (way !== 'git')
		return [
			'## How a flow reaches production',
			`Put this folder into a repository. ${review} Each instance is an environment of the pipeline, with its own address and login; let production ask for an approval and take the branch main alone. The runner must reach the instances.`,
		];
	return [
		'## How a flow reaches production',
		`Put this folder into a repository. ${review} Each instance pulls the branch in its \`ENV_GIT_BRANCH\`: ${branches.map(code).join(', ')}.`,
		...(plan.topology.edition === 'enterprise'
			? [
					'Set the secrets `GIT_USERNAME` and `GIT_TOKEN` in the namespace `system` of each tenant first.',
				]
			: []),
		[
			'1. Make the branches, and put the example flows into development: copy each into its editor and save it.',
			'2. Run `push_to_git` in the namespace `system`. It only says what it would do until every `dryRun` in `git-flows` is `false` and Terraform is applied again.',
			...(plan.outcomes.stages === 'single-instance'
				? ['3. Look at the commit. An earlier version of a flow is now in Git.']
				: [
						`3. Open a pull request, have it approved, and merge it${branches.length > 2 ? ' into the next branch, then into main' : ''}.`,
						'4. Run `sync_from_git` where it goes, or wait a quarter of an hour. The flow is there, and logs the name of that environment.',
					]),
		].join('\n'),
	];
}

function marks(files: readonly KitFile[]): readonly string[] {
	return [
		'## What to fill in',
		'Every value that only you know is marked in the same way. `grep -rn FILL_IN_ .` finds those that are left.',
		table(
			['Mark', 'What it is', 'Where'],
			[...placeholdersIn(files)].map(([name, paths]) => [
				code(name),
				placeholders[name],
				paths.length > 3
					? `${code(paths[0]!)} and ${paths.length - 1} more`
					: paths.map(code).join(', '),
			]),
		),
	];
}

function back({ plan, way }: KitSource): readonly string[] {
	const compose = runsOn(plan) === 'compose';
	return [
		'## How to go back',
		[
			`- A flow: revert its commit${way === 'git' ? ' and let the instance pull' : ' and let the pipeline run'}. Earlier revisions are also in Kestra.`,
			'- What Terraform set: revert the change and apply again. What you remove from a folder is removed from Kestra.',
			`- An instance: ${compose ? '`docker compose … down` stops it and keeps its data; with `--volumes` all of it is gone' : '`helm uninstall` stops it; database and bucket stay'}.`,
			'- An upgrade: restore the backup of database and storage, then start the earlier version.',
		].join('\n'),
	];
}
