import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Drill } from '../../src/components/failures/Drill.tsx';
import {
	affected,
	boxAt,
	failureOf,
	failuresOf,
	worstCases,
} from '../../src/guide/insight/failure-impact.ts';
import type { Layout } from '../../src/guide/insight/layouts.ts';
import { layoutOf, layouts } from '../../src/guide/insight/layouts.ts';
import { boxesOf } from '../../src/guide/plan/boxes.ts';
import { leavesOf } from '../../src/guide/plan/isolation.ts';
import { customers, customersWithTrials, filledPlan } from '../support/answers.ts';

afterEach(cleanup);

const side = (number: 1 | 2) =>
	document.querySelector<HTMLElement>(`section[data-side="${number}"]`)!;
const boxes = (number: 1 | 2) => [...side(number).querySelectorAll<HTMLElement>('[data-box]')];
const effects = (number: 1 | 2) => boxes(number).map(({ dataset }) => dataset['effect']);
const status = () => screen.getByRole('status').textContent;
const choose = (control: HTMLElement, value: string) =>
	fireEvent.change(control, { target: { value } });
const select = (number: 1 | 2) => [...side(number).querySelectorAll('select')];
const radio = (value: string) =>
	document.querySelector<HTMLInputElement>(`input[type="radio"][value="${value}"]`);
const pick = (value: string) => fireEvent.click(radio(value)!);
const buttonOf = (box: HTMLElement) => box.querySelector('button')!;

/** Chooses a layout for the first side. */
function draw({ edition, stages, groups }: Layout) {
	pick(edition);
	choose(select(1)[0]!, stages);
	choose(select(1)[1]!, groups);
}

test('shows an example before the first strike, and announces nothing', () => {
	render(<Drill />);
	expect(new Set(effects(1))).toEqual(new Set(['down']));
	expect(new Set(effects(2))).toEqual(new Set(['down', 'untouched']));
	expect(status()).toBe('');
});

test('every layout, failure and place shows the model’s effect on each box', () => {
	render(<Drill />);
	choose(select(2)[0]!, 'single-instance');
	for (const layout of layouts) {
		draw(layout);
		for (const failure of failuresOf(layout.edition)) {
			pick(failure.id);
			for (const leaf of leavesOf(layout.topology)) {
				const where = boxAt(layout.topology, leaf);
				const at = [...boxesOf(layout.topology)].findIndex(({ id }) => id === where);
				fireEvent.click(buttonOf(boxes(1)[at]!));
				const expected = affected(layout.topology, failure, where);
				expect(effects(1), `${layout.id} ${failure.id} ${where}`).toEqual(
					[...boxesOf(layout.topology)].map(({ id }) => expected.get(id)!.effect),
				);
			}
		}
	}
}, 120_000);

test('a strike on either side strikes the corresponding box on the other', () => {
	render(<Drill />);
	const production = boxes(2).find(({ dataset }) => dataset['name'] === 'production')!;
	fireEvent.click(buttonOf(production));
	expect(production.dataset['origin']).toBe('true');
	expect(production.dataset['effect']).toBe('down');
	pick('bad-flow');
	const origin = (number: 1 | 2) => boxes(number).find(({ dataset }) => dataset['origin'])!;
	expect(origin(1).dataset['name']).toContain('production');
	expect(origin(2).closest('[data-box="instance"]')).toBe(production);
});

test('each box shows its effect, and each reason is given once below the picture', () => {
	render(<Drill />);
	pick('secret-leaked');
	for (const box of boxes(1))
		expect(box.querySelector(':scope > .dg-box-head .dg-impact')?.textContent).toMatch(/\w/);
	const { topology } = layoutOf('enterprise', 'namespace-per-stage', 'nothing-to-separate')!;
	const origin = boxAt(topology, leavesOf(topology)[0]!);
	const reasons = [...affected(topology, failureOf('secret-leaked'), origin).values()];
	const told = [...side(1).querySelectorAll('.dg-reasons > li > p')].map(
		(each) => each.textContent,
	);
	expect(told).toHaveLength(new Set(reasons.map(({ effect, why }) => effect + why)).size);
	for (const { why } of reasons) expect(told.filter((each) => each?.includes(why))).toHaveLength(1);
});

