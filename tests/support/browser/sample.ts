import type { Page } from 'playwright';

/** How many rows of a list or table are kept. */
const kept = 6;

/**
 * Removes all but the first rows of each long list and table in the page's text: the others are built alike, and
 * looking at hundreds of them takes minutes. Parts that scripts draw stay whole.
 */
export async function sampleRows(page: Page): Promise<void> {
	await page.evaluate((count) => {
		const rows = `main :is(ol, ul, tbody) > :nth-child(n + ${count + 1})`;
		for (const row of document.querySelectorAll(rows))
			if (!row.closest('astro-island')) row.remove();
	}, kept);
}
