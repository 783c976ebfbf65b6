/** For each next step of a plan: where in the kit it is, and how to see that it worked. */
import { runsOn } from './choices.ts';
import { compose } from './commands.ts';
import { LOCAL } from './places.ts';
import { has, type ReadmeSource } from './readme-text.ts';

/** What the README says about a step. */
export interface KitStep {
	/** In place of the step’s own sentence, where that speaks of something that this kit does not have. */
	readonly does?: string;
	/** Where in the kit, or what to do with it; Markdown. */
	readonly here: string;
	/** How to see that it worked; Markdown. */
	readonly check: string;
}

const deploy = ({ plan }: ReadmeSource): KitStep => ({
	here:
		plan.topology.instances.length > 1
			? 'Fill in the variables of the first instance and start it: “Start an instance”, below. Then the next.'
			: 'Fill in its variables and start it: “Start an instance”, below.',
	check:
		runsOn(plan) === 'compose'
			? 'It opens, asks for its own login, and shows its own name and colour.'
			: '`kubectl get pods` shows it running, and it opens with its own name and colour.',
});

const tenants = (): KitStep => ({
	here: 'In `terraform`, the folder `account` of each instance makes its tenants, and its `main.tf` sets in each the roles and a group of administrators: “Set what stands in it”, below.',
	check:
		'`terraform plan` says that nothing is left to change, and an administrator sees the flows of each tenant.',
});

const login = ({ plan, way }: ReadmeSource): KitStep =>
	plan.topology.edition === 'enterprise'
		? {
				...(way === 'git' &&
					plan.outcomes.stages !== 'namespace-per-stage' && {
						does: 'Leave production to administrators, and give what delivers a service account of its own.',
					}),
				here: 'The Terraform module has a group of administrators, the roles of the others, and the service account `delivery`: “Let people in”, below.',
				check:
					'Somebody who is no administrator cannot change a flow in production, an administrator can.',
			}
		: {
				...(way === 'git' && { does: 'Give production a login that only administrators hold.' }),
				here: 'Another `LOGIN_PASSWORD` for production; only administrators and whatever delivers get it.',
				check: 'The login of development is refused by production.',
			};

const secrets = ({ plan }: ReadmeSource): KitStep => ({
	here:
		plan.topology.edition === 'enterprise'
			? 'Settings are in `instances/*.env`. Set secrets in the namespaces of each tenant, or in its secret manager.'
			: 'Settings are in `instances/*.env`, secrets in `instances/*.secrets.env`, as `SECRET_` and base64.',
	check: 'The example flow logs the address that belongs to the instance it runs in.',
});

const delivered = (source: ReadmeSource): KitStep => {
	const { way, plan } = source;
	return {
		...(way === 'git' &&
			plan.topology.stages.length > 1 &&
			plan.outcomes.stages !== 'namespace-per-stage' && {
				does: 'Put the flows in Git, let production pull them, and promote one small flow to see what does not travel with it.',
			}),
		here:
			way === 'git'
				? 'Apply `terraform`: it sets the flows in `git-flows`. The rest is under “How a flow reaches production”.'
				: `\`${way === 'github' ? '.github/workflows/kestra.yaml' : '.gitlab-ci.yml'}\`, and what it needs: “How a flow reaches production”, below.`,
		// Where everything is one place, nothing is pulled.
		check:
			way === 'git' && plan.outcomes.stages === 'single-instance'
				? 'Change the message of an example flow, run `push_to_git`, and see the commit.'
				: 'Change the message of an example flow, merge it, and see the new message where it arrives.',
	};
};

const namesAgreed = (): KitStep => ({
	here: 'They are in the table “Names”, below; those that say “example” are not yours yet.',
	check: 'Each example flow is listed in the namespace that you expect.',
});

const workers = (): KitStep => ({
	here: 'Not in this kit: it depends on what the scripts may reach.',
	check:
		'A script of one cannot read a file that a script of another left in its temporary folder.',
});

const badge = (): KitStep => ({
	here: '`ENVIRONMENT_NAME` and `ENVIRONMENT_COLOR` in `instances/*.env`.',
	check: 'The name is at the top of the page; the example flow logs it too.',
});

const backup = (): KitStep => ({
	here: '“Back up and restore”, below.',
	check: 'You have restored one backup into an empty instance.',
});

/** By id of the next step. */
export const kitSteps: Readonly<Record<string, (context: ReadmeSource) => KitStep>> = {
	'deploy-one': deploy,
	'deploy-two': deploy,
	'deploy-stages': deploy,
	'deploy-groups': deploy,
	'exceptions-instances': deploy,
	'group-tenants': tenants,
	'group-tenants-in-one': tenants,
	'exceptions-tenants': tenants,
	'company-tenant': tenants,
	'engineers-tenants': tenants,
	names: namesAgreed,
	'names-with-stage': namesAgreed,
	'allowed-namespaces': () => ({
		here: 'The folders in `terraform` have the namespaces and who works in which. How to close one: “What refuses a flow”, below.',
		check:
			'A flow of one group calls a flow of another. Once a namespace has a list, a flow that is not in it is refused its secrets and its flows.',
	}),
	'secret-names': (source) => ({
		here: `Put the group’s name into the secret’s: \`SECRET_FINANCE_DB_PASSWORD\`.${has(source, 'CODEOWNERS') ? ' `CODEOWNERS` says who approves what.' : ''}`,
		check: 'No two groups have a secret of the same name.',
	}),
	secrets,
	'secrets-in-one': secrets,
	'lock-production': login,
	'lock-login': login,
	'lock-branch': login,
	pipeline: delivered,
	git: delivered,
	rewrite: (source) => ({
		here: `\`promote.sh\` copies a flow to the next stage and changes its names. ${delivered(source).here}`,
		check:
			'Change the message of an example flow and promote it: the script says nothing, and the next stage logs the new message.',
	}),
	'workers-of-customers': workers,
	'workers-of-groups': workers,
	'calls-across': () => ({
		here: 'Not in this kit: look for `Subflow` and flow triggers that name another’s namespace.',
		check: 'None is left.',
	}),
	'local-instances': () => ({
		here: `In the folder \`local\`, copy \`local.secrets.env.example\` to \`local.secrets.env\`, fill in both files, and \`${compose(LOCAL)} up --detach\`.`,
		check:
			'It opens at `http://localhost:8080/`, and the schedule of the example flow does not start there.',
	}),
	badge,
	'badge-of-groups': badge,
	'rehearse-upgrades': ({ plan }) => ({
		here: `Change the version in \`instances/${runsOn(plan) === 'compose' ? 'compose' : 'values'}.yaml\`, and start development alone, after a backup.`,
		check:
			'The example flow runs in development, and you have restored a backup once: “Back up and restore”, below.',
	}),
	'back-up': backup,
	'weigh-enterprise': () => ({
		here: 'Not in this kit: see the decision record.',
		check: 'The decision is written down, with a date to look at it again.',
	}),
};
