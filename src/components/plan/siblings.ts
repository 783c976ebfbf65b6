/** One drawn box in a row of siblings: a single sibling, or several alike drawn as one. */
export interface Drawn<Item> {
	/** The one that is drawn. */
	readonly shown: Item;
	/** All siblings that it represents, itself included. */
	readonly all: readonly Item[];
}

/** The most alike siblings that are drawn one by one. */
export const mostDrawn = 4;

/**
 * Groups siblings for drawing: when too many are alike, they are drawn as one.
 * @param items in the order drawn
 * @param likeness the same string for two that look alike; undefined for one that must be drawn on its own
 * @param most how many siblings like this one are drawn one by one
 */
export function drawnSiblings<Item>(
	items: readonly Item[],
	likeness: (item: Item) => string | undefined,
	most: (item: Item) => number = () => mostDrawn,
): readonly Drawn<Item>[] {
	const alike = new Map<string, Item[]>();
	for (const item of items) {
		const key = likeness(item);
		if (key === undefined) continue;
		const others = alike.get(key);
		if (others) others.push(item);
		else alike.set(key, [item]);
	}
	const drawn: Drawn<Item>[] = [];
	const done = new Set<string>();
	for (const item of items) {
		const key = likeness(item);
		const all = (key !== undefined && alike.get(key)) || [item];
		if (key === undefined || all.length <= most(item)) drawn.push({ shown: item, all: [item] });
		else if (!done.has(key)) {
			done.add(key);
			drawn.push({ shown: item, all });
		}
	}
	return drawn;
}
