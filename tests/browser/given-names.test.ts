/** Names as long as the rule allows, and names that no rule allows. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Answers } from '../../src/guide/engine/model.ts';
import type { Names } from '../../src/guide/kestra/names.ts';
import { nameLists, usableNames } from '../../src/guide/names/name-lists.ts';
import { longestName } from '../../src/guide/names/naming-rules.ts';
import { serialiseNames } from '../../src/guide/names/stored-names.ts';
import { guideAddress } from '../../src/guide/url/query.ts';
import { first } from '../support/answers.ts';
import { customersWithTrials } from '../support/browser/addresses.ts';
import { fitOf, fits } from '../support/browser/fit.ts';
import { ready, showing } from '../support/browser/guide.ts';
import { addressOf, openPage } from '../support/browser/page.ts';
import { boxes, turnTo, unfold } from '../support/browser/result.ts';
import { everyCombination, planOf } from '../support/every.ts';

/** Plans that together contain every kind of box and every list of names. */
const plans = [
	(of: Outcomes) =>
		of['stages'] === 'namespace-per-stage' && of['groups'] === 'namespace-per-group',
	(of: Outcomes) =>
		of['groups'] === 'tenant-per-group' && of['sandboxes'] === 'tenant-per-engineer',
	(of: Outcomes) => of['groups'] === 'instance-per-group' && of['stages'] === 'instance-per-stage',
	(of: Outcomes) =>
		of['sandboxes'] === 'local-instance-per-engineer' && of['namespaces'] === 'by-domain',
	(of: Outcomes) => of['exceptions'] === 'instance-per-exception',
	(of: Outcomes) => of['exceptions'] === 'tenant-per-exception',
].map((holds) => everyCombination.find((answers) => holds(planOf(answers).outcomes))!);

type Outcomes = Readonly<Record<string, string | undefined>>;

/** The longest names for all lists of a plan, each a single letter repeated, so that no line can break in them. */
function longestNames(given: Answers): Names {
	const lists = nameLists(given);
	const lengths = new Map(lists.map(({ id }) => [id, longestName]));
	const names = (): Names =>
		Object.fromEntries(
			lists.map(({ id, names: defaults }) => {
				const own = defaults.map((_, index) => `${id[0]}${index}`.padEnd(lengths.get(id)!, 'm'));
				return [id, id === 'company' ? own[0] : own];
			}),
		);
	// A namespace has at most 150 characters, so not all of its parts can be this long.
	for (const { id } of lists.toReversed())
		if (Object.keys(usableNames(given, names())).length < lists.length) lengths.set(id, 12);
	return names();
}

// The last is the width of A4 without margins.
test.each([
	[320, 'screen'],
	[1280, 'screen'],
	[680, 'print'],
] as const)(
	'the longest names stay inside their boxes at %d pixels, medium %s',
	async (width, media) => {
		const { page, problems } = await openPage({
			path: '/guide/',
			width,
			reducedMotion: 'reduce',
		});
		for (const given of plans) {
			const names = longestNames(given);
			const query = guideAddress(given, [['with', customersWithTrials]]);
			await page.evaluate(
				(text) => localStorage.setItem('kestra-environments.names', text),
				serialiseNames(names),
			);
			await page.goto(addressOf(query));
			await ready(page);
			await showing(page, 'result');
			await unfold(page, 'Make it yours', '.dg-name-list');
			await unfold(page, 'What fails together', '[data-drill]:enabled');
			await unfold(page, 'Compare with another plan', '.dg-comparison');
			expect((await chips(page)).toSorted()).toEqual(Object.values(names).flat().toSorted());
			await page.emulateMedia({ media });
			expect(await fitOf(page, '.dg-frame'), query).toEqual(fits);
			await page.emulateMedia({ media: 'screen' });
		}
		expect(problems).toEqual([]);
	},
);

/** The names on the chips of all lists. */
const chips = (page: Page) => page.locator('.dg-chips button > [dir=auto]').allInnerTexts();

