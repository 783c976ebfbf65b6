/** Writes data as YAML. Values keep to their quotes whatever they hold: what writes it decides on them, not we. */
import { Document, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** A comment for each path of keys joined by slashes, such as `services/kestra/user`. */
export type Comments = Readonly<Record<string, string>>;

/**
 * A YAML file.
 * @param head the comment at its top; each line of it becomes a line of the comment
 * @throws when a comment names a path that the data does not have
 */
export function yamlFile(head: string, data: object, comments: Comments = {}): string {
	const document = new Document(data, {
		aliasDuplicateObjects: false,
		// Some readers, GitLab among them, take YAML for version 1.1, to which a word such as “no” is no text.
		compat: 'yaml-1.1',
	});
	document.commentBefore = commented(head);
	for (const [path, comment] of Object.entries(comments)) {
		const found = pairAt(document.contents, path.split('/'));
		if (!found) throw new Error(`There is no ${path} to comment on.`);
		// The comment of a value stands behind it, that of a list or map above its key.
		if (isScalar(found.value)) found.value.comment = commented(comment);
		else if (isScalar(found.key)) found.key.commentBefore = commented(comment);
	}
	return document.toString({ lineWidth: 0 });
}

const commented = (text: string) => text.replace(/^/gm, ' ');

function pairAt(node: Node | null, [first, ...rest]: readonly string[]): Pair | undefined {
	if (isSeq(node)) return pairAt(node.items[Number(first)] as Node, rest);
	if (!isMap(node)) return undefined;
	const pair = node.items.find(
		(item) => isPair(item) && isScalar(item.key) && item.key.value === first,
	);
	return rest.length === 0 || !pair ? pair : pairAt(pair.value as Node, rest);
}
