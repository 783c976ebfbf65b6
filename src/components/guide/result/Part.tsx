import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { namedElement } from '~/lib/fragment.ts';

/** Changes whenever the plan does: what a part says is then drawn anew, as a whole. */
export const PlanVersion = createContext('');

interface Props {
	/** The id of its heading, which links lead to. */
	readonly id: string;
	readonly title: string;
	/** What is in it, in one line, for readers who leave it closed. */
	readonly holds: string;
	readonly open?: boolean;
	readonly children: ComponentChildren;
}

/**
 * A part of the result that is closed at first. It opens for links to it, for find-in-page and for printers.
 */
export function Part({ id, title, holds, open = false, children }: Props) {
	const box = useRef<HTMLDetailsElement>(null);
	const version = useContext(PlanVersion);
	useEffect(() => {
		/** Whether the address names a place in this part, which then opens. */
		const opened = () => {
			const target = namedElement();
			if (!target || !box.current?.contains(target)) return;
			box.current.open = true;
			return target;
		};
		const follow = () => opened()?.scrollIntoView();
		// When the result is drawn, `useLanding` goes to the place.
		opened();
		addEventListener('hashchange', follow);
		return () => removeEventListener('hashchange', follow);
	}, []);
	return (
		<details class="dg-part" ref={box} open={open}>
			<summary>
				<h3 id={id} tabIndex={-1}>
					{title}
				</h3>
				<span class="dg-part-holds" key={holds}>
					{holds}
				</span>
			</summary>
			<div class="dg-part-body" key={version}>
				{children}
			</div>
		</details>
	);
}
