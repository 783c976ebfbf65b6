import { transform } from 'esbuild';
import type { Page } from './share.ts';

/** An inline script; data has another type. Before it, what only looks like one: a sample to copy, in an attribute. */
const inlineScript =
	/ data-code="[^"]*"|(<script(?: type="module")?(?: aria-hidden="true")?>)([\s\S]*?)(<\/script>)/g;

/**
 * The pages with their inline scripts minified. Astro does that to the scripts it bundles, and leaves those alone that
 * run where they stand. What they declare for other scripts keeps its name.
 * @throws when a script cannot be read
 */
export async function minifyInlineScripts(pages: readonly Page[]): Promise<readonly Page[]> {
	const bodies = new Set(
		pages.flatMap(({ html }) => [...html.matchAll(inlineScript)].map(([, , body = '']) => body)),
	);
	const minified = new Map(
		await Promise.all(
			[...bodies].map(async (body) => {
				const { code } = await transform(body, { minify: true, charset: 'utf8' });
				return [body, code.trim()] as const;
			}),
		),
	);
	return pages.map(({ file, html }) => ({
		file,
		html: html.replace(
			inlineScript,
			(whole, open: string | undefined, body: string, close: string) =>
				open === undefined ? whole : open + minified.get(body)! + close,
		),
	}));
}
