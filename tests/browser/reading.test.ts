import { expect, test } from 'vitest';
import { readingPages } from '../support/built.ts';
import { openPage } from './support/page.ts';

test.each(readingPages.map((page) => page.path))(
	'%s reads in full without script',
	async (path) => {
		const { page } = await openPage({ path, javaScript: false });
		const main = page.getByRole('main');
		expect(await main.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
		const hidden = await main.evaluate((element) =>
			[...element.querySelectorAll('h2, h3, p, li, td, dd, pre, legend, label')]
				.filter(
					(part) => !part.closest('details:not([open]), [hidden], .sr-only, dialog, noscript'),
				)
				.filter((part) => part.textContent?.trim() && !part.checkVisibility())
				.map((part) => part.textContent?.trim().slice(0, 60)),
		);
		expect(hidden).toEqual([]);
	},
);
