import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import type { Synonyms } from '~/lib/search-words.ts';

/** The words that mean the same, for the search. */
export const GET: APIRoute = async () => {
	const synonyms: Synonyms[] = (await getCollection('synonyms')).map(({ data }) => data);
	return new Response(JSON.stringify(synonyms), {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	});
};
