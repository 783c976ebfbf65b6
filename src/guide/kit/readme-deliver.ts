/** The part of a README about how a flow reaches production. */
import { code } from '../export/markdown.ts';
import { branchOf } from './environment.ts';
import { codes, has, type ReadmeSource } from './readme-text.ts';

/** The part. */
export function delivering(source: ReadmeSource): readonly string[] {
	const { plan, way, places } = source;
	const enterprise = plan.topology.edition === 'enterprise';
	const owners = has(source, 'CODEOWNERS') ? ', with that of the owners in `CODEOWNERS`' : '';
	const review = `Protect the branch main: changes only by pull request and with an approval${owners}.`;
	const head = '## How a flow reaches production';
	const branches = [...new Set(places.map(branchOf))];
	const byStage = plan.outcomes.stages === 'namespace-per-stage';
	if (way === 'git')
		return [
			head,
			`Put this folder into a repository. ${review} Each instance works with the branch in its \`ENV_GIT_BRANCH\`: ${branches.map(code).join(', ')}.`,
			...(enterprise
				? [
						'Set the secrets `GIT_USERNAME` and `GIT_TOKEN` in the namespace `system` of each tenant first. Administrators may do that, and run what is in `system`; for others, add a binding there.',
					]
				: []),
			[
				`1. Make the branches, and put the example flows ${byStage ? `of ${code(plan.topology.stages[0]!.name)} into Kestra` : 'into the first place'}: copy each into its editor and save it.`,
				'2. Run `push_to_git` in the namespace `system`. It only says what it would do until every `dryRun` in `git-flows` is `false` and Terraform is applied again.',
				...(plan.outcomes.stages === 'single-instance'
					? ['3. Look at the commit. An earlier version of a flow is now in Git.']
					: [
							`3. Open a pull request${byStage ? ' with the copy for the next stage, which `promote.sh` makes' : ''}, have it approved, and merge it${branches.length > 2 ? ' into the next branch, then into main' : ''}.`,
							'4. Run `sync_from_git` where it goes, or wait a quarter of an hour. The flow is there, and logs the name of that environment.',
						]),
			].join('\n'),
		];
	const ids = places.map(({ id }) => id);
	const last = places.filter(({ stage }) => stage.role === 'production').map(({ id }) => id);
	const [where, values] =
		way === 'github'
			? [
					'Settings, Environments',
					`the variable \`KESTRA_URL\` and ${enterprise ? 'the secret `KESTRA_API_TOKEN`' : 'the secrets `KESTRA_USER` and `KESTRA_PASSWORD`'}`,
				]
			: [
					'Settings, CI/CD, Variables',
					`the variables \`KESTRACTL_HOST\` and ${enterprise ? '`KESTRACTL_TOKEN`' : '`KESTRACTL_USERNAME` and `KESTRACTL_PASSWORD`'}, masked`,
				];
	return [
		head,
		`Put this folder into a repository. ${review}`,
		[
			`1. In ${way === 'github' ? 'GitHub' : 'GitLab'}, under ${where}: for each instance an environment of its id (${codes(ids)}) with ${values}. ${enterprise ? 'The token is the `delivery_token` that Terraform gave for that instance.' : 'They are the address and the login of that instance.'}`,
			...(last.length > 0
				? [`2. Let ${codes(last)} ask for an approval and take the branch main alone.`]
				: []),
			`${last.length > 0 ? 3 : 2}. The runner must reach the instances: one of your own where they are private.`,
			`${last.length > 0 ? 4 : 3}. Change the message of an example flow in a pull request: it is validated. Merge it: it is delivered, one job for each folder of flows.`,
		].join('\n'),
	];
}
