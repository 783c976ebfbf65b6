import { defineHastPlugin } from 'satteri';

/**
 * Puts each table written in Markdown into a region of its own that scrolls sideways, so that the page does not, and
 * that can be reached and named without a pointer: by the words of the table's header.
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
