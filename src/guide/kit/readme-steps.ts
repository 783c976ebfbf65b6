/** For each next step of a plan: where in the kit it is, and how to see that it worked. */
import type { Plan } from '../plan/plan.ts';
import { runsOn } from './choices.ts';
import type { Way } from './kit-file.ts';

/** What the README says about a step. */
export interface KitStep {
	/** Where in the kit, or what to do with it; Markdown. */
	readonly here: string;
	/** How to see that it worked; Markdown. */
	readonly check: string;
}

interface Context {
	readonly plan: Plan;
	readonly way: Way;
}

const deploy = ({ plan }: Context): KitStep => ({
	here:
		plan.topology.instances.length > 1
			? 'Fill in the variables of the first instance, start it as below, then the next.'
			: 'Fill in its variables and start it as below.',
	check:
		runsOn(plan) === 'compose'
			? 'Its address opens, asks for its own login, and shows its own name and colour.'
			: '`kubectl get pods` shows it running, and its address opens with its own name and colour.',
});

const tenants = (): KitStep => ({
	here: 'The folders in `terraform` have the tenants and their roles.',
	check: '`terraform plan` says that nothing is left to change, and each tenant is in the list.',
});

const login = ({ plan }: Context): KitStep => ({
	here:
		plan.topology.edition === 'enterprise'
			? 'The Terraform module binds people as viewers in production, and the pipeline as what delivers.'
			: 'Another `LOGIN_PASSWORD` for production; only administrators and whatever delivers get it.',
	check: 'The login of development is refused by production.',
});

const secrets = ({ plan }: Context): KitStep => ({
	here:
		plan.topology.edition === 'enterprise'
			? 'Settings are in `instances/*.env`. Set secrets in each tenant, or in its secret manager.'
			: 'Settings are in `instances/*.env`, secrets in `instances/*.secrets.env`, as `SECRET_` and base64.',
	check: 'The example flow logs the address that belongs to the instance it runs in.',
});

const delivered = ({ way }: Context): KitStep => ({
	here:
		way === 'git'
			? 'Apply `terraform`: it sets the flows in `git-flows`. Protect the branch main.'
			: way === 'github'
				? '`.github/workflows/kestra.yaml`. Protect the branch main, and make an environment for each instance.'
				: '`.gitlab-ci.yml`. Protect the branch main, and make an environment for each instance.',
	check:
		'Change the message of an example flow, merge it, and see the new message where it arrives.',
});

const namesAgreed = (): KitStep => ({
	here: 'They are those of the example flows in `flows`.',
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
	here: 'Not in this kit: use what your database and your storage offer.',
	check: 'You have restored one backup into an empty instance.',
});

/** By id of the next step. */
export const kitSteps: Readonly<Record<string, (context: Context) => KitStep>> = {
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
		here: 'The folders in `terraform` have the namespaces, each with those that may use it.',
		check: 'A flow of one group that asks for a secret of another is refused.',
	}),
	'secret-names': () => ({
		here: 'Put the group’s name into the secret’s: `SECRET_FINANCE_DB_PASSWORD`. `CODEOWNERS` says who approves what.',
		check: 'No two groups have a secret of the same name.',
	}),
	secrets,
	'secrets-in-one': secrets,
	'lock-production': login,
	'lock-login': login,
	'lock-branch': login,
	pipeline: delivered,
	git: delivered,
	rewrite: (context) => ({
		here: `\`promote.sh\` copies a flow to the next stage and changes its names. ${delivered(context).here}`,
		check: 'The script says nothing, and the flow runs in its new namespace.',
	}),
	'workers-of-customers': workers,
	'workers-of-groups': workers,
	'calls-across': () => ({
		here: 'Not in this kit: look for `Subflow` and flow triggers that name another’s namespace.',
		check: 'None is left.',
	}),
	'local-instances': () => ({
		here: 'The folder `local`: `docker compose --env-file local.env --env-file local.secrets.env up --detach`.',
		check:
			'It opens at `http://localhost:8080/`, and the schedule of the example flow does not start there.',
	}),
	badge,
	'badge-of-groups': badge,
	'rehearse-upgrades': ({ plan }) => ({
		here: `Change the version in \`instances/${runsOn(plan) === 'compose' ? 'compose' : 'values'}.yaml\`, and start development alone.`,
		check:
			'The example flow runs in development, and you have written down how to restore the backup.',
	}),
	'back-up': backup,
	'weigh-enterprise': () => ({
		here: 'Not in this kit: see the decision record.',
		check: 'The decision is written down, with a date to look at it again.',
	}),
};
