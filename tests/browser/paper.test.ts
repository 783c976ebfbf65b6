import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { openPage } from '../support/browser/page.ts';

/** A page of each kind that prints something of its own. */
const printed = [
	'/',
	'/concepts/compare/',
	'/concepts/tenants/',
	'/practices/promotion/',
	'/practices/names/',
	'/strategies/two-instances/',
	'/reference/decision-tables/',
	'/reference/sources/',
	'/guide/',
];

/** The colours of everything that is visible, as they are printed with background graphics. */
async function colours(page: Page): Promise<readonly string[]> {
	await page.emulateMedia({ media: 'print' });
	// Changes of colour take a moment, which paper does not have.
	await page.evaluate(() => {
		for (const animation of document.getAnimations()) animation.finish();
	});
	return page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll('body, body *')]
			.filter((element) => element.checkVisibility())
			.map((element) => {
				const style = getComputedStyle(element);
				const own = style.colorScheme.replace('only ', '');
				return `${element.tagName}.${element.getAttribute('class') ?? ''} ${style.color} ${style.backgroundColor} ${style.borderTopColor} ${own}`;
			}),
	);
}

describe.each(printed)('%s', (path) => {
	test('is as light on paper in the dark theme as in the light one', async () => {
		const [light, dark] = await Promise.all(
			(['light', 'dark'] as const).map(async (colorScheme) => {
				const { page } = await openPage({ path, colorScheme, reducedMotion: 'reduce' });
				expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
				return colours(page);
			}),
		);
		expect(light!.length).toBeGreaterThan(50);
		expect(dark).toEqual(light);
	});
});

test.each(['/strategies/two-instances/', '/reference/sources/'])(
	'what is closed on %s is open on paper',
	async (path) => {
		for (const javaScript of [true, false]) {
			const { page } = await openPage({ path, javaScript });
			const visible = () =>
				page.locator('main details:not([open]) > :not(summary)').evaluateAll((parts) =>
					parts
						// Files to take away are of no use on paper.
						.filter((part) => !part.closest('.dg-screen-only'))
						.map((part) => part.checkVisibility()),
				);
			const closed = await visible();
			expect(closed.length).toBeGreaterThan(0);
			expect(closed).not.toContain(true);
			await page.emulateMedia({ media: 'print' });
			expect(await visible()).not.toContain(false);
		}
	},
);
