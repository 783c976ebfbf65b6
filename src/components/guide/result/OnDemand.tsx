import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { importAgain } from '../state/import-again.ts';

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

/** How long it waits before it asks by itself once more for a script that has not arrived, in milliseconds. */
const pause = 1000;

/** What is known of a script that has not arrived. */
interface Failure {
	/** How often it was asked for. */
	readonly times: number;
	/** How often the reader was told. */
	readonly told: number;
	/** Why the first time. */
	readonly error: unknown;
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
	const [module, setModule] = useState<Module>();
	const [failed, setFailed] = useState<Failure>({ times: 0, told: 0, error: undefined });
	const underway = useRef(false);
	const ask = ({ times, told, error }: Failure) =>
		void (times === 0 ? load() : importAgain(load, error, times)).then(
			// Wrapped in a function, because a state setter would call the module itself.
			(arrived) => setModule(() => arrived),
			(reason: unknown) => {
				const failure = { times: times + 1, told, error: times === 0 ? reason : error };
				// A connection that was closed just then fails once, so the reader need not hear of the first time.
				if (times === 0) setTimeout(() => ask(failure), pause);
				else {
					underway.current = false;
					setFailed({ ...failure, told: told + 1 });
				}
			},
		);
	const fetchIt = () => {
		if (module !== undefined || underway.current) return;
		underway.current = true;
		ask(failed);
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
	useEffect(() => {
		if (id === undefined) return;
		const openForTarget = () => {
			if (location.hash !== `#${id}` || !box.current) return;
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
			onToggle={(event) => !open && event.currentTarget.open && fetchIt()}
		>
			<summary>
				<span>{summary}</span>
				<span class="dg-part-holds">{holds}</span>
			</summary>
			<p class="dg-details-about">{about}</p>
			{module !== undefined ? (
				children(module)
			) : failed.told > 1 ? (
				<p class="dg-error" key="reload">
					The script for this has still not arrived. There may be a newer version of this page. Your
					answers are in its address.{' '}
					<button type="button" class="dg-link" onClick={() => location.reload()}>
						Reload the page
					</button>
				</p>
			) : failed.told > 0 ? (
				<p class="dg-error" key="again">
					The script for this has not arrived.{' '}
					<button type="button" class="dg-link" onClick={fetchIt}>
						Try again
					</button>
				</p>
			) : null}
		</details>
	);
}
