/** What was found in the files, before anyone says what the parts are. Plain data: a worker hands it over. */
import type { KindId } from './kinds.ts';
import type { Unread } from './read-file.ts';

/** A flow, by its place in the list of flows. */
export type FlowIndex = number;

/** A flow that was read. */
export interface Flow {
	readonly namespace: string;
	readonly id: string;
	readonly file: string;
}

/** What a reference leads to. */
export type Target =
	/** One namespace, and perhaps one flow in it. `flow` is undefined where any flow, or no flow, is meant. */
	| { readonly is: 'one'; readonly namespace: string; readonly flow?: string }
	/** Those namespaces of the folder that match; `words` say how it is written. */
	| { readonly is: 'several'; readonly words: string; readonly namespaces: readonly string[] }
	| { readonly is: 'everything' }
	/** Only a run would tell; `words` are what is written. */
	| { readonly is: 'unknown'; readonly words: string };

/** One reference to something outside of the flow. */
export interface Reference {
	readonly kind: KindId;
	readonly flow: FlowIndex;
	/** In the file, from 1. */
	readonly line: number;
	/** Task or trigger and what it is, such as `tasks.load: Subflow` or `kv('region', …)`. */
	readonly where: string;
	readonly target: Target;
	/** Whether the target's namespace has a flow in the folder; with a flow named, whether that flow is there. */
	readonly inFolder: boolean;
	/** Why the target is not sure. */
	readonly unsure?: string;
	/** Whether the task, the trigger or the flow is disabled. */
	readonly disabled?: true;
}

/** What a flow reads by a name that each part must have. */
export type UseKind = 'secret' | 'kv' | 'envs' | 'globals' | 'namespace';

export interface Use {
	readonly kind: UseKind;
	readonly name: string;
	readonly flow: FlowIndex;
}

/** A webhook or another trigger with an address of its own. Its key is a secret and is not kept. */
export interface Incoming {
	readonly flow: FlowIndex;
	readonly line: number;
	readonly id: string;
}

/** A place where the text names a namespace and no rule read it. */
export interface Mention {
	readonly flow: FlowIndex;
	readonly line: number;
	readonly namespace: string;
}

/** A file whose documents are no flows. */
export interface NotFlow {
	readonly file: string;
	/** What it looks like instead, in a few words. */
	readonly looksLike: string;
}

/** Everything that was found in the files. */
export interface Inventory {
	/** Files that were looked at. */
	readonly files: number;
	readonly flows: readonly Flow[];
	readonly references: readonly Reference[];
	readonly uses: readonly Use[];
	readonly incoming: readonly Incoming[];
	readonly mentions: readonly Mention[];
	/** Files, or parts of them, that could not be read. */
	readonly unread: readonly Unread[];
	/** What was read although Kestra refuses it. */
	readonly refused: readonly Unread[];
	readonly notFlows: readonly NotFlow[];
	/** What no rule can look into, counted. */
	readonly opaque: {
		/** Tasks that run a script or commands. */
		readonly scripts: number;
		/** Tasks that hand a prompt to a model. */
		readonly prompts: number;
	};
}
