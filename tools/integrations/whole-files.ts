import { closeSync, globSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The last characters of a file. */
function endOf(file: string, size: number): string {
	const end = Buffer.alloc(Math.min(size, 64));
	const opened = openSync(file, 'r');
	readSync(opened, end, 0, end.length, size - end.length);
	closeSync(opened);
	return end.toString();
}

/**
 * The files of a built site that are empty, and the pages that end before their end.
 * @param root the built folder
 */
export function cutOff(root: string): readonly string[] {
	return globSync('**/*', { cwd: root, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => {
			const { size } = statSync(file);
			if (size === 0) return true;
			return file.endsWith('.html') && !/<\/html>\s*$/.test(endOf(file, size));
		})
		.map((file) => file.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''))
		.sort();
}

/** Very last step of a build: stops it when a file is empty or a page is cut off, whoever wrote it. */
export function wholeFiles(): AstroIntegration {
	return {
		name: 'whole-files',
		hooks: {
			'astro:build:done': ({ dir }) => {
				const files = cutOff(fileURLToPath(dir));
				if (files.length > 0)
					throw new Error(
						`The built site is not whole: ${files.join(', ')} ${files.length === 1 ? 'is' : 'are'} empty or cut off. Build again; if it happens again, the disk may be full.`,
					);
			},
		},
	};
}
