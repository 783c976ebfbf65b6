/** A result in one look: what is seen first, what is closed below it, and what a link or a printer opens. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import * as addresses from '../support/browser/addresses.ts';
import { ready, showing } from '../support/browser/guide.ts';
import { type Opening, openPage } from '../support/browser/page.ts';
import { unfoldAll } from '../support/browser/result.ts';

const { customers, customersWithTrials, oneApart, oneTeam, undecided, undecidedAlike, unsure } =
	addresses;
/** Plans of every size, with one edition and with two. */
const plans = Object.entries({
	customers,
	oneApart,
	oneTeam,
	undecided,
	undecidedAlike,
	unsure,
});
const laptop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

async function openResult(query: string, opening: Opening = {}) {
	const opened = await openPage({ ...opening, path: `/guide/?${query}` });
	await ready(opened.page);
	await showing(opened.page, 'result');
	await opened.page.locator('.dg-parts[data-drawn]').waitFor({ state: 'attached' });
	return opened;
}

/** Which of the selectors have an element that lies in the window as it was opened, as far as it is told apart there. */
const seenFirst = (page: Page, parts: Readonly<Record<string, string>>) =>
	page.evaluate((wanted) => {
		const seen = ([name, selector]: readonly [string, string]) => {
			const element = document.querySelector<HTMLElement>(selector);
			const { top, bottom, width } = element?.getBoundingClientRect() ?? new DOMRect();
			// A tall picture is recognised by its beginning.
			const end = name === 'picture' ? top + Math.min(160, bottom - top) : bottom;
			return element?.checkVisibility() && width > 0 && top >= 0 && end <= innerHeight;
		};
		return Object.entries(wanted)
			.filter(seen)
			.map(([name]) => name);
	}, parts);

const firstLook = {
	headline: '#dg-headline',
	why: '.dg-plan-why',
	picture: '.dg-plan',
	action: '.dg-take button',
};

test.each(
	plans.flatMap(([name, query]) =>
		[laptop, phone].map((size) => [name, `${size.width}×${size.height}`, query, size] as const),
	),
)(
	'headline, why, picture and an action are in the first look: %s, %s',
	async (_, __, query, size) => {
		const { page } = await openResult(query, size);
		expect(await page.evaluate(() => scrollY)).toBe(0);
		expect(await seenFirst(page, firstLook)).toEqual(Object.keys(firstLook));
	},
);

test.each(plans)('a closed result on a phone is at most four screens: %s', async (_, query) => {
	const { page } = await openResult(query, phone);
	const height = await page.locator('[data-guide=result]').evaluate((result) => {
		return result.getBoundingClientRect().bottom + scrollY;
	});
	expect(height).toBeLessThanOrEqual(4 * phone.height);
	await unfoldAll(page);
	const open = await page.locator('[data-guide=result]').evaluate((result) => {
		return result.getBoundingClientRect().bottom + scrollY;
	});
	expect(open).toBeGreaterThan(height);
});

test('a link to a section of a closed part opens it and brings it into sight, and no other', async () => {
	const { page, problems } = await openResult(`${customers}#dg-risks`);
	const risks = page.locator('.dg-part:has(#dg-risks)');
	await expect.poll(() => risks.getAttribute('open')).not.toBeNull();
	const places = () =>
		page.locator('#dg-risks').evaluate((heading) => heading.getBoundingClientRect().top);
	await expect.poll(places).toBeLessThan(400);
	expect(await places()).toBeGreaterThan(0);
	expect(await page.locator('.dg-part[open]').count()).toBe(1);
	expect(await page.locator('[data-ways]').isVisible()).toBe(false);
	await page.evaluate(() => {
		location.hash = '#dg-why';
	});
	await page.locator('.dg-part[open]:has(#dg-why)').waitFor();
	expect(await page.locator('[data-ways]').isVisible()).toBe(false);
	expect(problems).toEqual([]);
});

test('a closed part says what is in it, and the keyboard opens it', async () => {
	const { page } = await openResult(customers);
	const parts = page.locator('.dg-part');
	expect(await parts.count()).toBeGreaterThan(7);
	expect(await page.locator('.dg-part[open]').count()).toBe(0);
	for (const summary of await page.locator('.dg-part > summary').allInnerTexts())
		expect(summary.trim().split('\n').length).toBeGreaterThan(1);
	await parts.first().locator('summary').press('Enter');
	expect(await parts.first().locator('.dg-part-body').isVisible()).toBe(true);
});

test('for a printer every part opens, and afterwards those that were closed are closed again', async () => {
	const { page } = await openResult(customersWithTrials);
	await page.locator('.dg-part').nth(1).locator('summary').click();
	const open = () =>
		page
			.locator('.dg-part')
			.evaluateAll((parts) => (parts as HTMLDetailsElement[]).map((part) => part.open));
	const before = await open();
	expect(new Set(before)).toEqual(new Set([true, false]));
	await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
	expect(await open()).toEqual(before.map(() => true));
	await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
	expect(await open()).toEqual(before);
});

test('on paper every part is readable though it is closed, and colours are light in dark mode too', async () => {
	const { page } = await openResult(customersWithTrials, { colorScheme: 'dark' });
	const luminance = () =>
		page.evaluate(() => {
			const canvas = document.createElement('canvas').getContext('2d')!;
			const shade = (colour: string) => {
				canvas.fillStyle = '#fff';
				canvas.fillRect(0, 0, 1, 1);
				canvas.fillStyle = colour;
				canvas.fillRect(0, 0, 1, 1);
				const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
				return (red + green + blue) / 765;
			};
			const styles = (selector: string) => getComputedStyle(document.querySelector(selector)!);
			return {
				paper: shade(styles('html').backgroundColor),
				box: shade(styles('.dg-plan .dg-box').backgroundColor),
				ink: shade(styles('#dg-headline').color),
				text: shade(styles('.dg-part-body p').color),
			};
		});
	const dark = await luminance();
	expect(dark.ink).toBeGreaterThan(0.6);
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	const printed = await luminance();
	expect(printed.paper).toBeGreaterThan(0.9);
	expect(printed.box).toBeGreaterThan(0.8);
	expect(printed.ink).toBeLessThan(0.3);
	expect(printed.text).toBeLessThan(0.5);
	const hidden = await page
		.locator('.dg-part-body')
		.evaluateAll(
			(bodies) =>
				bodies.filter(
					(body) =>
						!body.checkVisibility({ contentVisibilityAuto: true }) ||
						body.getBoundingClientRect().height === 0,
				).length,
		);
	expect(hidden).toBe(0);
});
