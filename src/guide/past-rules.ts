import { standings } from './engine.ts';
import { kestra, rulesVersion } from './kestra.ts';
import type { Answers, Model } from './model.ts';

/**
 * The rules as they were: version to model. When a table changes, the model before the change is kept here under its
 * version, so that a link copied then can say what has become different. There is only one version so far.
 */
const pastRules: ReadonlyMap<string, Model> = new Map();

/** What a link that names a version of the rules has to say. */
export interface SinceThen {
	readonly version: string;
	/** Whether the rules of that version are kept, so that they could be compared. */
	readonly kept: boolean;
	/** Ids of the decisions that these answers came to differently then, and still have. */
	readonly different: readonly { readonly decision: string; readonly then: readonly string[] }[];
}

/**
 * What has changed for these answers since a version of the rules.
 * @param past the rules as they were; only tests give their own
 * @returns undefined when the version is today's
 */
export function sinceThen(
	version: string,
	answers: Answers,
	past: ReadonlyMap<string, Model> = pastRules,
): SinceThen | undefined {
	if (version === rulesVersion) return undefined;
	const old = past.get(version);
	if (!old) return { version, kept: false, different: [] };
	const now = standings(kestra, answers);
	const before = standings(old, answers);
	return {
		version,
		kept: true,
		different: kestra.decisions.flatMap(({ id }) => {
			const then = before.get(id)?.outcomes;
			return then && String(then) !== String(now.get(id)!.outcomes) ? [{ decision: id, then }] : [];
		}),
	};
}
