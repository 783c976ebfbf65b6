/** What a split does to what was found. */
import { groupBy } from './group.ts';
import type { Flow, Incoming, Inventory, Mention, Reference, UseKind } from './inventory.ts';
import { type Effect, type Kind, kindOf, kinds, type Separation } from './kinds.ts';
import { type Mapping, type PartOf, partsBy } from './parts.ts';

/** What the reader chose. */
export interface Split {
	readonly separation: Separation;
	readonly mapping: Mapping;
}

/** Stands for every part but the own one. */
export const everyOther = '*';

/** References of one kind from one part to another. */
export interface CrossingKind {
	readonly kind: Kind;
	readonly effect: Effect;
	readonly references: readonly Reference[];
}

/** What crosses from one part to another, or to every other (`to` is then `everyOther`). */
export interface Crossing {
	readonly from: string;
	readonly to: string;
	readonly kinds: readonly CrossingKind[];
	readonly count: number;
}

/** A name that several parts need. */
export interface Need {
	readonly kind: UseKind;
	readonly name: string;
	readonly parts: readonly string[];
	readonly flows: number;
}

export interface PartCount {
	readonly name: string;
	readonly flows: number;
	readonly namespaces: number;
}

/** Everything that the page and the report say. */
export interface SplitResult {
	readonly split: Split;
	readonly flows: readonly Flow[];
	readonly files: number;
	readonly parts: readonly PartCount[];
	readonly crossings: readonly Crossing[];
	/** Each reference once, however many parts it reaches. */
	readonly counts: {
		readonly references: number;
		readonly crossing: number;
		readonly unknown: number;
		readonly outside: number;
	};
	/** Calls to Kestra's own API that stay within their part, or whose target is not known. */
	readonly addresses: readonly Reference[];
	/** References to namespaces whose part has no flow in the files. */
	readonly outside: readonly Reference[];
	readonly unknown: readonly Reference[];
	readonly needs: readonly Need[];
	readonly parents: readonly { readonly namespace: string; readonly parts: readonly string[] }[];
	readonly incoming: readonly Incoming[];
	readonly mentions: readonly Mention[];
	/** Namespaces with flows that no part takes. */
	readonly withoutPart: readonly string[];
	/** Flows that several files have. */
	readonly twice: readonly { readonly name: string; readonly files: readonly string[] }[];
	readonly hasCalls: boolean;
	readonly unread: Inventory['unread'];
	readonly refused: Inventory['refused'];
	readonly notFlows: Inventory['notFlows'];
	readonly opaque: Inventory['opaque'];
}

/** Computes the result. Pure and fast: it is done anew with each choice. */
export function splitResult(inventory: Inventory, split: Split): SplitResult {
	const { flows, references } = inventory;
	const partOf = partsBy(split.mapping);
	const parts = partCounts(flows, partOf);
	const places = new Places(flows, parts, partOf, split);
	const sorted = references.map((reference) => ({ reference, ...places.of(reference) }));
	const withVerdict = (verdict: Verdict) =>
		sorted.filter((each) => each.verdict === verdict).map(({ reference }) => reference);
	const unknown = withVerdict('unknown');
	const outside = withVerdict('outside');
	const named = namedBy(references);
	return {
		split,
		flows,
		files: inventory.files,
		parts,
		crossings: crossingsOf(sorted, split),
		counts: {
			references: references.length,
			crossing: withVerdict('crosses').length,
			unknown: unknown.length,
			outside: outside.length,
		},
		addresses: withVerdict('address'),
		outside,
		unknown,
		needs: needsOf(inventory, partOf),
		parents: parentsOf(flows, partOf),
		incoming: inventory.incoming,
		mentions: inventory.mentions.filter(
			({ flow, namespace }) =>
				places.partOfFlow(flow) !== partOf(namespace) && !named.has(`${flow} ${namespace}`),
		),
		withoutPart: [...new Set(flows.map(({ namespace }) => namespace))].filter(
			(namespace) => partOf(namespace) === undefined,
		),
		twice: twiceIn(flows),
		hasCalls: references.some(({ kind }) => kind === 'call'),
		unread: inventory.unread,
		refused: inventory.refused,
		notFlows: inventory.notFlows,
		opaque: inventory.opaque,
	};
}

type Verdict = 'stays' | 'crosses' | 'outside' | 'unknown' | 'address';

interface Sorted {
	readonly reference: Reference;
	readonly verdict: Verdict;
	readonly from?: string | undefined;
	readonly to: readonly string[];
}

/** Says where references lead. */
class Places {
	readonly #flows: readonly Flow[];
	readonly #partOf: PartOf;
	readonly #parts: ReadonlySet<string>;

	constructor(
		flows: readonly Flow[],
		parts: readonly PartCount[],
		partOf: PartOf,
		{ mapping }: Split,
	) {
		this.#flows = flows;
		this.#partOf = partOf;
		const listed = mapping.by === 'list' ? mapping.parts : [];
		this.#parts = new Set([...parts, ...listed].map(({ name }) => name));
	}

	partOfFlow(flow: number): string | undefined {
		return this.#partOf(this.#flows[flow]?.namespace ?? '');
	}

