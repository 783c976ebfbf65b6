import type { Rolldown } from 'vite';

type Graph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;
type Group = Rolldown.CodeSplittingGroup;

/**
 * Which modules share a file, among scripts that are loaded one after another, each by a reader who has those before it.
 * A module is in a file with those that the same script is the first to need, and that the same islands of other pages
 * need as well. So nothing is fetched that is not needed, and in few files: left alone, the bundler makes one for every
 * set of scripts that have something in common, which were thirty for a result, each compressed by itself.
 *
 * The bundler takes what a module imports into its file, unless it is in one already. Imports are needed by an earlier
 * script, or by the same and at least as many islands, so the groups are in this order.
 * @param order ends of the paths of these scripts, in the order in which they are loaded
 * @param islands ends of the paths of islands and scripts of other pages that share modules with them
 */
function filesInOrder(order: readonly string[], islands: readonly string[]): Group[] {
	const known = new Map<string, ReadonlySet<string>>();

	/** Which of the scripts and islands import a module, directly or not; one of them imports itself. */
	function neededBy(id: string, graph: Graph): ReadonlySet<string> {
		const found = known.get(id);
		if (found) return found;
		const needing = new Set([...order, ...islands].filter((end) => id.endsWith(end)));
		// Set before it is complete, for modules that import one another in a circle.
		known.set(id, needing);
		for (const importer of graph.getModuleInfo(id)?.importers ?? [])
			for (const script of neededBy(importer, graph)) needing.add(script);
		return needing;
	}

	const groupOf = (script: string, shared: number): Group => ({
		name: (id, graph) => {
			if (graph.getModuleInfo(id)?.isEntry) return null;
			const needing = neededBy(id, graph);
			const others = islands.filter((island) => needing.has(island));
			const isFirst = order.find((each) => needing.has(each)) === script;
			return isFirst && others.length === shared ? [script, ...others].map(nameOf).join('-') : null;
		},
	});
	const counts = Array.from({ length: islands.length + 1 }, (_, count) => islands.length - count);
	return order.flatMap((script) => counts.map((shared) => groupOf(script, shared)));
}

/** The name of a module's file without its ending. */
const nameOf = (path: string) => /([^/]+)\.\w+$/.exec(path)?.[1] ?? 'script';

/** What each group takes is in no later one. */
const inOrder = (groups: readonly Group[]): Group[] =>
	groups.map((group, index) => ({ ...group, priority: groups.length - index }));

/** Which modules share a file in the browser; for the rest the bundler decides. */
export const scriptFiles: Group[] = inOrder([
	// A style belongs to no script: it would bring along the file that it happens to be in.
	{ name: nameOf, test: /\.css$/ },
	// What the scripts of pages need as well.
	{ name: 'page', test: /\/src\/(?:lib\/(?:address|fragment)|guide\/engine\/model)\.ts$/ },
	// The two lists of a page's sections, which stand on the same pages.
	{ name: 'toc', test: /\/starlight-toc\.|TableOfContents\.astro/ },
	// What fetches scripts, for islands and for pages without one.
	{ name: 'preload-helper', test: /preload-helper|\/import-again\.ts$/ },
	// What every island needs.
	{ name: 'preact', test: /\/node_modules\/preact\/|\/(?:untranslated|second-click)\.ts$/ },
	...filesInOrder(
		['guide/Guide.tsx', 'guide/Steps.tsx', 'result/Result.tsx', 'result/Parts.tsx'],
		['guide/ShortCheck.tsx', 'failures/Drill.tsx', 'presets/preset-builder.ts'],
	),
]);
