/** What a kit is made of, and what it is made from. */
import type { RecordSource } from '../export/record-text.ts';

/** The ways to production that a kit can hold, the first being the default of plans without a better one. */
export const ways = ['github', 'gitlab', 'git'] as const;

/** How flows reach production: a pipeline of GitHub or GitLab, or flows that push to Git and pull from it. */
export type Way = (typeof ways)[number];

/** One file of a kit. */
export interface KitFile {
	/** Relative to the kit's folder, with slashes; letters, digits and `._-` only. */
	readonly path: string;
	readonly text: string;
}

/** Input of a kit. */
export interface KitSource extends RecordSource {
	readonly way: Way;
	/** The version of Kestra that the kit is for. */
	readonly kestra: { readonly version: string; readonly release: string };
}

/** Whether a text names a way. */
export const isWay = (text: string | undefined): text is Way =>
	(ways as readonly (string | undefined)[]).includes(text);
