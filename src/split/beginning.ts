/** The parts that a check begins with, before the reader changes them: those named in a plan, or by level. */
import { type Mapping, type Part, type PlanParts, partsBy } from './parts.ts';

/** How a check begins. */
export interface Beginning {
	readonly mapping: Mapping;
	/**
	 * - `plan`: the parts that the reader named in a plan
	 * - `elsewhere`: by level, because no flow is in any of those
	 * - `level`: by level, because there are none
	 */
	readonly from: 'plan' | 'elsewhere' | 'level';
}

/** Where Kestra expects its own maintenance: beside one company's namespaces it makes no second part. */
const maintenance = 'system';

/** The first level that gives more than one part; undefined where none does, as with a single namespace. */
export function dividingLevel(namespaces: Iterable<string>): number | undefined {
	const all = [...new Set(namespaces)];
	const own = all.filter((each) => each !== maintenance && !each.startsWith(`${maintenance}.`));
	return firstLevelOf(own) ?? firstLevelOf(all);
}

function firstLevelOf(namespaces: readonly string[]): number | undefined {
	const deepest = Math.max(0, ...namespaces.map((each) => each.split('.').length));
	for (let level = 1; level <= deepest; level++)
		if (new Set(namespaces.map(partsBy({ by: 'level', level }))).size > 1) return level;
	return undefined;
}

/**
 * The parts to begin with.
 * @param namespaces those that have flows
 * @param plan the parts of a plan that the reader has named; examples are not among them
 */
export function beginningOf(
	namespaces: readonly string[],
	{ parts, example }: Pick<PlanParts, 'parts' | 'example'> = { parts: [] },
): Beginning {
	const named = example === undefined ? parts : belowOwnNames(parts, example, namespaces);
	const partOf = partsBy({ by: 'list', parts: named });
	if (namespaces.some((each) => partOf(each) !== undefined))
		return { mapping: { by: 'list', parts: named }, from: 'plan' };
	return {
		mapping: { by: 'level', level: dividingLevel(namespaces) ?? 1 },
		from: parts.length > 0 ? 'elsewhere' : 'level',
	};
}

/** The parts with what the files begin with in place of an example's company. */
function belowOwnNames(
	parts: readonly Part[],
	example: string,
	namespaces: readonly string[],
): readonly Part[] {
	const firsts = [...new Set(namespaces.map((each) => each.split('.')[0]!))];
	const isThere = (path: string) =>
		namespaces.some((each) => each === path || each.startsWith(`${path}.`));
	const own = (path: string): readonly string[] => {
		if (path === example) return firsts;
		if (!path.startsWith(`${example}.`)) return [path];
		const rest = path.slice(example.length + 1);
		const found = [rest, ...firsts.map((first) => `${first}.${rest}`)].filter(isThere);
		return found.length > 0 ? found : [path];
	};
	const taken = new Set<string>();
	// Each namespace once: `rest`, which comes last, takes what is left.
	return parts.map(({ name, namespaces: paths }) => ({
		name,
		namespaces: paths.flatMap(own).filter((path) => !taken.has(path) && taken.add(path)),
	}));
}
