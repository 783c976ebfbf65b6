import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { publishedOn } from '../../tools/integrations/addresses/read-built.ts';
import { oneWindow } from '../support/browser/page.ts';
import { readingPages } from '../support/built.ts';

/** The ids of the places that each page publishes, in page order. */
const places = new Map(
	readingPages
		.map(({ path, root }) => [path, Object.keys(publishedOn(root))] as const)
		.filter(([, ids]) => ids.length > 0),
);

/**
 * Goes to each place on a page and returns those that are not visible below the header. The first, the last and every
 * tenth place, and those in a closed part, are followed as fragments; the others are scrolled to, which is faster and
 * ends at the same position.
 */
const outOfView = (page: Page, ids: readonly string[]) =>
	page.evaluate(async (all) => {
		const follow = async (id: string) => {
			const moved = new Promise((done) => addEventListener('hashchange', done, { once: true }));
			location.hash = id;
			await moved;
		};
		const missed: string[] = [];
		for (const [index, id] of all.entries()) {
			const target = document.getElementById(id);
			const isFollowed = index % 10 === 0 || index === all.length - 1;
			if (isFollowed || !target || target.closest('details:not([open])')) await follow(id);
			else target.scrollIntoView();
			// Text that wraps starts where its first line does.
			const { left, top } = target?.getClientRects()[0] ?? { left: -1, top: -1 };
			// If a header or a table head covered it, that would be found here instead.
			const shown = document.elementFromPoint(left + 8, top + 12);
			if (!target?.contains(shown) && !shown?.contains(target))
				missed.push(`#${id} at ${Math.round(top)} is covered by ${shown?.outerHTML.slice(0, 60)}`);
		}
		return missed;
	}, ids);

const open = oneWindow({ reducedMotion: 'reduce' });

test('many pages publish places', () => {
	expect(places.size).toBeGreaterThan(40);
});

test.each([...places])(
	'every place on %s scrolls into view below the header, on a laptop and on a phone',
	async (path, ids) => {
		const { page } = await open(path);
		await page.setViewportSize({ width: 1280, height: 800 });
		expect(await outOfView(page, ids)).toEqual([]);
		await page.setViewportSize({ width: 390, height: 844 });
		await page.evaluate(
			() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
		);
		// Starts with the last place, so that each changes the fragment.
		expect(await outOfView(page, ids.toReversed().slice(1))).toEqual([]);
	},
);

/** Pages with many parts that are laid out only when near, so that their height is not known at first. */
const lateLaidOut = readingPages.filter(
	({ root }) => root.querySelectorAll('.deferred').length > 8,
);
const windows = {
	'on a laptop': oneWindow(),
	'on a phone': oneWindow({ width: 390, height: 844 }),
};

test('there are pages that lay parts out late', () => {
	expect(lateLaidOut.length).toBeGreaterThan(2);
});

test.each([
	['on a laptop', 0.4],
	['on a laptop', 0.8],
	['on a phone', 0.4],
	['on a phone', 0.8],
] as const)(
	'a link from another page leads to the exact place, %s, %f down its page',
	async (where, far) => {
		const missed: string[] = [];
		for (const { path } of lateLaidOut) {
			const all = places.get(path) ?? [];
			const address = `${path}#${all[Math.floor(all.length * far)]}`;
			const { page } = await windows[where](address);
			// By then everything that loads late is there.
			await page.waitForLoadState('networkidle');
			const { top, height, under } = await page.evaluate(() => ({
				top: document.querySelector(':target')?.getBoundingClientRect().top ?? -1,
				height: innerHeight,
				under: document.documentElement.scrollHeight - innerHeight - scrollY,
			}));
			// A place at the end of a page cannot scroll to the top.
			if (top < 0 || (top > height / 4 && under > 1)) missed.push(`${address} at ${top}`);
		}
		expect(missed).toEqual([]);
	},
);
