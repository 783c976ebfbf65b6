/** What the guide promises while it asks, whatever it asks: the questions are read from the model. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ShortCheck } from '../../src/components/guide/ShortCheck.tsx';
import { nextQuestion } from '../../src/guide/engine/engine.ts';
import type { Answers } from '../../src/guide/engine/model.ts';
import { UNKNOWN } from '../../src/guide/engine/model.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { decisions } from '../../src/guide/kestra/decisions.ts';
import { answerLabel } from '../../src/guide/kestra/lookup.ts';

import { planFor } from '../../src/guide/plan/plan.ts';
import { guideAddress, readEntries } from '../../src/guide/url/query.ts';
import { begun, begunTwice, filled, first, markedOutcomes, steps } from '../support/answers.ts';
import { openGuide } from '../support/guide-island.tsx';

const title = 'The title of the page';

/** Opens the guide at the address of answers. */
const open = (answers: Answers = {}) => openGuide(guideAddress(answers), title);

beforeEach(() => {
	document.title = title;
});
afterEach(cleanup);

const places = () => [...document.querySelectorAll<HTMLElement>('[data-guide]')];
const asked = () => places()[0]?.dataset['question'];
const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
const chosen = () => radios().find(({ checked }) => checked)?.value;
const proceed = () => fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
/** The answers in the address. */
const given = () => readEntries(new URLSearchParams(location.search)).answers;

/** Chooses a value and continues, and waits until another place is shown. */
async function answer(value: string) {
	const before = asked();
	fireEvent.click(radios().find((radio) => radio.value === value)!);
	proceed();
	await waitFor(() => expect(asked()).not.toBe(before));
}

/** Answers every question in the same way, until the result is shown; returns the answers. */
async function walk(choose: (values: readonly string[]) => string): Promise<Answers> {
	let answers: Answers = {};
	for (let id = nextQuestion(kestra, answers); id; id = nextQuestion(kestra, answers)) {
		const values = [
			...kestra.questions.find((question) => question.id === id)!.values.map((value) => value.id),
			UNKNOWN,
		];
		expect(places()).toHaveLength(1);
		expect(asked()).toBe(id);
		expect(radios().map(({ name, value }) => [name, value])).toEqual(
			values.map((value) => [id, value]),
		);
		expect(chosen()).toBeUndefined();
		const value = choose(values);
		await answer(value);
		answers = { ...answers, [id]: value };
		expect(given()).toEqual(answers);
	}
	return answers;
}

/** The outcomes that the result shows, by decision. */
async function outcomes() {
	await waitFor(() => expect(places()[0]?.dataset['guide']).toBe('result'), { timeout: 10_000 });
	const rows = document.querySelectorAll<HTMLElement>('[data-guide=result] [data-decision]');
	return Object.fromEntries(
		[...rows].map(({ dataset }) => [dataset['decision'], dataset['outcome']]),
	);
}

test.each([
	['the first value', (values: readonly string[]) => values[0]!],
	['the last value', (values: readonly string[]) => values.at(-2)!],
	['“I don’t know”', () => UNKNOWN],
])(
	'it asks one question at a time, those that are open, and ends with the plan: %s',
	async (_, choose) => {
		await open();
		const answers = await walk(choose);
		expect(await outcomes()).toEqual(markedOutcomes(answers));
		expect(document.title).not.toBe(title);
	},
	30_000,
);

test('an address with answers opens at the first open question, and one with all at the plan', async () => {
	await open(begun);
	expect(asked()).toBe(nextQuestion(kestra, begun));
	cleanup();
	const all = filled({});
	await open(all);
	expect(await outcomes()).toEqual(markedOutcomes(all));
});

test('choosing an answer changes nothing until Continue', async () => {
	await open();
	for (const radio of radios()) fireEvent.click(radio);
	expect(asked()).toBe(first.id);
	expect(location.search).toBe('');
});

test('Continue without a choice shows an error that takes focus, is in the title and leads to the first answer', async () => {
	await open();
	proceed();
	const link = await screen.findByRole('link', { name: (name) => name.includes(first.asks) });
	await waitFor(() => expect(document.activeElement?.contains(link)).toBe(true));
	expect(document.title).toMatch(/^Error/);
	fireEvent.click(link);
	expect(document.activeElement).toBe(radios()[0]);
	await answer(first.values[0]!.id);
	await waitFor(() => expect(document.title).not.toMatch(/^Error/));
});

