import { parse } from 'yaml';
import type { Redirects } from './redirects.ts';

/** The file of the redirects, from the root of the project. */
export const redirectsPath = 'src/content/redirects.yaml';

/**
 * Reads the text of `src/content/redirects.yaml`. It is no collection: Astro warns of an empty one at every build, and a
 * site without redirects is as it should be.
 * @throws when it is not a list of old and new addresses
 */
export function readRedirects(text: string): Redirects {
	const redirects: unknown = parse(text) ?? {};
	if (
		typeof redirects !== 'object' ||
		redirects === null ||
		Object.values(redirects).some((to) => typeof to !== 'string' || !to.startsWith('/'))
	)
		throw new Error(
			`${redirectsPath} should have lines like "/old/: /new/" or "/page/#old: /page/#new".`,
		);
	return redirects as Redirects;
}
