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
 * Lists the scripts that a page is going to need, which a browser would otherwise discover one after another. For an
 * element with `data-later`, the ends of modules' paths, the build fills in the addresses of these modules' scripts, of
 * the scripts of the page's `client:load` islands, and of everything these import.
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
										if (chunk.facadeModuleId) scriptOf.set(chunk.facadeModuleId, chunk.fileName);
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
					const told = html.replace(later, (_attribute, modules: string) => {
						const scripts = withImports([...first, ...modules.split(' ').map(named)], imports);
						return ` data-later="${[...scripts].map((script) => base + script).join(' ')}"`;
					});
					await writeFile(path, told);
				}
			},
		},
	};
}
