import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Place } from '../addresses/redirect-page.ts';
import { pageMarkdown } from './page-markdown.ts';

/** The site's title and description, for the head of the list. */
interface About {
	readonly title: string;
	readonly description: string;
}

/** Folders in sidebar order, with their headings in the list. */
const folders = [
	['', 'Start'],
	['guide/', 'Start'],
	['concepts/', 'Understand'],
	['strategies/', 'Strategies'],
	['practices/', 'Do'],
	['scenarios/', 'Scenarios'],
	['experiments/', 'Experiments'],
	['reference/', 'Look up'],
] as const;

const descriptionOf = (html: string) =>
	(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '')
		.replaceAll('&#39;', "'")
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');

/**
 * Writes a Markdown copy beside every page, a list of them as `llms.txt`, and all their text as `llms-full.txt`.
 * The copies are made from the built pages, so that they include what components render.
 */
export function plainText({ site, base, title, description }: Place & About): AstroIntegration {
	return {
		name: 'plain-text',
		hooks: {
			'astro:build:done': ({ dir, pages }) => {
				const root = fileURLToPath(dir);
				const home = new URL(base, site).href;
				const written = pages
					.map(({ pathname }) => pathname)
					.filter((path) => path !== '404/' && path !== '404' && !path.startsWith('embed/'))
					.map((path) => {
						const html = readFileSync(join(root, path, 'index.html'), 'utf8');
						const address = new URL(path, home).href;
						const markdown = pageMarkdown(html, address);
						writeFileSync(join(root, path, 'index.md'), markdown);
						const folder = folders.findLastIndex(([start]) => path.startsWith(start));
						return { path, address, markdown, folder, description: descriptionOf(html) };
					})
					.sort((one, other) => one.folder - other.folder || (one.path < other.path ? -1 : 1));
				const lines = written.map(({ address, markdown, description, folder }, index) => {
					const heading = folders[folder]![1];
					const before = folders[written[index - 1]?.folder ?? -1]?.[1];
					const name = /^# (.*)$/m.exec(markdown)?.[1] ?? address;
					return `${heading === before ? '' : `\n## ${heading}\n\n`}- [${name}](${address}index.md): ${description}\n`;
				});
				const head = `# ${title}\n\n> ${description}\n`;
				writeFileSync(join(root, 'llms.txt'), head + lines.join(''));
				writeFileSync(
					join(root, 'llms-full.txt'),
					[
						head,
						...written
							.filter(({ path }) => path !== 'reference/links/')
							.map(({ address, markdown }) => `<${address}>\n\n${markdown}`),
					].join('\n---\n\n'),
				);
			},
		},
	};
}
