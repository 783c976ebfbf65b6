import { possibleOutcomes } from '../engine/engine.ts';
import type { Answers, Model } from '../engine/model.ts';
import { kestra, rulesVersion } from './decision-model.ts';

/**
 * Past versions of the rules: version to model. When a table changes, the previous model is kept here under its version,
 * so that the guide can say what has changed for an old link. So far there is only one version.
 */
const pastRules: ReadonlyMap<string, Model> = new Map();

/** What to say about a link with another version of the rules. */
export interface SinceThen {
	readonly version: string;
	/** Whether the rules of that version are kept, and so were compared. */
	readonly kept: boolean;
	/** Current decisions for which these answers gave another outcome then. */
	readonly different: readonly { readonly decision: string; readonly then: readonly string[] }[];
}

/**
 * What has changed for these answers since a version of the rules.
 * @param past versions of the rules; only tests pass their own
 * @returns undefined when the version is the current one
 */
export function sinceThen(
	version: string,
	answers: Answers,
	past: ReadonlyMap<string, Model> = pastRules,
): SinceThen | undefined {
	if (version === rulesVersion) return undefined;
	const old = past.get(version);
	if (!old) return { version, kept: false, different: [] };
	const now = possibleOutcomes(kestra, answers);
	const before = possibleOutcomes(old, answers);
	return {
		version,
		kept: true,
		different: kestra.decisions.flatMap(({ id }) => {
			const then = before.get(id)?.outcomes;
			return then && String(then) !== String(now.get(id)!.outcomes) ? [{ decision: id, then }] : [];
		}),
	};
}
