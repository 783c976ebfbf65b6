import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import type { Synonyms } from '../../../src/lib/search-words.ts';
import { proveSearchIndex, readIndex } from './proof.ts';
import { knownWords } from './words.ts';

/** What a page here loads. Pagefind also brings interfaces of its own, which no page uses. */
const used =
	/^(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\..*|.*\.pf_(meta|index|fragment))$/;

/** With a space between elements that stand side by side, except in code: excerpts run their words together. */
export const spaced = (html: string): string =>
	html
		.split(/(<pre[\s>][\s\S]*?<\/pre>)/)
		.map((part, index) => (index % 2 ? part : part.replace(/(<\/[\w-]+>)(?=<[a-z])/g, '$1 ')))
		.join('');

/**
 * Builds the search index, in place of Starlight, which ends Pagefind's process before all of its files are on the disk:
 * on a busy machine some stay empty. Here Pagefind hands its files over, and the build stops unless they can be searched.
 */
export function searchIndex(): AstroIntegration {
	return {
		name: 'search-index',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const root = resolve(fileURLToPath(dir));
				const folder = join(root, 'pagefind');
				const { index, errors } = await createIndex();
				if (!index) throw new Error(`Pagefind has not started: ${errors.join(' ')}`);
				const added = await Promise.all(
					globSync('**/*.html', { cwd: root }).map((file) =>
						index.addHTMLFile({
							sourcePath: file.replaceAll('\\', '/'),
							content: spaced(readFileSync(join(root, file), 'utf8')),
						}),
					),
				);
				const { files, errors: failed } = await index.getFiles();
				const all = [...added.flatMap(({ errors: each }) => each), ...failed];
				if (all.length > 0) throw new Error(`Pagefind has not built an index: ${all.join(' ')}`);
				rmSync(folder, { recursive: true, force: true });
				for (const { path, content } of files) {
					if (!used.test(path.split('/').at(-1) ?? '')) continue;
					mkdirSync(dirname(join(folder, path)), { recursive: true });
					writeFileSync(join(folder, path), content);
				}
				await close();
				const synonyms = JSON.parse(
					readFileSync(join(root, 'synonyms.json'), 'utf8'),
				) as readonly Synonyms[];
				writeFileSync(
					join(folder, 'words.json'),
					JSON.stringify(
						knownWords(
							readIndex(folder).map(({ content }) => content),
							synonyms.flatMap(({ words }) => words),
						),
					),
				);
				logger.info(`A search finds each of ${await proveSearchIndex(root)} pages by its title.`);
			},
		},
	};
}
