import type { Session } from '~/guide/url/session.ts';

/**
 * State of a history entry: the question shown, how many entries of the guide precede it, and its set of answers. All
 * entries share one set until the reader replaces all answers or starts again; this creates another set, and Back
 * beyond that point returns to the previous one.
 */
export interface Remembered {
	readonly place: string;
	readonly depth: number;
	/** Number of its set of answers. */
	readonly set: number;
	/** All sets of answers so far, each as it was left. */
	readonly sets: readonly Session['answers'][];
}

/** What the guide has written into the current history entry, if it has. */
export const remembered = (): Remembered | undefined => {
	const state: unknown = history.state;
	return typeof state === 'object' && state !== null && 'place' in state && 'sets' in state
		? (state as Remembered)
		: undefined;
};
