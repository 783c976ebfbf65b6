/** What the parts of a README are made of. */
import { code } from '../export/markdown.ts';
import { rulesVersion } from '../kestra/decision-model.ts';
import { guideAddress } from '../url/query.ts';
import type { KitFile, KitSource } from './kit-file.ts';
import type { Delivery, Place } from './places.ts';

/** What a part of the README is made from. */
export interface ReadmeSource extends KitSource {
	readonly places: readonly Place[];
	readonly deliveries: readonly Delivery[];
	/** All other files of the kit. */
	readonly files: readonly KitFile[];
}

/** A block of commands. */
export const commands = (lines: readonly string[]): string =>
	`\`\`\`sh\n${lines.join('\n')}\n\`\`\``;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** “a”, “a and b”, “a, b and c”, each as code. */
export function codes(words: readonly string[]): string {
	const last = words.at(-1);
	if (last === undefined) return '';
	const before = words.slice(0, -1);
	return before.length === 0 ? code(last) : `${before.map(code).join(', ')} and ${code(last)}`;
}

/** Whether the kit has such a file. */
export const has = ({ files }: Pick<ReadmeSource, 'files'>, path: string): boolean =>
	files.some((file) => file.path === path);

/** The address of the guide that shows this plan and this kit. */
export const kitAddress = ({ given, way }: Pick<KitSource, 'given' | 'way'>): string =>
	guideAddress(given, [
		['way', way],
		['rules', rulesVersion],
	]);
