import axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
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
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};0`);
	// What is far down would be measured at the height that is guessed for it, which no reader sees.
	await page.evaluate(() => delete document.documentElement.dataset['farWaits']);
	const options: RunOptions = {
		runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: [...standards] },
		// Describing everything that passes takes several times as long as looking.
		resultTypes: ['violations'],
	};
	const found = await page.evaluate<AxeResults['violations'], [string, RunOptions]>(
		async ([selector, how]) =>
			(await (window as unknown as { axe: typeof axe }).axe.run(selector, how)).violations,
		[within ?? 'html', options],
	);
	return found.flatMap(({ id, nodes }) =>
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
		// Colours may take a moment to change.
		await page.evaluate(async () => {
			await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
			await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
		});
	};
	await turn('dark');
	const found = await violations(page, { ...scope, rules: ['color-contrast'] });
	await turn('light');
	return found;
}
