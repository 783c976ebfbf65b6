import { type CollectionEntry, getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawCard } from '~/social-cards/draw.ts';
import { cardOf } from '~/social-cards/pages.ts';

export const getStaticPaths = (async () =>
	(await getCollection('docs', ({ id }) => id !== '404')).map((entry) => ({
		params: { page: entry.id },
		props: { entry },
	}))) satisfies GetStaticPaths;

/** The picture that link previews show for a page. */
export const GET: APIRoute<{ entry: CollectionEntry<'docs'> }> = async ({ props }) =>
	new Response(await drawCard(cardOf(props.entry)), {
		headers: { 'Content-Type': 'image/png' },
	});
