import type { GroupKind } from './labels.ts';

/** The reader's own names for parts of a plan. Parts without one take a default. */
export interface Names {
	readonly company?: string;
	/** In order: the first is development, the last production. */
	readonly stages?: readonly string[];
	/** The customers, countries or teams. */
	readonly groups?: readonly string[];
	readonly teams?: readonly string[];
	readonly domains?: readonly string[];
	readonly engineers?: readonly string[];
}

const groupDefaults: Readonly<Record<GroupKind, readonly string[]>> = {
	'one-team': [],
	teams: ['marketing', 'finance'],
	countries: ['france', 'japan'],
	customers: ['customer-a', 'customer-b'],
};

/** Default names. They obey the strictest rule, so that they are valid at every level. */
export const defaultNames = {
	company: 'acme',
	stages: (many: boolean): readonly string[] =>
		many ? ['development', 'staging', 'production'] : ['development', 'production'],
	groups: (kind: GroupKind) => groupDefaults[kind],
	teams: (kind: GroupKind): readonly string[] =>
		kind === 'one-team' ? ['data'] : groupDefaults.teams,
	domains: ['orders', 'billing'],
	engineers: ['engineer-1', 'engineer-2'],
} as const;
