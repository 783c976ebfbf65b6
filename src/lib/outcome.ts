import { getEntry } from 'astro:content';
import { decisions } from '../guide/decisions.ts';

/**
 * An outcome as a page names it: by the title of the page that describes it, or by its label where that is a section.
 * @param key as `decision.outcome`, such as `stages.two-instances`
 * @throws when no decision has such an outcome, naming `where`
 */
export async function outcomeOf(key: string, where: string) {
	const [decisionId, outcomeId] = key.split('.');
	const decision = decisions.find(({ id }) => id === decisionId);
	const outcome = decision?.outcomes.find(({ id }) => id === outcomeId);
	if (!outcome) throw new Error(`${where} names the outcome "${key}", which no decision has.`);
	const { id, label, address } = outcome;
	const page = address.includes('#') ? undefined : await getEntry('docs', address.slice(1, -1));
	return { id, address, title: page?.data.title ?? label };
}
