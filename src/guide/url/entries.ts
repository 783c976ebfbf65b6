/** The entries of the query of an address. */

/** A name and a value, as `URLSearchParams` gives them. */
export type Entry = readonly [name: string, value: string];

/**
 * Names of entries that the guide reserves for itself; never ids of questions. `set` names what a link answered, `from`
 * the layout of today, `with` a plan to compare, `way` the way to production of the plan’s files (`any` for the plan’s
 * own), `theme` the colours of a frame, `rules` the version of the rules.
 */
export const reserved = ['set', 'from', 'with', 'way', 'theme', 'rules'] as const;

/** A reserved name of an entry. */
export type Reserved = (typeof reserved)[number];
