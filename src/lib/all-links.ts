import { getCollection } from 'astro:content';
import { redirects } from './all-redirects.ts';
import { type Link, publishedLinks } from './links.ts';

let all: Promise<readonly Link[]> | undefined;

/** Every published address of this site. */
export function allLinks(): Promise<readonly Link[]> {
	all ??= Promise.all([getCollection('glossary'), getCollection('sources')]).then(
		([terms, sources]) =>
			publishedLinks(
				{
					terms: new Set(terms.map(({ id }) => id)),
					sources: new Set(sources.map(({ id }) => id)),
				},
				redirects,
			),
	);
	return all;
}
