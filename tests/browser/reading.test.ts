import { expect, test } from 'vitest';
import { oneWindow } from '../support/browser/page.ts';
import { readingPages } from '../support/built.ts';

const open = oneWindow({ javaScript: false });

test.each(readingPages.map((page) => page.path))(
	'%s hides nothing without script except controls that need it',
	async (path) => {
		const { page } = await open(path);
		const main = page.getByRole('main');
		expect(await main.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
		const hidden = await main.evaluate((element) =>
			[...element.querySelectorAll('h2, h3, p, li, dt, dd, th, td, pre')]
				.filter(
					(part) =>
						// The last is a control as a whole: words of it tell what it does.
						!part.closest('[hidden], details:not([open]), .sr-only, dialog, noscript, split-check'),
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
	},
);
