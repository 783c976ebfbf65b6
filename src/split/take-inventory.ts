/** Reads files one after another and says, in the end, what refers to what. */
import { findInFlow } from './find-references.ts';
import type { Aim, FlowFound, Found } from './found.ts';
import type { Flow, Inventory, Mention, NotFlow, Reference, Target } from './inventory.ts';
import { type Condition, holds, unsureIn } from './listens.ts';
import { readFile, type Unread } from './read-file.ts';
import type { Resolved } from './resolve.ts';
import { childOf, type MapNode, type Node, textOf } from './tree.ts';

/** A file as it was given. */
interface SourceFile {
	/** Its path, or a name for pasted text. */
	readonly name: string;
	readonly content: string;
}

/** An inventory in the making. Nothing that a file holds can make it throw. */
export class InventoryTaking {
	#files = 0;
	readonly #flows: Flow[] = [];
	readonly #found: FlowFound[] = [];
	readonly #unread: Unread[] = [];
	readonly #refused: Unread[] = [];
	readonly #notFlows: NotFlow[] = [];

	add({ name, content }: SourceFile): void {
		this.#files++;
		const { documents, unread, refused } = readFile(name, content);
		this.#unread.push(...unread);
		this.#refused.push(...refused);
		let flows = 0;
		for (const document of documents) if (this.#addDocument(name, document)) flows++;
		if (flows === 0 && unread.length === 0)
			this.#notFlows.push({ file: name, looksLike: looksLike(documents[0]) });
	}

	/** A file that could not be had at all, such as one that went away. */
	addUnread(file: string, why: string): void {
		this.#files++;
		this.#unread.push({ file, why });
	}

	#addDocument(file: string, document: Node): boolean {
		const id = textOf(childOf(document, 'id'));
		const namespace = textOf(childOf(document, 'namespace'));
		if (document.is !== 'map' || !id || !namespace || !hasTasks(document)) return false;
		const scope = { id, namespace, variables: childOf(document, 'variables') };
		this.#flows.push({ id, namespace, file });
		this.#found.push(findInFlow(document, scope));
		return true;
	}

	finish(): Inventory {
		const known = new Folder(this.#flows);
		const of = <Item, Made>(
			pick: (found: FlowFound) => readonly Item[],
			make: (item: Item, flow: number) => Made,
		): Made[] => this.#found.flatMap((found, flow) => pick(found).map((item) => make(item, flow)));
		return {
			files: this.#files,
			flows: this.#flows,
			references: this.#found.flatMap((found, flow) =>
				found.references.flatMap((reference) => this.#referenceOf(reference, flow, known)),
			),
			uses: of(
				({ uses }) => uses,
				(use, flow) => ({ ...use, flow }),
			),
			incoming: of(
				({ incoming }) => incoming,
				(each, flow) => ({ ...each, flow }),
			),
			mentions: this.#found.flatMap((found, flow) => mentionsOf(found, flow, known)),
			unread: this.#unread,
			refused: this.#refused,
			notFlows: this.#notFlows,
			opaque: {
				scripts: this.#found.reduce((sum, { scripts }) => sum + scripts, 0),
				prompts: this.#found.reduce((sum, { prompts }) => sum + prompts, 0),
			},
		};
	}

	/** The reference with its target; none where it leads to the flow's own namespace and nowhere else. */
	#referenceOf(found: Found, flow: number, known: Folder): Reference[] {
		const { kind, line, where, aim, disabled } = found;
		const { target, unsure = found.unsure } = targetOf(aim, known);
		const own = this.#flows[flow]?.namespace;
		const isOwn =
			target.is === 'one'
				? target.namespace === own
				: target.is === 'several' &&
					target.namespaces.length > 0 &&
					target.namespaces.every((each) => each === own);
		// The API of one's own instance changes its address even for one's own namespace.
		if (isOwn && kind !== 'api') return [];
		return [
			{
				kind,
				flow,
				line,
				where,
				target,
				inFolder: isInFolder(target, known),
				...(unsure && { unsure }),
				...(disabled && { disabled: true as const }),
			},
		];
	}
}

