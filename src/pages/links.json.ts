import type { APIRoute } from 'astro';
import { withBase } from '~/lib/address.ts';
import { allLinks } from '~/lib/all-links.ts';
import { redirects } from '~/lib/all-redirects.ts';
import { kinds, markdownLink } from '~/lib/links.ts';

/** Every published address as JSON, for tools that check or suggest links. */
export const GET: APIRoute = async ({ site }) => {
	const full = (address: string) => new URL(withBase(address), site).href;
	const links = await allLinks();
	const used = new Set(links.map(({ kind }) => kind));
	const document = {
		$schema: full('/schemas/links-1.json'),
		site: full('/'),
		kinds: kinds.filter(([id]) => used.has(id)).map(([id, label]) => ({ id, label })),
		links: links.map(({ address, kind, name }) => ({
			address: full(address),
			path: address,
			kind,
			title: name,
			markdown: markdownLink(name, full(address)),
		})),
		redirects: Object.entries(redirects).map(([from, to]) => ({ from: full(from), to: full(to) })),
	};
	return new Response(`${JSON.stringify(document, null, 2)}\n`, {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	});
};
