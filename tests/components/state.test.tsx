import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fullAddress, readersDay } from '../../src/components/guide/state/browser.ts';
import { useAfterPaint } from '../../src/components/guide/state/use-after-paint.ts';
import { type OwnNames, useNames } from '../../src/components/guide/state/use-names.ts';
import { useScript } from '../../src/components/guide/state/use-script.ts';
import { filled } from '../support/answers.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
	cleanup();
	vi.useRealTimers();
	vi.restoreAllMocks();
});

test('a root-relative address becomes a full one on the host that served the page', () => {
	expect(fullAddress('/guide/?a=b#c')).toMatch(
		new RegExp(`^${location.origin}/(.+/)?guide/\\?a=b#c$`),
	);
});

test.each([
	['2026-01-02T00:30:00', '2026-01-02'],
	['2026-12-31T23:30:00', '2026-12-31'],
])('the day is the reader’s own: at %s it is %s', (now, day) => {
	vi.useFakeTimers({ now: new Date(now) });
	expect(readersDay()).toBe(day);
});

test('a value is painted after it was rendered', async () => {
	const seen: string[] = [];
	function Part({ value }: { readonly value: string }) {
		const painted = useAfterPaint(value);
		seen.push(`${value} ${painted}`);
		return <p>{painted}</p>;
	}
	const { rerender } = render(<Part value="old" />);
	rerender(<Part value="new" />);
	await screen.findByText('new');
	expect(seen).toContain('new old');
	expect(seen.at(-1)).toBe('new new');
});

/** Shows the state of a script. */
function Loading({ load, wanted }: { load: () => Promise<string>; wanted: boolean }) {
	const { module, failed } = useScript(load, wanted);
	return <p>{failed ? 'failed' : (module ?? 'nothing')}</p>;
}

test('a script is fetched once, when it is wanted', async () => {
	const load = vi.fn(async () => 'there');
	const { rerender } = render(<Loading load={load} wanted={false} />);
	expect(load).not.toHaveBeenCalled();
	rerender(<Loading load={load} wanted />);
	await screen.findByText('there');
	rerender(<Loading load={load} wanted />);
	expect(load).toHaveBeenCalledTimes(1);
});

test('a script that does not arrive has failed', async () => {
	render(<Loading load={() => Promise.reject(new Error('offline'))} wanted />);
	await screen.findByText('failed', {}, { timeout: 5000 });
});

test('a script that has not arrived is asked for once more', async () => {
	const load = vi.fn(() => Promise.resolve('here'));
	load.mockRejectedValueOnce(new Error('offline'));
	render(<Loading load={load} wanted />);
	await screen.findByText('here', {}, { timeout: 5000 });
	expect(load).toHaveBeenCalledTimes(2);
});

let own: OwnNames;
function Named() {
	own = useNames(filled({}));
	return <p>{JSON.stringify(own.kept)}</p>;
}

const names = { company: 'acme' };
const shown = () => waitFor(() => expect(own.kept).toMatchObject(names));

test('names are kept in the browser, and are there when the page is opened again', async () => {
	render(<Named />);
	expect(own.kept).toEqual({});
	own.keep(names);
	await shown();
	expect(localStorage).toHaveLength(1);
	cleanup();
	render(<Named />);
	await shown();
	expect(own.usable).toMatchObject(names);
});

test('names that are forgotten are gone', async () => {
	render(<Named />);
	own.keep(names);
	await shown();
	own.forget();
	await waitFor(() => expect(own.kept).toEqual({}));
	expect(localStorage).toHaveLength(0);
});

test('where storage is refused, names hold as long as the page', async () => {
	for (const method of ['getItem', 'setItem', 'removeItem'] as const)
		vi.spyOn(Storage.prototype, method).mockImplementation(() => {
			throw new DOMException('refused', 'SecurityError');
		});
	render(<Named />);
	own.keep(names);
	await shown();
	own.forget();
	await waitFor(() => expect(own.kept).toEqual({}));
});

test('what is stored and is not names gives none', async () => {
	render(<Named />);
	own.keep(names);
	await shown();
	cleanup();
	const key = localStorage.key(0)!;
	localStorage.setItem(key, '{"company":');
	render(<Named />);
	await new Promise((done) => setTimeout(done, 50));
	expect(own.kept).toEqual({});
});
