/**
 * Does to a page what a browser's translation does: each text node is moved into two `font` elements of its own. Returns
 * how many there were. Self-contained, so that it also runs within a page.
 */
export function translated(root: Element): number {
	const texts: Text[] = [];
	const walk = root.ownerDocument.createTreeWalker(root, 4);
	while (walk.nextNode()) texts.push(walk.currentNode as Text);
	for (const text of texts) {
		const [outer, inner] = [0, 1].map(() => root.ownerDocument.createElement('font'));
		text.replaceWith(outer!);
		outer!.append(inner!);
		inner!.append(text);
	}
	return texts.length;
}
