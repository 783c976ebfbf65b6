import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * What Starlight’s pages lack and no component of ours can give them: without script a page is light, as on paper, and
 * the menu’s scrolling box, which Firefox makes a stop of the Tab key without a name, is none.
 */
const mends: readonly (readonly [from: RegExp, to: string])[] = [
	[/(<html[^>]*\sdata-theme=)"dark"/, '$1"light"'],
	[/(<sl-sidebar-pane)(?![^>]*tabindex)/, '$1 tabindex="-1"'],
];

/** Changes the built pages of Starlight. */
export function mendStarlight(): AstroIntegration {
	return {
		name: 'mend-starlight',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const file of glob('**/*.html', { cwd: root })) {
					const path = join(root, file);
					const html = await readFile(path, 'utf8');
					const mended = mends.reduce((text, [from, to]) => text.replace(from, to), html);
					if (mended !== html) await writeFile(path, mended);
				}
			},
		},
	};
}
