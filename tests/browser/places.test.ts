import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { readRecorded } from '../../tools/recorded.ts';
import { readingPages } from '../support/built.ts';
import { openPage } from './support/page.ts';

const paths = new Set(readingPages.map(({ path }) => path));
const places = Map.groupBy(
	Object.keys(readRecorded()).filter((address) => address.includes('#')),
	(address) => address.split('#')[0]!,
);

/**
 * Goes to each place on a page and says which do not show below the header. The first, the last and every tenth place,
 * and those in a part that is closed, are followed as fragments; scrolling takes the others to where a fragment would.
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
			// Words that run on to a second line begin where their first line does.
			const { left, top } = target?.getClientRects()[0] ?? { left: -1, top: -1 };
			// Whatever covers it, a header or the head of a table, would be found in its place.
			const shown = document.elementFromPoint(left + 8, top + 12);
			if (!target?.contains(shown) && !shown?.contains(target))
				missed.push(`#${id} at ${Math.round(top)} is covered by ${shown?.outerHTML.slice(0, 60)}`);
		}
		return missed;
	}, ids);

test.each([...places.keys()].filter((path) => paths.has(path)))(
	'every place on %s comes into view below the header, on a laptop and on a phone',
	async (path) => {
		const { page } = await openPage({ path, reducedMotion: 'reduce' });
		const ids = (places.get(path) ?? []).map((address) => address.split('#')[1]!);
		expect(await outOfView(page, ids)).toEqual([]);
		await page.setViewportSize({ width: 390, height: 844 });
		await page.evaluate(
			() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
		);
		// The last place comes first, so that each changes the fragment.
		expect(await outOfView(page, ids.toReversed().slice(1))).toEqual([]);
	},
);
