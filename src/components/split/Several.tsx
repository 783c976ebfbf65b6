import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { useBeforePrint } from './use-before-print.ts';

interface Props<Item> {
	readonly items: readonly Item[];
	readonly render: (item: Item) => ComponentChildren;
}

/** How many lines a list shows at first, and how many more with each press. */
const portion = 40;

/** A list that may be very long. */
export function Several<Item>({ items, render }: Props<Item>) {
	const [most, setMost] = useState(portion);
	useBeforePrint(useCallback(() => setMost(Number.POSITIVE_INFINITY), []));
	const left = items.length - most;
	return (
		<>
			<ul>
				{items.slice(0, most).map((item, index) => (
					<li key={index}>{render(item)}</li>
				))}
			</ul>
			{left > 0 && (
				<button type="button" onClick={() => setMost(most * 5)} key={left}>
					Show more ({left} left)
				</button>
			)}
		</>
	);
}
