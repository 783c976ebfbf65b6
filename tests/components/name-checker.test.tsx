import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { NameChecker } from '../../src/components/names/NameChecker.tsx';

afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
const answer = () => screen.getByRole('status');
const valid = () => answer().querySelector('[data-valid]')?.getAttribute('data-valid');

function ask(kind: string, name: string) {
	fireEvent.change(screen.getByRole('combobox'), { target: { value: kind } });
	fireEvent.input(field(), { target: { value: name } });
	const form = field().form;
	if (form) fireEvent.submit(form);
}

test('says nothing before the first check', () => {
	render(<NameChecker />);
	expect(answer().textContent).toBe('');
});

test.each([
	['namespace', 'acme.marketing', 'yes'],
	['namespace', 'acme.projectA', 'no'],
	['tenant', 'customer.a', 'no'],
	['flow', '', 'no'],
	['flow', 'search', 'no'],
	['everywhere', 'customer.a', 'no'],
	['tenant', 'prod', 'but'],
])('answers for the %s “%s”: %s', async (kind, name, expected) => {
	render(<NameChecker />);
	ask(kind, name);
	await waitFor(() => expect(valid()).toBe(expected));
});

test('gives a reason for each rule a name breaks', async () => {
	render(<NameChecker />);
	ask('namespace', '_Acme corp');
	expect(await screen.findAllByRole('listitem')).toHaveLength(3);
});

test('calls refused only what something refuses', async () => {
	render(<NameChecker />);
	ask('flow', 'load orders');
	await waitFor(() => expect(answer().textContent).toMatch(/refused/));
	for (const [kind, name] of [
		['flow', 'search'],
		['everywhere', 'customer.a'],
	] as const) {
		ask(kind, name);
		await waitFor(() => expect(answer().textContent).toContain(name));
		expect(answer().textContent, name).not.toMatch(/refused/);
	}
});

test('accepts the name it offers', async () => {
	render(<NameChecker />);
	ask('tenant', 'Customer A');
	fireEvent.click(await screen.findByRole('button', { name: 'Use this name' }));
	await screen.findByText('Valid.');
	expect(field().value).toBe('customer-a');
	expect(document.activeElement).toBe(field());
});

test('never sends the name anywhere', () => {
	render(<NameChecker />);
	expect(field().form?.getAttribute('method')).toBe('dialog');
});
