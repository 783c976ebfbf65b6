import { readFileSync } from 'node:fs';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { minifyInlineScripts } from './minify.ts';
import type { Page } from './share.ts';
import { joinSheets, shareHeadScripts, shareIcons, shareScripts, skipDetours } from './share.ts';

/** The addresses of the scripts and style sheets that pages ask for. */
const filesOf = (pages: readonly Page[]): ReadonlySet<string> =>
	new Set(
		pages.flatMap(({ html }) =>
			[...html.matchAll(/<(?:link rel="stylesheet" href|script type="module" src)="([^"]*)"/g)].map(
				([, address = '']) => address,
			),
		),
	);

/**
 * After a build: scripts, styles and icons that many pages have become files that are fetched once.
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
				const textOf = (address: string) =>
					readFileSync(join(root, address.slice(base.length)), 'utf8');
				const before = filesOf(pages);
				pages = skipDetours(pages, base, textOf);
				for (const share of [joinSheets, shareHeadScripts, shareScripts, shareIcons]) {
					const shared = share(pages, base, textOf);
					pages = shared.pages;
					for (const [name, text] of shared.files) await writeFile(join(root, name), text);
				}
				for (const { file, html } of pages) await writeFile(join(root, file), html);
				const stillAsked = filesOf(pages);
				for (const address of before)
					if (!stillAsked.has(address)) await rm(join(root, address.slice(base.length)));
			},
		},
	};
}
