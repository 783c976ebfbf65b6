/** Signs that a choice has been outgrown: events you can observe, not numbers. Shown on pages and in results. */
import type { Condition } from '../engine/model.ts';
import type { DecisionId, OutcomeId } from './decisions.ts';

/** An outcome with its decision, as `decision.outcome`. */
export type OutcomeKey = { [D in DecisionId]: `${D}.${OutcomeId<D>}` }[DecisionId];

/** An event that shows that a choice no longer fits. */
export interface ReviewTrigger {
	/** The outcome that is outgrown. */
	readonly of: OutcomeKey;
	/** The event: a whole sentence. */
	readonly event: string;
	/** The outcome it points to; absent where the remedy is not a move. */
	readonly towards?: OutcomeKey;
	/** The only edition it applies to; absent for both. */
	readonly edition?: 'open-source' | 'enterprise';
	/** Where it does not apply, because it points to an outcome that the guide refuses there. */
	readonly unless?: Condition;
	/** Root-relative address of the section that argues it. */
	readonly section: string;
}

/** Every sign, grouped by the outcome it belongs to. */
export const reviewTriggers: readonly ReviewTrigger[] = [
	{
		of: 'stages.single-instance',
		event: 'Somebody outside the team asks why a run failed.',
		towards: 'stages.two-instances',
		section: '/concepts/instances/#dev-and-prod',
	},
	{
		of: 'stages.single-instance',
		event: 'A change you were only trying out broke a run that somebody was waiting for.',
		towards: 'stages.two-instances',
		section: '/concepts/instances/#dev-and-prod',
	},
	{
		of: 'stages.single-instance',
		event: 'You copy a flow before you edit it, so that the old one keeps running.',
		towards: 'stages.two-instances',
		section: '/concepts/instances/#dev-and-prod',
	},
	{
		of: 'stages.single-instance',
		event: 'An upgrade of Kestra was put off because there was nowhere to try it.',
		towards: 'stages.two-instances',
		section: '/practices/upgrades/#order',
	},
	{
		of: 'stages.namespace-per-stage',
		event: 'Somebody outside the team relies on a flow in the production branch.',
		towards: 'stages.two-instances',
		section: '/concepts/namespaces/#not-for-critical',
	},
	{
		of: 'stages.namespace-per-stage',
		event: 'Something tried in the development branch slowed or stopped a production run.',
		towards: 'stages.two-instances',
		section: '/concepts/namespaces/#not-for-critical',
	},
	{
		of: 'stages.namespace-per-stage',
		event:
			'A production flow called a development flow, or read its KV pair or secret, because one name was not rewritten.',
		towards: 'stages.two-instances',
		section: '/strategies/namespace-per-stage/#production',
	},
	{
		of: 'stages.namespace-per-stage',
		event: 'There is no hour left in which the instance may be restarted or upgraded.',
		towards: 'stages.two-instances',
		section: '/practices/upgrades/#order',
	},
	{
		of: 'stages.two-instances',
		event: 'Testers ask developers to leave development alone, or the other way round.',
		towards: 'stages.instance-per-stage',
		section: '/concepts/instances/#many-environments',
	},
	{
		of: 'stages.two-instances',
		event:
			'A change that passed in development failed in production because of size, data, plugins or version.',
		towards: 'stages.instance-per-stage',
		section: '/strategies/instance-per-stage/#for-whom',
	},
	{
		of: 'stages.two-instances',
		event:
			'Somebody must accept a change, and has no place where it stays unchanged while they look at it.',
		towards: 'stages.instance-per-stage',
		section: '/strategies/instance-per-stage/#for-whom',
	},
	{
		of: 'stages.instance-per-stage',
		event: 'Every change passes one of the stages unread: nobody has stopped one there for months.',
		towards: 'stages.two-instances',
		section: '/strategies/instance-per-stage/#give-up',
	},
	{
		of: 'stages.instance-per-stage',
		event: 'A stage before production runs an older version of Kestra than production does.',
		towards: 'stages.two-instances',
		section: '/practices/upgrades/#order',
	},
	{
		of: 'stages.instance-per-stage',
		event: 'Settings are changed by hand in each stage, and nobody can say how they differ.',
		towards: 'edition.enterprise-in-use',
		edition: 'open-source',
		section: '/concepts/editions/#enterprise-recommended',
	},
	{
		of: 'groups.nothing-to-separate',
		event: 'A second team, country or customer starts to run flows here.',
		towards: 'groups.namespace-per-group',
		section: '/concepts/namespaces/#when',
	},
	{
		of: 'groups.nothing-to-separate',
		event: 'Somebody started or changed the wrong flow, because two looked alike.',
		towards: 'groups.namespace-per-group',
		section: '/concepts/namespaces/#by-team',
	},
	{
		of: 'groups.nothing-to-separate',
		event: 'Somebody asks who else can see their runs, and does not like the answer.',
		towards: 'groups.tenant-per-group',
		edition: 'enterprise',
		section: '/concepts/tenants/#when',
	},
	{
		of: 'groups.nothing-to-separate',
		event: 'Somebody asks who else can see their runs, and does not like the answer.',
		towards: 'groups.instance-per-group',
		edition: 'open-source',
		section: '/concepts/instances/#one-for-each-group',
	},
	{
		of: 'groups.namespace-per-group',
		event: 'A group asks that another must not see its flows, runs or secrets.',
		towards: 'groups.tenant-per-group',
		edition: 'enterprise',
		section: '/concepts/tenants/#when',
	},
	{
		of: 'groups.namespace-per-group',
		event: 'A group asks that another must not see its flows, runs or secrets.',
		towards: 'groups.instance-per-group',
		edition: 'open-source',
		section: '/concepts/namespaces/#open-source-label',
	},
	{
		of: 'groups.namespace-per-group',
		event: 'One of the groups is a customer.',
		towards: 'groups.tenant-per-group',
		edition: 'enterprise',
		section: '/concepts/tenants/#customers',
	},
	{
		of: 'groups.namespace-per-group',
		event: 'One of the groups is a customer.',
		towards: 'groups.instance-per-group',
		edition: 'open-source',
		section: '/concepts/instances/#one-for-each-group',
	},
	{
		of: 'groups.namespace-per-group',
		event: 'Nobody can say from the permissions and allowed namespaces which group may read what.',
		towards: 'groups.tenant-per-group',
		edition: 'enterprise',
		section: '/concepts/namespaces/#allowed-namespaces',
	},
	{
		of: 'groups.tenant-per-group',
		event: 'A contract or a law promises one group its own uptime, upgrade date or region.',
		towards: 'groups.instance-per-group',
		section: '/concepts/instances/#one-for-each-group',
	},
	{
		of: 'groups.tenant-per-group',
		event: 'An upgrade or a maintenance window was put off because one group was not ready.',
		towards: 'groups.instance-per-group',
		section: '/concepts/compare/#maintenance',
	},
	{
		of: 'groups.tenant-per-group',
		event:
			'One group’s load or scripts disturbed another, although each has workers and quotas of its own.',
		towards: 'groups.instance-per-group',
		section: '/concepts/tenants/#worker-isolation',
	},
	{
		of: 'groups.tenant-per-group',
		event:
			'Groups that keep no secrets from each other call each other’s flows through the API every day.',
		towards: 'groups.namespace-per-group',
		unless: { answers: { people: ['outsiders'] } },
		section: '/concepts/tenants/#when-not',
	},
	{
		of: 'groups.instance-per-group',
		event: 'Upgrading all the instances takes longer than the time until the next release.',
		towards: 'groups.tenant-per-group',
		edition: 'enterprise',
		section: '/strategies/instance-per-group/#give-up',
	},
	{
		of: 'groups.instance-per-group',
		event: 'Instances run different versions or settings, and nobody decided that they should.',
		towards: 'edition.enterprise-in-use',
		edition: 'open-source',
		section: '/concepts/editions/#enterprise-recommended',
	},
	{
		of: 'groups.instance-per-group',
		event:
			'A new group waits weeks for its instance, and would accept a shared outage to start today.',
		towards: 'groups.tenant-per-group',
		edition: 'enterprise',
		section: '/concepts/tenants/#when',
	},
	{
		of: 'groups.instance-per-group',
		event: 'Groups that keep no secrets from each other copy flows from instance to instance.',
		towards: 'groups.namespace-per-group',
		unless: { answers: { people: ['outsiders'] } },
		section: '/concepts/instances/#talking-across',
	},
	{
		of: 'exceptions.no-exceptions',
		event: 'A contract, a law or an auditor asks for one part’s work to be hidden from the rest.',
		towards: 'exceptions.tenant-per-exception',
		edition: 'enterprise',
		section: '/strategies/tenant-per-group/#exceptions',
		unless: { outcomes: { groups: ['tenant-per-group', 'instance-per-group'] } },
	},
	{
		of: 'exceptions.no-exceptions',
		event: 'One part must stand in another country or network, or be upgraded at its own hour.',
		towards: 'exceptions.instance-per-exception',
		section: '/strategies/instance-per-group/#exceptions',
		unless: { outcomes: { groups: ['instance-per-group'] } },
	},
	{
		of: 'exceptions.tenant-per-exception',
		event: 'An auditor asks whether the administrators of the instance could read what is hidden.',
		towards: 'exceptions.instance-per-exception',
		section: '/strategies/instance-per-group/#exceptions',
	},
	{
		of: 'exceptions.instance-per-exception',
		event:
			'The reason why it could not share, such as a contract or a merger not yet cleared, is gone.',
		towards: 'exceptions.no-exceptions',
		section: '/concepts/instances/#no-exceptions',
	},
	{
		of: 'sandboxes.shared-development',
		event: 'An engineer overwrote another’s unfinished change.',
		towards: 'sandboxes.tenant-per-engineer',
		edition: 'enterprise',
		section: '/concepts/tenants/#engineers',
	},
	{
		of: 'sandboxes.shared-development',
		event: 'An engineer overwrote another’s unfinished change.',
		towards: 'sandboxes.local-instance-per-engineer',
		edition: 'open-source',
		section: '/strategies/local-instance-per-engineer/#for-whom',
	},
	{
		of: 'sandboxes.shared-development',
		event:
			'Engineers put their initials into flow ids or namespaces to stay out of each other’s way.',
		towards: 'sandboxes.tenant-per-engineer',
		edition: 'enterprise',
		section: '/strategies/tenant-per-engineer/#for-whom',
	},
	{
		of: 'sandboxes.shared-development',
		event:
			'Engineers put their initials into flow ids or namespaces to stay out of each other’s way.',
		towards: 'sandboxes.local-instance-per-engineer',
		edition: 'open-source',
		section: '/strategies/local-instance-per-engineer/#for-whom',
	},
	{
		of: 'sandboxes.tenant-per-engineer',
		event: 'One engineer’s script filled the shared workers, and nobody else could work.',
		towards: 'sandboxes.local-instance-per-engineer',
		section: '/concepts/tenants/#worker-isolation',
	},
	{
		of: 'sandboxes.tenant-per-engineer',
		event:
			'An engineer needs another version of Kestra or a plugin that the development instance must not have.',
		towards: 'sandboxes.local-instance-per-engineer',
		section: '/concepts/compare/#version',
	},
	{
		of: 'sandboxes.tenant-per-engineer',
		event:
			'Tenants of people who left are still there, and most of the others have not been opened for months.',
		towards: 'sandboxes.shared-development',
		section: '/concepts/instances/#shared-development',
	},
	{
		of: 'sandboxes.local-instance-per-engineer',
		event: 'Flows pass on a laptop and fail in the shared development instance, again and again.',
		towards: 'sandboxes.shared-development',
		section: '/strategies/local-instance-per-engineer/#give-up',
	},
	{
		of: 'sandboxes.local-instance-per-engineer',
		event: 'Flows need systems or data that a laptop cannot, or must not, reach.',
		towards: 'sandboxes.tenant-per-engineer',
		edition: 'enterprise',
		section: '/strategies/tenant-per-engineer/#for-whom',
	},
	{
		of: 'namespaces.by-team',
		event: 'A reorganisation would force you to create flows again under another namespace.',
		towards: 'namespaces.by-domain',
		section: '/concepts/namespaces/#by-domain',
	},
	{
		of: 'namespaces.by-team',
		event: 'People ask in chat which team has the flow they are looking for.',
		towards: 'namespaces.by-domain',
		section: '/concepts/namespaces/#by-domain',
	},
	{
		of: 'namespaces.by-domain',
		event: 'A flow failed, and nobody felt responsible, because two teams work in its domain.',
		towards: 'namespaces.by-team',
		section: '/concepts/namespaces/#by-team',
	},
	{
		of: 'edition.open-source-fits',
		event: 'Somebody asks who changed or started a flow, and there is one login for all.',
		towards: 'edition.enterprise-in-use',
		section: '/concepts/editions/#one-login',
	},
	{
		of: 'edition.open-source-fits',
		event: 'A person leaves, and the one password has to change for everyone.',
		towards: 'edition.enterprise-in-use',
		section: '/concepts/editions/#one-login',
	},
	{
		of: 'edition.open-source-fits',
		event: 'You begin to run work for a customer.',
		towards: 'edition.enterprise-in-use',
		section: '/concepts/tenants/#customers',
	},
	{
		of: 'edition.enterprise-recommended',
		event: 'Giving one person access, or taking it away, means visiting every instance.',
		towards: 'edition.enterprise-in-use',
		section: '/concepts/editions/#enterprise-recommended',
	},
	{
		of: 'edition.enterprise-recommended',
		event: 'An auditor asks who may change production, and the answer is a password.',
		towards: 'edition.enterprise-in-use',
		section: '/concepts/editions/#enterprise-recommended',
	},
	{
		of: 'edition.enterprise-needed',
		event: 'An auditor asks who started a run, and Kestra cannot say.',
		towards: 'edition.enterprise-in-use',
		edition: 'open-source',
		section: '/concepts/editions/#enterprise-needed',
	},
	{
		of: 'edition.enterprise-needed',
		event: 'Somebody has left who knows the shared password, and it is still the same.',
		towards: 'edition.enterprise-in-use',
		edition: 'open-source',
		section: '/practices/production-access/#open-source',
	},
];
