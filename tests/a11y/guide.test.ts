/** The guide at every kind of moment: no rule of WCAG broken in light or dark, and nothing wider than a small phone. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { guideAddress } from '../../src/guide/query.ts';
import { questions } from '../../src/guide/questions.ts';
import { violations } from '../browser/support/axe.ts';
import { answer, ready, showing } from '../browser/support/guide.ts';
import { openPage } from '../browser/support/page.ts';
import { turnTo, unfold } from '../browser/support/result.ts';
import { everyPath, planOf } from '../guide/every.ts';

const customers =
	'edition=enterprise&impact=critical&stages=two&groups=customers&fate=shared&sandboxes=yes&layout=team';
const smallest =
	'edition=open-source&impact=experimental&stages=one&groups=one-team&sandboxes=no&layout=team';

/** A moment of the guide, and how it is reached in a page that shows the guide. */
type Moment = readonly [name: string, reach: (page: Page) => Promise<unknown>];

const questionsAndErrors: readonly Moment[] = [
	['the first question', (page) => turnTo(page, '', 'edition')],
	['an answer missing', (page) => page.getByRole('button', { name: 'Continue' }).click()],
	[
		'a question in the middle, with what the last answer did',
		async (page) => {
			await turnTo(page, 'edition=enterprise&impact=critical', 'stages');
			await answer(page, 'stages', 'two');
			await showing(page, 'groups');
		},
	],
	[
		'an address partly understood, partly set by the link',
		(page) => turnTo(page, 'edition=enterprise&set=edition&stages=9&rules=0.0.1', 'impact'),
	],
];

/** One result for each way to separate groups together with each way to separate stages. */
const results: readonly Moment[] = [
	...new Map(
		everyPath.map((answers) => {
			const { stages, groups } = planOf(answers).outcomes;
			return [`${stages}, ${groups}`, guideAddress(answers).split('?')[1] ?? ''] as const;
		}),
	),
].map(([name, query]) => [name, (page) => turnTo(page, query)]);

const panels: readonly Moment[] = [
	[
		'a result of unknowns',
		(page) => turnTo(page, questions.map(({ id }) => `${id}=unknown`).join('&')),
	],
	[
		'names, one of them refused',
		async (page) => {
			await turnTo(page, customers);
			await unfold(page, 'Make it yours', '.dg-name-list');
			const list = page.getByRole('group', { name: 'Customers' });
			await list.getByRole('textbox').fill('North West');
			await list.getByRole('textbox').press('Enter');
			await list.locator('.dg-error').waitFor();
		},
	],
	[
		'what fails together',
		async (page) => {
			await unfold(page, 'What fails together', '[data-drill]');
			await page.locator('[data-drill] [data-box] button').first().click();
		},
	],
	[
		'a comparison',
		async (page) => {
			await turnTo(page, smallest);
			await turnTo(page, `${customers}&with=${encodeURIComponent(smallest)}`);
			await unfold(page, 'Compare with another plan', '.dg-comparison');
		},
	],
	[
		'the way from today’s layout',
		async (page) => {
			await turnTo(page, smallest);
			await turnTo(page, `${customers}&from=namespace-per-stage.namespace-per-group`);
			await unfold(page, 'Start from what you have', '[data-move]');
		},
	],
	[
		'text to copy by hand',
		async (page) => {
			await page.getByRole('button', { name: 'Copy as Markdown' }).click();
			await page.locator('.dg-copy-field').waitFor();
		},
	],
];

/** How much wider than the window the page is, and what reaches out of it. */
const sideways = (page: Page) =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const out = [...document.querySelectorAll('.dg-frame *')]
			.filter((element) => element.checkVisibility() && !element.closest('[role=region], .sr-only'))
			.filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
			.map((element) => element.outerHTML.slice(0, 80));
		return { wider: scrollWidth - clientWidth, out };
	});

const noClipboard = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";

for (const colorScheme of ['light', 'dark'] as const)
	for (const [kind, moments] of Object.entries({ questionsAndErrors, results, panels }))
		test(`${kind} break no rule in ${colorScheme}, nor a window of 320 pixels`, async () => {
			const { page, problems } = await openPage({
				path: '/guide/',
				colorScheme,
				reducedMotion: 'reduce',
				before: noClipboard,
			});
			await ready(page);
			const found: Record<string, unknown> = {};
			for (const [name, reach] of moments) {
				await page.setViewportSize({ width: 1280, height: 800 });
				await reach(page);
				const broken = await violations(page, '.dg-frame');
				if (broken.length) found[name] = broken;
				if (colorScheme === 'dark') continue;
				await page.setViewportSize({ width: 320, height: 800 });
				const { wider, out } = await sideways(page);
				if (wider > 0 || out.length) found[`${name}, at 320 pixels`] = { wider, out };
			}
			expect(found).toEqual({});
			expect(problems).toEqual([]);
		}, 240_000);

test.each(['light', 'dark'] as const)(
	'a short check and what it comes to break no rule in %s',
	async (colorScheme) => {
		const { page } = await openPage({ path: '/concepts/instances/', colorScheme });
		const check = page.locator('.dg-check');
		await check.scrollIntoViewIfNeeded();
		await page.locator('astro-island[ssr]:has(.dg-check)').waitFor({ state: 'detached' });
		await check.getByRole('button', { name: 'Continue' }).click();
		expect(await violations(page, '.dg-check')).toEqual([]);
		for (let step = 0; step < 9 && (await check.locator('form').count()) > 0; step++) {
			await check.locator('input').nth(1).check();
			await check.getByRole('button', { name: 'Continue' }).click();
		}
		await check.locator('[data-guide=result]').waitFor();
		expect(await violations(page, '.dg-check')).toEqual([]);
		await page.setViewportSize({ width: 320, height: 800 });
		expect((await sideways(page)).wider).toBe(0);
	},
);

test('in forced colours the answer chosen and the box struck can be told from the others', async () => {
	const { page, problems } = await openPage({ path: '/guide/', forcedColors: 'active' });
	await ready(page);
	const outline = (selector: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element) => getComputedStyle(element).outlineStyle);
	expect(await outline('.dg-option')).toBe('none');
	await page.locator('.dg-option input').first().check();
	expect(await outline('.dg-option:has(:checked)')).toBe('solid');
	await turnTo(page, customers);
	await unfold(page, 'What fails together', '[data-drill]');
	await page.locator('[data-drill] [data-box] button').first().click();
	const struck = page.locator('[data-drill] [data-struck]').first();
	expect(await struck.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
	expect(problems).toEqual([]);
});
