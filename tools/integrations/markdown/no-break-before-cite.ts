import { defineHastPlugin } from 'satteri';

/** Keeps a citation on the same line as the word before it, by a no-break space. */
export function noBreakBeforeCite() {
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
