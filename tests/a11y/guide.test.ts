/** The guide in every kind of state: it breaks no rule in light or dark, names every control and fits a small phone. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { guideAddress } from '../../src/guide/url/query.ts';
import { askedAfter, steps } from '../support/answers.ts';
import {
	begun,
	begunTwice,
	customers,
	customersWithTrials,
	oneApart,
	oneTeam,
	undecided,
} from '../support/browser/addresses.ts';
import { faintInDark, violations } from '../support/browser/axe.ts';
import { fitOf } from '../support/browser/fit.ts';
import { answer, ready, showing } from '../support/browser/guide.ts';
import { openPage } from '../support/browser/page.ts';
import { pressMore, turnTo, unfold, unfoldAll } from '../support/browser/result.ts';
import { headingLevels, nameless, toldOf, unruly } from '../support/browser/tree.ts';
import { everyPath, planOf } from '../support/every.ts';

/** A state of the guide, how to reach it from a page that shows the guide, and the part of it that is new. */
type Moment = readonly [name: string, reach: (page: Page) => Promise<unknown>, part?: string];

/** What is asked on the way; a refinement is changed on the plan. */
const asked = kestra.questions.filter(({ refinement }) => !refinement);

const everyQuestion: readonly Moment[] = asked.map(({ id }, index) => [
	`the question ${id}`,
	(page) => {
		// The answers before this question on the first path that asks it.
		const path = everyPath.find((answers) => Object.hasOwn(answers, id))!;
		const before = asked.slice(0, index).filter((each) => Object.hasOwn(path, each.id));
		const given = Object.fromEntries(before.map((each) => [each.id, path[each.id]!]));
		return turnTo(page, guideAddress(given).split('?')[1] ?? '', id);
	},
]);

const onTheWay: readonly Moment[] = [
	['the first question', (page) => turnTo(page, '', steps[0][0])],
	[
		'an answer missing',
		async (page) => {
			await page.getByRole('button', { name: 'Continue' }).click();
			await page.locator('.dg-question .dg-error').waitFor();
		},
	],
	[
		'a question in the middle, with what the last answer did',
		async (page) => {
			await turnTo(page, begunTwice, steps[2][0]);
			await answer(page, ...steps[2]);
			await showing(page, askedAfter(Object.fromEntries(steps)).id);
		},
	],
	[
		'an address partly understood, partly set by the link',
		(page) => turnTo(page, `${begun}&set=${steps[0][0]}&${steps[2][0]}=9&rules=1.0.0`, steps[1][0]),
	],
];

/** Results that together cover every outcome of every decision: taken in order, only if they add an outcome. */
const results: readonly Moment[] = (() => {
	const seen = new Set<string>();
	return everyPath.flatMap((answers): Moment[] => {
		const outcomes = Object.entries(planOf(answers).outcomes).map((each) => each.join(' '));
		const fresh = outcomes.filter((outcome) => !seen.has(outcome));
		for (const outcome of fresh) seen.add(outcome);
		const query = guideAddress(answers).split('?')[1] ?? '';
		const name = `the first result with ${fresh.join(' and ')}`;
		return fresh.length > 0 ? [[name, (page) => turnTo(page, query), '.dg-plan-header']] : [];
	});
})();

const panels: readonly Moment[] = [
	['two plans for an undecided edition', (page) => turnTo(page, undecided)],
	['an exception without a name', (page) => turnTo(page, oneApart)],
	[
		'a result with every part open',
		async (page) => {
			await turnTo(page, customersWithTrials);
			await unfoldAll(page);
		},
		'.dg-parts',
	],
	[
		'a result of unknowns',
		(page) => turnTo(page, asked.map(({ id }) => `${id}=unknown`).join('&')),
	],
	[
		'names, one of them refused',
		async (page) => {
			await turnTo(page, customersWithTrials);
			await unfold(page, 'Make it yours', '.dg-name-list');
			const list = page.getByRole('group', { name: 'Customers' });
			await list.getByRole('textbox').fill('North West');
			await list.getByRole('textbox').press('Enter');
			await list.locator('.dg-error').waitFor();
		},
		'.dg-names',
	],
	[
		'what fails together',
		async (page) => {
			await unfold(page, 'What fails together', '[data-drill]:enabled');
			await page.locator('[data-drill] [data-box] button').first().click();
		},
		'[data-drill]',
	],
	[
		'a comparison',
		async (page) => {
			await turnTo(page, oneTeam);
			await turnTo(page, `${customersWithTrials}&with=${encodeURIComponent(oneTeam)}`);
			await unfold(page, 'Compare with another plan', '.dg-comparison');
		},
		'.dg-compare',
	],
	[
		'the way from today’s layout',
		async (page) => {
			await turnTo(page, oneTeam);
			await turnTo(page, `${customersWithTrials}&from=namespace-per-stage.namespace-per-group`);
			await unfold(page, 'Start from what you have', '[data-move]');
		},
		'.dg-current',
	],
	[
		'text to copy by hand',
		async (page) => {
			await pressMore(page, 'Copy as Markdown');
			await page.locator('.dg-copy-field').waitFor();
		},
		'.dg-take',
	],
];

