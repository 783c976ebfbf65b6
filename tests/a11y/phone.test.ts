import { expect, test } from 'vitest';
import { addressOf, oneWindow } from '../support/browser/page.ts';
import { readingPages } from '../support/built.ts';

const open = oneWindow({ width: 320 });

test.each(readingPages.map((page) => page.path))(
	'%s fits 320 pixels, and reports no error',
	async (path) => {
		const { page, problems } = await open(path);
		const sideways = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		});
		expect(sideways).toBe(0);
		const cut = await page.getByRole('main').evaluate((main) =>
			[...main.querySelectorAll('h1, h2, h3, p, li, dt, dd, legend, label, summary')]
				.filter((element) => element.checkVisibility() && !element.closest('[tabindex="0"], pre'))
				.filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
				.map((element) => element.textContent.trim().slice(0, 60)),
		);
		expect(cut).toEqual([]);
		// Some hosts send the 404 page with status 404, which the browser reports.
		expect(problems.filter((each) => !each.includes(addressOf('/404.html')))).toEqual([]);
	},
);
