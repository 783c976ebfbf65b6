import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { onePageAtATime, oneWindow } from '../support/browser/page.ts';
import { pages, readingPages } from '../support/built.ts';

const open = onePageAtATime({ javaScript: false });
const openWithScript = oneWindow();

/** What looks as if it could be pressed, chosen or filled in. */
const alive = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('button, input, select, textarea')]
			.filter((control) => !control.matches(':disabled, [popovertarget]'))
			.filter((control) => control.checkVisibility({ visibilityProperty: true }))
			.map((control) => control.outerHTML.slice(0, 80)),
	);

const hasNothingDead = (path: string) =>
	test('has no control without script that does nothing', async () => {
		const { page } = await open(path);
		expect(await alive(page)).toEqual([]);
	});

describe.each(readingPages.map((page) => page.path))('%s', (path) => {
	test('hides nothing without script except controls that need it', async () => {
		const { page } = await open(path);
		const main = page.getByRole('main');
		expect(await main.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
		const hidden = await main.evaluate((element) =>
			[...element.querySelectorAll('h2, h3, p, li, dt, dd, th, td, pre')]
				.filter(
					(part) =>
						// The last three are controls as a whole, or tell what to press, or what was pressed.
						!part.closest(
							'[hidden], details:not([open]), .sr-only, dialog, noscript, split-check, .dg-with-script, .dg-so-far',
						),
				)
				.filter((part) => !part.checkVisibility({ visibilityProperty: true }))
				.map((part) => {
					const words = part.cloneNode(true) as Element;
					for (const control of words.querySelectorAll('button, label, select, output'))
						control.remove();
					return words.textContent.trim().slice(0, 60);
				})
				.filter((words) => words !== ''),
		);
		expect(hidden).toEqual([]);
	});

	hasNothingDead(path);
});

const embeds = pages.filter(({ path }) => path.startsWith('/embed/'));

describe.each(embeds.map((page) => page.path))('%s', hasNothingDead);

test('with script, the same pages have controls', async () => {
	for (const path of ['/guide/', '/concepts/tenants/', '/embed/guide/']) {
		const { page } = await openWithScript(path);
		expect(await alive(page), path).not.toEqual([]);
	}
});

test.each([
	['/guide/', 'a[href*="decision-tables/#questions"]'],
	['/guide/?impact=critical&stages=two', 'a[href*="decision-tables/#impact.critical"]'],
	['/embed/guide/', 'a[href*="decision-tables/#questions"]'],
	['/embed/check/instances/', 'a[href*="decision-tables/"]'],
	['/concepts/instances/', 'noscript a[href*="decision-tables/"]'],
	['/concepts/compare/', 'a[href*="decision-tables/#what-fails-together"]'],
	['/reference/presets/', 'main p > a[href="#by-hand"]'],
	['/practices/split/', 'main p > a[href="#by-hand"]'],
])('%s says without script where its words are to be read', async (path, link) => {
	const { page } = await open(path);
	expect(await page.locator(link).filter({ visible: true }).count()).toBeGreaterThan(0);
});
