import { getEntry } from 'astro:content';
import { decisions } from '../guide/kestra/decisions.ts';

/**
 * The name of an outcome: the title of its page, or its label if it is described in a section only.
 * @param key as `decision.outcome`, such as `stages.two-instances`
 * @throws when no decision has the outcome; the message names `where`
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

/**
 * The outcome that a strategy page describes, from its frontmatter.
 * @throws when the page names none, or one that no decision has; the message names the file
 */
export async function pageOutcome({ filePath, data }: StrategyPage) {
	const file = String(filePath);
	const key = data.outcome;
	if (key === undefined)
		throw new Error(`${file} prints what is known about an outcome; its frontmatter needs one.`);
	const { id } = await outcomeOf(key, file);
	return { key, decision: key.slice(0, -id.length - 1), id };
}

/** A page, as far as its outcome depends on it. */
interface StrategyPage {
	/** Its file, from the root of the project. */
	readonly filePath?: string | undefined;
	readonly data: { readonly outcome?: string | undefined };
}
