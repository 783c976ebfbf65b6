import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props<Module> {
	readonly summary: string;
	/** One line on what it is for. */
	readonly about: string;
	/** Whether it stands open from the start. */
	readonly open?: boolean;
	readonly load: () => Promise<Module>;
	readonly children: (module: Module) => ComponentChildren;
}

/** A part of the result that opens, and whose script is fetched only then. */
export function OnDemand<Module>({ summary, about, open = false, load, children }: Props<Module>) {
	const [state, setState] = useState<Module | 'failed' | undefined>();
	const fetchIt = () => {
		if (state === undefined || state === 'failed')
			load().then(
				// A module is not called, although state setters call what they are given.
				(module) => setState(() => module),
				() => setState('failed'),
			);
	};
	// What stands open is fetched when it comes near the window, so that a result does not wait for it.
	const box = useRef<HTMLDetailsElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: watched once, until it has come near
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
			<summary>{summary}</summary>
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
