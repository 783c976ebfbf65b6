import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const isData = (attributes: string) =>
	/type="(application\/(ld\+)?json|text\/plain)"/.test(attributes);

/**
 * The content security policy of a page: only this site, and only inline scripts whose hash it lists.
 * Inline styles stay allowed: highlighted code and icons have `style` attributes.
 * What a `<meta>` cannot set (`frame-ancestors` and others) is in the hosts' header files.
 */
export function policyFor(html: string): string {
	const hashes = new Set<string>();
	for (const [, attributes = '', body = ''] of html.matchAll(inlineScript))
		if (!isData(attributes))
			hashes.add(`'sha256-${createHash('sha256').update(body).digest('base64')}'`);
	return [
		"default-src 'self'",
		`script-src 'self' 'wasm-unsafe-eval' ${[...hashes].sort().join(' ')}`.trim(),
		// Files are read in a worker, whose script is one of this site's.
		"worker-src 'self'",
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data:",
		"object-src 'none'",
		"base-uri 'self'",
		"form-action 'self'",
	].join('; ');
}

/** The page with these elements first in its head, because a policy applies only to what follows it. */
function withFirst(html: string, elements: string): string {
	return html
		.replace(/<meta charset="utf-8"\s*\/?>/i, '')
		.replace(/<head[^>]*>/, (head) => head + elements);
}

/**
 * Last step of a build, for every page: adds the content security policy, and removes the island ids that Astro derives
 * from the build directory, so that two builds of one commit are identical.
 */
export function csp(): AstroIntegration {
	return {
		name: 'csp',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const file of glob('**/*.html', { cwd: root })) {
					const path = join(root, file);
					const html = (await readFile(path, 'utf8')).replace(/(<astro-island) uid="[^"]*"/g, '$1');
					const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`;
					await writeFile(path, withFirst(html, `<meta charset="utf-8">${meta}`));
				}
			},
		},
	};
}