test('a strike is announced once, with the verdict on both sides', () => {
	render(<Drill />);
	const development = boxes(2).find(({ dataset }) => dataset['name'] === 'development')!;
	fireEvent.click(buttonOf(development));
	const verdicts = [1, 2].map(
		(number) => side(number as 1 | 2).querySelector('.dg-verdict')!.textContent,
	);
	for (const verdict of verdicts) expect(status()).toContain(verdict!.trim());
	expect(screen.getAllByRole('status')).toHaveLength(1);
});

test('the strike moves to the corresponding box when a layout changes', () => {
	render(<Drill />);
	const production = boxes(2).find(({ dataset }) => dataset['name'] === 'production')!;
	fireEvent.click(buttonOf(production));
	choose(select(2)[0]!, 'tenant-per-stage');
	pick('tenant-deleted');
	const origin = boxes(2).find(({ dataset }) => dataset['origin'])!;
	expect([origin.dataset['box'], origin.dataset['name']]).toEqual(['tenant', 'production']);
});

test('open source replaces tenants and says so, and Enterprise restores them', () => {
	render(<Drill />);
	choose(select(1)[0]!, 'tenant-per-stage');
	pick('open-source');
	expect(select(1)[0]!.value).toBe('namespace-per-stage');
	expect(within(side(1)).getByText('main', { selector: 'code' })).toBeTruthy();
	expect(
		within(side(1)).getByRole<HTMLOptionElement>('option', { name: /tenant for each stage/i })
			.disabled,
	).toBe(true);
	pick('enterprise');
	expect(select(1)[0]!.value).toBe('tenant-per-stage');
});

test('a failure that cannot happen in the edition is replaced by one that can', () => {
	render(<Drill />);
	pick('maintenance-mode');
	pick('open-source');
	expect(radio('maintenance-mode')).toBeNull();
	expect(
		screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked),
	).toHaveLength(2);
});

test('reset removes every effect and says that nothing has happened', () => {
	render(<Drill />);
	fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
	expect(new Set([...effects(1), ...effects(2)])).toEqual(new Set([undefined]));
	expect(status()).not.toBe('');
});

test('the reader’s plan can be struck, in its own edition', () => {
	const { topology } = filledPlan(customersWithTrials);
	render(<Drill own={topology} />);
	expect(boxes(1)).toHaveLength([...boxesOf(topology)].length);
	expect(radio('open-source')).toBeNull();
	const engineer = boxes(1).find(({ dataset }) => dataset['name'] === 'engineer-1')!;
	fireEvent.click(buttonOf(engineer));
	expect(status()).toMatch(/production untouched/i);
	choose(select(1)[0]!, 'two-instances');
	expect(boxes(1)).toHaveLength(
		[...boxesOf(layoutOf('enterprise', 'two-instances', 'nothing-to-separate')!.topology)].length,
	);
});

test('names in the reader’s plan can change while one of its boxes is struck', () => {
	const named = (stages: readonly string[]) => filledPlan(customers, { stages }).topology;
	const { rerender } = render(<Drill own={named(['dev', 'prod'])} />);
	fireEvent.click(buttonOf(boxes(1).find(({ dataset }) => dataset['name'] === 'prod')!));
	rerender(<Drill own={named(['test', 'live'])} />);
	expect(boxes(1).filter(({ dataset }) => dataset['origin'])).toHaveLength(1);
});

test('the reader’s plan has the worst case of each failure', () => {
	const { topology } = layoutOf('enterprise', 'two-instances', 'tenant-per-group')!;
	render(<Drill own={topology} />);
	const told = [...document.querySelectorAll<HTMLElement>('.dg-worst li')];
	expect(told.map(({ dataset }) => dataset['effect'])).toEqual([
		...worstCases(topology).map(({ production }) => production.effect),
		...worstCases(topology).map(({ groups }) => groups?.effect),
	]);
});
