/** Reads the text of a file into documents, and says in plain words what cannot be read. Never throws. */
import {
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
import { type Entry, type ListNode, type MapNode, type Node, type Scalar, textOf } from './tree.ts';

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

/** What was read although Kestra refuses it, in plain words. */
const refusals = {
	twice: 'A key stands twice, which Kestra refuses',
	alias: 'An alias (a value that begins with *) has no anchor before it, which Kestra refuses',
} as const;

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
			const reader = new Reader(lines);
			documents.push(reader.read(document.contents, 0));
			for (const { why, line } of reader.refused) refused.push({ file, why: refusals[why], line });
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

/** A value with an anchor. */
interface Anchored {
	readonly node: Node;
	/** How many nodes it is, and how many levels. */
	readonly size: number;
	readonly height: number;
}

/** Turns the parser's nodes into plain ones; follows aliases, up to a limit. */
class Reader {
	readonly #lines: LineCounter;
	/** The values that have an anchor so far; undefined where one has only begun. */
	readonly #anchors = new Map<string, Anchored | undefined>();
	readonly refused: { readonly why: keyof typeof refusals; readonly line: number }[] = [];
	#left = mostNodes;
	/** The deepest level that was come to in the value that is being read. */
	#bottom = 0;

	constructor(lines: LineCounter) {
		this.#lines = lines;
	}

	#lineOf(node: unknown): number {
		const range = (node as YamlNode | null)?.range;
		return range ? this.#lines.linePos(range[0]).line : 1;
	}

	read(node: unknown, depth: number): Node {
		if (--this.#left < 0 || depth > deepest) throw new TooLarge();
		this.#bottom = Math.max(this.#bottom, depth);
		const line = this.#lineOf(node);
		if (isAlias(node)) return this.#readAlias(node.source, line, depth);
		const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
		if (anchor === undefined) return this.#readPlain(node, line, depth);
		const left = this.#left;
		const bottom = this.#bottom;
		this.#anchors.set(anchor, undefined);
		this.#bottom = depth;
		const plain = this.#readPlain(node, line, depth);
		// An alias means the last anchor before it, so a later one takes the place of this.
		this.#anchors.set(anchor, {
			node: plain,
			size: left - this.#left + 1,
			height: this.#bottom - depth,
		});
		this.#bottom = Math.max(this.#bottom, bottom);
		return plain;
	}

	#readPlain(node: unknown, line: number, depth: number): Node {
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

	/** What an alias stands for; the same node each time, counted each time. */
	#readAlias(name: string, line: number, depth: number): Node {
		if (!this.#anchors.has(name)) {
			this.refused.push({ why: 'alias', line });
			return { is: 'scalar', text: `*${name}`, line, block: false };
		}
		const anchored = this.#anchors.get(name);
		// A value within itself has no end.
		if (!anchored) throw new TooLarge();
		this.#left -= anchored.size;
		if (this.#left < 0 || depth + anchored.height > deepest) throw new TooLarge();
		this.#bottom = Math.max(this.#bottom, depth + anchored.height);
		return anchored.node;
	}

	#readMap(items: readonly unknown[], line: number, depth: number): MapNode {
		const entries: Entry[] = [];
		const merged: Entry[] = [];
		const own = new Set<string>();
		for (const pair of items) {
			if (!isPair(pair)) continue;
			const key = this.#keyOf(pair.key, depth);
			const value = this.read(pair.value, depth + 1);
			if (key === undefined) continue;
			if (key === '<<')
				for (const from of value.is === 'list' ? value.items : [value])
					merged.push(...(from.is === 'map' ? from.entries : []));
			else if (own.has(key)) this.refused.push({ why: 'twice', line: this.#lineOf(pair.key) });
			else entries.push({ key, value, line: this.#lineOf(pair.key) });
			own.add(key);
		}
		return {
			is: 'map',
			line,
			entries: [...entries, ...merged.filter(({ key }) => !own.has(key))],
		};
	}

	/** The text of a key; undefined where it is no text, as an unquoted `{{ … }}` has. */
	#keyOf(key: unknown, depth: number): string | undefined {
		if (isScalar(key) && key.anchor === undefined) return String(key.value ?? '');
		const plain = this.read(key, depth + 1);
		return isScalar(key) || isAlias(key) ? textOf(plain) : undefined;
	}
}