/** The first right-to-left letter or direction mark in a text outside of isolated parts; undefined when there is none. */
const turned = (page: Page, selector: string) =>
	page
		.locator(selector)
		.first()
		.evaluate((element) => {
			const rest = element.cloneNode(true) as Element;
			for (const apart of rest.querySelectorAll('bdi, [dir=auto]')) apart.remove();
			return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/.exec(
				rest.textContent,
			)?.[0];
		});

/** Whether isolated parts are displayed in the order in which they are written. */
const inOrder = (page: Page, selector: string) =>
	page
		.locator(selector)
		.first()
		.evaluate((element) => {
			const places = [...element.querySelectorAll('bdi')].map((part) => part.getClientRects()[0]!);
			return places.every((place, index) => {
				const before = places[index - 1];
				return !before || place.top > before.top + 1 || place.left > before.left;
			});
		});

/** Hebrew, Arabic with digits, a right-to-left override, and two directions in one name. */
const fromRightToLeft = [
	'\u05e9\u05dc\u05d5\u05dd',
	'\u0634\u0631\u0643\u0629 \u0661\u0662',
	'acme\u202e.txt',
	'\u05d0\u05d1.acme',
];

test('a name written from right to left is refused without reordering the sentence or losing what was typed', async () => {
	const { page, problems } = await openPage({ path: `/guide/?${customersWithTrials}` });
	await ready(page);
	await showing(page, 'result');
	await unfold(page, 'Make it yours', '.dg-name-list');
	const list = page.getByRole('group', { name: 'Customers' });
	const field = list.getByRole('textbox');
	const before = await boxes(page, 'tenant');
	for (const name of fromRightToLeft) {
		await field.fill(name);
		await field.press('Enter');
		const error = list.locator('.dg-error');
		await error.waitFor();
		// Focus was already in the field, so the error has to be announced.
		expect(await error.getAttribute('role')).toBe('alert');
		expect(await field.inputValue()).toBe(name);
		expect(await field.getAttribute('dir')).toBe('auto');
		expect(await turned(page, '.dg-name-list .dg-error'), name).toBeUndefined();
		expect(await inOrder(page, '.dg-name-list .dg-error'), name).toBe(true);
	}
	expect(await boxes(page, 'tenant')).toEqual(before);
	await field.fill('globex');
	await list.getByRole('button', { name: 'Add' }).click();
	await expect.poll(() => boxes(page, 'tenant')).toContain('globex');
	await field.fill(fromRightToLeft[0]!);
	await list.getByRole('button', { name: 'Add' }).click();
	// Here focus moves to the field, which the error describes.
	await list.locator('.dg-error').waitFor();
	expect(await list.locator('.dg-error').getAttribute('role')).toBeNull();
	expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
	expect(problems).toEqual([]);
});

test('an address written from right to left is quoted without reordering the sentence', async () => {
	const { page, problems } = await openPage({ path: '/guide/' });
	await ready(page);
	for (const name of fromRightToLeft) {
		await turnTo(
			page,
			`${encodeURIComponent(name)}=1&${first.id}=${encodeURIComponent(name)}`,
			first.id,
		);
		expect(await turned(page, '[data-notice=dropped]'), name).toBeUndefined();
	}
	expect(problems).toEqual([]);
});

test('the name checker refuses a name written from right to left without reordering its sentences', async () => {
	const { page, problems } = await openPage({ path: '/practices/names/' });
	const form = page.locator('form.dg-names');
	await form.scrollIntoViewIfNeeded();
	await page.locator('astro-island[ssr]:has(form.dg-names)').waitFor({ state: 'detached' });
	for (const name of fromRightToLeft) {
		await form.getByRole('textbox').fill(name);
		await form.getByRole('button', { name: 'Check' }).click();
		await form.locator('[data-valid=no]').waitFor();
		expect(await form.getByRole('textbox').inputValue()).toBe(name);
		expect(await turned(page, '.dg-names [role=status]'), name).toBeUndefined();
		expect(await inOrder(page, '.dg-names [role=status]'), name).toBe(true);
	}
	expect(problems).toEqual([]);
});
