/** Says where references lead, once the parts are known. */
import type { Flow, Reference } from './inventory.ts';
import { type PartOf, upwards } from './parts.ts';

/** Stands for every part but the own one. */
export const everyOther = '*';

/**
 * - `stays`: within its part
 * - `crosses`: to another part
 * - `no part`: from, or to, a namespace with flows that is in no part
 * - `outside`: to a namespace without flows in the files
 * - `unknown`: only a run tells
 * - `address`: a call to Kestra's own API that does not cross, or whose target is not known
 */
export type Verdict = 'stays' | 'crosses' | 'no part' | 'outside' | 'unknown' | 'address';

/** Where a reference leads. */
export interface Placed {
	readonly reference: Reference;
	readonly verdict: Verdict;
	readonly from?: string | undefined;
	/** The other parts that it reaches. */
	readonly to: readonly string[];
}

type Reached = readonly string[] | 'unknown' | 'outside' | 'no part';

/** Says where references lead. */
export class Places {
	readonly #flows: readonly Flow[];
	readonly #partOf: PartOf;
	readonly #parts: ReadonlySet<string>;
	/** Namespaces with flows that no part takes. */
	readonly withoutPart: ReadonlySet<string>;

	/** @param parts the names of all parts: those with flows, and those that the reader lists */
	constructor(flows: readonly Flow[], parts: Iterable<string>, partOf: PartOf) {
		this.#flows = flows;
		this.#partOf = partOf;
		this.#parts = new Set(parts);
		this.withoutPart = new Set(
			flows.map(({ namespace }) => namespace).filter((each) => partOf(each) === undefined),
		);
	}

	partOfFlow(flow: number): string | undefined {
		return this.#partOf(this.#flows[flow]?.namespace ?? '');
	}

	/** Whether a flow and a namespace stay together, whatever becomes of the parts. */
	areTogether(flow: number, namespace: string): boolean {
		const from = this.partOfFlow(flow);
		return from === undefined
			? this.#flows[flow]?.namespace === namespace
			: from === this.#partOf(namespace);
	}

	of(reference: Reference): Placed {
		const from = this.partOfFlow(reference.flow);
		const reached = this.#reached(reference, from);
		if (typeof reached !== 'string' && reached.length > 0)
			return { reference, verdict: 'crosses', from, to: reached };
		const verdict = typeof reached === 'string' ? reached : 'stays';
		const isAddress = reference.kind === 'api' && verdict !== 'no part';
		return { reference, verdict: isAddress ? 'address' : verdict, from, to: [] };
	}

	#reached({ target }: Reference, from: string | undefined): Reached {
		if (target.is === 'unknown') return 'unknown';
		if (target.is === 'everything') {
			if (from !== undefined && this.#parts.size > 1) return [everyOther];
			// What acts on everything reaches a flow in no part, or comes from one, however few parts there are.
			return this.withoutPart.size > 0 ? 'no part' : [];
		}
		const namespaces = target.is === 'one' ? [target.namespace] : target.namespaces;
		const standing = new Set(namespaces.map((each) => this.#standing(each)));
		const hasNone = standing.delete('no part');
		standing.delete('outside');
		const parts = [...standing].flatMap((each) => (typeof each === 'string' ? [] : each.part));
		if (from === undefined) return parts.length > 0 || hasNone ? 'no part' : 'outside';
		const others = [...new Set(parts)].filter((part) => part !== from);
		if (others.length > 0) return others;
		if (hasNone) return 'no part';
		return parts.length > 0 ? [] : 'outside';
	}

	#standing(namespace: string): { readonly part: string } | 'no part' | 'outside' {
		const part = this.#partOf(namespace);
		if (part !== undefined) return this.#parts.has(part) ? { part } : 'outside';
		for (const each of upwards(namespace)) if (this.withoutPart.has(each)) return 'no part';
		return 'outside';
	}
}
