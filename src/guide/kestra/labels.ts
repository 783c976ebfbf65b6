import type { Called } from './questions.ts';
import type { Reach, Stage } from './topology.ts';

/** A word for the parts that a plan separates, in the singular and the plural. */
export interface Noun {
	readonly one: string;
	readonly many: string;
}

/** The words for each answer to `called`. */
export const nouns: Readonly<Record<Called, Noun>> = {
	team: { one: 'team', many: 'teams' },
	department: { one: 'department', many: 'departments' },
	project: { one: 'project', many: 'projects' },
	site: { one: 'site', many: 'sites' },
	company: { one: 'company', many: 'companies' },
	country: { one: 'country', many: 'countries' },
	customer: { one: 'customer', many: 'customers' },
	work: { one: 'kind of work', many: 'kinds of work' },
	part: { one: 'part', many: 'parts' },
};

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

/** An effect of a failure, within a sentence. */
export const effectWords = {
	untouched: 'untouched',
	'at-risk': 'at risk',
	down: 'down',
} as const;

/** “I don't know”, as an answer in lists. */
export const unknownLabel = 'I don’t know';
