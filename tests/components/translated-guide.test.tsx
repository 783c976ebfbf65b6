/** The guide and its results on a page that the browser translates while it is used. */
import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answers } from '../../src/guide/engine/model.ts';
import { guideAddress } from '../../src/guide/url/query.ts';
import * as examples from '../support/answers.ts';
import { openGuide } from '../support/guide-island.tsx';
import { translated } from '../support/translated.ts';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const all = <Found extends Element = HTMLElement>(selector: string) => [
	...document.querySelectorAll<Found>(selector),
];
const the = <Found extends Element = HTMLElement>(selector: string) => {
	const found = document.querySelector<Found>(selector);
	if (!found) throw new Error(`There is no ${selector}.`);
	return found;
};
const drawn = () => the('.dg-guide');
const textOf = () => (drawn().textContent ?? '').replace(/\s+/g, ' ').trim();

/** A step of a reader, which may wait for something. */
type Step = () => unknown;

/** What the guide says after each step, on a page as it is or on one that is translated before each step. */
async function said(address: string, steps: readonly Step[], translate: boolean) {
	localStorage.clear();
	await openGuide(address);
	const texts: string[] = [];
	for (const step of steps) {
		await settled();
		if (translate) expect(translated(drawn())).toBeGreaterThan(0);
		await step();
		await settled();
		texts.push(textOf());
	}
	cleanup();
	return texts;
}

/** Waits until nothing changes any more. */
async function settled() {
	await waitFor(
		async () => {
			const before = textOf();
			await new Promise((done) => setTimeout(done, 40));
			expect(all('[data-waiting=script]')).toEqual([]);
			expect(textOf()).toBe(before);
		},
		{ timeout: 10_000 },
	);
}

/** Both pages say the same after each step, and the steps do something. */
async function expectTrue(address: string, steps: readonly Step[]) {
	const plain = await said(address, steps, false);
	expect(new Set(plain).size).toBeGreaterThan(steps.length / 2);
	expect(await said(address, steps, true)).toEqual(plain);
}

const press = (selector: string, text = '') => {
	const found = all(selector).find(({ textContent }) => textContent?.includes(text));
	if (!found) throw new Error(`There is no ${selector} “${text}”.`);
	fireEvent.click(found);
};
const choose = (index: number) => () => {
	fireEvent.click(all<HTMLInputElement>('.dg-question input[type=radio]')[index]!);
	fireEvent.submit(the('.dg-question'));
};
const resultComes = () =>
	waitFor(() => the('.dg-parts[data-drawn]'), { timeout: 10_000 }).then(() => undefined);

test('the questions say what is true on a translated page', { timeout: 60_000 }, async () => {
	await expectTrue('/guide/', [
		// Without a choice: the error.
		() => fireEvent.submit(the('.dg-question')),
		choose(0),
		choose(1),
		choose(2),
		() => press('.dg-actions button', 'Back'),
		choose(0),
		choose(0),
		() => press('.dg-answers button'),
		choose(1),
		() => press('.dg-given > button', 'Start again'),
		choose(2),
	]);
});

test(
	'notices about the address say what is true on a translated page',
	{ timeout: 60_000 },
	async () => {
		const [[question, value]] = examples.steps;
		await expectTrue(`/guide/?${question}=${value}&set=${question}&nonsense=1&other=2`, [
			choose(0),
			choose(0),
			() => press('.dg-answers button'),
			choose(1),
		]);
	},
);

const refine = (index: number) => () =>
	fireEvent.click(all<HTMLInputElement>('.dg-switch input[type=radio]')[index]!);
const unfold = (summary: string) => async () => {
	const part = all<HTMLDetailsElement>('.dg-parts > details').find((each) =>
		each.querySelector('summary')?.textContent?.includes(summary),
	)!;
	part.open = true;
	fireEvent(part, new Event('toggle'));
	// Beside its summary and what it says of itself.
	await waitFor(() => expect(part.children.length).toBeGreaterThan(2), { timeout: 10_000 });
	await new Promise((done) => setTimeout(done, 200));
};
const name = (list: string, text: string) => () => {
	const field = the<HTMLInputElement>(`#dg-name-${list}`);
	field.value = text;
	fireEvent.submit(field.form!);
};
const select = (selector: string, index: number, option: number) => () => {
	const field = all<HTMLSelectElement>(selector)[index]!;
	fireEvent.change(field, { target: { value: field.options[option]!.value } });
};

const results: Readonly<Record<string, Answers>> = {
	customers: examples.customersWithTrials,
	unsure: examples.unsure,
	undecided: examples.undecided,
};

test.each(Object.entries(results))(
	'a result says what is true on a translated page: %s',
	{ timeout: 60_000 },
	async (_which, answers) => {
		await expectTrue(guideAddress(examples.filled(answers)), [
			resultComes,
			refine(1),
			refine(0),
			unfold('Make it yours'),
			name('company', 'globex'),
			name('company', 'not a name!'),
			name('company', 'initech'),
			select('.dg-choice select', 0, 1),
			refine(1),
			() => press('.dg-names .dg-link', 'Forget'),
			unfold('Start from what you have'),
			select('.dg-current select', 0, 1),
			select('.dg-current select', 1, 2),
			select('.dg-current select', 0, 2),
			unfold('Compare with another plan'),
			select('.dg-compare select', 0, 1),
			select('.dg-compare select', 0, 2),
			refine(0),
		]);
	},
);

test('names on a result are not translated', { timeout: 30_000 }, async () => {
	await openGuide(guideAddress(examples.filled(examples.customersWithTrials)));
	await resultComes();
	await unfold('Make it yours')();
	for (const selector of [
		'.dg-box-name',
		'.dg-path code',
		'.dg-chips [dir=auto]',
		'.dg-stage > span',
	]) {
		const names = all(selector);
		expect(names.length, selector).toBeGreaterThan(0);
		for (const each of names) expect(each.getAttribute('translate'), selector).toBe('no');
	}
});
