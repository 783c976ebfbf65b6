/** The parts of the plan that an address has the answers of, with the reader's own names for them. */
import { usableNames } from '~/guide/names/name-lists.ts';
import { parseNames } from '~/guide/names/stored-names.ts';
import { planFor } from '~/guide/plan/plan.ts';
import { guideAddress, readEntries } from '~/guide/url/query.ts';
import { type PlanParts, partsOfTopology } from '~/split/parts.ts';
import { readStoredNames } from '../guide/state/name-storage.ts';

/** A plan whose parts are checked. */
export interface CheckedPlan extends PlanParts {
	readonly title: string;
	/** Root-relative address of the guide with the same answers. */
	readonly address: string;
}

/**
 * The plan of an address's query.
 * @returns undefined where it has no answers, or not enough of them
 */
export function partsOfPlan(query: string): CheckedPlan | undefined {
	const { answers } = readEntries(new URLSearchParams(query));
	if (Object.keys(answers).length === 0) return undefined;
	const plan = planFor(answers, usableNames(answers, parseNames(readStoredNames())));
	if (!plan) return undefined;
	const { separation, parts } = partsOfTopology(plan.topology);
	return { separation, parts, title: plan.title, address: guideAddress(answers) };
}
