/** What a split does to what was found. */
import { groupBy } from './group.ts';
import type { Flow, Incoming, Inventory, Mention, Reference } from './inventory.ts';
import { type Effect, type Kind, kindOf, kinds, type Separation } from './kinds.ts';
import { type Need, needsOf, type OwnNeeds, parentsOf } from './needs.ts';
import { type Mapping, type PartOf, partsBy } from './parts.ts';
import { everyOther, type Placed, Places, type Verdict } from './places.ts';

/** What the reader chose. */
export interface Split {
	readonly separation: Separation;
	readonly mapping: Mapping;
}

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
		/** From, or to, a namespace in no part. */
		readonly noPart: number;
		readonly unknown: number;
		/** To a namespace without a flow in the files. */
		readonly outside: number;
		/** To a flow that is not in the files, in a namespace that has flows there. */
		readonly missing: number;
		/** Flows in no part. */
		readonly flowsWithoutPart: number;
	};
	/** Calls to Kestra's own API that stay within their part, or whose target is not known. */
	readonly addresses: readonly Reference[];
	/** References from or to namespaces that have flows in the files and are in no part: nobody can say yet whether they cross. */
	readonly noPart: readonly Reference[];
	/** References to namespaces whose part has no flow in the files. */
	readonly outside: readonly Reference[];
	readonly unknown: readonly Reference[];
	readonly needs: readonly Need[];
	readonly ownNeeds: readonly OwnNeeds[];
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
	const listed = split.mapping.by === 'list' ? split.mapping.parts : [];
	const places = new Places(
		flows,
		[...parts, ...listed].map(({ name }) => name),
		partOf,
	);
	const placed = references.map((reference) => places.of(reference));
	const withVerdict = (verdict: Verdict) =>
		placed.filter((each) => each.verdict === verdict).map(({ reference }) => reference);
	const unknown = withVerdict('unknown');
	const outside = withVerdict('outside');
	const noPart = withVerdict('no part');
	const needs = needsOf(inventory, partOf);
	const namespaces = new Set(flows.map(({ namespace }) => namespace));
	return {
		split,
		flows,
		files: inventory.files,
		parts,
		crossings: crossingsOf(placed, split),
		counts: {
			references: references.length,
			crossing: withVerdict('crosses').length,
			noPart: noPart.length,
			unknown: unknown.length,
			outside: outside.length,
			missing: references.filter(
				({ target, inFolder }) =>
					target.is === 'one' && !inFolder && namespaces.has(target.namespace),
			).length,
			flowsWithoutPart: flows.filter(({ namespace }) => places.withoutPart.has(namespace)).length,
		},
		addresses: withVerdict('address'),
		noPart,
		outside,
		unknown,
		needs: needs.shared,
		ownNeeds: needs.own,
		parents: parentsOf(flows, partOf),
		incoming: inventory.incoming,
		mentions: inventory.mentions.filter(
			({ flow, namespace }) => !places.areTogether(flow, namespace),
		),
		withoutPart: [...places.withoutPart].sort(),
		twice: twiceIn(flows),
		hasCalls: references.some(({ kind }) => kind === 'call'),
		unread: inventory.unread,
		refused: inventory.refused,
		notFlows: inventory.notFlows,
		opaque: inventory.opaque,
	};
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

function crossingsOf(placed: readonly Placed[], { separation }: Split): Crossing[] {
	const pairs = new Map<string, { from: string; to: string; references: Reference[] }>();
	for (const { reference, verdict, from, to } of placed) {
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

function twiceIn(flows: readonly Flow[]): SplitResult['twice'] {
	const byName = groupBy(flows, ({ namespace, id }) => `${namespace}.${id}`);
	return [...byName]
		.filter(([, same]) => same.length > 1)
		.map(([name, same]) => ({ name, files: [...new Set(same.map(({ file }) => file))] }));
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
