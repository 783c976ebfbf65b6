/** What a result promises: one look first, closed parts below it, and changes in place. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answers } from '../../src/guide/engine/model.ts';
import { bothEditions } from '../../src/guide/insight/editions.ts';
import { verdictsOf } from '../../src/guide/insight/verdicts-of.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { answerLabel, questionOf } from '../../src/guide/kestra/lookup.ts';
import { nextStepsOf } from '../../src/guide/kestra/next-steps.ts';
import { planFor } from '../../src/guide/plan/plan.ts';
import { guideAddress, readEntries } from '../../src/guide/url/query.ts';
import * as examples from '../support/answers.ts';
import { openGuide } from '../support/guide-island.tsx';

const customers = examples.filled(examples.customers);
const oneApart = examples.filled(examples.oneApart);
const undecided = examples.filled(examples.undecided);
const undecidedAlike = examples.filled(examples.undecidedAlike);
const unsure = examples.filled(examples.unsure);

/** Opens the plan for answers, and waits for the parts below its first look. */
async function open(answers: Answers, hash = '') {
	await openGuide(guideAddress(answers) + hash);
	await waitFor(() => expect(all('.dg-parts[data-drawn]')).toHaveLength(1), { timeout: 10_000 });
}

beforeEach(() => localStorage.clear());
afterEach(() => {
	cleanup();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const the = (selector: string) => document.querySelector<HTMLElement>(selector)!;
const parts = () => all('.dg-part') as HTMLDetailsElement[];
const partOf = (id: string) => the(`#${id}`).closest<HTMLDetailsElement>('.dg-part')!;
const given = () => readEntries(new URLSearchParams(location.search)).answers;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const comesBefore = (one: HTMLElement, other: HTMLElement) =>
	Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

test.each(Object.entries({ customers, oneApart, unsure, undecidedAlike }))(
	'headline, why, count, actions and picture come first, and the parts last: %s',
	async (_, answers) => {
		await open(answers);
		const plan = planFor(answers)!;
		expect(the('#dg-headline').textContent).toBe(plan.title);
		expect(the('.dg-plan-why').textContent).toBe(plan.why);
		expect(the('.dg-count').textContent).toContain(
			String(plan.count.instances ?? plan.count.formula),
		);
		const order = [
			'#dg-headline',
			'.dg-plan-why',
			'.dg-count',
			'.dg-take',
			'.dg-plan',
			'.dg-switches',
			'.dg-top-risks',
			'.dg-decided',
			'.dg-parts',
		].map(the);
		for (const [index, element] of order.slice(1).entries())
			expect(comesBefore(order[index]!, element)).toBe(true);
		expect(all('.dg-top-risks > li').length).toBe(Math.min(3, plan.risks.length));
		expect(all('[data-guide=result] [data-decision]')).toHaveLength(6);
	},
);

test('an address gives a plan also where it leaves out what only the other edition would ask', async () => {
	const { walls: _, ...rest } = customers;
	expect(planFor(rest)).toBeDefined();
	await open(rest);
	expect(the('#dg-headline').textContent).toBe(planFor(rest)!.title);
});

test('every part is closed and says what is in it', async () => {
	await open(customers);
	expect(parts().length).toBeGreaterThan(7);
	for (const part of parts()) {
		expect(part.open).toBe(false);
		expect(part.querySelector('summary h3')?.id).toMatch(/^dg-/);
		expect(part.querySelector('.dg-part-holds')?.textContent).toMatch(/\w/);
	}
	const steps = nextStepsOf(planFor(customers)!.facts);
	expect(partOf('dg-next').textContent).toContain(String(steps.length));
	expect(all('[data-step]').map(({ dataset }) => dataset['step'])).toEqual(
		steps.map(({ id }) => id),
	);
});

test('a link to a section opens the part it is in, now and later', async () => {
	await open(customers, '#dg-risks');
	const opened = () => parts().filter((part) => part.open);
	await waitFor(() => expect(opened()).toEqual([partOf('dg-risks')]));
	location.hash = '#dg-why';
	await waitFor(() => {
		dispatchEvent(new HashChangeEvent('hashchange'));
		expect(partOf('dg-why').open).toBe(true);
	});
});

test('printers get every part open, and what was closed is closed again', async () => {
	await open(customers);
	partOf('dg-why').open = true;
	await waitFor(() => {
		dispatchEvent(new Event('beforeprint'));
		expect(parts().every((part) => part.open)).toBe(true);
	});
	dispatchEvent(new Event('afterprint'));
	expect(parts().filter((part) => part.open)).toEqual([partOf('dg-why')]);
});

test('a switch changes the plan and the address, and says so once', async () => {
	await open(customers);
	const status = the('.dg-switches + [role=status]');
	expect(status.textContent).toBe('');
	const said: string[] = [];
	new MutationObserver(() => said.push(status.textContent)).observe(status, {
		subtree: true,
		childList: true,
		characterData: true,
	});
	const tenants = all('.dg-plan-header [data-box=tenant]').length;
	const { values } = questionOf('sandboxes');
	const radio = within(the('[data-refinement=sandboxes]')).getByRole('radio', {
		name: values[1]!.label,
	});
	fireEvent.click(radio);
	await waitFor(() => expect(given()).toEqual({ ...customers, sandboxes: values[1]!.id }));
	await waitFor(() =>
		expect(all('.dg-plan-header [data-box=tenant]').length).toBeGreaterThan(tenants),
	);
	expect(said).toHaveLength(1);
	expect(said[0]).toContain(answerLabel('sandboxes', values[1]!.id));
	expect(radio.isConnected).toBe(true);
});

test('what was assumed, and the verdict on what readers bring, are said', async () => {
	await open(unsure);
	const assumed = the('.dg-assumed').textContent;
	for (const id of planFor(unsure)!.assumed) expect(assumed).toContain(questionOf(id).short);
	const [verdict] = verdictsOf(planFor(unsure)!);
	expect(the('.dg-brought').dataset['verdict']).toBe(verdict?.id);
	const marked = all('[data-decision][data-assumed]').flatMap(
		({ dataset }) => dataset['assumed']?.split(' ') ?? [],
	);
	expect(new Set(marked)).toEqual(new Set(planFor(unsure)!.assumed));
});

test('a decision names as answered what was answered, and as taken what was not asked', async () => {
	await open(customers);
	fireEvent.click(partOf('dg-why').querySelector('summary')!);
	const isGiven = (id: string) => Object.hasOwn(customers, id);
	const shorts = (kind: string) =>
		all(`[data-rests=${kind}]`)
			.map(({ textContent }) => textContent)
			.join(' ');
	const named = (kind: string) =>
		kestra.questions.filter(({ short }) => shorts(kind).includes(`${short}:`)).map(({ id }) => id);
	expect(named('given').length).toBeGreaterThan(2);
	expect(named('given').filter((id) => !isGiven(id))).toEqual([]);
	expect(named('taken').length).toBeGreaterThan(0);
	expect(named('taken').filter(isGiven)).toEqual([]);
});

test('two plans stand side by side, and what stands below is about the one chosen', async () => {
	await open(undecided);
	const both = bothEditions(undecided)!;
	const sides = all('.dg-two-plans > section');
	expect(sides.map(({ dataset }) => dataset['edition'])).toEqual(['open-source', 'enterprise']);
	for (const side of sides) {
		const plan = both[side.dataset['edition'] as 'enterprise'];
		expect(side.querySelector('h3')?.textContent).toBe(plan.title);
		expect(side.querySelector('.dg-plan-why')?.textContent).toBe(plan.why);
		expect(side.querySelectorAll('.dg-plan')).toHaveLength(1);
		expect(side.querySelector('.dg-count')).not.toBeNull();
	}
	const risks = () => all('[data-risk]').map(({ dataset }) => dataset['risk']);
	const ids = (edition: 'enterprise' | 'open-source') => both[edition].risks.map(({ id }) => id);
	expect(risks()).toEqual(ids('open-source'));
	const before = location.search;
	fireEvent.click(screen.getByRole('radio', { name: /for Enterprise/ }));
	await waitFor(() => expect(risks()).toEqual(ids('enterprise')));
	expect(location.search).toBe(before);
	const undecidedMarks = all('[data-outcome=open]');
	expect(undecidedMarks.length).toBeGreaterThan(0);
	for (const { dataset } of undecidedMarks)
		expect(dataset['outcomes']).toBe(
			[both['open-source'], both.enterprise]
				.map(({ outcomes }) => outcomes[dataset['decision'] as 'groups'])
				.join(' '),
		);
});

test('the same plan in both editions is shown once, with what the other would add', async () => {
	await open(undecidedAlike);
	expect(all('.dg-two-plans')).toHaveLength(0);
	expect(all('.dg-plan')).toHaveLength(1);
	const worth = all('.dg-worth li').map(({ textContent }) => textContent);
	expect(worth).toEqual(bothEditions(undecidedAlike)!.worth);
});

test('with an edition chosen, one part says what the other would give', async () => {
	await open(customers);
	expect(partOf('dg-edition').textContent).toContain(bothEditions(customers)!['open-source'].title);
});

test('the link and the record are copied, and where copying is refused the text is shown', async () => {
	let copied = '';
	const writeText = vi.fn(async (text: string) => {
		copied = text;
	});
	vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
	await open(customers);
	const status = () => the('.dg-take [role=status]').textContent;
	press('Copy link');
	await waitFor(() => expect(status()).toMatch(/copied/));
	expect(readEntries(new URL(copied).searchParams).answers).toEqual(customers);
	press('Copy as Markdown');
	await waitFor(() => expect(copied).toMatch(/^#/m));
	expect(copied).toContain(planFor(customers)!.title);
	writeText.mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
	press('Copy link');
	await waitFor(() => expect(all('.dg-copy-field')).toHaveLength(1));
	expect(status()).not.toMatch(/copied/);
	expect((the('.dg-copy-field') as HTMLTextAreaElement).value).toContain(location.search);
});

test('copying begins within the press, also of a text that is still being made', async () => {
	const write = vi.fn((_items: readonly ClipboardItem[]) => Promise.resolve());
	vi.stubGlobal('navigator', { ...navigator, clipboard: { write, writeText: vi.fn() } });
	let given: Record<string, Promise<Blob>> = {};
	vi.stubGlobal(
		'ClipboardItem',
		class {
			constructor(items: Record<string, Promise<Blob>>) {
				given = items;
			}
		},
	);
	await open(customers);
	press('Copy as Markdown');
	// A browser takes what comes later for no answer to the press.
	expect(write).toHaveBeenCalledTimes(1);
	expect(await (await given['text/plain'])?.text()).toMatch(/^# /);
	await waitFor(() => expect(the('.dg-take [role=status]').textContent).toMatch(/copied/));
});

test.each([
	['Decision record', 'kestra-environments.md'],
	['JSON', 'kestra-environments.json'],
])('“%s” hands over the file %s', async (name, file) => {
	const saved: string[] = [];
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement,
	) {
		saved.push(this.download);
	});
	vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:plan');
	vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
	await open(customers);
	press(name);
	await waitFor(() => expect(saved).toEqual([file]));
	expect(the('.dg-take [role=status]').textContent).toMatch(/\w/);
});

test('Print prints, and Start again asks the first question', async () => {
	const printed = vi.fn();
	vi.stubGlobal('print', printed);
	await open(customers);
	press('Print');
	expect(printed).toHaveBeenCalledTimes(1);
	press('Start again');
	await waitFor(() => expect(the('[data-question]').dataset['question']).toBe(examples.first.id));
	expect(location.search).toBe('');
});

test('an exception without a name is drawn with its question until it has one', async () => {
	await open(oneApart);
	expect(all('.dg-plan-header [data-asks]')).toHaveLength(1);
	cleanup();
	localStorage.setItem(
		'kestra-environments.names',
		JSON.stringify({ version: 1, names: { exceptions: ['payroll'] } }),
	);
	await open(oneApart);
	await waitFor(() => expect(the('#dg-headline').textContent).toContain('payroll'));
	expect(all('.dg-plan-header [data-asks]')).toHaveLength(0);
});
