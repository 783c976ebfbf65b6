/** Turns a built page into plain Markdown: its words, tables and pictures, without interactive parts. */
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** The part of an HTML syntax tree that is used here. */
interface Node {
	type: string;
	tagName?: string;
	value?: string;
	properties?: Record<string, unknown>;
	children?: Node[];
}

const dropped = new Set([
	// The page's title, which is added separately.
	'h1',
	'astro-island',
	'script',
	'style',
	'template',
	'svg',
	'form',
	'button',
	'iframe',
	'dialog',
	'noscript',
	'link',
	'input',
	'wbr',
]);
const blocks = new Set(['p', 'div', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'section', 'br', 'span']);

const classes = ({ properties }: Node): readonly string[] =>
	Array.isArray(properties?.['className']) ? (properties['className'] as string[]) : [];

/** Selectors of what only works on a screen, or repeats other content. */
const isDropped = (node: Node): boolean =>
	dropped.has(node.tagName ?? '') ||
	node.type === 'comment' ||
	node.properties?.['hidden'] !== undefined ||
	classes(node).includes('sl-anchor-link') ||
	classes(node).includes('dg-screen-only') ||
	(classes(node).includes('self-link') && node.properties?.['dataMark'] !== undefined);

const element = (tagName: string, children: Node[], properties = {}): Node => ({
	type: 'element',
	tagName,
	properties,
	children,
});
const text = (value: string): Node => ({ type: 'text', value });

const textOf = (node: Node): string =>
	node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');

function find(node: Node, fits: (node: Node) => boolean): Node | undefined {
	if (fits(node)) return node;
	for (const child of node.children ?? []) {
		const found = find(child, fits);
		if (found) return found;
	}
	return undefined;
}

function all(node: Node, fits: (node: Node) => boolean): Node[] {
	return fits(node) ? [node] : (node.children ?? []).flatMap((child) => all(child, fits));
}

/** Turns highlighted code, one element for each line, back into plain code. */
function code(node: Node): Node {
	const language = node.properties?.['dataLanguage'];
	const lines = all(node, (inner) => classes(inner).includes('ec-line')).map((line) =>
		textOf(line).replace(/\n$/, ''),
	);
	return element('pre', [
		element('code', [text(`${lines.join('\n')}\n`)], {
			className: typeof language === 'string' ? [`language-${language}`] : [],
		}),
	]);
}

/** The contents of a table cell on one line, because Markdown tables allow no line breaks. */
function inLine(node: Node): Node[] {
	if (node.type === 'text') return [node];
	const inner = (node.children ?? []).flatMap(inLine);
	return blocks.has(node.tagName ?? '')
		? [text(' '), ...inner, text(' ')]
		: [{ ...node, children: inner }];
}

/** The children that are not blank, with a space between them. */
const spaced = (children: readonly Node[]): Node[] =>
	children
		.filter((child) => textOf(child).trim() !== '')
		.flatMap((child, index) => (index === 0 ? [child] : [text(' '), child]));

/** @param full turns an address on the page into a full one */
function simplified(node: Node, full: (address: string) => string): Node[] {
	if (isDropped(node)) return [];
	if (node.type === 'text') return [node];
	if (node.tagName === 'pre' && node.properties?.['dataLanguage'] !== undefined)
		return [code(node)];
	const children = (node.children ?? []).flatMap((child) => simplified(child, full));
	if (node.tagName === 'th' || node.tagName === 'td')
		return [
			{
				...node,
				children: children.flatMap((child) => (child.children ? inLine(child) : [child])),
			},
		];
	// Terms and descriptions become paragraphs: Markdown has no description lists.
	if (node.tagName === 'dt' || node.tagName === 'caption')
		return [element(node.tagName === 'dt' ? 'p' : 'caption', [element('strong', children)])];
	if (node.tagName === 'dd' || node.tagName === 'summary') return [element('p', children)];
	// Parts that only CSS separates: a picture's caption, and the names on its boxes.
	if (node.tagName === 'figcaption' || classes(node).includes('dg-box-head'))
		return [element('p', spaced(children))];
	if (['dl', 'figure', 'details'].includes(node.tagName ?? '')) return [element('div', children)];
	if (classes(node).includes('cite'))
		return [
			text('('),
			...children
				.filter(({ type }) => type === 'element')
				.flatMap((child, index) => (index === 0 ? [child] : [text(', '), child])),
			text(')'),
		];
	if (node.tagName === 'a' && typeof node.properties?.['href'] === 'string')
		return [element('a', children, { href: full(node.properties['href']) })];
	return [{ ...node, children } as Node];
}

const parser = unified().use(rehypeParse);
const writer = unified()
	.use(rehypeRemark)
	.use(remarkGfm, { tablePipeAlign: false })
	.use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', fences: true });

/**
 * A page's content as Markdown, with its title as the first heading.
 * @param html the built page
 * @param address its full address, to which the links on it are relative
 */
export function pageMarkdown(html: string, address: string): string {
	const tree = parser.parse(html) as Node;
	const title = find(tree, ({ tagName }) => tagName === 'h1');
	const content = find(tree, (node) => classes(node).includes('sl-markdown-content'));
	if (!title || !content) throw new Error(`${address} has no title or no content.`);
	const full = (href: string) => new URL(href, address).href;
	const page = {
		type: 'root',
		children: [
			element('h1', [text(textOf(title).trim())]),
			...(content.children ?? []).flatMap((child) => simplified(child, full)),
		],
	};
	const tree2 = writer.runSync(page as Parameters<typeof writer.runSync>[0]);
	return writer.stringify(tree2 as Parameters<typeof writer.stringify>[0]);
}
