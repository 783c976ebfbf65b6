/** Reads the text of a file into documents, and says in plain words what cannot be read. Never throws. */
import {
	type Alias,
	type Document,
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	LineCounter,
	parseAllDocuments,
	type Node as YamlNode,
} from 'yaml';
import type { Entry, ListNode, MapNode, Node, Scalar } from './tree.ts';

/** Why a file, or a part of it, was not read. */
export interface Unread {
	readonly file: string;
	/** In plain words, without the text of the file. */
	readonly why: string;
	/** The line of the fault, from 1, where it has one. */
	readonly line?: number;
}

/** What a file holds. */
export interface FileRead {
	readonly documents: readonly Node[];
	/** What was left out. */
	readonly unread: readonly Unread[];
	/** What was read although Kestra refuses it. */
	readonly refused: readonly Unread[];
}

/** Files with more characters are not read: flows are far smaller. */
export const mostCharacters = 2_000_000;
/** A document with more nodes, once its aliases are followed, is not read. */
const mostNodes = 100_000;
/** Deeper documents are not read. */
const deepest = 200;

class TooLarge extends Error {}

/** In plain words, by the parser's code for a fault. */
const faults: Readonly<Record<string, string>> = {
	TAB_AS_INDENT: 'A tab is used for indentation, which YAML forbids',
	BAD_INDENT: 'The indentation does not fit',
	MULTIPLE_ANCHORS: 'A value has two anchors',
	UNEXPECTED_TOKEN: 'A character stands where YAML does not expect it',
	MISSING_CHAR: 'A quote, bracket or colon is missing',
	RESOURCE_EXHAUSTION: 'Its values are nested too deeply',
};

/**
 * The documents of a file.
 * @param file its path, for messages
 */
export function readFile(file: string, content: string): FileRead {
	const nothing = (why: string): FileRead => ({
		documents: [],
		unread: [{ file, why }],
		refused: [],
	});
	if (content.length > mostCharacters)
		return nothing(`It has more than ${mostCharacters / 1_000_000} million characters`);
	if (content.includes('\0')) return nothing('It is not a text in UTF-8');
	const text = content.replace(/^\uFEFF/, '');
	const lines = new LineCounter();
	try {
		const parsed = parseAllDocuments(text, {
			lineCounter: lines,
			prettyErrors: false,
			logLevel: 'silent',
			// Texts stay as they are written: a namespace `1e3` is no number.
			schema: 'failsafe',
			// The parser compares each key with each other; `Reader` finds what stands twice.
			uniqueKeys: false,
		});
		return documentsOf(file, Array.isArray(parsed) ? parsed : [], lines);
	} catch {
		// A stack that is exhausted by nesting ends here as well.
		return nothing('It could not be read as YAML');
	}
}

function documentsOf(
	file: string,
	parsed: readonly Document.Parsed[],
	lines: LineCounter,
): FileRead {
	const documents: Node[] = [];
	const unread: Unread[] = [];
	const refused: Unread[] = [];
	for (const document of parsed) {
		const [fatal] = document.errors;
		if (fatal) {
			const why = faults[fatal.code] ?? 'It is no YAML';
			unread.push({ file, why, line: lines.linePos(fatal.pos[0]).line });
			continue;
		}
		if (!document.contents) continue;
		try {
			const reader = new Reader(document, lines);
			documents.push(reader.read(document.contents, 0));
			for (const line of reader.twice)
				refused.push({ file, why: 'A key stands twice, which Kestra refuses', line });
		} catch (error) {
			const why =
				error instanceof TooLarge
					? 'Its aliases, or its nesting, make it too large'
					: 'It could not be read as YAML';
			unread.push({ file, why });
		}
	}
	return { documents, unread, refused };
}

/** Turns the parser's nodes into plain ones; follows aliases, up to a limit. */
class Reader {
	readonly #lines: LineCounter;
	readonly #anchors = new Map<string, YamlNode>();
	/** The lines of keys that their map already has. */
	readonly twice: number[] = [];
	#left = mostNodes;

	constructor(document: Document.Parsed, lines: LineCounter) {
		this.#lines = lines;
		collectAnchors(document.contents, this.#anchors, 0);
	}

	#lineOf(node: unknown): number {
		const range = (node as YamlNode | null)?.range;
		return range ? this.#lines.linePos(range[0]).line : 1;
	}

	read(node: unknown, depth: number): Node {
		if (--this.#left < 0 || depth > deepest) throw new TooLarge();
		if (isAlias(node))
			return this.read(this.#anchors.get((node as Alias).source) ?? null, depth + 1);
		const line = this.#lineOf(node);
		if (isMap(node)) return this.#readMap(node.items, line, depth);
		if (isSeq(node))
			return {
				is: 'list',
				line,
				items: node.items.map((item) => this.read(item, depth + 1)),
			} satisfies ListNode;
		const text = isScalar(node) ? String(node.value ?? '') : '';
		const block = isScalar(node) && /^BLOCK/.test(node.type ?? '');
		return { is: 'scalar', text, line, block } satisfies Scalar;
	}

	#readMap(items: readonly unknown[], line: number, depth: number): MapNode {
		const entries: Entry[] = [];
		const merged: Entry[] = [];
		const own = new Set<string>();
		for (const pair of items) {
			if (!isPair(pair)) continue;
			// A key that is no text, as an unquoted `{{ … }}` has.
			if (!isScalar(pair.key)) continue;
			const key = String(pair.key.value ?? '');
			const value = this.read(pair.value, depth + 1);
			if (key === '<<')
				for (const from of value.is === 'list' ? value.items : [value])
					merged.push(...(from.is === 'map' ? from.entries : []));
			else if (own.has(key)) this.twice.push(this.#lineOf(pair.key));
			else entries.push({ key, value, line: this.#lineOf(pair.key) });
			own.add(key);
		}
		return {
			is: 'map',
			line,
			entries: [...entries, ...merged.filter(({ key }) => !own.has(key))],
		};
	}
}

function collectAnchors(node: unknown, anchors: Map<string, YamlNode>, depth: number): void {
	if (depth > deepest) throw new TooLarge();
	if (isMap(node) || isSeq(node) || isScalar(node))
		if (node.anchor) anchors.set(node.anchor, node as YamlNode);
	if (isMap(node))
		for (const { key, value } of node.items) {
			collectAnchors(key, anchors, depth + 1);
			collectAnchors(value, anchors, depth + 1);
		}
	else if (isSeq(node)) for (const item of node.items) collectAnchors(item, anchors, depth + 1);
}
