/** Chooses what the picture of each page shows. */
import type { CollectionEntry } from 'astro:content';
import { exampleOf } from '~/lib/example-plan.ts';
import { siteTitle } from '~/site.ts';
import type { Card } from './card.ts';

/**
 * The contents of a page's picture; on strategies and scenarios it includes their plan.
 * @throws when the plan in the page's frontmatter is not one; every page has a picture, so none goes unchecked
 */
export function cardOf({
	id,
	data,
	filePath,
}: Pick<CollectionEntry<'docs'>, 'id' | 'data' | 'filePath'>): Card {
	const topology = exampleOf({ filePath, data })?.plan.topology;
	return {
		site: siteTitle,
		title: data.hero?.title ?? data.title,
		description: data.description,
		topology: /^(strategies|scenarios)\//.test(id) ? topology : undefined,
	};
}

/** Root-relative address of the picture of a page. */
export const pictureAddress = (id: string): string => `/unfurl/${id}.png`;
