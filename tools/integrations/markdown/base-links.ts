import { defineHastPlugin } from 'satteri';

/**
 * Prepends the site's base path to root-relative links in Markdown and in Starlight's link cards and buttons, because
 * Astro does not.
 * @param base the configured base path, such as `/` or `/docs/kestra/`
 */
export function baseLinks(base: string) {
	const prefix = base.replace(/\/$/, '');
	const isRootRelative = (href: unknown): href is string =>
		typeof href === 'string' && /^\/(?!\/)/.test(href);
	return defineHastPlugin({
		name: 'base-links',
		element: {
			filter: ['a'],
			visit(node, context) {
				const href = node.properties?.['href'];
				if (prefix && isRootRelative(href)) context.setProperty(node, 'href', prefix + href);
			},
		},
		mdxJsxFlowElement: {
			filter: ['LinkCard', 'LinkButton'],
			visit(node, context) {
				const href = node.attributes.find(
					(attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'href',
				)?.value;
				if (prefix && isRootRelative(href)) context.setProperty(node, 'href', prefix + href);
			},
		},
	});
}
