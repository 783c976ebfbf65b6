/** Writes blocks as HCL, the language of Terraform. Every text is a quoted literal: nothing in it is a template. */

/** An expression that is written as it is, such as `var.kestra_url`. Never made from a reader's words. */
export interface Expression {
	readonly expression: string;
}

/** The value of an attribute. */
export type HclValue =
	| string
	| number
	| boolean
	| Expression
	| readonly HclValue[]
	| { readonly [key: string]: HclValue };

/** A block. */
export interface HclBlock {
	readonly type: string;
	readonly labels?: readonly string[];
	/** Above the block, in whole lines. */
	readonly comment?: string;
	readonly attributes?: Readonly<Record<string, HclValue>>;
	readonly blocks?: readonly HclBlock[];
}

/** An expression. */
export const raw = (expression: string): Expression => ({ expression });

/** A quoted literal that can be nothing else: quotes, backslashes, line breaks and both template marks are escaped. */
export function quoted(text: string): string {
	// Most texts are names and have nothing to escape.
	if (/^[\w .:/@+~-]*$/.test(text)) return `"${text}"`;
	const escaped = text
		.replace(/[\\"]/g, (mark) => `\\${mark}`)
		.replace(/\n/g, '\\n')
		.replace(/\r/g, '\\r')
		.replace(/\t/g, '\\t')
		.replace(/[$%](?=\{)/g, (mark) => mark + mark)
		.replace(/[\p{Cc}\u2028\u2029]/gu, (mark) => unicode(mark));
	return `"${escaped}"`;
}

const unicode = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** An HCL file. */
export function hclFile(head: string, blocks: readonly HclBlock[]): string {
	return [commentOf(head, ''), ...blocks.map((block) => blockText(block, ''))].join('\n');
}

const commentOf = (text: string, indent: string) =>
	text
		.split(/[\n\r\u2028\u2029]+/)
		.map((line) => `${indent}# ${line}\n`)
		.join('');

function blockText(
	{ type, labels = [], comment, attributes = {}, blocks = [] }: HclBlock,
	indent: string,
): string {
	const head = [type, ...labels.map(quoted)].join(' ');
	const deeper = `${indent}  `;
	const lines = aligned(
		Object.entries(attributes).map(([name, value]) => [name, valueText(value, deeper)]),
		deeper,
	);
	const nested = blocks.map((block) => blockText(block, deeper));
	const body = [...(lines.length ? [lines.join('')] : []), ...nested].join('\n');
	const above = comment === undefined ? '' : commentOf(comment, indent);
	return body === ''
		? `${above}${indent}${head} {}\n`
		: `${above}${indent}${head} {\n${body}${indent}}\n`;
}

function valueText(value: HclValue, indent: string): string {
	if (typeof value === 'string') return quoted(value);
	if (typeof value !== 'object') return String(value);
	if (isExpression(value)) return value.expression;
	const deeper = `${indent}  `;
	const [open, close, items] = isList(value)
		? ['[', ']', value.map((item) => `${deeper}${valueText(item, deeper)},\n`)]
		: [
				'{',
				'}',
				aligned(
					Object.entries(value).map(([key, item]) => [keyText(key), valueText(item, deeper)]),
					deeper,
				),
			];
	if (isList(value) && items.length <= 8 && value.every((item) => typeof item !== 'object'))
		return `[${value.map((item) => valueText(item, '')).join(', ')}]`;
	return items.length === 0 ? open + close : `${open}\n${items.join('')}${indent}${close}`;
}

/** Lines of names and values; as Terraform formats them, the equals signs of neighbouring short ones are in one column. */
function aligned(
	entries: readonly (readonly [name: string, text: string])[],
	indent: string,
): readonly string[] {
	const lines: string[] = [];
	for (let from = 0; from < entries.length;) {
		let to = from;
		while (to < entries.length && !entries[to]![1].includes('\n')) to++;
		const run = entries.slice(from, Math.max(to, from + 1));
		const width = to === from ? 0 : Math.max(...run.map(([name]) => name.length));
		for (const [name, text] of run) lines.push(`${indent}${name.padEnd(width)} = ${text}\n`);
		from += run.length;
	}
	return lines;
}

const keyText = (key: string) => (/^[a-z_][a-z0-9_]*$/i.test(key) ? key : quoted(key));

const isList = (value: object): value is readonly HclValue[] => Array.isArray(value);

const isExpression = (value: object): value is Expression =>
	'expression' in value && typeof value.expression === 'string';
