/** A YAML document as plain nodes that know their line: all that finding references needs to know of YAML. */

/** A text, number or other single value. */
export interface Scalar {
	readonly is: 'scalar';
	/** As written, without quotes. */
	readonly text: string;
	/** The line of its beginning, from 1. */
	readonly line: number;
	/** Whether its text begins on the line after, as in a block (`|`, `>`). */
	readonly block: boolean;
}

export interface Entry {
	readonly key: string;
	readonly value: Node;
	/** The line of the key, from 1. */
	readonly line: number;
}

export interface MapNode {
	readonly is: 'map';
	readonly entries: readonly Entry[];
	readonly line: number;
}

export interface ListNode {
	readonly is: 'list';
	readonly items: readonly Node[];
	readonly line: number;
}

export type Node = Scalar | MapNode | ListNode;

/** The value of a key; undefined where the node is no map or lacks it. */
export const childOf = (node: Node | undefined, key: string): Node | undefined =>
	node?.is === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;

/** The text of a scalar; undefined for anything else. */
export const textOf = (node: Node | undefined): string | undefined =>
	node?.is === 'scalar' ? node.text : undefined;

/** A list's items; a single value counts as a list of one, as in Kestra. */
export const itemsOf = (node: Node | undefined): readonly Node[] =>
	node === undefined ? [] : node.is === 'list' ? node.items : [node];

/** The value at the end of a path of keys, such as `flows.childNamespaces`. */
export const valueAt = (node: Node | undefined, path: string): Node | undefined =>
	path.split('.').reduce(childOf, node);

/** Says the line of a place in a scalar. Its lines are searched once, however many places are asked for. */
export function linesOf({ text, line, block }: Scalar): (offset: number) => number {
	const first = line + (block ? 1 : 0);
	let ends: readonly number[] | undefined;
	return (offset) => {
		ends ??= [...text.matchAll(/\n/g)].map(({ index }) => index);
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (ends[middle]! < offset) low = middle + 1;
			else high = middle;
		}
		return first + low;
	};
}
