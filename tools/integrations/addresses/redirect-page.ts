/** Makes the page at an address that has moved, for hosts that only serve files. */
import { movedFrom, type Redirects } from '../../../src/lib/redirects.ts';

/** Where the site is served. */
export interface Place {
	/** Scheme, host and port. */
	readonly site: string;
	/** The base path, with a slash at both ends. */
	readonly base: string;
}

const escaped = (text: string) =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A root-relative address below the base path. */
const below = (base: string, address: string) => base.replace(/\/$/, '') + address;

/**
 * A page that redirects and keeps the query and the fragment.
 * A fragment with a redirect of its own leads to that target instead.
 * @param from root-relative address of the page that moved
 */
export function redirectPage(redirects: Redirects, from: string, { site, base }: Place): string {
	const to = below(base, redirects[from]!);
	const places = Object.fromEntries(
		Object.entries(movedFrom(redirects, from)).map(([id, place]) => [id, below(base, place)]),
	);
	// `redirectFaults` allows only plain characters in ids and addresses, so nothing can end the script early.
	const script = `
const places = ${JSON.stringify(places)};
const id = location.hash.slice(1);
const to = new URL(Object.hasOwn(places, id) ? places[id] : ${JSON.stringify(to)}, location.href);
to.search = location.search;
if (!Object.hasOwn(places, id) && location.hash) to.hash = location.hash;
location.replace(to);
`;
	const canonical = escaped(new URL(to.split('#')[0]!, site).href);
	return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>This page has moved</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<script>${script}</script>
<noscript><meta http-equiv="refresh" content="0; url=${escaped(to)}"></noscript>
</head><body><p>This page has moved: <a href="${escaped(to)}">go to its new place</a>.</p></body></html>
`;
}

/** The redirects as a `_redirects` file, for hosts that read one; without those of fragments, which hosts never see. */
export function redirectsFile(redirects: Redirects, base: string): string {
	return Object.entries(redirects)
		.filter(([from]) => !from.includes('#'))
		.map(([from, to]) => `${below(base, from)} ${below(base, to)} 301\n`)
		.join('');
}
