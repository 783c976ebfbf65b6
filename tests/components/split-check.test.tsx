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

async function check(
	text: string,
	props: Partial<Parameters<typeof SplitCheck>[0]> = {},
	heading = 'What the split would break',
) {
	render(<SplitCheck given={{ text }} {...props} />);
	await waitFor(() => expect(FakeWorker.last).toBeDefined());
	await FakeWorker.last?.finish();
	await screen.findByRole('heading', { name: heading });
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
	await check(`${plain('acme.finance', 'report')}---\n${plain('acme.sales', 'load')}`);
	expect(references()).toBe(0);
	expect(document.querySelector('.split-verdict')?.getAttribute('data-crosses')).toBe('no');
	expect(screen.getByRole('heading', { name: 'What this cannot see' })).toBeDefined();
});

test('counts anew when the parts change', async () => {
	await check(flows);
	const second = screen.getByRole<HTMLInputElement>('radio', { name: /first two levels/ });
	expect(second.checked).toBe(true);
	expect(document.querySelector('[data-split=beginning]')).not.toBeNull();
	expect(references()).toBe(1);
	fireEvent.click(screen.getByRole('radio', { name: /first level/ }));
	expect(references()).toBe(0);
	fireEvent.click(second);
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

test('begins by level where no flow is in a part of the plan, and says so', async () => {
	await check(flows, { parts: [{ name: 'elsewhere', namespaces: ['globex'] }] });
	expect(screen.getByRole<HTMLInputElement>('radio', { name: /first two levels/ }).checked).toBe(
		true,
	);
	expect(document.querySelector('[data-split=beginning]')).not.toBeNull();
	expect(document.querySelector('[data-split=no-part]')).toBeNull();
});

test('names what is in no part before anything else, and gives each a part when told to', async () => {
	await check(`${flows}---\n${plain('acme.sales.eu', 'x')}`, {
		parts: [{ name: 'finance', namespaces: ['acme.finance'] }],
	});
	await waitFor(() => expect(document.activeElement?.id).toBe('split-found'));
	const open = document.querySelector('[data-split=no-part]');
	expect(open?.textContent).toContain('acme.sales');
	expect(open?.compareDocumentPosition(document.querySelector('.split-verdict')!)).toBe(
		Node.DOCUMENT_POSITION_FOLLOWING,
	);
	expect(document.querySelectorAll('#split-no-part')).toHaveLength(1);
	expect(references()).toBe(1);
	fireEvent.click(screen.getByRole('button', { name: /each a part/ }));
	expect(document.querySelector('[data-split=no-part]')).toBeNull();
	const list = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Parts/ });
	expect(list.value).toBe('acme.finance = finance\nacme.sales = acme.sales');
	expect(document.activeElement).toBe(list);
	expect(summary()).toContain('1 crosses');
});

test.each([
	['an empty text', '   '],
	['a page', '<html><body>hello</body></html>'],
	['what is no YAML', 'a: ['],
])('with %s, that no flow was read is all that it says, with the reason', async (_what, text) => {
	await check(text, {}, 'No flow was read');
	await waitFor(() => expect(document.activeElement?.id).toBe('split-found'));
	expect(document.querySelector('#split-files')?.parentElement?.textContent).toContain(
		'pasted text',
	);
	expect(screen.queryByRole('radio')).toBeNull();
	expect(screen.queryByRole('table')).toBeNull();
	expect(screen.queryByText(/nothing can cross/)).toBeNull();
});

test('names a file that was not read near the top, beside flows that were', async () => {
	await check(`${flows}---\na: [`);
	expect(document.querySelector('[data-split=incomplete]')?.textContent).toContain('pasted text');
	cleanup();
	await check(flows);
	expect(document.querySelector('[data-split=incomplete]')).toBeNull();
});

test('lists for each part what it alone needs', async () => {
	const using = (namespace: string, names: string) =>
		plain(namespace, 'x').replace('hello', `"${names}"`);
	await check(
		`${using('a', "{{ secret('OWN') }} {{ kv('both') }}")}---\n${using('b', "{{ kv('both') }}")}`,
	);
	const part = document.querySelector('[data-part=a]');
	expect(part?.textContent).toContain('OWN');
	expect(part?.textContent).not.toContain('both');
	expect(document.querySelector('[data-part=b]')).toBeNull();
});

test('stops when told to, ends its worker, and takes nothing that comes later', async () => {
	render(<SplitCheck given={{ text: flows }} />);
	await waitFor(() => expect(FakeWorker.last).toBeDefined());
	fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
	expect(screen.getByRole('status').textContent).toContain('Stopped');
	expect(FakeWorker.last?.terminated).toBe(true);
	expect(summary()).toBeUndefined();
});

test('says when there is no YAML in what was chosen, and what that was', async () => {
	render(<SplitCheck given={{ files: [new File(['x'], 'a.txt'), new File(['x'], 'b.md')] }} />);
	await screen.findByRole('heading', { name: 'No flow was read' });
	await waitFor(() => expect(document.activeElement?.id).toBe('split-found'));
	for (const name of ['a.txt', 'b.md']) expect(screen.getByText(name)).toBeDefined();
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
