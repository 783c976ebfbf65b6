/**
 * The shape of a plan: instances, in each its tenants, in each its namespaces.
 * Everything that draws, counts, compares or breaks a plan works on this tree.
 */

/** Kind of a box: one of the three levels. */
export type BoxKind = 'instance' | 'tenant' | 'namespace';

/** A place a change passes through on its way to production. */
export interface Stage {
	/** As in names: lower case. */
	readonly name: string;
	/** `everything` when one place serves for all work. */
	readonly role: 'development' | 'between' | 'production' | 'everything';
}

/** A node of the namespace tree. */
export interface Namespace {
	/** The whole dotted path, such as `acme.france.orders`. */
	readonly path: string;
	/** What this level of the path represents. */
	readonly level: 'stage' | 'group' | 'team' | 'domain';
	/** The stage it belongs to, where namespaces separate stages. */
	readonly stage?: Stage;
	/** The group it belongs to, where namespaces separate groups. */
	readonly group?: string;
	/** Namespaces below it; empty for a leaf. */
	readonly namespaces: readonly Namespace[];
}

/** A tenant of an instance. Open source has the one tenant `main`. */
export interface Tenant {
	readonly name: string;
	/**
	 * Its owner: open source (the fixed tenant), the company, a group or an exception, an engineer, or a stage.
	 * No plan has tenants for stages; the drill draws them to show what would happen.
	 */
	readonly purpose: 'main' | 'company' | 'group' | 'engineer' | 'stage';
	/** The stage it belongs to, if one. */
	readonly stage?: Stage;
	/** The group it belongs to, if one; a tenant may also belong to one stage of one group. */
	readonly group?: string;
	readonly namespaces: readonly Namespace[];
}

/** Who may reach an instance. Labels are in `labels.ts`. */
export type Reach =
	| 'everyone'
	| 'engineers'
	| 'engineers-and-pipeline'
	| 'administrators-and-pipeline'
	| 'one-login-for-administrators'
	| 'permissions-by-namespace'
	| 'one-login-for-all-stages';

/** One of the few that are set apart from the rest. */
export interface Exception {
	readonly name: string;
	/** What sets it apart. */
	readonly by: 'instance' | 'tenant';
	/** Whether the reader has not said yet which it is. */
	readonly unnamed?: true;
}

/** A full deployment of Kestra. */
export interface Instance {
	/** Unique within a topology. */
	readonly name: string;
	/** The stages it holds: one, or all of them. */
	readonly stages: readonly Stage[];
	/** The group it belongs to, if a single one. */
	readonly group?: string;
	/** Whether it is a development instance that the reader did not ask for but critical work needs. */
	readonly added?: true;
	/** Whether it may just as well be an engineer's machine or a second container, so that it is not counted. */
	readonly local?: true;
	readonly reach: Reach;
	readonly tenants: readonly Tenant[];
}

/** A whole plan as a tree. */
export interface Topology {
	readonly edition: 'open-source' | 'enterprise';
	readonly company: string;
	readonly stages: readonly Stage[];
	/** The groups' names; empty where there is nothing to separate. */
	readonly groups: readonly string[];
	/** The few that are set apart from the rest; their boxes have them as their group. */
	readonly exceptions: readonly Exception[];
	readonly instances: readonly Instance[];
	/** Engineers who run an instance on their own machine. Drawn outside the plan, not counted. */
	readonly localInstances: readonly string[];
}
