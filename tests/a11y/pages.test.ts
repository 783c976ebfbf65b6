import { describe, expect, test } from 'vitest';
import { faintInDark, violations } from '../support/browser/axe.ts';
import { addressOf, onePageAtATime } from '../support/browser/page.ts';
import { readingPages } from '../support/built.ts';

const open = onePageAtATime();

describe.each(readingPages.map((page) => page.path))('%s', (path) => {
	test('breaks no rule in light or dark', async () => {
		const { page } = await open(path);
		expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
		expect(await violations(page)).toEqual([]);
		expect(await faintInDark(page)).toEqual([]);
	});

	test('fits 320 pixels, and reports no error', async () => {
		const { page, problems } = await open(path);
		const size = page.viewportSize()!;
		await page.setViewportSize({ ...size, width: 320 });
		const sideways = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		});
		const cut = await page.getByRole('main').evaluate((main) =>
			[...main.querySelectorAll('h1, h2, h3, p, li, dt, dd, legend, label, summary')]
				.filter((element) => element.checkVisibility() && !element.closest('[tabindex="0"], pre'))
				.filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
				.map((element) => element.textContent.trim().slice(0, 60)),
		);
		await page.setViewportSize(size);
		expect(sideways).toBe(0);
		expect(cut).toEqual([]);
		// Some hosts send the 404 page with status 404, which the browser reports.
		expect(problems.filter((each) => !each.includes(addressOf('/404.html')))).toEqual([]);
	});
});
