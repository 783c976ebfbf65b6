/** What the reader changes on the plan itself, and two plans where the edition is not decided. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { bothEditions } from '../../src/guide/insight/editions.ts';
import { questionOf } from '../../src/guide/kestra/lookup.ts';
import { defaultNames } from '../../src/guide/kestra/names.ts';
import * as examples from '../support/answers.ts';
import { customers, oneApart, undecided, undecidedAlike } from '../support/browser/addresses.ts';
import { ready, showing, shown } from '../support/browser/guide.ts';
import { openPage } from '../support/browser/page.ts';
import { boxes, unfold, unfoldAll } from '../support/browser/result.ts';

async function openResult(query: string) {
	const opened = await openPage({ path: `/guide/?${query}` });
	await ready(opened.page);
	await showing(opened.page, 'result');
	await opened.page.locator('.dg-parts[data-drawn]').waitFor();
	return opened;
}

/** Collects what the status regions of the result say from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		for (const region of document.querySelectorAll('.dg-frame [role=status]'))
			new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
				subtree: true,
				childList: true,
				characterData: true,
			});
	});
	// Emptying a region that is empty says nothing.
	return () => page.evaluate(() => (window as unknown as { said: string[] }).said.filter(Boolean));
}

const focused = (page: Page) =>
	page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);

test('a switch changes plan and address in place, keeps focus and what is open, and speaks once', async () => {
	const { page, problems } = await openResult(customers);
	const before = await boxes(page, 'tenant');
	const depth = await page.evaluate(() => history.length);
	await page.locator('.dg-part summary').first().click();
	const said = await listen(page);
	expect(await said()).toEqual([]);
	const { values } = questionOf('sandboxes');
	const group = page.locator('[data-refinement=sandboxes]');
	await group.locator(`input[value=${values[0]!.id}]`).focus();
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => new URL(page.url()).searchParams.get('sandboxes')).toBe(values[1]!.id);
	expect((await shown(page)).outcomes['sandboxes']).toBe('tenant-per-engineer');
	expect((await boxes(page, 'tenant')).length).toBeGreaterThan(before.length);
	expect(await focused(page)).toBe(values[1]!.id);
	expect(await page.locator('.dg-part[open]').count()).toBe(1);
	expect(await page.evaluate(() => history.length)).toBe(depth);
	await expect.poll(said).toEqual([expect.stringContaining(values[1]!.short ?? values[1]!.label)]);

	const elsewhere = await openResult(new URL(page.url()).search.slice(1));
	expect(await boxes(elsewhere.page, 'tenant')).toEqual(await boxes(page, 'tenant'));
	await page.keyboard.press('ArrowUp');
	await expect.poll(() => boxes(page, 'tenant')).toEqual(before);
	expect(await said()).toHaveLength(2);
	expect(problems).toEqual([]);
});

test('where a few have an instance of their own, development is together or apart', async () => {
	const { page } = await openResult(oneApart);
	const group = page.locator('[data-refinement=development]');
	const together = await boxes(page, 'instance');
	await group.locator('input[value=apart]').check();
	await expect.poll(() => boxes(page, 'instance')).not.toEqual(together);
	expect((await boxes(page, 'instance')).length).toBe(together.length + 1);
	expect(new URL(page.url()).searchParams.get('development')).toBe('apart');
});

test('a plan without a place for it offers no switch for development', async () => {
	const { page } = await openResult(customers);
	expect(await page.locator('[data-refinement]').count()).toBe(1);
});

test('without a decision on the edition two plans stand side by side, each whole', async () => {
	const { page, problems } = await openResult(undecided);
	const both = bothEditions(examples.filled(examples.undecided))!;
	const sides = page.locator('.dg-two-plans > section');
	expect(await sides.count()).toBe(2);
	const places = await sides.evaluateAll((found) =>
		found.map((side) => side.getBoundingClientRect().top),
	);
	expect(places[0]).toBe(places[1]);
	for (const edition of ['open-source', 'enterprise'] as const) {
		const side = page.locator(`.dg-two-plans [data-edition=${edition}]`);
		const plan = both[edition];
		expect(await side.getByRole('heading', { level: 3 }).innerText()).toBe(plan.title);
		expect(await side.locator('.dg-plan-why').innerText()).toContain(plan.why.slice(0, 20));
		expect(await side.locator('.dg-box[data-box=instance]').count()).toBeGreaterThan(0);
		expect(await side.locator('.dg-count').innerText()).not.toBe('');
		expect(await side.locator('.dg-top-risks li').count()).toBe(2);
	}
	expect(await page.locator('.dg-worth li').count()).toBe(both.worth.length);
	expect((await shown(page)).outcomes).toEqual(
		examples.markedOutcomes(examples.filled(examples.undecided)),
	);
	expect(problems).toEqual([]);
});

test('what stands below two plans is about the one that is chosen there', async () => {
	const { page } = await openResult(undecided);
	const both = bothEditions(examples.filled(examples.undecided))!;
	await unfoldAll(page);
	const risks = () =>
		page
			.locator('[data-risk]')
			.evaluateAll((found) => found.map((risk) => (risk as HTMLElement).dataset['risk']));
	const ids = (edition: 'open-source' | 'enterprise') => both[edition].risks.map(({ id }) => id);
	expect(ids('enterprise')).not.toEqual(ids('open-source'));
	await expect.poll(risks).toEqual(ids('open-source'));
	const address = page.url();
	await page.getByRole('radio', { name: 'for Enterprise or Cloud' }).check();
	await expect.poll(risks).toEqual(ids('enterprise'));
	expect(page.url()).toBe(address);
	expect(await focused(page)).toBe('enterprise');
	await page.getByRole('radio', { name: 'for the free edition' }).check();
	await expect.poll(risks).toEqual(ids('open-source'));
});

test('where both editions give the same plan it is shown once, with what Enterprise would add', async () => {
	const { page } = await openResult(undecidedAlike);
	expect(await page.locator('.dg-two-plans').count()).toBe(0);
	expect(await page.locator('.dg-plan-header').count()).toBe(1);
	expect(await page.locator('.dg-plan-header .dg-plan').count()).toBe(1);
	expect(await page.locator('.dg-worth').filter({ visible: true }).count()).toBe(1);
});

test('an exception without a name is drawn with its question, and gets its name in “Make it yours”', async () => {
	const { page } = await openResult(oneApart);
	const [unnamed] = defaultNames.exceptions;
	const asks = page.locator('.dg-plan-header [data-asks]');
	expect(await asks.count()).toBe(1);
	expect(await asks.innerText()).toContain('?');
	await unfold(page, 'Make it yours', '.dg-name-list');
	const list = page.getByRole('group', { name: 'What cannot share' });
	await list.getByRole('button', { name: `Rename ${unnamed}` }).click();
	await list.getByRole('textbox').fill('payroll');
	await list.getByRole('textbox').press('Enter');
	await expect.poll(() => asks.count()).toBe(0);
	expect((await boxes(page, 'instance')).join()).toContain('payroll');
	expect((await boxes(page, 'instance')).join()).not.toContain(unnamed);
	expect(await page.locator('#dg-headline').innerText()).toContain('payroll');
});

test('an exception without a name shows its question on a phone too', async () => {
	const { page } = await openPage({ path: `/guide/?${oneApart}`, width: 390, height: 844 });
	await ready(page);
	await showing(page, 'result');
	expect(await page.locator('.dg-plan-header [data-asks]').isVisible()).toBe(true);
});

test('the reader’s own word for the groups is used everywhere, in both its forms, and given up again', async () => {
	const { page, problems } = await openResult(customers);
	await unfold(page, 'Make it yours', '.dg-name-list');
	const own = page.getByRole('group', { name: 'Or your own word for them' });
	await own.getByRole('textbox', { name: 'One' }).fill('lab');
	await own.getByRole('button', { name: 'Use it' }).click();
	const said = page.locator('.dg-names > [role=status]');
	// One form alone is not enough, and changes nothing.
	await expect.poll(() => said.innerText()).not.toBe('');
	expect(await page.locator('#dg-headline').innerText()).not.toContain('lab');
	await own.getByRole('textbox', { name: 'Several' }).fill('labs');
	await own.getByRole('button', { name: 'Use it' }).click();
	await expect.poll(() => page.locator('#dg-headline').innerText()).toMatch(/\blabs?\b/);
	expect(await page.getByRole('group', { name: 'Labs' }).count()).toBe(1);
	expect(await page.getByRole('group', { name: 'Customers' }).count()).toBe(0);
	expect(page.url()).not.toContain('lab');
	await own.getByRole('textbox', { name: 'One' }).fill('');
	await own.getByRole('textbox', { name: 'Several' }).fill('');
	await own.getByRole('button', { name: 'Use it' }).click();
	await expect.poll(() => page.locator('#dg-headline').innerText()).not.toContain('lab');
	expect(problems).toEqual([]);
});
