/**
 * The baseline: the built pages converted back to plain Markdown and built with Starlight's defaults.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { type Built, build, project, work } from './build.ts';

/** Elements without text, and those that Starlight adds to headings and code. */
const wordless =
	'script, style, noscript, svg, template, input, button, dialog, .sl-anchor-link, .self-link, .copy, [data-late]';

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

const folders = ['concepts', 'strategies', 'practices', 'scenarios', 'reference'];
export default defineConfig({
	site: 'https://kestra-environments.example.com',
	trailingSlash: 'always',
	vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
	integrations: [
		starlight({
			title: 'Kestra environments',
			sidebar: [
				{ slug: 'guide' },
				...folders.map((directory) => ({ label: directory, items: [{ autogenerate: { directory } }] })),
			],
		}),
	],
});
`;

const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const converter = unified()
	.use(rehypeParse, { fragment: true })
	.use(rehypeRemark)
	.use(remarkGfm)
	.use(remarkStringify);

/** A built page as Markdown with its title and description. */
function markdownOf(page: HTMLElement): string {
	const content = page.querySelector('.sl-markdown-content');
	for (const element of content?.querySelectorAll(wordless) ?? []) element.remove();
	for (const code of content?.querySelectorAll('pre') ?? []) {
		const lines = code.querySelectorAll('.ec-line').map((line) => line.textContent);
		const language = code.getAttribute('data-language') ?? 'text';
		const text = (lines.length > 0 ? lines.join('\n') : code.textContent)
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;');
		code.set_content(`<code class="language-${language}">${text}</code>`);
	}
	const title = page.querySelector('h1')?.textContent.trim() ?? '';
	const description = page.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
	const head = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n`;
	return `${head}\n${String(converter.processSync(content?.innerHTML ?? ''))}`;
}

/** Builds the bare site with the words of a built one. */
export function buildBare(dist: string): Built {
	const folder = join(work, 'bare');
	rmSync(folder, { recursive: true, force: true });
	const write = (file: string, text: string) => {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	};
	// Astro reads from here which packages to bundle.
	const dependencies = { astro: '*', '@astrojs/starlight': '*' };
	write('package.json', JSON.stringify({ type: 'module', private: true, dependencies }));
	write('tsconfig.json', '{ "extends": "astro/tsconfigs/strict" }\n');
	write('astro.config.mjs', config);
	write('public/favicon.svg', readFileSync(join(project, 'public/favicon.svg'), 'utf8'));
	write('src/content.config.ts', collections);
	const pages = globSync(
		'{index.html,guide/index.html,{concepts,strategies,practices,scenarios,reference}/**/index.html}',
		{ cwd: dist },
	);
	for (const file of pages) {
		const html = readFileSync(join(dist, file), 'utf8');
		if (html.includes('http-equiv="refresh"')) continue;
		write(
			`src/content/docs/${file.replace(/(\/?)index\.html$/, '') || 'index'}.md`,
			markdownOf(parse(html, { blockTextElements: { script: true, style: true } })),
		);
	}
	return build(folder);
}
