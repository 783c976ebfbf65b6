/** The guide and its results in every engine. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { customers } from '../browser/addresses.ts';
import { type Driver, run, until } from './driver.ts';
import { expectNoProblems, type Part } from './walk.ts';

/** Id of the question that is shown, or `result`; empty while there is no script. */
const place = (driver: Driver) =>
	run(driver, () => {
		const guide = document.querySelector<HTMLElement>('.dg-frame [data-guide]');
		const hydrated = !document.querySelector('.dg-frame astro-island[ssr]');
		return (hydrated && (guide?.dataset['question'] ?? guide?.dataset['guide'])) || '';
	});

/** Waits until the guide shows another place than before, and returns it. */
async function placeAfter(driver: Driver, before: string): Promise<string> {
	return String(
		await until(
			driver,
			`the guide leaves “${before}”`,
			(old) => {
				const guide = document.querySelector<HTMLElement>('.dg-frame [data-guide]');
				const now = guide?.dataset['question'] ?? guide?.dataset['guide'];
				const hydrated = !document.querySelector('.dg-frame astro-island[ssr]');
				return hydrated && now !== old && now;
			},
			before,
		),
	);
}

/** The decisions of the result that is shown, with their outcomes. */
const outcomes = (driver: Driver) =>
	run(driver, () =>
		[...document.querySelectorAll<HTMLElement>('[data-guide=result] [data-decision]')].map(
			({ dataset }) => `${dataset['decision']} ${dataset['outcome']}`,
		),
	);

/** Opens a result and waits until all of it is there. */
export async function openResult(driver: Driver, address: string): Promise<void> {
	await driver.open(address);
	await until(
		driver,
		'the result has its parts',
		() => !!document.querySelector('.dg-parts[data-drawn]'),
	);
}

/** The most presses of Tab: more than the stops of the menu. */
const most = 100;

/** Presses Tab until the focus is on what a selector finds. */
async function tabTo(driver: Driver, selector: string): Promise<void> {
	for (let pressed = 0; pressed < most; pressed++) {
		await driver.press('Tab');
		if (await run(driver, (sought) => document.activeElement?.matches(sought), selector)) return;
	}
	const where = await run(driver, () => document.activeElement?.outerHTML.slice(0, 200));
	throw new Error(`The Tab key does not come to ${selector} in ${most} presses, but to ${where}.`);
}

/** The first stop of the Tab key leads past the menu. */
async function skipMenu(driver: Driver): Promise<void> {
	await run(driver, () =>
		history.replaceState(history.state, '', location.pathname + location.search),
	);
	await tabTo(driver, 'a[href="#_top"]');
	await driver.press('Enter');
	await until(driver, 'the menu is left behind', () => location.hash === '#_top');
}

/** Answers the question that has the focus with its first answer, by keyboard, and returns the place after it. */
async function answerByKeyboard(driver: Driver): Promise<string> {
	const before = await place(driver);
	await tabTo(driver, '.dg-question input[type=radio]');
	await driver.press('Space');
	await tabTo(driver, '.dg-question button[type=submit]');
	await driver.press('Enter');
	return placeAfter(driver, before);
}

const focused = (driver: Driver) =>
	run(driver, () => document.activeElement?.id || document.activeElement?.className || '');

/** The guide by keyboard, with every way back. */
export const byKeyboard: Part = ({ driver, site }) => {
	test('the guide is answered by keyboard, with Back, Change, reload and a full address', async () => {
		const browser = driver();
		await browser.open(site().address('/guide/'));
		const first = await placeAfter(browser, '');
		await skipMenu(browser);
		await tabTo(browser, '.dg-question input[type=radio]');

		// Continue without a choice moves to the error, whose link leads to the answers.
		await tabTo(browser, '.dg-question button[type=submit]');
		await browser.press('Enter');
		await until(browser, 'the error has the focus', () =>
			document.activeElement?.matches('.dg-error[role=group]'),
		);
		await browser.press('Tab', 'Enter');
		await until(browser, 'an answer has the focus', () =>
			document.activeElement?.matches('.dg-question input[type=radio]'),
		);
		await browser.press('Space');
		await tabTo(browser, '.dg-question button[type=submit]');
		await browser.press('Enter');
		const second = await placeAfter(browser, first);
		expect(await focused(browser)).toBe(`dg-${second}-heading`);

		// The guide's own Back keeps the answer, and Continue returns.
		await tabTo(browser, '.dg-question .dg-actions button[type=button]');
		await browser.press('Enter');
		expect(await placeAfter(browser, second)).toBe(first);
		expect(await run(browser, () => !!document.querySelector('.dg-question input:checked'))).toBe(
			true,
		);
		await tabTo(browser, '.dg-question button[type=submit]');
		await browser.press('Enter');
		let now = await placeAfter(browser, first);
		expect(now).toBe(second);

		// A reload in the middle.
		await browser.reload();
		expect(await placeAfter(browser, '')).toBe(second);
		// Tab goes on from the top of the page, or from where it was: past the whole menu at most.
		for (let asked = 0; now !== 'result'; asked++) {
			expect(asked).toBeLessThan(16);
			now = await answerByKeyboard(browser);
		}
		await until(browser, 'the headline has the focus', () =>
			document.activeElement?.matches('#dg-headline'),
		);
		const plan = await outcomes(browser);
		expect(plan.length).toBeGreaterThan(4);
		const address = String(await run(browser, () => location.href));

		// A result is what its address says, after a reload and anywhere else.
		await browser.reload();
		await placeAfter(browser, '');
		expect(await outcomes(browser)).toEqual(plan);
		await browser.open(site().address('/robots.txt'));
		await openResult(browser, address);
		expect(await outcomes(browser)).toEqual(plan);

		// Change leads to the question, and the browser's Back to the result.
		await run(browser, () => {
			const part = document.querySelector('#dg-answers')?.closest('details');
			part?.querySelector('summary')?.focus();
		});
		await browser.press('Enter');
		await tabTo(browser, '.dg-part .dg-change button');
		await browser.press('Enter');
		const changed = await placeAfter(browser, 'result');
		expect(await focused(browser)).toBe(`dg-${changed}-heading`);
		expect(await run(browser, () => !!document.querySelector('.dg-question input:checked'))).toBe(
			true,
		);
		await browser.back();
		expect(await placeAfter(browser, changed)).toBe('result');
		expect(await outcomes(browser)).toEqual(plan);
		await expectNoProblems(browser);
	});
};

