import type { Page } from 'playwright';

/** How a page overflows its window, or elements their boxes. */
export interface Fit {
	/** Pixels by which the page is wider than the window. */
	readonly wider: number;
	/** Elements that reach outside the window or their own box: the start of their markup. */
	readonly out: readonly string[];
}

/** A page without overflow. */
export const fits: Fit = { wider: 0, out: [] };

/**
 * Measures whether every element of a page is inside the window and inside its box. Tables and code that scroll on
 * their own are left out, as is content for screen readers only.
 * @param within selector of the elements whose descendants are measured
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
		// Only the innermost: their ancestors are too wide because of them.
		const out = all
			.filter((element) => !all.some((other) => other !== element && element.contains(other)))
			.map((element) => element.outerHTML.slice(0, 200));
		return { wider: scrollWidth - clientWidth, out };
	}, within);
}