const noClipboard = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";

const open = async (opening: Parameters<typeof openPage>[0] = {}) => {
	const opened = await openPage({
		path: '/guide/',
		reducedMotion: 'reduce',
		before: noClipboard,
		...opening,
	});
	await ready(opened.page);
	return opened;
};

const kinds = Object.entries({ 'Moments on the way': onTheWay, Results: results, Panels: panels });

test.each(kinds)(
	'%s of the guide break no rule in light, and have contrast in dark',
	async (_kind, moments) => {
		const { page, problems } = await open();
		const found: Record<string, unknown> = {};
		for (const [name, reach, part = '.dg-frame'] of moments) {
			await reach(page);
			const broken = await violations(page, { within: part });
			const faint = await faintInDark(page, { within: part });
			if (broken.length + faint.length > 0) found[name] = { broken, faint };
		}
		expect(found).toEqual({});
		expect(problems).toEqual([]);
	},
	240_000,
);

test.each([['Questions', everyQuestion] as const, ...kinds])(
	'%s of the guide give every control a name, leave out no level of headings and fit 320 pixels',
	async (_kind, moments) => {
		const { page, problems } = await open({ width: 320 });
		const found: Record<string, unknown> = {};
		for (const [name, reach] of moments) {
			await reach(page);
			const { wider, out } = await fitOf(page, '.dg-frame');
			const wrong = [
				...nameless(await toldOf(page)),
				...unruly(await headingLevels(page)),
				...out,
				...(wider > 0 ? [`${wider} pixels wider`] : []),
			];
			if (wrong.length > 0) found[name] = wrong;
		}
		expect(found).toEqual({});
		expect(problems).toEqual([]);
	},
	120_000,
);

test('each question is a group of its name, with its answers as radio buttons', async () => {
	const { page } = await open();
	for (const [index, [, reach]] of everyQuestion.entries()) {
		await reach(page);
		const { id, asks, values } = asked[index]!;
		const group = page.getByRole('group', { name: asks, exact: true });
		expect(await group.count(), id).toBe(1);
		for (const { label } of values) {
			const name = label.replaceAll('`', '');
			expect(await group.getByRole('radio', { name, exact: true }).count(), name).toBe(1);
		}
		expect(await group.getByRole('radio').count()).toBe(values.length + 1);
		// A description says why it is asked, and one says what each answer means.
		const described = await group.evaluate((fieldset) =>
			[fieldset, ...fieldset.querySelectorAll('input')].filter((element) =>
				(element.getAttribute('aria-describedby') ?? '')
					.split(' ')
					.every((each) => !document.getElementById(each)?.textContent?.trim()),
			),
		);
		expect(described).toEqual([]);
	}
});

test('focus moves to the heading after each step, and to that of the result', async () => {
	const { page } = await open();
	const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
	const path = everyPath.find(
		(answers) =>
			guideAddress(answers) === guideAddress(Object.fromEntries(new URLSearchParams(customers))),
	)!;
	const given = asked.filter(({ id }) => Object.hasOwn(path, id));
	for (const [index, { id }] of given.entries()) {
		await answer(page, id, path[id]!);
		const next = given[index + 1];
		await showing(page, next?.id ?? 'result');
		expect(await focused()).toBe(next?.asks ?? planOf(path).title);
	}
	await page.goBack();
	await showing(page, given.at(-1)!.id);
	expect(await focused()).toBe(given.at(-1)!.asks);
});

