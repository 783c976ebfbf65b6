import type { AxeResults, RunOptions } from 'axe-core';
import axe from 'axe-core';
import type { Page } from 'playwright';

/** Tags of WCAG 2.2 at levels A and AA, including the criteria from 2.0 and 2.1. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What to check; by default every rule on the whole page. */
interface Scope {
	/** Selector of the only part to check. */
	readonly within?: string;
	/** Ids of the only rules to run, such as `color-contrast`. */
	readonly rules?: readonly string[];
}

/** Violations of WCAG 2.2 AA on a page, one line for each element. */
export async function violations(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};0`);
	// Parts far down would be measured at their estimated height, which no reader sees.
	await page.evaluate(() => delete document.documentElement.dataset['farWaits']);
	const options: RunOptions = {
		runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: [...standards] },
		// Describing all that passes takes several times as long as the check.
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
 * Elements with too little contrast in dark, on a page that was opened in light: switches the system's colour scheme to
 * dark and back. Only contrast is checked, because no other rule depends on the scheme.
 */
export async function faintInDark(page: Page, scope: Scope = {}): Promise<string[]> {
	const turn = async (colorScheme: 'light' | 'dark') => {
		await page.emulateMedia({ colorScheme });
		await page.locator(`html[data-theme=${colorScheme}]`).waitFor({ state: 'attached' });
		// Colours may change with a transition.
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
