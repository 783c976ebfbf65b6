/** Finds in one flow everything that refers to something outside of it. */
import { apiAddressesIn } from './api-addresses.ts';
import { type Argument, type Call, type Expressions, readExpressions } from './expressions.ts';
import type { UseKind } from './inventory.ts';
import type { KindId } from './kinds.ts';
import { type Upstream, upstreamsOf } from './listens.ts';
import { type Resolved, resolveArgument, resolveText, type Scope } from './resolve.ts';
import {
	flowTriggers,
	functionRules,
	incomingTriggers,
	type Place,
	ruleFor,
	type TypeRule,
} from './rules.ts';
import { childOf, itemsOf, lineAt, type MapNode, type Node, type Scalar, textOf } from './tree.ts';
import { blanked, keepWords, type Range } from './unread-text.ts';

/** A target as it is written, before it is known which namespaces there are. */
export type Aim =
	| { readonly is: 'namespace'; readonly namespace: Resolved; readonly flow?: Resolved }
	| { readonly is: 'with children'; readonly namespace: Resolved }
	| { readonly is: 'pattern'; readonly pattern: Resolved }
	| { readonly is: 'everything' }
	| { readonly is: 'upstream'; readonly upstream: Upstream };

/** A reference as it is written. */
export interface Found {
	readonly kind: KindId;
	readonly line: number;
	readonly where: string;
	readonly aim: Aim;
	readonly unsure?: string;
	readonly disabled: boolean;
}

/** What was found in one flow. */
export interface FlowFound {
	readonly references: Found[];
	readonly uses: { readonly kind: UseKind; readonly name: string }[];
	readonly incoming: { readonly line: number; readonly id: string }[];
	/** Words in texts that no rule read, with their lines: candidates for the safety net. */
	readonly words: Map<string, number[]>;
	scripts: number;
	prompts: number;
}