test('every live region exists before it announces anything', async () => {
	const { page } = await open();
	await turnTo(page, customersWithTrials);
	await unfold(page, 'Make it yours', '.dg-name-list');
	await unfold(page, 'Compare with another plan', '.dg-compare');
	await unfold(page, 'Start from what you have', '.dg-current');
	await unfold(page, 'What fails together', '[data-drill]:enabled');
	const regions = page.locator('.dg-frame [role=status]');
	// A mark tells these regions from others that may replace them.
	const before = await regions.evaluateAll((found) =>
		found.map((region, index) => {
			(region as HTMLElement).dataset['marked'] = String(index);
			return [region.textContent, getComputedStyle(region).display !== 'none'];
		}),
	);
	expect(before).toEqual(Array.from({ length: 6 }, () => ['', true]));

	const list = page.getByRole('group', { name: 'Customers' });
	await list.getByRole('textbox').fill('globex');
	await list.getByRole('textbox').press('Enter');
	await page.getByLabel('One answer changed').selectOption({ index: 1 });
	await page.locator('.dg-current select').first().selectOption({ index: 1 });
	await page.locator('[data-drill] [data-box] button').first().click();
	await page.getByRole('button', { name: 'Copy link' }).click();
	await page.locator('[data-refinement=sandboxes] input').first().check();
	const said = () =>
		regions.evaluateAll((found) =>
			found.map((region) => [
				(region as HTMLElement).dataset['marked'],
				region.textContent.trim() !== '',
			]),
		);
	await expect.poll(said).toEqual(Array.from({ length: 6 }, (_, index) => [String(index), true]));
});

test('a short check breaks no rule, and gives every control a name, from the first question to the end', async () => {
	const { page } = await openPage({ path: '/concepts/instances/', reducedMotion: 'reduce' });
	const check = page.locator('.dg-check');
	await check.scrollIntoViewIfNeeded();
	await page.locator('astro-island[ssr]:has(.dg-check)').waitFor({ state: 'detached' });
	await check.getByRole('button', { name: 'Continue' }).click();
	await check.locator('.dg-error').waitFor();
	expect(await violations(page, { within: '.dg-check' })).toEqual([]);
	expect(await faintInDark(page, { within: '.dg-check' })).toEqual([]);
	expect(nameless(await toldOf(page))).toEqual([]);
	for (let step = 0; step < 9 && (await check.locator('form').count()) > 0; step++) {
		await check.locator('input').nth(1).check();
		await check.getByRole('button', { name: 'Continue' }).click();
	}
	await check.locator('[data-guide=result]').waitFor();
	expect(await violations(page, { within: '.dg-check' })).toEqual([]);
	expect(await faintInDark(page, { within: '.dg-check' })).toEqual([]);
	expect(nameless(await toldOf(page))).toEqual([]);
	expect(unruly(await headingLevels(page))).toEqual([]);
});

test('in forced colours the chosen answer and the struck box can be told from the others', async () => {
	const { page, problems } = await open({ forcedColors: 'active' });
	const outline = (selector: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element) => getComputedStyle(element).outlineStyle);
	expect(await outline('.dg-option')).toBe('none');
	await page.locator('.dg-option input').first().check();
	expect(await outline('.dg-option:has(:checked)')).toBe('solid');
	await turnTo(page, customersWithTrials);
	await unfold(page, 'What fails together', '[data-drill]:enabled');
	await page.locator('[data-drill] [data-box] button').first().click();
	// It has an icon and words of its own.
	const origin = page.locator('[data-drill] [data-origin]');
	expect(await origin.count()).toBeGreaterThan(0);
	const marked = page.locator('[data-drill] [data-box] .dg-origin').filter({ visible: true });
	expect(await marked.count()).toBe(await origin.count());
	for (const mark of await marked.allInnerTexts()) expect(mark.trim()).not.toBe('');
	expect(problems).toEqual([]);
});

test('nothing moves for readers who prefer less motion, whatever they do', async () => {
	const { page } = await open();
	const moving = () =>
		page.evaluate(async () => {
			for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
			return document
				.getAnimations()
				.filter(({ playState }) => playState === 'running')
				.map((animation) => String(animation.effect?.getTiming().duration))
				.filter((duration) => Number(duration) > 1);
		});
	await page.locator('.dg-option').first().hover();
	await page.locator('.dg-option input').first().check();
	expect(await moving()).toEqual([]);
	await page.getByRole('button', { name: 'Continue' }).click();
	await showing(page, steps[1][0]);
	expect(await moving()).toEqual([]);
	await turnTo(page, customersWithTrials);
	expect(await moving()).toEqual([]);
	await unfold(page, 'What fails together', '[data-drill]:enabled');
	await page.locator('[data-drill] [data-box] button').first().click();
	expect(await moving()).toEqual([]);
	await page.keyboard.press('Control+k');
	expect(await moving()).toEqual([]);
});
