/** Chooses what the picture of each page shows. */
import type { CollectionEntry } from 'astro:content';
import { scenarios } from '~/guide/kestra/scenarios.ts';
import type { Topology } from '~/guide/kestra/topology.ts';
import { planFor } from '~/guide/plan/plan.ts';
import { readEntries } from '~/guide/url/query.ts';
import { siteTitle } from '~/site.ts';
import type { Card } from './card.ts';

/** The answers of the first plan that a page draws, if any. */
function topologyOf(id: string, body: string): Topology | undefined {
	const scenario = scenarios.find((known) => id === `scenarios/${known.id}`);
	if (scenario) return planFor(scenario.answers, scenario.names)?.topology;
	const answers = /<PlanFor\b[^>]*\banswers="([^"]+)"/.exec(body)?.[1];
	return answers === undefined
		? undefined
		: planFor(readEntries(new URLSearchParams(answers)).answers)?.topology;
}

/** The contents of a page's picture; on strategies and scenarios it includes their plan. */
export function cardOf({
	id,
	data,
	body = '',
}: Pick<CollectionEntry<'docs'>, 'id' | 'data' | 'body'>): Card {
	return {
		site: siteTitle,
		title: data.hero?.title ?? data.title,
		description: data.description,
		topology: /^(strategies|scenarios)\//.test(id) ? topologyOf(id, body) : undefined,
	};
}

/** Root-relative address of the picture of a page. */
export const pictureAddress = (id: string): string => `/unfurl/${id}.png`;
