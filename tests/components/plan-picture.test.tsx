import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { BoxEffect } from '../../src/components/failures/EffectTag.tsx';
import { PlanPicture } from '../../src/components/plan/PlanPicture.tsx';
import { mostDrawn } from '../../src/components/plan/siblings.ts';
import { reachWords } from '../../src/guide/kestra/labels.ts';
import { boxesOf, boxId } from '../../src/guide/plan/boxes.ts';
import { customers, filledPlan } from '../support/answers.ts';

afterEach(cleanup);

const customerNames = (count: number) =>
	Array.from({ length: count }, (_, at) => `customer-${at + 1}`);

/** A plan with the given number of customers, each with a tenant or with its own instances. */
function topologyFor(count: number, own: 'none' | 'all', more = {}) {
	return filledPlan({ ...customers, own, ...more }, { groups: customerNames(count) }).topology;
}

const drawn = (kind: string) => [...document.querySelectorAll<HTMLElement>(`[data-box="${kind}"]`)];
const counts = (kind: string) => drawn(kind).map(({ dataset }) => dataset['count']);

test('draws every box of a small plan, in the order and nesting of the plan', () => {
	const topology = topologyFor(2, 'none');
	render(<PlanPicture topology={topology} reachWords={reachWords} />);
	const boxes = [...document.querySelectorAll<HTMLElement>('[data-box]')];
	expect(boxes.map(({ dataset }) => [dataset['box'], dataset['name']])).toEqual(
		[...boxesOf(topology)].map(({ kind, name }) => [kind, name]),
	);
	for (const tenant of drawn('tenant'))
		expect(tenant.parentElement?.closest('[data-box]')?.getAttribute('data-box')).toBe('instance');
});

test('says which stage an instance holds and who reaches it', () => {
	const topology = topologyFor(2, 'none');
	render(<PlanPicture topology={topology} reachWords={reachWords} />);
	for (const [at, instance] of topology.instances.entries()) {
		const box = drawn('instance')[at]!;
		expect(box.dataset['stage']).toBe(instance.stages[0]?.role);
		expect(box.textContent).toContain(reachWords[instance.reach]);
	}
});

test(`draws more than ${mostDrawn} alike tenants as one, with their count and some of their names`, () => {
	render(<PlanPicture topology={topologyFor(mostDrawn, 'none')} />);
	expect(counts('tenant')).toEqual(Array(2 * mostDrawn).fill(undefined));
	cleanup();
	render(<PlanPicture topology={topologyFor(12, 'none')} />);
	expect(counts('tenant')).toEqual(['12', '12']);
	expect(drawn('tenant')[0]?.textContent).toContain('customer-2');
});

test('draws alike instances as one for each stage, and the shared one separately', () => {
	render(<PlanPicture topology={topologyFor(10, 'all')} />);
	expect(counts('instance')).toEqual([undefined, '10']);
});

test('draws a struck box separately from others like it', () => {
	const topology = topologyFor(10, 'none');
	const production = topology.instances.at(-1)!;
	const origin = boxId(production, production.tenants[3]);
	const effects = new Map<string, BoxEffect>(
		[...boxesOf(topology)].map(({ id }) => [
			id,
			{ effect: id === origin || id.startsWith(`${origin}/`) ? 'down' : 'untouched' },
		]),
	);
	render(<PlanPicture topology={topology} effects={effects} />);
	expect(counts('tenant')).toEqual(['10', '9', undefined]);
	expect(drawn('tenant').at(-1)?.dataset['effect']).toBe('down');
});

test('draws engineers’ own machines outside the plan', () => {
	const topology = topologyFor(2, 'none', {
		edition: 'open-source',
		people: 'one-team',
		walls: 'none',
		sandboxes: 'yes',
	});
	render(<PlanPicture topology={topology} />);
	const local = document.querySelector('.dg-local')!;
	expect(local.closest('[data-box]')).toBeNull();
	for (const name of topology.localInstances) expect(local.textContent).toContain(name);
});

test('reports the struck box when names are buttons, and has no buttons otherwise', () => {
	const topology = topologyFor(2, 'none');
	const chosen = vi.fn();
	render(<PlanPicture topology={topology} onOrigin={chosen} />);
	for (const button of document.querySelectorAll('button')) fireEvent.click(button);
	expect(chosen.mock.calls.flat()).toEqual([...boxesOf(topology)].map(({ id }) => id));
	cleanup();
	render(<PlanPicture topology={topology} />);
	expect(document.querySelector('button')).toBeNull();
});

test('keeps names out of markup', () => {
	const topology = topologyFor(2, 'none');
	const [first, ...others] = topology.instances;
	const name = '<img src=x onerror=alert(1)>';
	render(<PlanPicture topology={{ ...topology, instances: [{ ...first!, name }, ...others] }} />);
	expect(document.querySelector('img')).toBeNull();
	expect(document.body.textContent).toContain(name);
});
