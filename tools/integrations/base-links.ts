import { defineHastPlugin } from 'satteri';

/**
 * Puts the site's base path before root-relative links written in Markdown, which Astro leaves alone.
 * @param base the configured base path, such as `/` or `/docs/kestra/`
 */
export function baseLinks(base: string) {
	const prefix = base.replace(/\/$/, '');
	return defineHastPlugin({
		name: 'base-links',
		element: {
			filter: ['a'],
			visit(node, context) {
				const href = node.properties?.['href'];
				if (prefix && typeof href === 'string' && /^\/(?!\/)/.test(href))
					context.setProperty(node, 'href', prefix + href);
			},
		},
	});
}