/** The status line that stands with the buttons of a result. */
const said = () => document.querySelector('.dg-take [role=status]')?.textContent ?? '';

/** Opens a part of the result by a press on its line. */
async function unfold(driver: Driver, title: string): Promise<void> {
	await run(
		driver,
		(sought) => {
			const summaries = [...document.querySelectorAll('.dg-parts summary')];
			summaries.find(({ textContent }) => textContent?.includes(sought))!.id = 'to-unfold';
		},
		title,
	);
	await driver.click('#to-unfold');
}

/** Pastes what was copied, into a field made for it. */
async function pasted(driver: Driver): Promise<string> {
	await run(driver, () => {
		const field = document.createElement('textarea');
		field.id = 'pasted';
		document.body.prepend(field);
		field.focus();
	});
	await driver.press('Control+v');
	return String(
		await until(
			driver,
			'something is pasted',
			() => document.querySelector<HTMLTextAreaElement>('#pasted')?.value,
		),
	);
}

/** What a reader takes along from a result. */
export const takenAlong: Part = ({ engine, driver, site, folder }) => {
	const result = () => site().address(`/guide/?${customers}`);

	test('a given name is in the plan, and still there after a reload', async () => {
		const browser = driver();
		await openResult(browser, result());
		await unfold(browser, 'Make it yours');
		await until(
			browser,
			'the fields are there',
			() => !!document.querySelector('#dg-name-company'),
		);
		await browser.click('#dg-name-company');
		await browser.type('globex');
		await browser.press('Enter');
		const named = () => document.querySelector('.dg-path')?.textContent?.includes('globex');
		await until(browser, 'the plan has the name', named);
		await browser.reload();
		await until(browser, 'the plan has the name after a reload', named);
		await expectNoProblems(browser);
	});

	test('the first press of a button copies the link', async () => {
		const browser = driver();
		await openResult(browser, result());
		await browser.click('.dg-take button');
		expect(await until(browser, 'something is said', said)).toBe('Link copied.');
		expect(await pasted(browser)).toContain('/guide/?');
	});

	test('the first press of a button copies the decision record as Markdown', async () => {
		const browser = driver();
		await openResult(browser, result());
		await browser.click('.dg-take summary');
		await browser.click('.dg-take details button');
		expect(await until(browser, 'something is said', said)).toBe('Decision record copied.');
		expect(await pasted(browser)).toMatch(/^# /);
		await expectNoProblems(browser);
	});

	test.skipIf('downloads' in engine.cannot)(
		'the decision record and the plan arrive as files',
		async () => {
			const browser = driver();
			await openResult(browser, result());
			await browser.click('.dg-take .dg-actions > button:nth-of-type(2)');
			await browser.click('.dg-take summary');
			await browser.click('.dg-take details button:nth-of-type(2)');
			const [record, plan] = ['kestra-environments.md', 'kestra-environments.json'].map((name) =>
				join(folder(), name),
			);
			const isWhole = (file: string) => existsSync(file) && readFileSync(file).length > 0;
			await expect.poll(() => [record!, plan!].every(isWhole), { timeout: 15_000 }).toBe(true);
			expect(readFileSync(record!, 'utf8')).toMatch(/^# /);
			expect(JSON.parse(readFileSync(plan!, 'utf8'))).toBeTypeOf('object');
			await expectNoProblems(browser);
		},
	);
};

/** Scripts that do not arrive at first. Before they have: WebKit keeps those that did. */
export const lostScripts: Part = ({ driver, site }) => {
	// On another origin than the rest: WebKit reports the preload of a script that it has missed before, though it then comes.
	const result = () => site().address(`/guide/?${customers}`).replace('127.0.0.1', 'localhost');

	test('a part whose script was lost arrives when it is tried again', async () => {
		const browser = driver();
		await openResult(browser, result());
		site().lose(/NamesPanel[^/]*\.js/);
		await unfold(browser, 'Make it yours');
		await until(
			browser,
			'the page says so',
			() => !!document.querySelector('.dg-details[open] .dg-error button'),
		);
		site().lose();
		await browser.click('.dg-details[open] .dg-error button');
		await until(
			browser,
			'the fields are there',
			() => !!document.querySelector('#dg-name-company'),
		);
	});

	test('the decision record arrives when it is tried again after its script was lost', async () => {
		const browser = driver();
		site().lose(/decision-record[^/]*\.js/);
		await openResult(browser, result());
		await browser.click('.dg-take summary');
		await browser.click('.dg-take details button');
		expect(await until(browser, 'the page says so', said)).toMatch(/Try again/);
		site().lose();
		// The script may be on its way before the second press, or because of it.
		await expect
			.poll(
				async () => {
					await browser.click('.dg-take details button');
					return run(browser, said);
				},
				{ timeout: 15_000, interval: 500 },
			)
			.toMatch(/^Decision record (copied|selected)/);
	});
};
