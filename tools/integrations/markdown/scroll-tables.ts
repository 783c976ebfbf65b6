import { defineHastPlugin } from 'satteri';

/**
 * Wraps each Markdown table in a region that scrolls sideways, so that the page does not. The region takes keyboard
 * focus and is named by the table's header cells.
 */
export function scrollTables() {
	return defineHastPlugin({
		name: 'scroll-tables',
		element: {
			filter: ['table'],
			visit(node, context) {
				const head = node.children.find(
					(child) => child.type === 'element' && child.tagName === 'thead',
				);
				const row =
					head?.type === 'element'
						? head.children.find((child) => child.type === 'element' && child.tagName === 'tr')
						: undefined;
				const columns =
					row?.type === 'element'
						? row.children
								.map((cell) => context.textContent(cell).trim())
								.filter((words) => words !== '')
						: [];
				context.wrapNode(node, {
					type: 'element',
					tagName: 'div',
					properties: {
						className: ['table-scroll'],
						role: 'region',
						tabIndex: 0,
						ariaLabel: `Table: ${columns.join(', ')}`,
					},
					children: [],
				});
			},
		},
	});
}
