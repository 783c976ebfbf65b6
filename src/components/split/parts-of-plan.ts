/** The parts of the plan that an address has the answers of, as far as the reader has named them. */
import { nameLists, usableNames } from '~/guide/names/name-lists.ts';
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
	/**
	 * Whose its parts are: named by the reader, all of them or some; the plan's examples, which nobody's flows have to
	 * bear; or none, because the plan gives no group an instance or a tenant of its own.
	 */
	readonly naming: 'own' | 'examples' | 'none';
}

/**
 * The plan of an address's query. The plan's own example names make no parts.
 * @returns undefined where it has no answers, or not enough of them
 */
export function partsOfPlan(query: string): CheckedPlan | undefined {
	const { answers } = readEntries(new URLSearchParams(query));
	if (Object.keys(answers).length === 0) return undefined;
	const stored = parseNames(readStoredNames());
	const plan = planFor(answers, usableNames(answers, stored));
	if (!plan) return undefined;
	const { separation, parts } = partsOfTopology(plan.topology);
	const given = nameLists(answers, stored).filter(({ untouched }) => !untouched);
	const names = new Set(
		given.flatMap((list) =>
			list.id === 'groups' || list.id === 'exceptions' || list.id === 'hidden' ? list.names : [],
		),
	);
	const own = parts.filter(({ name }) => names.has(name));
	const { company } = plan.topology;
	return {
		separation,
		// Whoever was not named stays together, beside those that were.
		parts: own.length === 0 ? [] : [...own, ...parts.filter(isRest(company, names))],
		...(given.every(({ id }) => id !== 'company') && { example: company }),
		naming: parts.length === 0 ? 'none' : own.length === 0 ? 'examples' : 'own',
		title: plan.title,
		address: guideAddress(answers),
	};
}

/** Whether a part is the rest of the company, and no group of that name. */
const isRest =
	(company: string, names: ReadonlySet<string>) =>
	({ name, namespaces }: PlanParts['parts'][number]): boolean =>
		!names.has(name) && namespaces.length === 1 && namespaces[0] === company;
