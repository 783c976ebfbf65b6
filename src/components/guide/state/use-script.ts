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

/**
 * Fetches a part of the island once it is needed.
 * @param load the same import each time
 */
export function useScript<Module>(load: () => Promise<Module>, wanted: boolean): Script<Module> {
	const [module, setModule] = useState<Module>();
	const [failed, setFailed] = useState(0);
	const fetchIt = useRef<() => Promise<Module>>();
	const underway = useRef(false);
	const ask = () => {
		if (underway.current) return;
		fetchIt.current ??= repeatable(load);
		underway.current = true;
		void fetchIt.current().then(
			// Wrapped in a function, because a state setter would call the module itself.
			(arrived) => setModule(() => arrived),
			() => {
				underway.current = false;
				setFailed((times) => times + 1);
			},
		);
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: `load` never changes
	useEffect(() => {
		if (wanted) ask();
	}, [wanted]);
	return { module, failed, again: ask };
}