const hasTasks = (document: MapNode) => {
	const tasks = childOf(document, 'tasks');
	return tasks?.is === 'list' && tasks.items.length > 0;
};

/** What a document that is no flow seems to be, in words. */
function looksLike(document: Node | undefined): string {
	if (!document) return 'nothing';
	if (document.is === 'scalar')
		return document.text.trim() === '' ? 'nothing' : 'a text, no YAML of a flow';
	if (document.is === 'list') return 'a list';
	const has = (key: string) => childOf(document, key) !== undefined;
	if (has('testCases')) return 'a test of a flow: look at it yourself';
	if (has('charts')) return 'a dashboard: look at it yourself';
	if (/\.apps\./.test(textOf(childOf(document, 'type')) ?? ''))
		return 'an app: look at it yourself';
	if (has('apiVersion') && has('kind')) return 'a Kubernetes resource';
	if (has('services')) return 'a Compose file';
	if (has('id') && has('namespace')) return 'a flow without tasks';
	return 'something else';
}

/** The namespaces and flows that there are. */
class Folder {
	readonly #flows = new Map<string, Set<string>>();
	readonly #names: readonly string[];

	constructor(flows: readonly Flow[]) {
		for (const { namespace, id } of flows) {
			const ids = this.#flows.get(namespace) ?? new Set();
			this.#flows.set(namespace, ids.add(id));
		}
		this.#names = [...this.#flows.keys()];
	}

	get namespaces(): readonly string[] {
		return this.#names;
	}

	has(namespace: string, flow?: string): boolean {
		const ids = this.#flows.get(namespace);
		return ids !== undefined && (flow === undefined || ids.has(flow));
	}

