/** Finds in one flow everything that refers to something outside of it. */
import type { FlowFound, Found, Spot } from './found.ts';
import type { UseKind } from './inventory.ts';
import { upstreamsOf } from './listens.ts';
import { readText } from './read-text.ts';
import { type Resolved, resolveKeyText, resolveText, type Scope } from './resolve.ts';
import { flowTriggers, incomingTriggers, type Place, ruleFor, type TypeRule } from './rules.ts';
import { childOf, itemsOf, type MapNode, type Node, type Scalar, textOf, valueAt } from './tree.ts';
import { keepWords } from './unread-text.ts';

/** Keys whose text is for people. Without an expression it refers to nothing, and the safety net reads it. */
const forPeople = new Set(['description', 'displayName', 'documentation', 'title']);
/** Lists whose items have an id of their own, whatever their type says: that of an input is no class. */
const listsWithIds = new Set([
	'inputs',
	'onResume',
	'outputs',
	'sla',
	'tasks',
	'triggers',
	'where',
]);
/** Keys of a flow that refer to nothing. `extend` holds the text of a blueprint's page. */
const ignored = new Set(['id', 'namespace', 'extend']);

/** Whether Kestra may fill something in. */
const hasExpression = (node: Node): boolean => node.is === 'scalar' && /\{[{%]/.test(node.text);

/** Finds everything in a flow. */
export function findInFlow(flow: MapNode, scope: Scope): FlowFound {
	const finder = new Finder(scope, defaultsOf(flow));
	for (const { key, value } of flow.entries)
		// Kestra fills in nothing in what a flow says of itself.
		if (forPeople.has(key)) finder.keepText(value);
		else if (!ignored.has(key))
			finder.walk(value, {
				path: key,
				task: key,
				listed: false,
				disabled: textOf(childOf(flow, 'disabled')) === 'true',
			});
	finder.safetyNet();
	return finder.found;
}

/** What `pluginDefaults` say, or `taskDefaults`, as they were called: values by the beginning of a type. */
function defaultsOf(flow: MapNode): readonly Default[] {
	return ['pluginDefaults', 'taskDefaults'].flatMap((key) =>
		itemsOf(childOf(flow, key)).flatMap((each) => {
			const type = textOf(childOf(each, 'type'));
			const values = childOf(each, 'values');
			return type && values
				? [{ type, values, forced: textOf(childOf(each, 'forced')) === 'true' }]
				: [];
		}),
	);
}

interface Default {
	readonly type: string;
	readonly values: Node;
	readonly forced: boolean;
}

/** Where a reference leads, and where that is written. */
type Aimed = Pick<Found, 'aim' | 'line' | 'unsure'>;

/** What YAML reads as a map. */
const unquoted = { known: false, source: 'an unquoted {{ … }}' } as const;

/** Whether a map is a task, a trigger, an input or the like: its own id and type refer to nothing. */
function namesItself(type: string | undefined, { path, listed }: Spot): boolean {
	// The name of a class, such as `io.kestra.plugin.core.log.Log`.
	if (type !== undefined && /^[a-z][\w.]*\.[A-Z]\w*$/.test(type)) return true;
	return listed && listsWithIds.has(path);
}

/** Whether a task takes the children of its namespace along. */
function childrenOf(
	place: Place,
	task: Node,
): { readonly takes: boolean; readonly unsure?: string } {
	if (place.withChildren) return { takes: true };
	if (!place.children) return { takes: false };
	const said = place.children.map((path) => valueAt(task, path));
	const takes = said.every((each) =>
		each === undefined ? place.childrenByDefault : textOf(each) !== 'false',
	);
	const open = said.find(
		(each) => each !== undefined && !/^(true|false)$/.test(textOf(each) ?? ''),
	);
	return open
		? { takes, unsure: `with its children or without: ${textOf(open) ?? unquoted.source}` }
		: { takes };
}

class Finder {
	readonly found: FlowFound = {
		references: [],
		uses: [],
		incoming: [],
		words: new Map(),
		scripts: 0,
		prompts: 0,
	};
	readonly #scope: Scope;
	readonly #defaults: readonly Default[];
	/** Names that are in `uses`, with their kind. */
	readonly #used = new Set<string>();
	/** Scalars that a rule has read whole. */
	readonly #read = new Set<Node>();
	readonly #texts: { readonly scalar: Scalar; readonly live: string }[] = [];

	constructor(scope: Scope, defaults: readonly Default[]) {
		// A variable that led to a namespace has been read.
		this.#scope = { ...scope, onRead: (node) => this.#read.add(node) };
		this.#defaults = defaults;
	}

	walk(node: Node, spot: Spot): void {
		if (node.is === 'scalar') this.#readText(node, spot);
		else if (node.is === 'list')
			for (const item of node.items) this.walk(item, { ...spot, listed: true });
		else this.#walkMap(node, spot);
	}

	/** Keeps texts for the safety net that no rule may read. */
	keepText(node: Node): void {
		if (node.is === 'scalar') this.#texts.push({ scalar: node, live: node.text });
		else if (node.is === 'list') for (const item of node.items) this.keepText(item);
		else for (const { value } of node.entries) this.keepText(value);
	}

	#walkMap(node: MapNode, spot: Spot): void {
		const type = textOf(childOf(node, 'type'));
		const isOwn = namesItself(type, spot);
		const here: Spot = {
			path: spot.path,
			listed: false,
			task: (isOwn ? textOf(childOf(node, 'id')) : undefined) ?? spot.task,
			disabled: spot.disabled || (isOwn && textOf(childOf(node, 'disabled')) === 'true'),
		};
		// The values of defaults are read where a task takes them.
		const isDefault = /^(pluginDefaults|taskDefaults)$/.test(spot.path);
		if (type?.startsWith('io.kestra.') && !isDefault) this.#readTyped(node, type, here);
		this.#readNamespaceFiles(node, here);
		this.#readEnterprise(node, here);
		for (const { key, value } of node.entries) {
			if (value.is === 'scalar' && !hasExpression(value)) {
				if (isOwn && (key === 'id' || key === 'type')) continue;
				if (forPeople.has(key)) {
					this.keepText(value);
					continue;
				}
			}
			// A webhook's key is a secret. Where an expression brings it, its name is none.
			if (key === 'key' && type && incomingTriggers.includes(type) && !hasExpression(value))
				continue;
			if (key === 'prompt' || key === 'systemMessage') this.found.prompts++;
			this.walk(value, { ...here, path: isDefault ? spot.path : key });
		}
	}

	#readTyped(node: MapNode, type: string, spot: Spot): void {
		if (/\.plugin\.scripts\.|\.core\.tasks\.scripts\./.test(type)) this.found.scripts++;
		else if (childOf(node, 'commands') ?? childOf(node, 'script')) this.found.scripts++;
		if (incomingTriggers.includes(type))
			this.found.incoming.push({ line: node.line, id: textOf(childOf(node, 'id')) ?? '' });
		if (flowTriggers.includes(type)) this.#readTrigger(this.#withAllDefaults(node), spot);
		const rule = ruleFor(type);
		if (rule) this.#readRule(rule, this.#withDefaults(node, type), type, spot);
	}

	/** The node with the values that defaults give it. */
	#withDefaults(node: MapNode, type: string): MapNode {
		const entries = this.#defaults
			.filter((each) => type === each.type || type.startsWith(`${each.type}.`))
			.flatMap(({ values, forced }) =>
				values.is === 'map' ? values.entries.map((entry) => ({ entry, forced })) : [],
			);
		if (entries.length === 0) return node;
		const own = new Set(node.entries.map(({ key }) => key));
		const forced = entries.filter((each) => each.forced).map(({ entry }) => entry);
		const given = entries.filter((each) => !each.forced && !own.has(each.entry.key));
		return { ...node, entries: [...forced, ...node.entries, ...given.map(({ entry }) => entry)] };
	}

	/** The same, for the maps below as well: a trigger's conditions have types of their own. */
	#withAllDefaults(node: Node): Node {
		if (this.#defaults.length === 0 || node.is === 'scalar') return node;
		if (node.is === 'list')
			return { ...node, items: node.items.map((item) => this.#withAllDefaults(item)) };
		const entries = node.entries.map((entry) => ({
			...entry,
			value: this.#withAllDefaults(entry.value),
		}));
		// What a default gives is taken as it is: filled in as well, it might need itself without end.
		return this.#withDefaults({ ...node, entries }, textOf(childOf(node, 'type')) ?? '');
	}

	#readRule(rule: TypeRule, node: MapNode, type: string, spot: Spot): void {
		const shared = {
			kind: rule.kind,
			where: `${spot.task}: ${type.split('.').at(-1)}`,
			disabled: spot.disabled,
			...(rule.note && { unsure: rule.note }),
		};
		const named = rule.places.flatMap((place) => this.#aimsOf(place, node));
		const aims = named.length > 0 ? named : this.#unnamedAims(rule, node);
		for (const aim of aims) this.found.references.push({ ...shared, ...aim });
		// A pair of its own namespace is needed wherever the flow goes.
		const key = rule.kind === 'kv' ? childOf(node, 'key') : undefined;
		if (!key || !named.every(({ aim }) => 'namespace' in aim && this.#isOwn(aim.namespace))) return;
		const name = key.is === 'scalar' ? resolveKeyText(key.text, this.#scope) : unquoted;
		if (name.known) this.#use('kv', name.value);
		else
			this.found.references.push({
				...shared,
				line: key.line,
				aim: { is: 'name', source: name.source },
			});
	}

	/** What a task refers to that names no namespace. */
	#unnamedAims(rule: TypeRule, node: MapNode): Aimed[] {
		const { line } = node;
		if (rule.unnamed === 'everything') return [{ aim: { is: 'everything' }, line }];
		if (rule.unnamed === 'required') {
			const namespace = { known: false, source: 'no namespace is written' } as const;
			return [{ aim: { is: 'namespace', namespace }, line }];
		}
		const namespace = { known: true, value: this.#scope.namespace } as const;
		return rule.places.flatMap((place) => {
			const { takes, unsure } = childrenOf(place, node);
			if (!takes) return [];
			return [{ aim: { is: 'with children', namespace }, line, ...(unsure && { unsure }) }];
		});
	}

	#aimsOf(place: Place, node: MapNode): Aimed[] {
		const steps = place.namespace.split('.');
		const last = steps.pop() ?? '';
		let owners: readonly Node[] = [node];
		for (const step of steps)
			owners = owners.flatMap((owner) => itemsOf(childOf(owner, step.replace('[]', ''))));
		return owners.flatMap((owner) => {
			const values = itemsOf(childOf(owner, last.replace('[]', '')));
			return values.map((value) => this.#aimedAt(place, value, owner, node));
		});
	}

	#aimedAt(place: Place, value: Node, owner: Node, task: Node): Aimed {
		const { line } = value;
		const namespace = this.#resolve(value);
		if (place.pattern) return { aim: { is: 'pattern', pattern: namespace }, line };
		const flowNode = place.flow === undefined ? undefined : childOf(owner, place.flow);
		const flow = flowNode && this.#resolve(flowNode);
		const { takes, unsure } = childrenOf(place, task);
		if (takes && !flow)
			return { aim: { is: 'with children', namespace }, line, ...(unsure && { unsure }) };
		return { aim: { is: 'namespace', namespace, ...(flow && { flow }) }, line };
	}

	#resolve(value: Node): Resolved {
		if (value.is !== 'scalar') return unquoted;
		this.#read.add(value);
		return resolveText(value.text, this.#scope);
	}

	#readTrigger(node: Node, spot: Spot): void {
		for (const upstream of upstreamsOf(node, this.#scope)) {
			for (const scalar of upstream.read) this.#read.add(scalar);
			this.found.references.push({
				kind: 'listen',
				line: upstream.line,
				where: `${spot.task}: Flow trigger`,
				aim: { is: 'upstream', upstream },
				disabled: spot.disabled,
			});
		}
	}

	#readNamespaceFiles(node: MapNode, spot: Spot): void {
		for (const value of itemsOf(childOf(childOf(node, 'namespaceFiles'), 'namespaces')))
			this.found.references.push({
				kind: 'file',
				line: value.line,
				where: `${spot.task}: namespaceFiles`,
				aim: { is: 'namespace', namespace: this.#resolve(value) },
				disabled: spot.disabled,
			});
	}

	/** Reusable inputs and assets may name a namespace. */
	#readEnterprise(node: MapNode, spot: Spot): void {
		const isInput = spot.path === 'inputs' && childOf(node, 'ref') !== undefined;
		const isAsset =
			spot.path === 'assets' || /models\.assets\./.test(textOf(childOf(node, 'type')) ?? '');
		const value = isInput || isAsset ? childOf(node, 'namespace') : undefined;
		if (!value) return;
		this.found.references.push({
			kind: 'look',
			line: value.line,
			where: `${spot.task}: ${isInput ? 'reusable input' : 'asset'}`,
			aim: { is: 'namespace', namespace: this.#resolve(value) },
			disabled: spot.disabled,
		});
	}

	#isOwn(namespace: Resolved): boolean {
		return namespace.known && namespace.value === this.#scope.namespace;
	}

	#use(kind: UseKind, name: string): void {
		const both = `${kind} ${name}`;
		if (this.#used.has(both)) return;
		this.#used.add(both);
		this.found.uses.push({ kind, name });
	}

	#readText(scalar: Scalar, spot: Spot): void {
		const { references, uses, live } = readText(scalar, spot, this.#scope);
		// A call takes only so many arguments, and a text may have more references.
		for (const reference of references) this.found.references.push(reference);
		for (const { kind, name } of uses) this.#use(kind, name);
		this.#texts.push({ scalar, live });
	}

	/** Keeps the words of texts that no rule read, so that namespaces can be searched for among them. */
	safetyNet(): void {
		for (const { scalar, live } of this.#texts)
			if (!this.#read.has(scalar)) keepWords(this.found.words, scalar, live);
	}
}
