/**
 * Hostile addresses cannot break the guide. `HOSTILE_QUERIES` and `HOSTILE_LOADS` set how many are tried: raise them
 * after a change to how addresses are read.
 */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { reserved } from '../../src/guide/url/entries.ts';
import { begun } from '../support/browser/addresses.ts';
import { ready } from '../support/browser/guide.ts';
import { hostileQueries } from '../support/browser/hostile.ts';
import { addressOf, openPage } from '../support/browser/page.ts';

const queries = Number(process.env['HOSTILE_QUERIES'] ?? 400);
const loads = Number(process.env['HOSTILE_LOADS'] ?? 12);
/** In characters: servers refuse longer queries. */
const mostSent = 4000;

const known = {
	questions: kestra.questions.map(({ id, values }) => [id, values.map((value) => value.id)]) as [
		string,
		string[],
	][],
	reserved: [...reserved] as string[],
};

/**
 * Puts each query into the address of the open page, as Back would, and returns the problems after it; then answers
 * the question shown, or goes back to the first. Runs in the page.
 */
async function trial([batch, { questions, reserved: own }]: readonly [
	readonly string[],
	typeof known,
]): Promise<string[]> {
	const faults: string[] = [];
	const values = new Map(questions);
	const drawn = () => new Promise((done) => setTimeout(done));
	const guide = () => [...document.querySelectorAll<HTMLElement>('.dg-frame [data-guide]')];
	const placeOf = (element: HTMLElement | undefined) =>
		element?.dataset['question'] ?? element?.dataset['guide'] ?? 'nothing';
	const foreign = () =>
		document.querySelectorAll(
			'.dg-frame :is(script:not([data-astro-exec]), iframe, img, object, embed, marquee, [onload], [onerror]), head > script[src*="hit"], [href^="javascript:"]',
		).length;
	const before = foreign();
	for (const query of batch) {
		const fault = (what: string) => faults.push(`${what}: ${query.slice(0, 300)}`);
		history.replaceState(null, '', `${location.pathname}?${query}`);
		dispatchEvent(new PopStateEvent('popstate', { state: null }));
		await drawn();
		const [shown, ...others] = guide();
		const place = placeOf(shown);
		if (others.length > 0) fault(`${others.length + 1} places`);
		if (place !== 'result' && !values.has(place)) fault(`shows ${place}`);
		if (foreign() !== before || 'hit' in window) fault('injected');
		for (const [name, value] of new URLSearchParams(location.search))
			if (!own.includes(name) && value !== 'unknown' && !values.get(name)?.includes(value))
				fault(`kept ${name}`);
		const radio = document.querySelector<HTMLInputElement>('.dg-frame form input[type=radio]');
		if (place === 'result')
			document.querySelector<HTMLButtonElement>('.dg-result .dg-change button')?.click();
		else if (radio) {
			radio.checked = true;
			radio.form?.querySelector<HTMLButtonElement>('[type=submit]')?.click();
		}
		await drawn();
		if (placeOf(guide()[0]) === place) fault(`is stuck at ${place}`);
	}
	return faults;
}

/** What a page contains that a query must have injected. */
function injected(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[
			...('hit' in window ? ['a script'] : []),
			...[
				...document.querySelectorAll(
					'main :is(iframe, img, object, embed, marquee, [onload], [onerror]), [href^="javascript:"]',
				),
			].map(({ outerHTML }) => outerHTML),
		].slice(0, 5),
	);
}

test(
	`${queries} hostile queries leave the guide intact, and usable after each`,
	async () => {
		// An answer in the address loads the result's script too, so that it is there for every query.
		const { page, problems } = await openPage({ path: `/guide/?${begun}` });
		await ready(page);
		await page.waitForLoadState('networkidle');
		let batch: string[] = [];
		const faults: string[] = [];
		const run = async () => {
			faults.push(...(await page.evaluate(trial, [batch, known] as const)));
			batch = [];
			// Layout and painting take most of the time, so only the first hundred are drawn.
			await page.evaluate(() => {
				document.body.style.display = 'none';
			});
		};
		for (const query of hostileQueries(20_261_122, queries))
			if (batch.push(query) === 100) await run();
		await run();
		expect(faults).toEqual([]);
		expect(problems).toEqual([]);
	},
	30_000 + queries * 60,
);

test(
	`${loads} hostile addresses open without an error`,
	async () => {
		const { page, problems } = await openPage({ path: '/guide/' });
		const ids = [...known.questions.map(([id]) => id), 'result'];
		for (const query of hostileQueries(7, loads, mostSent)) {
			// Browsers remove tabs and line ends from an address, and a hash ends the query.
			await page.goto(`${addressOf('/guide/')}?${query}`.slice(0, mostSent));
			await ready(page);
			const place = await page
				.locator('.dg-frame [data-guide]')
				.first()
				.evaluate((element) => {
					const { question, guide } = (element as HTMLElement).dataset;
					return question ?? guide;
				});
			expect(ids).toContain(place);
			expect(await injected(page)).toEqual([]);
		}
		expect(problems).toEqual([]);
	},
	30_000 + loads * 6000,
);
