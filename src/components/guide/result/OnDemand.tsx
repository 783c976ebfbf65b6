import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props<Module> {
	readonly summary: string;
	/** What is in it, in a few words, for readers who leave it closed. */
	readonly holds: string;
	/** Its purpose, in one line. */
	readonly about: string;
	/** Whether it is open at first. */
	readonly open?: boolean;
	readonly load: () => Promise<Module>;
	readonly children: (module: Module) => ComponentChildren;
}

/** A collapsible part of the result whose script is fetched when it is opened. */
export function OnDemand<Module>({
	summary,
	holds,
	about,
	open = false,
	load,
	children,
}: Props<Module>) {
	const [state, setState] = useState<Module | 'failed' | undefined>();
	const fetchIt = () => {
		if (state === undefined || state === 'failed')
			load().then(
				// Wrapped in a function, because a state setter would call the module itself.
				(module) => setState(() => module),
				() => setState('failed'),
			);
	};
	// A part that is open at first is fetched when near the window, so that the result does not wait for it.
	const box = useRef<HTMLDetailsElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: observed once, until it is near
	useEffect(() => {
		if (!box.current) return;
		const watch = new IntersectionObserver(
			(entries) => {
				if (!entries.some(({ isIntersecting }) => isIntersecting) || !box.current?.open) return;
				watch.disconnect();
				fetchIt();
			},
			{ rootMargin: '50%' },
		);
		watch.observe(box.current);
		return () => watch.disconnect();
	}, []);
	return (
		<details
			class="dg-details"
			ref={box}
			open={open}
			onToggle={(event) => !open && event.currentTarget.open && fetchIt()}
		>
			<summary>
				<span>{summary}</span>
				<span class="dg-part-holds">{holds}</span>
			</summary>
			<p class="dg-details-about">{about}</p>
			{state === undefined ? null : state === 'failed' ? (
				<p class="dg-error">
					The script for this has not arrived.{' '}
					<button type="button" class="dg-link" onClick={fetchIt}>
						Try again
					</button>
				</p>
			) : (
				children(state)
			)}
		</details>
	);
}
