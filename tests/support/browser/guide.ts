import type { Page } from 'playwright';

/** The state of the guide as its public markup shows it. */
export interface Shown {
	/** Number of guide roots in the page: one once the script has run. */
	readonly places: number;
	/** Id of the question, or `result`. */
	readonly place: string;
	/** Names of the radio buttons of questions, without repeats. */
	readonly radios: readonly string[];
	readonly chosen: string | undefined;
	/** Of a result: decision to outcome. */
	readonly outcomes: Readonly<Record<string, string>>;
}

/** Reads the guide's public markup. */
export function shown(page: Page): Promise<Shown> {
	return page.evaluate(() => {
		const places = [...document.querySelectorAll<HTMLElement>('.dg-frame [data-guide]')];
		const [guide] = places;
		const radios = [...document.querySelectorAll<HTMLInputElement>('.dg-frame .dg-question input')];
		const decided = document.querySelectorAll<HTMLElement>('[data-guide=result] [data-decision]');
		return {
			places: places.length,
			place: guide?.dataset['question'] ?? guide?.dataset['guide'] ?? '',
			radios: [...new Set(radios.map(({ name }) => name))],
			chosen: radios.find(({ checked }) => checked)?.value,
			outcomes: Object.fromEntries(
				[...decided].map(({ dataset }) => [dataset['decision'] ?? '', dataset['outcome'] ?? '']),
			),
		};
	});
}

/** Waits until the guide is hydrated. */
export async function ready(page: Page): Promise<void> {
	await page.waitForFunction(
		() =>
			document.querySelector('.dg-frame [data-guide]') &&
			!document.querySelector('.dg-frame astro-island[ssr]') &&
			!document.documentElement.classList.contains('has-answers'),
	);
}

/** Waits until the guide shows a question or the result. */
export async function showing(page: Page, place: string): Promise<void> {
	await page
		.locator(place === 'result' ? '[data-guide=result]' : `[data-question=${place}]`)
		.waitFor();
}

/** Chooses a value and continues. */
export async function answer(page: Page, question: string, value: string): Promise<void> {
	await showing(page, question);
	await page.locator(`.dg-frame input[name=${question}][value=${value}]`).check();
	await page.getByRole('button', { name: 'Continue' }).click();
}

/** Cumulative layout shift since the page was opened. */
export function layoutShift(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0;
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
						sum += entry.value;
				}).observe({ type: 'layout-shift', buffered: true });
				setTimeout(() => resolve(sum), 300);
			}),
	);
}
