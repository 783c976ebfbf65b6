import { useEffect, useState } from 'preact/hooks';

/** A part of the island that is fetched when needed. */
export interface Script<Module> {
	readonly module: Module | undefined;
	readonly failed: boolean;
}

/**
 * Fetches a part of the island once it is needed.
 * @param load the same import each time
 */
export function useScript<Module>(load: () => Promise<Module>, wanted: boolean): Script<Module> {
	const [script, setScript] = useState<Script<Module>>({ module: undefined, failed: false });
	// biome-ignore lint/correctness/useExhaustiveDependencies: `load` never changes
	useEffect(() => {
		if (!wanted) return;
		load().then(
			(module) => setScript({ module, failed: false }),
			() => setScript({ module: undefined, failed: true }),
		);
	}, [wanted]);
	return script;
}
