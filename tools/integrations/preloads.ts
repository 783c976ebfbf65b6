import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** File name of a script to the names of the files that it imports. */
type Imports = ReadonlyMap<string, readonly string[]>;

const islandAtOnce = /<astro-island(?=[^>]*\sclient="load")[^>]*>/g;
const scriptOfIsland = /\s(?:component|renderer)-url="([^"]*)"/g;
const later = /\sdata-later="([^"]*)"/g;

/** The scripts and everything they import, directly or not, without repeats. */
function withImports(scripts: Iterable<string>, imports: Imports): Set<string> {
	const all = new Set(scripts);
	// Iterating a Set also visits entries added on the way.
	for (const script of all) for (const needed of imports.get(script) ?? []) all.add(needed);
	return all;
}

/**
 * A script for the beginning of the head: in the body it would wait for the styles. It lets the browser read on first, so
 * that styles are asked for before scripts.
 */
export const preloadScript = (addresses: readonly string[]) =>
	`<script data-early>if(location.search.length>1)setTimeout(()=>{for(const href of ${JSON.stringify(addresses)})document.head.append(Object.assign(document.createElement('link'),{rel:'modulepreload',fetchPriority:'low',href}))})</script>`;

/**
 * Fetches the scripts that an address with answers needs, which a browser would otherwise discover one after another. For
 * an element with `data-later`, the ends of modules' paths, the page gets a script that preloads these modules' scripts,
 * the scripts of its `client:load` islands, and everything that these import.
 * @param base the base path, with a slash at both ends
 */
export function preloads(base: string): AstroIntegration {
	const imports = new Map<string, readonly string[]>();
	const scriptOf = new Map<string, string>();
	return {
		name: 'preloads',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({
					vite: {
						plugins: [
							{
								name: 'preloads',
								// After chunks that held nothing but styles are gone, and imports of them.
								enforce: 'post',
								applyToEnvironment: ({ name }) => name === 'client',
								generateBundle(_options, bundle) {
									for (const chunk of Object.values(bundle)) {
										if (chunk.type !== 'chunk') continue;
										imports.set(chunk.fileName, chunk.imports);
										for (const id of chunk.moduleIds) scriptOf.set(id, chunk.fileName);
									}
								},
							},
						],
					},
				});
			},
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const named = (module: string): string => {
					const found = [...scriptOf].find(([path]) => path.endsWith(`/${module}`));
					if (!found) throw new Error(`data-later="${module}" names no module with a script.`);
					return found[1];
				};
				for await (const file of glob('**/*.html', { cwd: root })) {
					const path = join(root, file);
					const html = await readFile(path, 'utf8');
					if (!html.match(later)) continue;
					const islands = [...html.matchAll(islandAtOnce)].map(([tag]) => tag).join();
					const first = [...islands.matchAll(scriptOfIsland)].map(([, url = '']) =>
						url.slice(base.length),
					);
					const modules = [...html.matchAll(later)].flatMap(([, ends = '']) => ends.split(' '));
					const scripts = withImports([...first, ...modules.map(named)], imports);
					const script = preloadScript([...scripts].map((script) => base + script));
					await writeFile(path, html.replace(later, '').replace(/<head[^>]*>/, `$&${script}`));
				}
			},
		},
	};
}
