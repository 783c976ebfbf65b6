/** One page of each kind with text spaced wider or enlarged: no words are lost. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import budgets from '../budgets.json' with { type: 'json' };
import { ready } from '../support/browser/guide.ts';
import { oneWindow } from '../support/browser/page.ts';
import { sampleRows } from '../support/browser/sample.ts';

const kinds = Object.entries(budgets.pages).map(([kind, { path }]) => [kind, path] as const);

/** The spacing that WCAG 1.4.12 names. */
const spacing = `
	* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
	p { margin-block-end: 2em !important }
`;

/** Changes a page as a reader would, and returns a function that undoes it. */
type Setting = (page: Page) => Promise<() => Promise<unknown>>;

const settings: Readonly<Record<string, Setting>> = {
	'text set wider': async (page) => {
		const style = await page.addStyleTag({ content: spacing });
		return () => style.evaluate((element) => (element as HTMLStyleElement).remove());
	},
	// In the browser's settings, so that media queries in em see the smaller window too.
	'text twice as large': async (page) => {
		const session = await page.context().newCDPSession(page);
		const sizes = (standard: number, fixed: number) =>
			session.send('Page.setFontSizes', { fontSizes: { standard, fixed } });
		await sizes(32, 26);
		return () => sizes(16, 13);
	},
};

/** Words on one line, and the visible part of their box, in pixels. */
interface Line {
	readonly words: string;
	/** Number of the element that the words are in. */
	readonly of: number;
	/** Whether part of it is clipped. */
	readonly cut: boolean;
	/** Whether it stays in sight while the page scrolls, and so covers other content by design. */
	readonly stays: boolean;
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

function linesOf(page: Page): Promise<readonly Line[]> {
	return page.evaluate(() => {
		interface Place {
			readonly of: number;
			readonly hidden: boolean;
			readonly stays: boolean;
			/** What is outside of it is clipped. */
			readonly frame: DOMRect | undefined;
		}
		const body = { of: 0, hidden: false, stays: false, frame: undefined };
		const places = new Map<Element, Place>([[document.body, body]]);
		const placeOf = (element: Element): Place => {
			const known = places.get(element);
			if (known) return known;
			const around = placeOf(element.parentElement!);
			const { clip, clipPath, overflowX, position } = getComputedStyle(element);
			// For screen readers only. On a phone the bar below the header also names the current section, as far as
			// there is room.
			const aside = clip !== 'auto' || clipPath !== 'none' || element.matches('.display-current');
			const place = {
				of: places.size,
				hidden: around.hidden || aside,
				stays: around.stays || /fixed|sticky/.test(position),
				frame: /hidden|clip/.test(overflowX) ? element.getBoundingClientRect() : around.frame,
			};
			places.set(element, place);
			return place;
		};
		const lines: Line[] = [];
		const range = document.createRange();
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			const element = text.parentElement;
			const words = text.textContent?.trim().slice(0, 60);
			if (!words || !element?.checkVisibility({ visibilityProperty: true })) continue;
			const { of, hidden, stays, frame } = placeOf(element);
			if (hidden) continue;
			range.selectNodeContents(text);
			for (const { left, right, top, bottom, width } of range.getClientRects()) {
				if (width <= 1) continue;
				const [end, floor] = [frame?.right ?? right, frame?.bottom ?? bottom];
				const cut = right > end + 2 || bottom > floor + 4;
				const shown = { left, right: Math.min(right, end), top, bottom: Math.min(bottom, floor) };
				lines.push({ words, of, cut, stays, ...shown });
			}
		}
		return lines;
	});
}

/** Words that overlap other words. */
function overlaid(lines: readonly Line[]): string[] {
	const inOrder = lines.filter(({ stays }) => !stays).sort((one, other) => one.top - other.top);
	return inOrder.flatMap((one, index) => {
		const on: string[] = [];
		for (let next = index + 1; next < inOrder.length; next++) {
			const other = inOrder[next]!;
			if (other.top >= one.bottom) break;
			// Letters do not fill the height of their line, nor the space after them.
			const least = Math.min(one.bottom - one.top, other.bottom - other.top) / 2;
			const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
			if (one.bottom - other.top > least && wide > least && one.of !== other.of)
				on.push(`${one.words} | ${other.words}`);
		}
		return on;
	});
}

const cutOf = (lines: readonly Line[]) => lines.filter(({ cut }) => cut).map(({ words }) => words);

const open = oneWindow({ reducedMotion: 'reduce' });

test.each(kinds)('%s loses no words to text that is larger or set wider', async (_kind, path) => {
	const { page } = await open(path);
	if (path.startsWith('/guide/')) await ready(page);
	await page.locator('[data-arriving]').waitFor({ state: 'detached' });
	await sampleRows(page);
	// What is laid out only when near has no lines until then.
	await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
	const found: Record<string, unknown> = {};
	for (const width of [1280, 390]) {
		await page.setViewportSize({ width, height: 800 });
		const before = cutOf(await linesOf(page));
		for (const [setting, set] of Object.entries(settings)) {
			const reset = await set(page);
			const lines = await linesOf(page);
			const sideways = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			const lost = {
				...(sideways > 0 && { sideways }),
				// Text that is always cut short can be read in full elsewhere.
				cut: cutOf(lines).filter((words) => !before.includes(words)),
				overlaid: overlaid(lines),
			};
			await reset();
			if (sideways > 0 || lost.cut.length > 0 || lost.overlaid.length > 0)
				found[`${setting}, ${width} pixels`] = lost;
		}
	}
	expect(found).toEqual({});
});
