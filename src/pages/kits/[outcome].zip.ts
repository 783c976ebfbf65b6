import { type CollectionEntry, getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { withBase } from '~/lib/address.ts';
import { exampleKitOf, kitDay } from '~/lib/example-kit.ts';
import { kitFolder } from '~/lib/kit.ts';
import { titlesForGuide } from '~/lib/pages.ts';
import { zipOf } from '~/lib/zip.ts';

export const getStaticPaths = (async () =>
	(await getCollection('docs', ({ id }) => id.startsWith('strategies/'))).map((entry) => ({
		params: { outcome: entry.id.slice('strategies/'.length) },
		props: { entry },
	}))) satisfies GetStaticPaths;

/** The example plan of a strategy page as files, for readers without script. */
export const GET: APIRoute<{ entry: CollectionEntry<'docs'> }> = async ({ props, site }) => {
	const full = (address: string) => new URL(withBase(address), site).href;
	const files = exampleKitOf(props.entry, full, await titlesForGuide());
	return new Response(zipOf(kitFolder, files, kitDay), {
		headers: { 'Content-Type': 'application/zip' },
	});
};
