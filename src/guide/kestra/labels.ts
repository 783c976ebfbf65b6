import type { Reach, Stage } from './topology.ts';

/** Groups by answer to `groups`, in the singular and the plural. */
export const groupWords = {
	'one-team': { one: 'team', many: 'teams' },
	teams: { one: 'team', many: 'teams' },
	countries: { one: 'country', many: 'countries' },
	customers: { one: 'customer', many: 'customers' },
} as const;

/** An answer to `groups`. */
export type GroupKind = keyof typeof groupWords;

/** Who may reach an instance. */
export const reachWords: Readonly<Record<Reach, string>> = {
	everyone: 'Everyone who works here',
	engineers: 'Engineers',
	'engineers-and-pipeline': 'Engineers to test, the pipeline to deliver',
	'administrators-and-pipeline':
		'Administrators and the pipeline; a group’s own people may at most view and run their own flows',
	'one-login-for-administrators': 'One login, held by administrators and the pipeline',
	'permissions-by-namespace':
		'Everyone; permissions limit the production namespaces to administrators and the pipeline',
	'one-login-for-all-stages': 'One login reaches every stage',
};

/** The role of a stage. */
export const stageWords: Readonly<Record<Stage['role'], string>> = {
	development: 'Development',
	between: 'Before production',
	production: 'Production',
	everything: 'All work',
};

/** “I don't know”, as an answer. */
export const unknownLabel = 'I don’t know';
