/** What the page and its worker say to each other. */
import type { Inventory } from '~/split/inventory.ts';
import type { NamedFile } from './given.ts';

/** To the worker: read these. */
export interface ReadOrder {
	readonly files: readonly NamedFile[];
}

/** From the worker: how far it is, and in the end what it found. */
export type ReadReport =
	| { readonly is: 'progress'; readonly done: number; readonly total: number }
	| { readonly is: 'done'; readonly inventory: Inventory };