/** Keys whose text names the thing itself. */
const names = new Set(['id', 'type']);
/** Keys whose text is for people. It refers to nothing, and the safety net reads it. */
const forPeople = new Set(['description', 'displayName', 'documentation', 'title', 'labels']);
/** Keys of a flow that refer to nothing. `extend` holds the text of a blueprint's page. */
const ignored = new Set(['id', 'namespace', 'extend']);
/** Finds everything in a flow. */
export function findInFlow(flow: MapNode, scope: Scope): FlowFound {
	const finder = new Finder(scope, defaultsOf(flow));
	for (const { key, value } of flow.entries)
		if (forPeople.has(key)) finder.keepText(value);
		else if (!ignored.has(key))
			finder.walk(value, {
				path: key,
				task: key,
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

/** Where a node stands. */
interface Spot {
	/** The path of keys. */
	readonly path: string;
	/** The id of the innermost task or trigger, or the key of the flow it stands under. */
	readonly task: string;
	readonly disabled: boolean;
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
		else if (node.is === 'list') for (const item of node.items) this.walk(item, spot);
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
		const here: Spot = {
			path: spot.path,
			task: textOf(childOf(node, 'id')) ?? spot.task,
			disabled: spot.disabled || textOf(childOf(node, 'disabled')) === 'true',
		};
		// The values of defaults are read where a task takes them.
		const isDefault = /^(pluginDefaults|taskDefaults)$/.test(spot.path);
		if (type?.startsWith('io.kestra.') && !isDefault) this.#readTyped(node, type, here);
		this.#readNamespaceFiles(node, here);
		this.#readEnterprise(node, here);
		for (const { key, value } of node.entries) {
			if (names.has(key) && value.is === 'scalar') continue;
			if (forPeople.has(key) && value.is === 'scalar') {
				this.keepText(value);
				continue;
			}
			// A webhook's key is a secret.
			if (key === 'key' && type && incomingTriggers.includes(type)) continue;
			if (key === 'prompt' || key === 'systemMessage') this.found.prompts++;
			this.walk(value, { ...here, path: isDefault ? spot.path : key });
		}
	}

	#readTyped(node: MapNode, type: string, spot: Spot): void {
		if (/\.plugin\.scripts\.|\.core\.tasks\.scripts\./.test(type)) this.found.scripts++;
		else if (childOf(node, 'commands') ?? childOf(node, 'script')) this.found.scripts++;
		if (incomingTriggers.includes(type))
			this.found.incoming.push({ line: node.line, id: textOf(childOf(node, 'id')) ?? '' });
		if (flowTriggers.includes(type)) this.#readTrigger(node, spot);
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

	#readRule(rule: TypeRule, node: MapNode, type: string, spot: Spot): void {
		const name = type.split('.').at(-1) ?? type;
		const shared = {
			kind: rule.kind,
			where: `${spot.task}: ${name}`,
			disabled: spot.disabled,
			...(rule.note && { unsure: rule.note }),
		};
		const aims = rule.places.flatMap((place) => this.#aimsOf(place, node));
		for (const { aim, line } of aims) this.found.references.push({ ...shared, aim, line });
		if (rule.kind === 'kv') {
			const key = textOf(childOf(node, 'key'));
			// A pair of its own namespace is needed wherever the flow goes.
			if (key && aims.every(({ aim }) => 'namespace' in aim && this.#isOwn(aim.namespace)))
				this.#use('kv', key);
		}
		if (aims.length > 0 || rule.unnamed === 'own') return;
		const aim: Aim =
			rule.unnamed === 'everything'
				? { is: 'everything' }
				: { is: 'namespace', namespace: { known: false, source: 'no namespace is written' } };
		this.found.references.push({ ...shared, aim, line: node.line });
	}

	#aimsOf(place: Place, node: MapNode): { readonly aim: Aim; readonly line: number }[] {
		const steps = place.namespace.split('.');
		const last = steps.pop() ?? '';
		let owners: readonly Node[] = [node];
		for (const step of steps)
			owners = owners.flatMap((owner) => itemsOf(childOf(owner, step.replace('[]', ''))));
		return owners.flatMap((owner) => {
			const values = itemsOf(childOf(owner, last.replace('[]', '')));
			return values.map((value) => ({
				line: value.line,
				aim: this.#aimOf(place, value, owner, node),
			}));
		});
	}

	#aimOf(place: Place, value: Node, owner: Node, task: Node): Aim {
		const namespace = this.#resolve(value);
		if (place.pattern) return { is: 'pattern', pattern: namespace };
		const flowNode = place.flow === undefined ? undefined : childOf(owner, place.flow);
		const flow = flowNode && this.#resolve(flowNode);
		const said = place.children && textOf(childOf(task, place.children));
		const children =
			place.withChildren ?? (place.childrenByDefault ? said !== 'false' : said === 'true');
		if (children && !flow) return { is: 'with children', namespace };
		return { is: 'namespace', namespace, ...(flow && { flow }) };
	}

	#resolve(value: Node): Resolved {
		if (value.is !== 'scalar') return { known: false, source: 'an unquoted {{ … }}' };
		this.#read.add(value);
		return resolveText(value.text, this.#scope);
	}

	#readTrigger(node: MapNode, spot: Spot): void {
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
		const expressions = readExpressions(scalar.text);
		const ranges: Range[] = [];
		const blank = (start: number, end: number) => ranges.push([start, end]);
		for (const call of expressions.calls) this.#readCall(call, scalar, spot, blank);
		for (const { path } of expressions.variables) {
			const [root, ...names] = path;
			if ((root === 'envs' || root === 'globals' || root === 'namespace') && names.length > 0)
				this.#use(root, names.join('.'));
		}
		this.#readFileAddresses(expressions, scalar, spot, blank);
		this.#readApiAddresses(expressions, scalar, spot, blank);
		this.#texts.push({ scalar, live: blanked(expressions.live, ranges) });
	}

	#readCall(
		call: Call,
		scalar: Scalar,
		spot: Spot,
		blank: (start: number, end: number) => unknown,
	): void {
		const rule = Object.hasOwn(functionRules, call.name) ? functionRules[call.name] : undefined;
		const argument = (name: string): Argument | undefined =>
			call.arguments.find((each) => each.name === name) ??
			(rule
				? call.arguments.filter((each) => each.name === undefined)[rule.arguments.indexOf(name)]
				: undefined);
		const namespace = argument('namespace');
		const first = rule && argument(rule.arguments[0] ?? '');
		const resolved = namespace && resolveArgument(namespace, this.#scope);
		if (
			(call.name === 'kv' || call.name === 'secret') &&
			first?.literal !== undefined &&
			(!resolved || this.#isOwn(resolved))
		)
			this.#use(call.name, first.literal);
		if (namespace && resolved) {
			blank(namespace.start, namespace.end);
			this.found.references.push({
				kind: rule?.kind ?? 'look',
				line: lineAt(scalar, call.start),
				where: `${spot.task}: ${call.name}(${first?.literal === undefined ? '…' : `'${first.literal}'`}, …)`,
				aim: { is: 'namespace', namespace: resolved },
				disabled: spot.disabled,
			});
		}
	}

	/** `nsfile://namespace/path`; with three slashes it is the flow's own namespace. */
	#readFileAddresses(
		expressions: Expressions,
		scalar: Scalar,
		spot: Spot,
		blank: (start: number, end: number) => unknown,
	): void {
		const pattern = /nsfile:\/\/(?<host>\{\{[^}]*\}\}|[\w.-]+)?(?<slash>\/)?/g;
		for (const match of expressions.live.matchAll(pattern)) {
			const { host, slash } = match.groups ?? {};
			if (!host && slash) continue;
			blank(match.index, match.index + match[0].length);
			this.found.references.push({
				kind: 'file',
				line: lineAt(scalar, match.index),
				where: `${spot.task}: nsfile://`,
				aim: {
					is: 'namespace',
					namespace: host ? resolveText(host, this.#scope) : { known: false, source: 'nsfile://…' },
				},
				disabled: spot.disabled,
			});
		}
	}

	#readApiAddresses(
		{ live }: Expressions,
		scalar: Scalar,
		spot: Spot,
		blank: (start: number, end: number) => unknown,
	): void {
		for (const { start, end, resource, namespace, isOwn } of apiAddressesIn(live)) {
			if (namespace !== undefined) blank(start, end);
			this.found.references.push({
				kind: 'api',
				line: lineAt(scalar, start),
				where: `${spot.task}: /api/v1/…${resource}`,
				aim: {
					is: 'namespace',
					namespace:
						namespace === undefined
							? { known: false, source: `/api/v1/…${resource}` }
							: resolveText(namespace, this.#scope),
				},
				...(!isOwn && { unsure: 'it may be the API of another product' }),
				disabled: spot.disabled,
			});
		}
	}

	/** Keeps the words of texts that no rule read, so that namespaces can be searched for among them. */
	safetyNet(): void {
		for (const { scalar, live } of this.#texts)
			if (!this.#read.has(scalar)) keepWords(this.found.words, scalar, live);
	}
}