	/** The namespaces with a flow for which a condition holds, or may hold. */
	heard(condition: Condition): string[] {
		return this.namespaces.filter((namespace) => {
			const certain = holds(condition, namespace, undefined);
			if (certain !== undefined) return certain;
			return [...(this.#flows.get(namespace) ?? [])].some(
				(flow) => holds(condition, namespace, flow) !== false,
			);
		});
	}
}

interface Aimed {
	readonly target: Target;
	readonly unsure?: string;
}

function targetOf(aim: Aim, known: Folder): Aimed {
	switch (aim.is) {
		case 'everything':
			return { target: { is: 'everything' } };
		case 'name':
			return { target: { is: 'unknown', words: `the name: ${aim.source}` } };
		case 'namespace':
			return aimedAt(aim.namespace, aim.flow);
		case 'with children': {
			if (!aim.namespace.known) return aimedAt(aim.namespace);
			const { value } = aim.namespace;
			const namespaces = known.namespaces.filter((each) => isWithin(each, value));
			// A namespace without flows here may still have files, pairs or executions.
			if (namespaces.length === 0) return aimedAt(aim.namespace);
			return { target: { is: 'several', words: `${value} and below`, namespaces } };
		}
		case 'pattern': {
			const { pattern } = aim;
			// `*` alone, or a text with `*`, is no name, and is given as it is written.
			const words = pattern.known ? pattern.value : pattern.source;
			if (!/^[\w.*-]+$/.test(words)) return { target: { is: 'unknown', words } };
			const namespaces = known.namespaces.filter((each) => matches(each, words));
			return { target: { is: 'several', words, namespaces } };
		}
		default:
			return heardBy(aim.upstream.condition, known);
	}
}

function aimedAt(namespace: Resolved, flow?: Resolved): Aimed {
	if (!namespace.known) return { target: { is: 'unknown', words: namespace.source } };
	const target: Target = {
		is: 'one',
		namespace: namespace.value,
		...(flow?.known && { flow: flow.value }),
	};
	// The namespace decides where it leads, whichever flow it will be.
	return flow?.known === false ? { target, unsure: `which flow: ${flow.source}` } : { target };
}

/** Whether a namespace is another one, or a child of it. */
export const isWithin = (namespace: string, parent: string): boolean =>
	namespace === parent || namespace.startsWith(`${parent}.`);

/** Whether a text matches a pattern with `*`. In time proportional to both. */
function matches(text: string, pattern: string): boolean {
	const pieces = pattern.split('*');
	let at = 0;
	for (const [index, piece] of pieces.entries()) {
		const isLast = index === pieces.length - 1;
		const found = isLast && index > 0 ? text.length - piece.length : text.indexOf(piece, at);
		if (found < at || (index === 0 && found !== 0) || !text.startsWith(piece, found)) return false;
		at = found + piece.length;
	}
	return at === text.length || pattern.endsWith('*');
}

function heardBy(condition: Condition, known: Folder): Aimed {
	const words = unsureIn(condition);
	const tests = testsOf(condition);
	if (tests.length === 0)
		return words === undefined
			? { target: { is: 'everything' } }
			: { target: { is: 'unknown', words } };
	const unsure = words === undefined ? {} : { unsure: `narrowed by ${words}` };
	const one = exactOf(condition);
	if (one) return { target: { is: 'one', ...one }, ...unsure };
	const namespaces = known.heard(condition);
	return { target: { is: 'several', words: wordsOf(condition), namespaces }, ...unsure };
}

type TestCondition = Extract<Condition, { is: 'test' }>;

function testsOf(condition: Condition): TestCondition[] {
	if (condition.is === 'test') return [condition];
	if (condition.is === 'not') return testsOf(condition.of);
	return condition.is === 'and' || condition.is === 'or' ? condition.of.flatMap(testsOf) : [];
}

/** The one namespace, and perhaps flow, that a condition asks for; undefined where it asks for several or for others. */
function exactOf(condition: Condition): { namespace: string; flow?: string } | undefined {
	const all =
		condition.is === 'and' || (condition.is === 'or' && condition.of.length === 1)
			? condition.of.flatMap((each) => (each.is === 'and' ? each.of : [each]))
			: [condition];
	const tests = all.filter(({ is }) => is !== 'unsure');
	if (!tests.every((each): each is TestCondition => each.is === 'test' && each.test === 'is'))
		return;
	const [namespace, ...otherNamespaces] = tests.filter(({ of }) => of === 'namespace');
	const [flow, ...otherFlows] = tests.filter(({ of }) => of === 'flow');
	if (!namespace || otherNamespaces.length > 0 || otherFlows.length > 0) return;
	return { namespace: namespace.value, ...(flow && { flow: flow.value }) };
}

function wordsOf(condition: Condition): string {
	switch (condition.is) {
		case 'test': {
			const verb = { is: '', begins: 'beginning with ', ends: 'ending in ', contains: 'with ' };
			return `${condition.of === 'flow' ? 'flow ' : ''}${verb[condition.test]}${condition.value}`;
		}
		case 'not':
			return `not ${wordsOf(condition.of)}`;
		case 'and':
		case 'or':
			return condition.of
				.filter(({ is }) => is !== 'true' && is !== 'unsure')
				.map(wordsOf)
				.join(condition.is === 'and' ? ', ' : ' or ');
		default:
			return '';
	}
}

function isInFolder(target: Target, known: Folder): boolean {
	if (target.is === 'one') return known.has(target.namespace, target.flow);
	return target.is === 'several' ? target.namespaces.length > 0 : true;
}

/** A word may be a namespace, or a namespace and a flow of it. */
function mentionsOf(found: FlowFound, flow: number, known: Folder): Mention[] {
	const places = new Map<string, Mention>();
	for (const [word, lines] of found.words) {
		const dot = word.lastIndexOf('.');
		const parent = word.slice(0, Math.max(0, dot));
		const namespace = known.has(word)
			? word
			: known.has(parent, word.slice(dot + 1))
				? parent
				: undefined;
		if (namespace === undefined) continue;
		for (const line of lines) places.set(`${line} ${namespace}`, { flow, namespace, line });
	}
	return [...places.values()].sort((one, other) => one.line - other.line);
}
