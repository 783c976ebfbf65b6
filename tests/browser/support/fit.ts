import type { Page } from 'playwright';

/** Where a page is wider than its window, or something in it wider than its place. */
export interface Fit {
	/** By how many pixels the page is wider than the window. */
	readonly wider: number;
	/** What reaches out of the window or out of its own box, as the beginning of its markup. */
	readonly out: readonly string[];
}

/** What a page fits that scrolls only downwards. */
export const fits: Fit = { wider: 0, out: [] };

/**
 * Measures whether everything of a page stands inside the window and inside its box. Tables and code that scroll by
 * themselves are left out, as is what only screen readers meet.
 * @param within looks only at what this selector finds
 */
export function fitOf(page: Page, within = 'body'): Promise<Fit> {
	return page.evaluate((selector) => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const scrolls = (element: Element) => {
			for (let box: Element | null = element; box; box = box.parentElement)
				if (
					/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX) &&
					box !== document.body
				)
					return box !== document.documentElement;
			return false;
		};
		const all = [...document.querySelectorAll(`${selector} *`)]
			.filter((element) => element.checkVisibility({ visibilityProperty: true }))
			.filter((element) => !element.closest('.sr-only, .sl-anchor-link, svg, dialog:not([open])'))
			.filter((element) => {
				const { left, right, width } = element.getBoundingClientRect();
				if (width === 0) return false;
				const outside = right > innerWidth + 1 || left < -1;
				const spills =
					element instanceof HTMLElement &&
					getComputedStyle(element).display !== 'inline' &&
					element.clientWidth > 0 &&
					element.scrollWidth > element.clientWidth + 1 &&
					!element.querySelector('.sr-only');
				return (outside || spills) && !scrolls(element);
			});
		// What is around it is too wide because of it.
		const out = all
			.filter((element) => !all.some((other) => other !== element && element.contains(other)))
			.map((element) => element.outerHTML.slice(0, 200));
		return { wider: scrollWidth - clientWidth, out };
	}, within);
}
