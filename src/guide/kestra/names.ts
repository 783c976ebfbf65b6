import type { Noun } from './labels.ts';
import type { Called } from './questions.ts';

/** The reader's own names for parts of a plan. Parts without one take a default. */
export interface Names {
	readonly company?: string;
	/** In order: the first is development, the last production. */
	readonly stages?: readonly string[];
	/** The teams, sites, customers … that the plan separates. */
	readonly groups?: readonly string[];
	/** The few that cannot share an instance with the rest. */
	readonly exceptions?: readonly string[];
	/** The few that must only be hidden from the rest. */
	readonly hidden?: readonly string[];
	readonly teams?: readonly string[];
	readonly domains?: readonly string[];
	readonly engineers?: readonly string[];
	/** The reader's own word for the groups. */
	readonly noun?: Noun;
}

/** A list of names, or the single one of the company. */
export type NameListId = Exclude<keyof Names, 'noun'>;

/** None of them is a default of the teams as well, which may be inside them. */
const groupDefaults: Readonly<Record<Called, readonly string[]>> = {
	team: ['marketing', 'finance'],
	department: ['sales', 'operations'],
	project: ['project-a', 'project-b'],
	site: ['site-a', 'site-b'],
	company: ['company-a', 'company-b'],
	country: ['france', 'japan'],
	customer: ['customer-a', 'customer-b'],
	work: ['work-a', 'work-b'],
	part: ['part-a', 'part-b'],
};

/** Default names. They obey the strictest rule, so that they are valid at every level. */
export const defaultNames = {
	company: 'acme',
	stages: (many: boolean): readonly string[] =>
		many ? ['development', 'staging', 'production'] : ['development', 'production'],
	groups: (called: Called): readonly string[] => groupDefaults[called],
	/** One, with the question which it is. */
	exceptions: ['exception'],
	hidden: ['hidden'],
	/** One team where there is nothing to separate. */
	teams: (several: boolean): readonly string[] => (several ? groupDefaults.team : ['data']),
	domains: ['orders', 'billing'],
	engineers: ['engineer-1', 'engineer-2'],
} as const;