test('a new question takes focus, the first does not', async () => {
	await open();
	expect(document.activeElement).toBe(document.body);
	await answer(first.values[0]!.id);
	expect(document.activeElement?.textContent).toContain(
		kestra.questions.find(({ id }) => id === asked())?.asks,
	);
});

test('Back shows the question before, with its answer', async () => {
	await open(begunTwice);
	fireEvent.click(screen.getByRole('button', { name: 'Back' }));
	await waitFor(() => expect(asked()).toBe(steps[1][0]));
	expect(chosen()).toBe(steps[1][1]);
	expect(given()).toEqual(begunTwice);
});

test('Change asks a question again with its answer, and keeps the later ones', async () => {
	await open(begunTwice);
	const [change] = screen.getAllByRole('button', { name: /^Change/ });
	fireEvent.click(change!);
	await waitFor(() => expect(asked()).toBe(first.id));
	expect(chosen()).toBe(begun[first.id]);
	const other = first.values[0]!.id;
	await answer(other);
	expect(given()).toEqual({ ...begunTwice, [first.id]: other });
});

test('“I don’t know” is described, and is an answer like any other', async () => {
	await open();
	const unknown = radios().find(({ value }) => value === UNKNOWN)!;
	const description = document.getElementById(unknown.getAttribute('aria-describedby') ?? '');
	expect(description?.textContent).toMatch(/\w/);
	await answer(UNKNOWN);
	expect(given()).toEqual({ [first.id]: UNKNOWN });
});

test('what an address has that is not understood is left out of it', async () => {
	await openGuide(`${guideAddress(begun)}&colour=blue&${steps[1][0]}=no-such-value`, title);
	expect(given()).toEqual(begun);
	expect(location.search).toBe(guideAddress(begun).slice('/guide/'.length));
});

test('at most three of the entries that are not understood are named, each cut short', async () => {
	const long = 'x'.repeat(500);
	await openGuide(`/guide/?${long}=1&b=1&c=1&d=1&e=1&utm_source=mail`, title);
	const items = [...document.querySelectorAll('[data-notice=dropped] li')];
	expect(items).toHaveLength(4);
	expect(items[0]!.textContent.length).toBeLessThan(100);
	expect(items[3]!.textContent).toContain('2');
});

test('a link that sets an answer is told of, until the reader changes the answer', async () => {
	await openGuide(guideAddress(begun, [['set', first.id]]), title);
	const notice = () => document.querySelector('[data-notice=preset]');
	expect(notice()?.textContent).toContain(answerLabel(first.id, first.values.at(-1)!.id));
	fireEvent.click(screen.getAllByRole('button', { name: /^Change/ })[0]!);
	await waitFor(() => expect(asked()).toBe(first.id));
	await answer(first.values[0]!.id);
	expect(notice()).toBeNull();
});

test('a short check asks what its decisions need, says what follows, and goes on in the guide', async () => {
	const decision = decisions[0].id;
	history.replaceState(null, '', '/page/');
	render(<ShortCheck decisions={[decision]} id="check" titles={{}} />);
	const answers: Record<string, string> = {};
	for (let step = 0; step < kestra.questions.length && asked(); step++) {
		const { name, value } = radios()[0]!;
		answers[name] = value;
		await answer(value);
	}
	expect(Object.keys(answers).length).toBeGreaterThan(0);
	expect(Object.keys(answers).length).toBeLessThan(kestra.questions.length);
	expect(await outcomes()).toEqual({ [decision]: planFor(filled(answers))!.outcomes[decision] });
	expect(location.pathname + location.search).toBe('/page/');
	const link = screen.getByRole('link', { name: /guide/ });
	expect(new URL(link.getAttribute('href')!, location.href).search).toBe(
		guideAddress(answers).slice('/guide/'.length),
	);
	fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
	await waitFor(() => expect(asked()).toBe(Object.keys(answers)[0]));
	expect(chosen()).toBeUndefined();
});
