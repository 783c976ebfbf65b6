import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { namedElement } from '~/lib/fragment.ts';
import { useScript } from '../state/use-script.ts';

interface Props<Module> {
	readonly summary: string;
	/** An id that links may lead to; they open it. */
	readonly id?: string;
	/** Whether it holds the files of the plan. */
	readonly files?: boolean;
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
	id,
	files,
	holds,
	about,
	open = false,
	load,
	children,
}: Props<Module>) {
	const [wanted, setWanted] = useState(false);
	const { module, failed, again } = useScript(load, wanted);
	// A part that is open at first is fetched when near the window, so that the result does not wait for it.
	const box = useRef<HTMLDetailsElement>(null);
	useEffect(() => {
		if (!box.current) return;
		const watch = new IntersectionObserver(
			(entries) => {
				if (!entries.some(({ isIntersecting }) => isIntersecting) || !box.current?.open) return;
				watch.disconnect();
				setWanted(true);
			},
			{ rootMargin: '50%' },
		);
		watch.observe(box.current);
		return () => watch.disconnect();
	}, []);
	useEffect(() => {
		if (id === undefined) return;
		const openForTarget = () => {
			if (!box.current || namedElement() !== box.current) return;
			box.current.open = true;
			box.current.scrollIntoView();
		};
		openForTarget();
		addEventListener('hashchange', openForTarget);
		return () => removeEventListener('hashchange', openForTarget);
	}, [id]);
	return (
		<details
			class="dg-details"
			id={id}
			data-files={files}
			ref={box}
			open={open}
			onToggle={(event) => !open && event.currentTarget.open && setWanted(true)}
		>
			<summary>
				<span>{summary}</span>
				<span class="dg-part-holds">{holds}</span>
			</summary>
			<p class="dg-details-about">{about}</p>
			{module !== undefined ? (
				children(module)
			) : failed > 1 ? (
				<p class="dg-error" key="reload">
					The script for this has still not arrived. There may be a newer version of this page. Your
					answers are in its address.{' '}
					<button type="button" class="dg-link" onClick={() => location.reload()}>
						Reload the page
					</button>
				</p>
			) : failed > 0 ? (
				<p class="dg-error" key="again">
					The script for this has not arrived.{' '}
					<button type="button" class="dg-link" onClick={again}>
						Try again
					</button>
				</p>
			) : null}
		</details>
	);
}
