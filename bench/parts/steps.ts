/** Time from Continue to the next question, with the processor slowed down six times. */
import { chromium } from 'playwright';
import { findBrowser } from '../../tools/lib/browser.ts';
import { type Summary, summaryOf } from './numbers.ts';

/** Milliseconds from pressing Continue. */
export interface Steps {
	/** Until the next question stands in the page, laid out. */
	readonly laidOut: Summary;
	/** Until it has been painted, including the wait for the next frame. */
	readonly painted: Summary;
	/** Until the result has been painted; its script has loaded before. */
	readonly result: Summary;
}

interface Step {
	readonly toResult: boolean;
	readonly laidOut: number;
	readonly painted: number;
}

/** Answers every question of the guide in this page and times each step. Runs in the page. */
async function walk(seed: number): Promise<Step[]> {
	const steps: Step[] = [];
	let state = seed;
	for (;;) {
		const form = document.querySelector<HTMLFormElement>('.dg-frame form[data-question]');
		if (!form) return steps;
		const asked = form.dataset['question'];
		const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')];
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		radios[Math.floor((state / 2_147_483_648) * (radios.length - 1))]!.checked = true;
		const started = performance.now();
		steps.push(
			await new Promise<Step>((done) => {
				const watch = new MutationObserver(() => {
					const next = document.querySelector<HTMLElement>('.dg-frame [data-guide]');
					if (!next || next.dataset['question'] === asked) return;
					watch.disconnect();
					next.getBoundingClientRect();
					const laidOut = performance.now() - started;
					requestAnimationFrame(() => {
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = () =>
							done({
								toResult: next.dataset['guide'] === 'result',
								laidOut,
								painted: performance.now() - started,
							});
						port2.postMessage(0);
					});
				});
				watch.observe(document.querySelector('.dg-frame')!, { childList: true, subtree: true });
				form.querySelector<HTMLButtonElement>('[type=submit]')!.click();
			}),
		);
		// A pause, as a reader makes; deferred work finishes meanwhile.
		await new Promise((done) => setTimeout(done, 300));
	}
}

/**
 * Walks through the guide and times it.
 * @param address of the guide
 * @param walks number of walks, each with other answers
 */
export async function stepTimes(address: string, walks: number): Promise<Steps> {
	const browser = await chromium.launch(await findBrowser());
	const steps: Step[] = [];
	try {
		for (let seed = 1; seed <= walks; seed++) {
			const context = await browser.newContext();
			const page = await context.newPage();
			await page.goto(address, { waitUntil: 'networkidle' });
			const devtools = await context.newCDPSession(page);
			await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
			steps.push(...(await page.evaluate(walk, seed)));
			await context.close();
		}
	} finally {
		await browser.close();
	}
	const questions = steps.filter(({ toResult }) => !toResult);
	return {
		laidOut: summaryOf(questions.map(({ laidOut }) => laidOut)),
		painted: summaryOf(questions.map(({ painted }) => painted)),
		result: summaryOf(steps.filter(({ toResult }) => toResult).map(({ painted }) => painted)),
	};
}
