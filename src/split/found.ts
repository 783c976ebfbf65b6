/** What was found in one flow, before it is known which namespaces there are. */
import type { UseKind } from './inventory.ts';
import type { KindId } from './kinds.ts';
import type { Upstream } from './listens.ts';
import type { Resolved } from './resolve.ts';

/** A target as it is written, before it is known which namespaces there are. */
export type Aim =
	| { readonly is: 'namespace'; readonly namespace: Resolved; readonly flow?: Resolved }
	| { readonly is: 'with children'; readonly namespace: Resolved }
	| { readonly is: 'pattern'; readonly pattern: Resolved }
	| { readonly is: 'everything' }
	/** A pair or a secret of the own namespace, or of one above it, by a name that only a run tells. */
	| { readonly is: 'name'; readonly source: string }
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

/** A name that each part must have. */
export interface NameUsed {
	readonly kind: UseKind;
	readonly name: string;
}

/** What was found in one flow. */
export interface FlowFound {
	readonly references: Found[];
	readonly uses: NameUsed[];
	readonly incoming: { readonly line: number; readonly id: string }[];
	/** Words in texts that no rule read, with their lines: candidates for the safety net. */
	readonly words: Map<string, number[]>;
	scripts: number;
	prompts: number;
}

/** Where a node stands. */
export interface Spot {
	/** The path of keys. */
	readonly path: string;
	/** Whether it is an item of a list. */
	readonly listed: boolean;
	/** The id of the innermost task or trigger, or the key of the flow it stands under. */
	readonly task: string;
	readonly disabled: boolean;
}
