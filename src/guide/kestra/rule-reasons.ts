import type { DecisionId, decisions } from './decisions.ts';

/** Why a rule of a decision table gives its outcome. */
export interface RuleReason {
	/** Why, in one or two sentences addressed to the reader. */
	readonly because: string;
	/** The same in one sentence that stands alone, for a plan's first lines; absent where nothing needs saying there. */
	readonly inShort?: string;
	/** Root-relative addresses of the sections that argue it; at least one. */
	readonly sections: readonly string[];
}

/** Id of a rule of a decision. */
type RuleId<D extends DecisionId> = Extract<
	(typeof decisions)[number],
	{ id: D }
>['rules'][number]['id'];

/**
 * The reasons of the rules in `decisions.ts`, each by decision and rule. Apart from the tables, because questions are
 * asked by the tables alone: the reasons are fetched with the result.
 */
export const ruleReasons: {
	readonly [D in DecisionId]: Readonly<Record<RuleId<D>, RuleReason>>;
} = {
	stages: {
		'critical-more': {
			because:
				'Somebody depends on these flows and others check a new version in a further place, so each of these places is a deployment of its own.',
			inShort:
				'Only instances of their own keep trials and checks away from what somebody depends on: tenants or namespaces called dev, test and prod would share one outage.',
			sections: ['/concepts/instances/#many-environments', '/concepts/instances/#dev-and-prod'],
		},
		critical: {
			because:
				'Somebody depends on these flows, so production is an instance that a trial cannot take down. Tenants will not do, because they go down together with their instance. Namespaces will not do, because one flow in development can break production.',
			inShort:
				'Only an instance of its own keeps trials away from what somebody depends on: tenants or namespaces called dev and prod would share one outage.',
			sections: [
				'/concepts/instances/#dev-and-prod',
				'/concepts/tenants/#not-for-stages',
				'/concepts/namespaces/#not-for-critical',
			],
		},
		'one-stage': {
			because:
				'Nobody is in trouble when a flow fails and nothing is tried elsewhere first, so there is nothing to separate. Namespaces keep the flows in order.',
			inShort:
				'Nobody is in trouble when a flow fails, so one instance is enough, and namespaces keep order in it.',
			sections: ['/concepts/namespaces/#when'],
		},
		'one-instance': {
			because:
				'You want a place to try things in a single instance and nobody is in trouble when a flow fails. A namespace for each stage is a fair start, but no more than that.',
			inShort:
				'Nobody is in trouble when a flow fails and there is one Kestra, so a namespace for each stage is a fair start, and no more than that.',
			sections: ['/concepts/namespaces/#as-environments', '/concepts/namespaces/#not-for-critical'],
		},
		more: {
			because:
				'Others check a new version in a further place and you can run more than one instance, so each of these places is a deployment of its own.',
			inShort:
				'Others check a new version before it counts, and only instances of their own keep what is tried from taking the rest down.',
			sections: ['/concepts/instances/#many-environments'],
		},
		otherwise: {
			because:
				'You can run a second instance, so development and production get one each. Every team should have at least that.',
			inShort:
				'A second instance is possible, and it is the only thing that keeps what is tried from taking the rest down.',
			sections: ['/concepts/instances/#dev-and-prod'],
		},
	},
	groups: {
		own: {
			because:
				'Each of them has a reason that it cannot share a Kestra with the rest. Uptime, version, place, network and administrators belong to the instance, and whatever shares an instance shares them.',
			inShort:
				'Each has a reason that it cannot share, and what shares an instance shares its outages, its version and its administrators.',
			sections: ['/concepts/instances/#one-for-each-group', '/concepts/compare/#uptime'],
		},
		'open-source-walls': {
			because:
				'Each must be hidden from every other. Open source has the one tenant `main` and one login, so only an instance hides.',
			inShort:
				'Each must be hidden from every other, and in the free edition only an instance hides.',
			sections: ['/concepts/editions/#one-login', '/concepts/namespaces/#open-source-label'],
		},
		walls: {
			because:
				'Each must be hidden from every other and they may share one platform. A tenant gives each its own flows, runs, roles and secrets inside the same instance.',
			inShort: 'Each must be hidden from every other, and a tenant hides without a further Kestra.',
			sections: ['/concepts/tenants/#when', '/concepts/tenants/#customers'],
		},
		outsiders: {
			because:
				'Customers or partners log in, and what they see should be theirs alone from the first day. A tenant for each does that without a setting that somebody can forget.',
			inShort: 'Customers or partners log in, and a tenant shows each of them only what is theirs.',
			sections: ['/concepts/tenants/#customers', '/concepts/tenants/#when'],
		},
		several: {
			because:
				'Several work in it and may see each other’s work. A namespace for each keeps order, says in Enterprise who may change what, and lets their flows call each other, which flows of different tenants cannot.',
			inShort:
				'Those who work in it may see each other’s work, so a namespace for each keeps order and their flows can call each other.',
			sections: ['/concepts/namespaces/#when', '/concepts/compare/#subflows'],
		},
		otherwise: {
			because:
				'One team works in it, so nobody has to be kept apart, however many customers or countries the flows serve. Namespaces by subject, customer or country keep the flows in order.',
			sections: ['/concepts/namespaces/#nothing-to-separate'],
		},
	},
	exceptions: {
		already: {
			because: 'Each has an instance of its own already.',
			sections: ['/concepts/instances/#one-for-each-group'],
		},
		own: {
			because:
				'One or a few cannot share a Kestra with the rest, so each of these has an instance of its own, and the rest stays together.',
			inShort: 'One or a few cannot share, so only these have instances of their own.',
			sections: ['/strategies/instance-per-group/#exceptions', '/concepts/compare/#uptime'],
		},
		'open-source-walls': {
			because:
				'One or a few must be hidden from the rest. Open source has the one tenant `main` and one login, so only an instance hides.',
			inShort: 'One or a few must be hidden, and in the free edition only an instance hides.',
			sections: ['/concepts/editions/#one-login', '/concepts/namespaces/#open-source-label'],
		},
		walls: {
			because:
				'One or a few must be hidden from the rest and may share the instance. A tenant for each of these hides its flows, runs and secrets; the rest stays together in one.',
			inShort: 'One or a few must be hidden, and a tenant for each of these does that.',
			sections: ['/strategies/tenant-per-group/#exceptions', '/concepts/tenants/#when'],
		},
		otherwise: {
			because: 'Nothing has to be set apart from the rest.',
			sections: ['/concepts/instances/#no-exceptions'],
		},
	},
	sandboxes: {
		'not-needed': {
			because: 'Development is already the sandbox, and the engineers can share it.',
			sections: ['/concepts/instances/#shared-development'],
		},
		enterprise: {
			because:
				'A tenant for each engineer inside the development instance keeps their trials apart and needs no extra deployment.',
			sections: ['/concepts/tenants/#engineers'],
		},
		'open-source': {
			because:
				'Open source has one tenant, so each engineer needs an instance: Docker Compose on their own machine, or side by side on one server for those who may not.',
			sections: ['/strategies/local-instance-per-engineer/', '/concepts/editions/#open-source'],
		},
	},
	namespaces: {
		team: {
			because: 'People look for a flow by the team that owns it, so the namespace names the team.',
			sections: ['/concepts/namespaces/#by-team'],
		},
		domain: {
			because: 'People look for a flow by what it is about, so the namespace names the domain.',
			sections: ['/concepts/namespaces/#by-domain'],
		},
	},
	edition: {
		'in-use': {
			because:
				'You have Enterprise or Cloud, or can have it, and it has everything this plan needs.',
			sections: ['/concepts/editions/#enterprise-in-use'],
		},
		logins: {
			because:
				'The free edition has one login that everybody shares, so it cannot give people different rights or say who did what. Until you have Enterprise: keep that login with a few people, put your company’s sign-in in front of Kestra, and let Git record who changed a flow and who approved it.',
			sections: [
				'/concepts/editions/#enterprise-needed',
				'/practices/production-access/#open-source',
			],
		},
		outsiders: {
			because:
				'Customers or partners would share your one login and see everything in their instance. Enterprise gives each a login and a tenant.',
			sections: ['/concepts/editions/#enterprise-recommended', '/concepts/tenants/#customers'],
		},
		walls: {
			because:
				'What must be hidden takes an instance of its own in the free edition. Enterprise hides it in a tenant of one instance, with a login for each person.',
			sections: ['/concepts/editions/#enterprise-recommended', '/concepts/tenants/#when'],
		},
		'many-stages': {
			because:
				'Three or more stages mean many instances to govern, secure and scale. Enterprise is made for that; open source leaves it to you.',
			sections: ['/concepts/editions/#enterprise-recommended'],
		},
		'many-groups': {
			because:
				'An instance for each of them means many instances to govern. Enterprise is made for that; open source leaves it to you.',
			sections: ['/concepts/editions/#enterprise-recommended'],
		},
		enough: {
			because:
				'Nothing in this split needs Enterprise. What it would add all the same: a login and rights for each person, an audit log, secrets for each namespace, support.',
			sections: ['/concepts/editions/#open-source-fits'],
		},
	},
};

/**
 * The reason of a rule.
 * @throws when there is no such rule, which is a bug: ids come from the tables
 */
export function reasonOf(decision: string, rule: string): RuleReason {
	const reason = (ruleReasons as Readonly<Record<string, Readonly<Record<string, RuleReason>>>>)[
		decision
	]?.[rule];
	if (!reason) throw new Error(`There is no reason for the rule ${decision}.${rule}.`);
	return reason;
}
