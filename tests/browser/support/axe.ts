import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** WCAG 2.2 at levels A and AA, with what it took over from 2.0 and 2.1. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What on a page breaks a rule of WCAG 2.2 AA, one line for each element; empty when nothing does. */
export async function violations(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).withTags(standards).analyze();
	return found.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
	);
}
