import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { base, dist } from '../../tools/lib/site.ts';

/** A page of the built site. */
export interface BuiltPage {
	/** Without the base path: `/concepts/tenants/`. */
	readonly path: string;
	/** Relative to the built folder: `concepts/tenants/index.html`. */
	readonly file: string;
	readonly html: string;
	/** Whether it is a redirect from an old address, without content of its own. */
	readonly redirects: boolean;
	readonly root: HTMLElement;
}

/** Every file of the built site, relative to the built folder, with forward slashes. */
export const files: readonly string[] = readFiles();

/** Every page of the built site, including the 404 page and redirects. */
export const pages: readonly BuiltPage[] = files
	.filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
	.map((file) => {
		const html = read(file);
		return {
			file,
			path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
			html,
			redirects: /<meta http-equiv="refresh"/.test(html),
			root: parse(html, { comment: true }),
		};
	});

/** The pages that people read on the site: all except redirects and pages for frames. */
export const readingPages: readonly BuiltPage[] = pages.filter(
	(page) => !page.redirects && !page.path.startsWith('/embed/'),
);

/** The text of a file of the built site. */
export function read(file: string): string {
	return readFileSync(join(dist, file), 'utf8');
}

/** A served address without the base path; undefined when it is outside the base. */
export function withoutBase(path: string): string | undefined {
	return path.startsWith(base) ? `/${path.slice(base.length)}` : undefined;
}

function readFiles(): string[] {
	if (!existsSync(join(dist, 'index.html')))
		throw new Error(`There is no built site in ${dist}: run npm run build first.`);
	return globSync('**/*', { cwd: dist, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(dist.length + 1)
				.replaceAll('\\', '/'),
		)
		.sort();
}

/** A root-relative path as the site serves it. */
export function withBase(path: string): string {
	return base.replace(/\/$/, '') + path;
}
