import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { minifyInlineScripts } from './minify.ts';
import { shareHeadScripts, shareIcons, shareScripts } from './share.ts';

/**
 * After a build: scripts and icons that many pages have become files that are fetched once.
 * @param base path of the site, with a slash at both ends
 */
export function sharedParts(base: string): AstroIntegration {
	return {
		name: 'shared-parts',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				let pages = await minifyInlineScripts(
					await Promise.all(
						(await Array.fromAsync(glob('**/*.html', { cwd: root })))
							.toSorted()
							.map(async (file) => ({ file, html: await readFile(join(root, file), 'utf8') })),
					),
				);
				for (const share of [shareHeadScripts, shareScripts, shareIcons]) {
					const shared = share(pages, base);
					pages = shared.pages;
					for (const [name, text] of shared.files) await writeFile(join(root, name), text);
				}
				for (const { file, html } of pages) await writeFile(join(root, file), html);
			},
		},
	};
}
