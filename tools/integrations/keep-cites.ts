import { defineHastPlugin } from 'satteri';

/** Keeps the mark of a source on the line of the words it belongs to: the space before it does not break. */
export function keepCites() {
	return defineHastPlugin({
		name: 'keep-cites',
		mdxJsxTextElement: {
			filter: ['Cite'],
			visit(node, context) {
				const place = context.indexOf(node) ?? 0;
				const before = context.parent(node)?.children[place - 1];
				if (before?.type !== 'text') return;
				const value = before.value.replace(/\s+$/, '\u00a0');
				if (value !== before.value) context.replaceNode(before, { type: 'text', value });
			},
		},
	});
}
