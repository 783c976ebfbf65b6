import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** WCAG 2.2 at levels A and AA, with what it took over from 2.0 and 2.1. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is looked at; the whole page and every rule by default. */
interface Scope {
	/** Selector of the only part looked at. */
	readonly within?: string;
	/** Ids of the only rules asked: `color-contrast`. */
	readonly rules?: readonly string[];
}

/** What on a page breaks a rule of WCAG 2.2 AA, one line for each element; empty when nothing does. */
export async function violations(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
	// Describing everything that passes takes several times as long as looking.
	const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
	if (rules) axe.withRules([...rules]);
	else axe.withTags(standards);
	if (within !== undefined) axe.include(within);
	const found = await axe.analyze();
	return found.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
	);
}

/**
 * What on a page that was opened in light has too little contrast in dark. The reader's system turns dark and back, as
 * at nightfall; no other rule depends on it.
 */
export async function faintInDark(page: Page, scope: Scope = {}): Promise<string[]> {
	const turn = async (colorScheme: 'light' | 'dark') => {
		await page.emulateMedia({ colorScheme });
		await page.locator(`html[data-theme=${colorScheme}]`).waitFor({ state: 'attached' });
	};
	await turn('dark');
	const found = await violations(page, { ...scope, rules: ['color-contrast'] });
	await turn('light');
	return found;
}
