/**
 * The shape of a plan: instances, in each its tenants, in each its namespaces.
 * Everything that draws, counts, compares or breaks a plan works on this tree.
 */

/** A place a change passes through on its way to production. */
export interface Stage {
	/** As written in names: lower case. */
	readonly name: string;
	/** `everything` when one place serves for all work. */
	readonly role: 'development' | 'between' | 'production' | 'everything';
}

/** A node of the namespace tree, named by its whole path. */
export interface Namespace {
	/** The whole dotted path, such as `acme.france.orders`. */
	readonly path: string;
	/** What this level of the path stands for. */
	readonly level: 'stage' | 'group' | 'team' | 'domain';
	/** The stage it belongs to, where namespaces separate stages. */
	readonly stage?: Stage;
	/** The group it belongs to, where namespaces separate groups. */
	readonly group?: string;
	/** Namespaces below it; none for a leaf. */
	readonly namespaces: readonly Namespace[];
}

/** A tenant of an instance. Open source has the one tenant `main`. */
export interface Tenant {
	readonly name: string;
	/**
	 * Whose it is: the fixed one of open source, the company's, one group's, one engineer's, or one stage's.
	 * No plan has tenants for stages; they are drawn to show what would happen.
	 */
	readonly purpose: 'main' | 'company' | 'group' | 'engineer' | 'stage';
	/** The stage it belongs to, when one stage's. */
	readonly stage?: Stage;
	/** The group it belongs to, when one group's, or one stage's of one group. */
	readonly group?: string;
	readonly namespaces: readonly Namespace[];
}

/** Who may reach an instance. The words for each are in `words.ts`. */
export type Reach =
	| 'everyone'
	| 'engineers'
	| 'engineers-and-pipeline'
	| 'administrators-and-pipeline'
	| 'one-login-for-administrators'
	| 'permissions-by-namespace'
	| 'one-login-for-all-stages';

/** A full deployment of Kestra. */
export interface Instance {
	/** Unique within a topology. */
	readonly name: string;
	/** The stages it holds: one, or all of them where namespaces separate stages. */
	readonly stages: readonly Stage[];
	/** The group it belongs to, when one group's alone. */
	readonly group?: string;
	/** A development instance that the reader did not ask for and critical work needs. */
	readonly added?: true;
	readonly reach: Reach;
	readonly tenants: readonly Tenant[];
}

/** A whole plan as a tree. */
export interface Topology {
	readonly edition: 'open-source' | 'enterprise';
	readonly company: string;
	readonly stages: readonly Stage[];
	/** The groups' names; none where there is nothing to separate. */
	readonly groups: readonly string[];
	readonly instances: readonly Instance[];
	/** Engineers whose own machines each run an instance. Drawn outside, not counted. */
	readonly localInstances: readonly string[];
}