	of(reference: Reference): Omit<Sorted, 'reference'> {
		const from = this.partOfFlow(reference.flow);
		const to = this.#reached(reference, from);
		const isApi = reference.kind === 'api';
		if (to === 'unknown') return { verdict: isApi ? 'address' : 'unknown', from, to: [] };
		if (to === 'outside') return { verdict: isApi ? 'address' : 'outside', from, to: [] };
		if (to.length === 0) return { verdict: isApi ? 'address' : 'stays', from, to };
		return { verdict: 'crosses', from, to };
	}

	/** The other parts that a reference reaches. */
	#reached(
		{ target }: Reference,
		from: string | undefined,
	): readonly string[] | 'unknown' | 'outside' {
		if (target.is === 'unknown') return 'unknown';
		if (target.is === 'everything') return this.#parts.size > 1 ? [everyOther] : [];
		const namespaces = target.is === 'one' ? [target.namespace] : target.namespaces;
		const parts = new Set(
			namespaces.flatMap((namespace) => {
				const part = this.#partOf(namespace);
				return part !== undefined && this.#parts.has(part) ? part : [];
			}),
		);
		if (parts.size === 0 || from === undefined)
			return namespaces.some((namespace) => this.#partOf(namespace) === from && from !== undefined)
				? []
				: 'outside';
		parts.delete(from);
		return [...parts];
	}
}

function partCounts(flows: readonly Flow[], partOf: PartOf): PartCount[] {
	const byPart = groupBy(flows, ({ namespace }) => partOf(namespace));
	return [...byPart]
		.flatMap(([name, members]) =>
			name === undefined
				? []
				: [
						{
							name,
							flows: members.length,
							namespaces: new Set(members.map(({ namespace }) => namespace)).size,
						},
					],
		)
		.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function crossingsOf(sorted: readonly Sorted[], { separation }: Split): Crossing[] {
	const pairs = new Map<string, { from: string; to: string; references: Reference[] }>();
	for (const { reference, verdict, from, to } of sorted) {
		if (verdict !== 'crosses' || from === undefined) continue;
		for (const part of to) {
			const key = JSON.stringify([from, part]);
			const pair = pairs.get(key) ?? { from, to: part, references: [] };
			pair.references.push(reference);
			pairs.set(key, pair);
		}
	}
	return [...pairs.values()]
		.map(({ from, to, references }) => ({
			from,
			to,
			count: references.length,
			kinds: kinds.flatMap(({ id }) => {
				const those = references.filter(({ kind }) => kind === id);
				const kind = kindOf(id);
				return those.length > 0
					? [{ kind, effect: kind.effects[separation], references: those }]
					: [];
			}),
		}))
		.sort((one, other) => (one.from + one.to < other.from + other.to ? -1 : 1));
}

function needsOf({ flows, uses }: Inventory, partOf: PartOf): Need[] {
	const byName = groupBy(uses, ({ kind, name }) => `${kind} ${name}`);
	return [...byName.values()]
		.flatMap((group): Need[] => {
			const parts = new Set(
				group.flatMap(({ flow }) => partOf(flows[flow]?.namespace ?? '') ?? []),
			);
			const [first] = group;
			return first && parts.size > 1
				? [{ kind: first.kind, name: first.name, parts: [...parts].sort(), flows: group.length }]
				: [];
		})
		.sort((one, other) => (one.kind + one.name < other.kind + other.name ? -1 : 1));
}

/** Namespaces above several parts: their pairs, variables, files and secrets reach all of them today. */
function parentsOf(flows: readonly Flow[], partOf: PartOf): SplitResult['parents'] {
	const parents = new Map<string, Set<string>>();
	for (const { namespace } of flows) {
		const part = partOf(namespace);
		if (part === undefined) continue;
		const segments = namespace.split('.');
		for (let length = 1; length <= segments.length; length++) {
			const parent = segments.slice(0, length).join('.');
			parents.set(parent, (parents.get(parent) ?? new Set()).add(part));
		}
	}
	return [...parents]
		.filter(([, parts]) => parts.size > 1)
		.map(([namespace, parts]) => ({ namespace, parts: [...parts].sort() }));
}

function twiceIn(flows: readonly Flow[]): SplitResult['twice'] {
	const byName = groupBy(flows, ({ namespace, id }) => `${namespace}.${id}`);
	return [...byName]
		.filter(([, same]) => same.length > 1)
		.map(([name, same]) => ({ name, files: [...new Set(same.map(({ file }) => file))] }));
}

/** Which flow refers to which namespace, as far as rules have read it. */
function namedBy(references: readonly Reference[]): Set<string> {
	return new Set(
		references.flatMap(({ flow, target }) =>
			target.is === 'one'
				? [`${flow} ${target.namespace}`]
				: target.is === 'several'
					? target.namespaces.map((namespace) => `${flow} ${namespace}`)
					: [],
		),
	);
}

/** How many references go out of a part, and how many come from other parts; what reaches every part comes too. */
export function trafficOf(
	crossings: readonly Crossing[],
	part: string,
): { readonly out: number; readonly into: number } {
	let out = 0;
	let into = 0;
	for (const { from, to, count } of crossings) {
		if (from === part) out += count;
		else if (to === part || to === everyOther) into += count;
	}
	return { out, into };
}
