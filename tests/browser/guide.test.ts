import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { answerLabel, questionOf } from '../../src/guide/kestra/lookup.ts';
import { questions } from '../../src/guide/kestra/questions.ts';
import { planFor } from '../../src/guide/plan/plan.ts';
import { readEntries } from '../../src/guide/url/query.ts';
import { first, idling, steps } from '../support/answers.ts';
import {
	begun,
	begunTwice,
	customersWithTrials,
	queryOf,
	unsure,
} from '../support/browser/addresses.ts';
import { answer, layoutShift, ready, showing, shown } from '../support/browser/guide.ts';
import { addressOf, openPage, visit } from '../support/browser/page.ts';
import { unfoldAll } from '../support/browser/result.ts';

/** The second answer alone. */
const later = queryOf(Object.fromEntries([steps[1]]));
const decided = (query: string) =>
	planFor(readEntries(new URLSearchParams(query)).answers)?.outcomes;

/** The button that asks a question again. */
const change = (page: Page, question: string) =>
	page.getByRole('button', { name: new RegExp(`^Change.*${questionOf(question).short}`) });

async function openGuide(query = '') {
	const opened = await openPage({ path: query ? `/guide/?${query}` : '/guide/' });
	await ready(opened.page);
	return opened;
}

test('arrow keys, Space and Enter are enough to get from the first question to a result', async () => {
	const { page, problems } = await openGuide();
	await page.locator(`input[name=${first.id}]`).first().focus();
	for (let step = 0; step < questions.length; step++) {
		const { place } = await shown(page);
		if (place === 'result') break;
		// Focus is on the heading of a new question; Tab goes to its radio buttons, past a further explanation.
		const isRadio = () => page.evaluate(() => document.activeElement?.matches('[type=radio]'));
		for (let stop = 0; stop < 2 && !(await isRadio()); stop++) await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForFunction(
			(before) =>
				document.querySelector<HTMLElement>('.dg-frame [data-guide]')?.dataset['question'] !==
				before,
			place,
		);
	}
	const { place, outcomes } = await shown(page);
	expect(place).toBe('result');
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
	const query = new URL(page.url()).search.slice(1);
	expect(outcomes).toEqual(decided(query));
	const elsewhere = await openGuide(query);
	expect((await shown(elsewhere.page)).outcomes).toEqual(outcomes);
	expect(problems).toEqual([]);
});

test('choosing an answer does not continue, and changes neither plan nor address', async () => {
	const { page } = await openGuide();
	const before = await page.locator('.dg-so-far').innerHTML();
	await page.locator(`input[name=${first.id}]`).first().focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	expect((await shown(page)).place).toBe(first.id);
	expect(await page.locator('.dg-so-far').innerHTML()).toBe(before);
	expect(new URL(page.url()).search).toBe('');
});

test('Continue without a choice names the question, and its link leads to the first answer', async () => {
	const { page } = await openGuide();
	await page.getByRole('button', { name: 'Continue' }).click();
	const error = page.locator('.dg-error');
	await error.waitFor();
	expect(await error.evaluate((element) => element === document.activeElement)).toBe(true);
	expect(await page.title()).toMatch(/^Error/);
	await error.getByRole('link').press('Enter');
	expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
		first.values[0]?.id,
	);
	await answer(page, ...steps[0]);
	await showing(page, steps[1][0]);
	expect(await page.title()).not.toMatch(/^Error/);
});

test('Back twice, then a reload, show each earlier choice still chosen', async () => {
	const { page } = await openGuide();
	const [[question, value], [next, nextValue]] = steps;
	await answer(page, question, value);
	await answer(page, next, nextValue);
	await showing(page, steps[2][0]);
	await page.goBack();
	await showing(page, next);
	expect((await shown(page)).chosen).toBe(nextValue);
	await page.goBack();
	await showing(page, question);
	expect((await shown(page)).chosen).toBe(value);
	expect(new URL(page.url()).search).toBe(`?${begunTwice}`);
	await page.reload();
	await ready(page);
	expect(await shown(page)).toMatchObject({ place: question, chosen: value });
	await page.goForward();
	await showing(page, next);
	expect((await shown(page)).chosen).toBe(nextValue);
});

test('the Back button shows the previous question with its answer', async () => {
	const { page } = await openGuide(begunTwice);
	await page.getByRole('button', { name: 'Back' }).click();
	await showing(page, steps[1][0]);
	expect((await shown(page)).chosen).toBe(steps[1][1]);
});

