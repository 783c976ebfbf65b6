/**
 * Joins pages and model: collects the titles that the guide needs, and checks that the two match.
 * Pure: takes pages as plain objects, so that it can be tested without a build.
 */
import type { Model } from '../guide/engine/model.ts';

/** The parts of a page that the join needs. */
export interface PageFacts {
	/** Root-relative, with a slash at both ends. */
	readonly address: string;
	readonly title: string;
	/** `decision.outcome`, on a strategy page. */
	readonly outcome: string | undefined;
	/** Its headings and other addressable parts: id to title. */
	readonly parts: Readonly<Record<string, string>>;
}

/**
 * The link text for each address: the title of the page, or of page and section.
 * @throws when an address leads to no page or section
 */
export function titlesOf(
	addresses: Iterable<string>,
	pages: readonly PageFacts[],
): Readonly<Record<string, string>> {
	const byAddress = new Map(pages.map((page) => [page.address, page]));
	return Object.fromEntries(
		[...new Set(addresses)].map((address) => {
			const [path = '', id] = address.split('#');
			const page = byAddress.get(path);
			if (!page)
				throw new Error(`The guide points to ${address}, but there is no page at ${path}.`);
			if (id === undefined) return [address, page.title];
			const part = page.parts[id];
			if (part === undefined)
				throw new Error(`The guide points to ${address}, but ${path} has no section #${id}.`);
			return [address, `${page.title}: ${part}`];
		}),
	);
}

/**
 * Checks that each outcome has its page, at the address that the model names.
 * @throws when a page names an outcome that the model does not have, when its address differs from the outcome's, or
 *   when an outcome's page is missing
 */
export function checkOutcomePages(model: Model, pages: readonly PageFacts[]): void {
	const addressOf = new Map<string, string>(
		model.decisions.flatMap(({ id, outcomes }) =>
			outcomes.map((outcome) => [`${id}.${outcome.id}`, outcome.address] as const),
		),
	);
	const described = new Set<string>();
	for (const { address, outcome } of pages) {
		if (outcome === undefined) continue;
		const expected = addressOf.get(outcome);
		if (expected === undefined)
			throw new Error(
				`${address} describes the outcome "${outcome}", which the model does not have.`,
			);
		if (expected !== address)
			throw new Error(`${address} describes "${outcome}", whose page should be at ${expected}.`);
		described.add(outcome);
	}
	for (const [outcome, address] of addressOf)
		if (!address.includes('#') && !described.has(outcome))
			throw new Error(
				`The outcome "${outcome}" has no page: ${address} should say "outcome: ${outcome}".`,
			);
}
