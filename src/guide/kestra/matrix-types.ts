/**
 * The shape of the isolation matrix: what separate instances, tenants and namespaces keep apart.
 * The rows are in `src/content/matrix.yaml`.
 */

/**
 * Ids of the rows, in the order of the table: from failures to administration. They are stable and public: each is the
 * anchor of its aspect on the page that compares the levels.
 */
export const matrixRowIds = [
	'uptime',
	'database',
	'version',
	'plugins',
	'configuration',
	'storage',
	'secrets',
	'kv-and-files',
	'variables',
	'policies',
	'roles',
	'users',
	'service-accounts',
	'login',
	'workers',
	'worker-disk',
	'limits',
	'flow-ids',
	'addresses',
	'subflows',
	'audit-logs',
	'kill-switch',
	'maintenance',
	'announcements',
	'backup',
	'deletion',
	'badge',
	'git-sync',
	'promote',
	'api-credentials',
	'terraform',
	'dashboards',
] as const;

/** An aspect's id. */
export type MatrixRowId = (typeof matrixRowIds)[number];

/** The three columns. */
export const levels = ['instances', 'tenants', 'namespaces'] as const;
export type Level = (typeof levels)[number];

/** Editions of Kestra. Cloud counts as Enterprise; where it differs, the cell's text says so. */
export const editions = ['open-source', 'enterprise'] as const;
export type Edition = (typeof editions)[number];

/** Concerns of a reader, by which the matrix is filtered. */
export const concerns = ['uptime', 'data', 'access', 'cost', 'upgrades'] as const;
export type Concern = (typeof concerns)[number];

/**
 * - `separated`: apart without any setting
 * - `optional`: apart once it is configured
 * - `shared`: in common, whatever is configured
 * - `absent`: the edition has no such thing
 */
export const verdicts = ['separated', 'optional', 'shared', 'absent'] as const;
export type Verdict = (typeof verdicts)[number];

/** How one level separates one aspect in one edition. */
export interface Cell {
	readonly verdict: Verdict;
	/** How, in one or two short sentences. Backticks mark code. */
	readonly how: string;
	/** Ids in the sources collection; at least one. */
	readonly sources: readonly string[];
	/** Set when it is inferred from the sources, or when they are weak or old. */
	readonly flag?: 'inferred' | 'uncertain' | undefined;
}

/** One cell for both editions, or one for each. */
export type CellByEdition = Cell | Readonly<Record<Edition, Cell>>;

/** One aspect, over all levels and editions. */
export interface MatrixRow {
	readonly id: MatrixRowId;
	/** The aspect, in a few words. */
	readonly aspect: string;
	/** At least one. */
	readonly concerns: readonly Concern[];
	/** Whether it is about what fails together or leaks across. */
	readonly failsTogether: boolean;
	readonly cells: Readonly<Record<Level, CellByEdition>>;
}

/** Labels of ids, as readers see them. */
export const matrixWords = {
	levels: {
		instances: 'Separate instances',
		tenants: 'Separate tenants of one instance',
		namespaces: 'Separate namespaces of one tenant',
	},
	editions: { 'open-source': 'Open source', enterprise: 'Enterprise' },
	concerns: {
		uptime: 'Uptime',
		data: 'Data and secrets',
		access: 'Who may do what',
		cost: 'Cost of running',
		upgrades: 'Upgrades and delivery',
	},
	verdicts: {
		separated: 'Separated',
		optional: 'Optional',
		shared: 'Shared',
		absent: 'Not available',
	},
} as const satisfies {
	levels: Record<Level, string>;
	editions: Record<Edition, string>;
	concerns: Record<Concern, string>;
	verdicts: Record<Verdict, string>;
};

/** Whether a cell says the same for both editions. */
export function isForBoth(cell: CellByEdition): cell is Cell {
	return 'verdict' in cell;
}

/** The cell of a row for a level and an edition. */
export function cellOf(row: MatrixRow, level: Level, edition: Edition): Cell {
	const cell = row.cells[level];
	return isForBoth(cell) ? cell : cell[edition];
}