test('Change asks one question again and keeps the later answers', async () => {
	const { page } = await openGuide(customersWithTrials);
	const [question] = steps[2];
	const value = questionOf(question).values[0]!.id;
	await unfoldAll(page);
	await change(page, question).click();
	await answer(page, question, value);
	await showing(page, 'result');
	const query = new URL(page.url()).search.slice(1);
	const expected = new URLSearchParams(customersWithTrials);
	expect(expected.get(question)).not.toBe(value);
	expected.set(question, value);
	expect(query).toBe(String(expected));
	expect((await shown(page)).outcomes).toEqual(decided(query));
});

test('answers that no longer matter after a change are kept and marked', async () => {
	const { page } = await openGuide(queryOf(idling.answers));
	await change(page, idling.change[0]).click();
	await answer(page, ...idling.change);
	const { short } = questionOf(idling.idle);
	await expect
		.poll(() => page.locator('.dg-answers > div', { hasText: short }).innerText())
		.toContain('Changes nothing here');
});

test('an address with some answers opens at the first open question, without layout shift', async () => {
	const { page, problems } = await openGuide(begunTwice);
	expect(await shown(page)).toMatchObject({ places: 1, place: steps[2][0], radios: [steps[2][0]] });
	expect(await layoutShift(page)).toBe(0);
	expect(problems).toEqual([]);
});

test('an address that answers everything opens the result at once, without layout shift', async () => {
	const { page, problems } = await openGuide(customersWithTrials);
	expect(await shown(page)).toMatchObject({ places: 1, place: 'result', radios: [] });
	expect((await shown(page)).outcomes).toEqual(decided(customersWithTrials));
	expect(await layoutShift(page)).toBe(0);
	expect(problems).toEqual([]);
});

test('the guide without answers hydrates as it was served, without layout shift', async () => {
	const { page, problems } = await openGuide();
	expect(await shown(page)).toMatchObject({ places: 1, place: first.id, radios: [first.id] });
	expect(await layoutShift(page)).toBe(0);
	expect(problems).toEqual([]);
});

test('entries of an address that are not understood are named, and the rest are kept', async () => {
	const { page, problems } = await openGuide(`${first.id}=zzz&${later}&x${first.id}=<script>`);
	const notice = page.locator('[data-notice=dropped]');
	expect(await notice.innerText()).toContain(`${first.id}=zzz`);
	expect(await notice.innerText()).toContain(`x${first.id}`);
	expect(new URL(page.url()).search).toBe(`?${later}`);
	expect((await shown(page)).place).toBe(first.id);
	expect(problems).toEqual([]);
});

test('at most three of the entries not understood are named, each cut short', async () => {
	const long = 'x'.repeat(200);
	const { page } = await openGuide(`${long}=1&b=1&c=1&d=1&e=1&utm_source=mail&fbclid=1`);
	const items = await page.locator('[data-notice=dropped] li').allInnerTexts();
	expect(items).toHaveLength(4);
	expect(items[3]).toContain('2');
	expect(items[0]?.length).toBeLessThan(100);
});

test('link decorations are dropped silently', async () => {
	const { page } = await openGuide(`utm_source=mail&${later}&ref=chat`);
	expect(await page.locator('[data-notice]').count()).toBe(0);
	expect(new URL(page.url()).search).toBe(`?${later}`);
});

