/** The pages as their authors write them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './root.ts';

/** A page, not checked against its schema. */
export interface WrittenFile {
	/** From the root of the project, with forward slashes. */
	readonly filePath: string;
	/** What its frontmatter holds. */
	readonly frontmatter: Readonly<Record<string, unknown>>;
	/** MDX, without the frontmatter. */
	readonly body: string;
}

/** Every page, by the names of their files. */
export function readPages(): readonly WrittenFile[] {
	return globSync('src/content/docs/**/*.mdx', { cwd: root })
		.map((file) => file.replaceAll('\\', '/'))
		.sort()
		.map((filePath) => {
			const text = readFileSync(join(root, filePath), 'utf8');
			const [, front = '', body = ''] =
				/^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
			return { filePath, frontmatter: (parse(front) ?? {}) as WrittenFile['frontmatter'], body };
		});
}
