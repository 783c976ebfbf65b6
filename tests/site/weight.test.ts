import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../tools/lib/site.ts';
import budgets from '../budgets.json' with { type: 'json' };
import { type BuiltPage, files, pages, read, readingPages, withoutBase } from '../support/built.ts';
import { brotliBytes } from '../support/weigh.ts';

const known = new Set(files);

/** A script and the files that it imports statically. */
function withImports(file: string, found = new Set<string>()): Set<string> {
	if (found.has(file) || !known.has(file)) return found;
	found.add(file);
	for (const [, address = ''] of read(file).matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
		withImports(posix.join(posix.dirname(file), address), found);
	return found;
}

function scriptsOf(page: BuiltPage, selector: string, ...names: string[]): Set<string> {
	const found = new Set<string>();
	for (const element of page.root.querySelectorAll(selector))
		for (const name of names) {
			const path = withoutBase(element.getAttribute(name) ?? '');
			if (path) withImports(path.slice(1), found);
		}
	return found;
}

const withIsland = pages.filter(({ root }) => root.querySelector('astro-island'));
/** The framework with its imports, and the islands; without small helpers that islands share with pages. */
const framework = new Set(
	withIsland.flatMap((page) => [
		...scriptsOf(page, 'astro-island', 'renderer-url'),
		...page.root
			.querySelectorAll('astro-island')
			.map((island) => withoutBase(island.getAttribute('component-url') ?? '')?.slice(1) ?? ''),
	]),
);
// What fetches a script on demand is the bundler's: a page without an island may do so too.
for (const file of framework) if (/\/preload-helper\./.test(file)) framework.delete(file);

test('there are pages with islands, and their scripts are found', () => {
	expect(withIsland.length).toBeGreaterThan(0);
	expect(framework.size).toBeGreaterThan(1);
});

test.each(
	readingPages
		.filter((page) => !withIsland.includes(page))
		.map((page) => [page.path, page] as const),
)('%s has no island and ships no framework script', (_path, page) => {
	const shipped = [
		...scriptsOf(page, 'script[src]', 'src'),
		...scriptsOf(page, 'link[rel=modulepreload]', 'href'),
	];
	expect(shipped.filter((file) => framework.has(file))).toEqual([]);
	expect(page.html).not.toContain('customElements.define("astro-island"');
});

test.each(
	readingPages
		.filter((page) => !withIsland.includes(page))
		.map((page) => [page.path, page] as const),
)('%s brings no more script than a page to read may, or its tool', (path, page) => {
	const bytes = [...scriptsOf(page, 'script[src]', 'src')]
		.map((file) => brotliBytes(join(dist, file)))
		.reduce((sum, each) => sum + each, 0);
	const tools: Readonly<Record<string, number>> = budgets.toolScript;
	expect(bytes).toBeLessThanOrEqual(tools[path] ?? budgets.readingScript);
});

/** Each island's script with all that it imports, in bytes with Brotli. */
const islandBytes = new Map(
	withIsland.flatMap((page) =>
		page.root.querySelectorAll('astro-island').map((island) => {
			const path = withoutBase(island.getAttribute('component-url') ?? '')?.slice(1) ?? '';
			const bytes = [...withImports(path)].map((file) => brotliBytes(join(dist, file)));
			return [
				path.split('/').pop()!.split('.')[0]!,
				bytes.reduce((sum, each) => sum + each, 0),
			] as const;
		}),
	),
);

test.each(Object.entries(budgets.islandScript))(
	'the island %s fetches no more than it needs',
	(island, most) => {
		expect(islandBytes.get(island)).toBeGreaterThan(1000);
		expect(islandBytes.get(island)).toBeLessThanOrEqual(most);
	},
);

test('every island has a budget', () => {
	expect([...islandBytes.keys()].toSorted()).toEqual(Object.keys(budgets.islandScript).toSorted());
});
