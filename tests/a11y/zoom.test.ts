/** One page of each kind, zoomed and with the keyboard. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import budgets from '../budgets.json' with { type: 'json' };
import { fitOf } from '../support/browser/fit.ts';
import { ready } from '../support/browser/guide.ts';
import { openPage } from '../support/browser/page.ts';

const kinds = Object.entries(budgets.pages).map(([kind, { path }]) => [kind, path] as const);

async function open(path: string, width: number, height: number): Promise<Page> {
	const { page } = await openPage({ path, width, height, reducedMotion: 'reduce' });
	if (path.startsWith('/guide/')) await ready(page);
	return page;
}

test.each(kinds)(
	'%s at 400 % never scrolls sideways, and shows what has focus, marked and below the header',
	async (_kind, path) => {
		// A window of 1280 by 1024 pixels, enlarged four times.
		const page = await open(path, 320, 256);
		expect((await fitOf(page)).wider).toBe(0);
		// As after a key press, so that focus is marked; backwards, because then it scrolls into view below the header.
		await page.keyboard.press('Tab');
		const hidden = await page.evaluate(() => {
			const all = [
				...document.querySelectorAll<HTMLElement>(
					'main :is(a[href], button, input, select, textarea, summary, [tabindex="0"])',
				),
			].filter(
				(each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(':disabled'),
			);
			const every = Math.ceil(all.length / 100);
			return all
				.filter((_, index) => index % every === 0)
				.reverse()
				.filter((control) => {
					control.focus();
					const marked = [control, control.closest('.dg-option, label')].some(
						(each) => each && getComputedStyle(each).outlineStyle !== 'none',
					);
					const places = [...control.getClientRects()];
					const seen = places.some(({ left, right, top, bottom }) =>
						[0.1, 0.5, 0.9].some((part) => {
							// An element taller than the window may start above it.
							const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
							const found = document.elementFromPoint(
								(left + right) / 2,
								from + (to - from) * part,
							);
							return (
								found &&
								(control.contains(found) ||
									found.contains(control) ||
									control.closest('.dg-option')?.contains(found))
							);
						}),
					);
					return !marked || !seen;
				})
				.map((control) => control.outerHTML.slice(0, 120));
		});
		expect(hidden).toEqual([]);
	},
);
