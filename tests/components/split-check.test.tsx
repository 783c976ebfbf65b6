import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadOrder, ReadReport } from '../../src/components/split/protocol.ts';
import { SplitCheck } from '../../src/components/split/SplitCheck.tsx';
import { inventoryOf, plain, tasks } from '../support/flows.ts';

/** Reads as the worker does, when it is told to go on. */
class FakeWorker extends EventTarget {
	static last: FakeWorker | undefined;
	terminated = false;
	#order: ReadOrder = { files: [] };

	constructor() {
		super();
		FakeWorker.last = this;
	}
	postMessage(order: ReadOrder) {
		this.#order = order;
	}
	terminate() {
		this.terminated = true;
	}
	say(report: ReadReport) {
		this.dispatchEvent(new MessageEvent('message', { data: report }));
	}
	async finish() {
		const files = await Promise.all(
			this.#order.files.map(async ({ name, file }) => ({ name, content: await file.text() })),
		);
		this.say({ is: 'done', inventory: inventoryOf(files) });
	}
}

beforeEach(() => {
	FakeWorker.last = undefined;
	vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
	cleanup();
	vi.unstubAllGlobals();
});

const call = tasks(
	'id: t\ntype: io.kestra.plugin.core.flow.Subflow\nnamespace: acme.sales\nflowId: load',
);
const flows = `${call}---\n${plain('acme.sales', 'load')}`;

async function check(text: string, props: Partial<Parameters<typeof SplitCheck>[0]> = {}) {
	render(<SplitCheck given={{ text }} {...props} />);
	await waitFor(() => expect(FakeWorker.last).toBeDefined());
	await FakeWorker.last?.finish();
	await screen.findByRole('heading', { name: 'What the split would break' });
}
const summary = () => document.querySelector('[data-split=summary]')?.textContent;
const references = () => document.querySelectorAll('[data-reference]').length;

test('reads, then puts the focus on what was found', async () => {
	await check(flows);
	await waitFor(() => expect(document.activeElement?.id).toBe('split-found'));
	expect(summary()).toContain('2 flows in 1 file');
	expect(FakeWorker.last?.terminated).toBe(true);
});

test('says that nothing was found, and what could not be seen, when nothing crosses', async () => {
	await check(flows);
	expect(references()).toBe(0);
	expect(document.querySelector('.split-verdict')?.getAttribute('data-crosses')).toBe('no');
	expect(screen.getByRole('heading', { name: 'What this cannot see' })).toBeDefined();
});

test('counts anew when the parts change', async () => {
	await check(flows);
	fireEvent.click(screen.getByRole('radio', { name: /first two levels/ }));
	expect(summary()).toContain('1 crosses');
	expect(references()).toBe(1);
	fireEvent.click(screen.getByRole('radio', { name: /list of your own/ }));
	const list = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Parts/ });
	expect(list.value).toBe('acme.finance = acme.finance\nacme.sales = acme.sales');
	fireEvent.input(list, { target: { value: 'acme = all\nacme = twice' } });
	expect(summary()).toContain('0 cross');
	expect(document.querySelector('#split-parts-wrong')?.textContent).toContain('line 2');
});

test('begins with the parts that a plan brings', async () => {
	await check(flows, {
		separation: 'tenant',
		parts: [
			{ name: 'finance', namespaces: ['acme.finance'] },
			{ name: 'sales', namespaces: ['acme.sales'] },
		],
	});
	expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Another tenant' }).checked).toBe(
		true,
	);
	expect(references()).toBe(1);
});

test('stops when told to, ends its worker, and takes nothing that comes later', async () => {
	render(<SplitCheck given={{ text: flows }} />);
	await waitFor(() => expect(FakeWorker.last).toBeDefined());
	fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
	expect(screen.getByRole('status').textContent).toContain('Stopped');
	expect(FakeWorker.last?.terminated).toBe(true);
	expect(summary()).toBeUndefined();
});

test('says when there is no YAML in what was chosen', async () => {
	render(<SplitCheck given={{ files: [new File(['x'], 'a.txt'), new File(['x'], 'b.md')] }} />);
	await screen.findByText(/There is no YAML file/);
	expect(FakeWorker.last).toBeUndefined();
});

test('says when its worker fails', async () => {
	render(<SplitCheck given={{ text: flows }} />);
	await waitFor(() => expect(FakeWorker.last).toBeDefined());
	FakeWorker.last?.dispatchEvent(new Event('error'));
	await screen.findByText(/has not arrived, or has failed/);
});

test('shows the text to copy when there is no clipboard', async () => {
	await check(flows);
	vi.stubGlobal('navigator', { clipboard: undefined });
	fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
	const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' });
	expect(field.value).toContain('# What would a split break?');
});

test('shows a long list in portions, and prints it whole', async () => {
	const many = Array.from({ length: 100 }, (_, index) => `S${String(index).padStart(3, '0')}`);
	const using = (namespace: string) =>
		plain(namespace, 'x').replace(
			'hello',
			`"${many.map((name) => `{{ secret('${name}') }}`).join()}"`,
		);
	await check(`${using('a')}---\n${using('b')}`);
	expect(screen.queryByText('S099')).toBeNull();
	fireEvent.click(screen.getByRole('button', { name: 'Show more (60 left)' }));
	expect(screen.getByText('S099')).toBeDefined();
	cleanup();
	await check(`${using('a')}---\n${using('b')}`);
	expect(screen.queryByText('S099')).toBeNull();
	await waitFor(() => {
		dispatchEvent(new Event('beforeprint'));
		expect(screen.getByText('S099')).toBeDefined();
	});
});
