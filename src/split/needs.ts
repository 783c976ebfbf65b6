/** What parts need by name: secrets, pairs and variables, and what the namespaces above them hold. */
import { groupBy } from './group.ts';
import type { Flow, Inventory, UseKind } from './inventory.ts';
import { type PartOf, upwards } from './parts.ts';

/** A name that several parts need. */
export interface Need {
	readonly kind: UseKind;
	readonly name: string;
	readonly parts: readonly string[];
	readonly flows: number;
}

/** What one part alone needs: it has to come along when that part moves. */
export interface OwnNeeds {
	readonly part: string;
	readonly kinds: readonly { readonly kind: UseKind; readonly names: readonly string[] }[];
}

/** What parts need: together, and each for itself. */
export interface Needs {
	readonly shared: readonly Need[];
	/** Sorted by part; empty where there are not two parts. */
	readonly own: readonly OwnNeeds[];
}

const byCode = (one: string, other: string): number => (one < other ? -1 : Number(one !== other));

/** Sorts the names that flows use by who needs them. */
export function needsOf({ flows, uses }: Inventory, partOf: PartOf): Needs {
	const partOfUse = ({ flow }: { readonly flow: number }) => partOf(flows[flow]?.namespace ?? '');
	const all = [...groupBy(uses, ({ kind, name }) => `${kind} ${name}`).values()]
		.flatMap((group): Need[] => {
			const [first] = group;
			const parts = new Set(group.flatMap((use) => partOfUse(use) ?? []));
			return first && parts.size > 0
				? [{ kind: first.kind, name: first.name, parts: [...parts].sort(), flows: group.length }]
				: [];
		})
		.sort((one, other) => byCode(one.kind + one.name, other.kind + other.name));
	const hasParts = new Set(flows.map(({ namespace }) => partOf(namespace) ?? '')).size > 1;
	const alone = hasParts ? all.filter(({ parts }) => parts.length === 1) : [];
	return {
		shared: all.filter(({ parts }) => parts.length > 1),
		own: [...groupBy(alone, ({ parts }) => parts[0]!)]
			.map(([part, needs]) => ({
				part,
				kinds: [...groupBy(needs, ({ kind }) => kind)].map(([kind, those]) => ({
					kind,
					names: those.map(({ name }) => name),
				})),
			}))
			.sort((one, other) => byCode(one.part, other.part)),
	};
}

/** Namespaces above several parts: their pairs, variables, files and secrets reach all of them today. */
export function parentsOf(
	flows: readonly Flow[],
	partOf: PartOf,
): readonly { readonly namespace: string; readonly parts: readonly string[] }[] {
	const parents = new Map<string, Set<string>>();
	for (const { namespace } of flows) {
		const part = partOf(namespace);
		if (part === undefined) continue;
		for (const parent of [...upwards(namespace)].reverse())
			parents.set(parent, (parents.get(parent) ?? new Set()).add(part));
	}
	return [...parents]
		.filter(([, parts]) => parts.size > 1)
		.map(([namespace, parts]) => ({ namespace, parts: [...parts].sort() }));
}
