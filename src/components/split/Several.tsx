import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props<Item> {
	readonly items: readonly Item[];
	readonly render: (item: Item) => ComponentChildren;
}

/** How many lines a list shows at first, and how many more with each press. */
const portion = 40;

/** A list that may be very long. */
export function Several<Item>({ items, render }: Props<Item>) {
	const [most, setMost] = useState(portion);
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
