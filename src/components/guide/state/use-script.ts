import { useEffect, useRef, useState } from 'preact/hooks';
import { repeatable } from './import-again.ts';

/** A part of the island that is fetched when needed. */
export interface Script<Module> {
	readonly module: Module | undefined;
	/** How often the reader has to be told that it has not arrived. */
	readonly failed: number;
	/** Asks again, for a reader who was told. */
	readonly again: () => void;
}

/** How long it waits before it asks for a script again that has not arrived, in milliseconds. */
const pause = 1000;

/**
 * Fetches a part of the island once it is needed. What has not arrived is asked for once more by itself: a connection
 * that was closed just then fails once, and the reader need not hear of it.
 * @param load the same import each time
 */
export function useScript<Module>(load: () => Promise<Module>, wanted: boolean): Script<Module> {
	const [module, setModule] = useState<Module>();
	const [failed, setFailed] = useState(0);
	const fetchIt = useRef<() => Promise<Module>>();
	const underway = useRef(false);
	const waiting = useRef<ReturnType<typeof setTimeout>>();
	const attempt = (last: boolean) => {
		fetchIt.current ??= repeatable(load);
		underway.current = true;
		void fetchIt.current().then(
			// Wrapped in a function, because a state setter would call the module itself.
			(arrived) => setModule(() => arrived),
			() => {
				if (!last) waiting.current = setTimeout(() => attempt(true), pause);
				else {
					underway.current = false;
					setFailed((times) => times + 1);
				}
			},
		);
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: `load` never changes
	useEffect(() => {
		if (!wanted) return;
		attempt(false);
		return () => clearTimeout(waiting.current);
	}, [wanted]);
	return { module, failed, again: () => void (underway.current || attempt(true)) };
}