test('without script the first question can be read, and links lead to the tables', async () => {
	const { page } = await openPage({ path: `/guide/?${begun}`, javaScript: false });
	expect(await page.locator(`[data-question=${first.id}] h2`).isVisible()).toBe(true);
	for (const { label } of first.values)
		expect(await page.locator('.dg-option label', { hasText: label }).isVisible()).toBe(true);
	expect(await page.getByRole('radio').count()).toBe(0);
	expect(await page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
	expect(await page.getByRole('link', { name: 'decision tables' }).first().isVisible()).toBe(true);
});

test('when the script cannot be loaded the page says so and offers to reload', async () => {
	const { page } = await openPage({
		path: `/guide/?${begun}`,
		blocked: ['**/_astro/Guide*'],
	});
	await page.locator('[data-late]').waitFor({ timeout: 8000 });
	expect(await page.getByRole('button', { name: 'Reload the page' }).isVisible()).toBe(true);
	expect(await page.locator(`[data-question=${first.id}]`).isVisible()).toBe(true);
	expect(await page.getByRole('link', { name: 'decision tables' }).first().isVisible()).toBe(true);
});

test('a preset says what the link set, and the reader can change it', async () => {
	const { page } = await openGuide(`${begun}&set=${first.id}`);
	expect(await page.locator('[data-notice=preset]').innerText()).toContain(
		answerLabel(...steps[0]),
	);
	await page
		.getByRole('button', { name: /^Change/ })
		.first()
		.click();
	await answer(page, first.id, first.values[0]!.id);
	await showing(page, steps[1][0]);
	expect(await page.locator('[data-notice=preset]').count()).toBe(0);
});

test('“I don’t know” is kept in the address, and the question is not asked again', async () => {
	const { page } = await openGuide();
	await answer(page, first.id, 'unknown');
	await showing(page, steps[1][0]);
	expect(new URL(page.url()).search).toBe(`?${first.id}=unknown`);
	await page.reload();
	await ready(page);
	expect((await shown(page)).place).toBe(steps[1][0]);
});

test('a result based on an assumption says so in its markup', async () => {
	const { page } = await openGuide(unsure);
	const assumed = await page
		.locator('[data-guide=result] [data-decision][data-assumed]')
		.evaluateAll((rows) =>
			rows.flatMap((row) => (row as HTMLElement).dataset['assumed']?.split(' ') ?? []),
		);
	const unknown = [...new URLSearchParams(unsure)].filter(([, value]) => value === 'unknown');
	expect(new Set(assumed)).toEqual(new Set(unknown.map(([question]) => question)));
});

test('trying any tip gives another plan', async () => {
	const { page } = await openGuide(customersWithTrials);
	/** All that the first look says of the plan. */
	const look = () => page.locator('.dg-plan-header').innerText();
	const before = [(await shown(page)).outcomes, await look()];
	await unfoldAll(page);
	const whatIfs = await page
		.locator('[data-tip]')
		.evaluateAll((found) => found.map((whatIf) => (whatIf as HTMLElement).dataset['tip'] ?? ''));
	expect(whatIfs.length).toBeGreaterThan(3);
	for (const whatIf of whatIfs) {
		const [question = '', value = ''] = whatIf.split('=');
		await page.locator(`[data-tip="${whatIf}"] a`).click();
		await expect.poll(() => new URL(page.url()).searchParams.get(question)).toBe(value);
		const { place, outcomes } = await shown(page);
		if (place === 'result') expect([outcomes, await look()], whatIf).not.toEqual(before);
		await visit(page, `/guide/?${customersWithTrials}`);
		await ready(page);
		await unfoldAll(page);
	}
});

test('the second click of a double click leaves the next question unanswered, with focus on its heading', async () => {
	const { page } = await openGuide();
	const [[question, value], [next]] = steps;
	await page.locator(`input[name=${question}][value=${value}]`).check();
	await page.getByRole('button', { name: 'Continue' }).dblclick();
	await showing(page, next);
	expect((await shown(page)).chosen).toBeUndefined();
	expect(await page.locator('.dg-error').count()).toBe(0);
	expect(await page.evaluate(() => document.activeElement?.id)).toBe(`dg-${next}-heading`);
	expect(new URL(page.url()).search).toBe(`?${begun}`);
	// A click that is meant for it still counts.
	await page.waitForTimeout(600);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.locator('.dg-error').waitFor();
});

test.each(['tenants', 'instances'])(
	'a double click in the check of %s answers one question',
	async (check) => {
		const { page } = await openPage({ path: `/embed/check/${check}/` });
		await page.locator('astro-island:not([ssr]) .dg-check').waitFor();
		const heading = page.locator('.dg-check [id$="-heading"]');
		const first = await heading.textContent();
		await page.locator('.dg-check input').first().check();
		await page.getByRole('button', { name: 'Continue' }).dblclick();
		await expect.poll(() => heading.textContent()).not.toBe(first);
		expect(await page.locator('.dg-check input:checked').count()).toBe(0);
		expect(await page.locator('.dg-check .dg-error').count()).toBe(0);
		expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
	},
);

test('what a browser took for the fragment of a changed address does not stay in it', async () => {
	const changed = begunTwice.replaceAll('&', '&#038;');
	const { page } = await openPage({ path: `/guide/?${changed}` });
	await page.waitForURL(addressOf(`/guide/?${begunTwice}`));
});

test('a result that was read at its top is opened there again, whatever part its address names', async () => {
	const { page } = await openPage({ path: `/guide/?${customersWithTrials}#dg-why` });
	await ready(page);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
	await page.mouse.move(200, 200);
	await page.mouse.wheel(0, -20_000);
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
	await expect.poll(() => page.evaluate(() => history.state?.reading?.at)).toBe(-1);
	await page.reload();
	await page.locator('.dg-parts[data-drawn]').waitFor();
	await page.waitForTimeout(500);
	expect(await page.evaluate(() => scrollY)).toBeLessThan(5);
});

test('without a clipboard the text to copy is shown and selected', async () => {
	const { page } = await openPage({
		path: `/guide/?${customersWithTrials}`,
		before: "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
	});
	await ready(page);
	await page.getByRole('button', { name: 'Copy link' }).click();
	const field = page.getByRole('textbox', { name: 'Text to copy' });
	await field.waitFor();
	expect(await field.inputValue()).toContain(customersWithTrials.split('&')[0]);
});
