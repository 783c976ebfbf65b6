/** Groups the boxes of a struck topology by effect and reason, so that each reason is given once. */

import type { Effect } from '../kestra/failures.ts';
import type { Topology } from '../kestra/topology.ts';
import type { Box, BoxId } from '../plan/boxes.ts';
import { boxesOf } from '../plan/boxes.ts';
import type { Affected } from './failure-impact.ts';

/** Boxes with the same effect for the same reason. */
export interface ImpactGroup {
	readonly effect: Effect;
	/** The effect in words, where the effect's own word does not fit. */
	readonly word?: string | undefined;
	/** Why, in a sentence. */
	readonly why: string;
	/** Names of the boxes. When everything inside a box is in the same group, only the box itself is named. */
	readonly names: readonly string[];
}

/**
 * Groups boxes by their fate.
 * @param result the effect on every box of the topology
 */
export function impactGroups(
	topology: Topology,
	result: ReadonlyMap<BoxId, Affected>,
): readonly ImpactGroup[] {
	const all = [...boxesOf(topology)];
	const kind = ({ id }: { readonly id: BoxId }) => {
		const { effect, word = '', why } = result.get(id)!;
		return `${effect} ${word} ${why}`;
	};
	const alike = new Map<string, readonly Box[]>();
	for (const box of all) alike.set(kind(box), [...(alike.get(kind(box)) ?? []), box]);
	const isWithin = (box: Box, other: Box) => box.ancestors.some(({ id }) => id === other.id);
	const label = ({ id, name }: Box) =>
		all.filter((other) => other.name === name).length > 1 ? id : name;
	return [...alike.values()].map((boxes) => {
		const whole = boxes.filter((box) => {
			const inside = all.filter((other) => isWithin(other, box));
			return inside.length > 0 && inside.every((other) => kind(other) === kind(box));
		});
		const { effect, word, why } = result.get(boxes[0]!.id)!;
		return {
			effect,
			word,
			why,
			names: boxes
				.filter((box) => !whole.some((other) => isWithin(box, other)))
				.map((box) => (whole.includes(box) ? `${label(box)} and all in it` : label(box))),
		};
	});
}
