import type { Page } from 'playwright';
import { showing } from './guide.ts';

/**
 * Shows the guide at another address without a reload: a history entry without state, which the guide reads afresh.
 * @param query the answers, without a question mark
 */
export async function turnTo(page: Page, query: string, place = 'result'): Promise<void> {
	await page.evaluate((search) => {
		history.replaceState(null, '', search ? `?${search}` : location.pathname);
		dispatchEvent(new PopStateEvent('popstate', { state: null }));
	}, query);
	await showing(page, place);
	// The previous content is replaced in the next frame.
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

/** Opens a part of the result that loads on demand, and waits for its content. */
export async function unfold(page: Page, summary: string, holds: string): Promise<void> {
	await page.locator('summary', { hasText: summary }).evaluate((element) => {
		(element.parentElement as HTMLDetailsElement).open = true;
		element.scrollIntoView();
	});
	await page.locator(holds).first().waitFor();
}

/** Opens every part of the result that is there once its scripts have arrived; not those that fetch one of their own. */
export async function unfoldAll(page: Page): Promise<void> {
	await page.locator('.dg-parts[data-drawn]').waitFor();
	await page.locator('.dg-part').evaluateAll((parts) => {
		for (const part of parts as HTMLDetailsElement[]) part.open = true;
	});
}

/** Presses one of the less used actions on a plan. */
export async function pressMore(page: Page, name: string): Promise<void> {
	const more = page.locator('.dg-take details');
	if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
	await more.getByRole('button', { name, exact: true }).click();
}

/** Names of the boxes of one kind in the picture of the plan, in order. */
export function boxes(page: Page, kind: 'instance' | 'tenant' | 'namespace'): Promise<string[]> {
	return page
		.locator(`.dg-plan-header .dg-box[data-box=${kind}]`)
		.evaluateAll((found) => found.map((box) => (box as HTMLElement).dataset['name'] ?? ''));
}
