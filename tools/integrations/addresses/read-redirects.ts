import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Redirects } from '../../../src/lib/redirects.ts';

const file = 'src/content/redirects.yaml';

/**
 * Reads the redirects of the site.
 * @throws when the file is not a list of old and new addresses
 */
export function readRedirects(text = readFileSync(resolve(file), 'utf8')): Redirects {
	const redirects: unknown = parse(text) ?? {};
	if (
		typeof redirects !== 'object' ||
		redirects === null ||
		Object.values(redirects).some((to) => typeof to !== 'string' || !to.startsWith('/'))
	)
		throw new Error(`${file} should have lines like "/old/: /new/" or "/page/#old: /page/#new".`);
	return redirects as Redirects;
}
