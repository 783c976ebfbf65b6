import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inlineScripts } from '../support/astro-script.ts';

const [run, runOfGuide] = inlineScripts('src/components/guide/IslandFrame.astro', 2);

/** Parses a frame as a browser would up to its script, runs that, and parses the island. */
function frame({ name = '', search = '', origin = location.origin } = {}) {
	history.replaceState(null, '', `/guide/${search}`);
	document.body.innerHTML = `<div class="island-frame ${name}">
		<p data-late hidden><button data-reload>Reload the page</button></p>
		<astro-island ssr></astro-island></div>`;
	const root = document.querySelector<HTMLElement>('.island-frame')!;
	const parsing = Object.create(document, {
		currentScript: { value: { parentElement: root } },
		querySelector: { value: document.querySelector.bind(document) },
		documentElement: { value: document.documentElement },
	}) as Document;
	run!(parsing, origin);
	if (name === 'dg-frame') runOfGuide!(parsing, origin);
	const island = root.querySelector('astro-island')!;
	return {
		island,
		notice: root.querySelector<HTMLElement>('[data-late]')!,
		button: root.querySelector('button')!,
		hydrate: () => {
			island.removeAttribute('ssr');
			island.dispatchEvent(new CustomEvent('astro:hydrate', { bubbles: true }));
		},
		fail: () => island.dispatchEvent(new CustomEvent('astro:hydration-error', { bubbles: true })),
	};
}

const waits = () => document.documentElement.classList.contains('has-answers');

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	document.documentElement.className = '';
});

test('a script that fails to load shows the message', () => {
	const { notice, fail } = frame();
	expect(notice.hidden).toBe(true);
	fail();
	expect(notice.hidden).toBe(false);
});

test('where a sandbox keeps scripts out the message says so, as no reload helps', () => {
	const apart = frame({ origin: 'null' });
	apart.fail();
	expect(apart.notice.dataset['late']).toBe('refused');
	const other = frame();
	other.fail();
	expect(other.notice.dataset['late']).not.toBe('refused');
});

test('a script that arrives late takes the message away', () => {
	const { notice, fail, hydrate } = frame();
	fail();
	hydrate();
	expect(notice.hidden).toBe(true);
});

test('only the guide waits for four seconds, and then shows what was served', () => {
	const guide = frame({ name: 'dg-frame', search: '?a=b' });
	expect(waits()).toBe(true);
	vi.advanceTimersByTime(3999);
	expect(guide.notice.hidden).toBe(true);
	vi.advanceTimersByTime(1);
	expect(guide.notice.hidden).toBe(false);
	expect(waits()).toBe(false);
	const other = frame({ search: '?a=b' });
	expect(waits()).toBe(false);
	vi.advanceTimersByTime(10_000);
	expect(other.notice.hidden).toBe(true);
});

test('a guide that is there in time shows no message', () => {
	const { notice, hydrate } = frame({ name: 'dg-frame' });
	hydrate();
	vi.advanceTimersByTime(10_000);
	expect(notice.hidden).toBe(true);
});

test('the button loads the page again', () => {
	const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
	const { button, fail } = frame();
	fail();
	button.click();
	expect(reload).toHaveBeenCalledTimes(1);
});
