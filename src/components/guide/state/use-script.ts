import { useEffect, useState } from 'preact/hooks';
import { repeatable } from './import-again.ts';

/** A part of the island that is fetched when needed. */
export interface Script<Module> {
	readonly module: Module | undefined;
	readonly failed: boolean;
}

/** How long it waits before it asks for a script again that has not arrived, in milliseconds. */
const pause = 1000;

/**
 * Fetches a part of the island once it is needed. What has not arrived is asked for once more by itself.
 * @param load the same import each time
 */
export function useScript<Module>(load: () => Promise<Module>, wanted: boolean): Script<Module> {
	const [script, setScript] = useState<Script<Module>>({ module: undefined, failed: false });
	// biome-ignore lint/correctness/useExhaustiveDependencies: `load` never changes
	useEffect(() => {
		if (!wanted) return;
		const fetchIt = repeatable(load);
		let again: ReturnType<typeof setTimeout> | undefined;
		const attempt = (last: boolean) =>
			void fetchIt().then(
				(module) => setScript({ module, failed: false }),
				() => {
					if (last) setScript({ module: undefined, failed: true });
					else again = setTimeout(() => attempt(true), pause);
				},
			);
		attempt(false);
		return () => clearTimeout(again);
	}, [wanted]);
	return script;
}
