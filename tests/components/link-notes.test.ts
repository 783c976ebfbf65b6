/** What the scripts of every page do with links to its places. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const scripts = ['copy-link', 'missing-anchor'].map(
	(name) => new URL(`../../src/components/page/${name}.ts`, import.meta.url).pathname,
);
const replaced = vi.fn();
let copied: string[];
let refuses: boolean;

/** Loads the scripts on a page with one section that is there and two that moved. */
async function open(hash = '') {
	vi.resetModules();
	history.replaceState(null, '', `/page/?q=1${hash}`);
	document.body.innerHTML = `<main><h2 id="there">There</h2>
		<a class="sl-anchor-link" href="#there"><b>#</b></a><a id="plain" href="#there">There</a></main>
		<p role="status" data-link-said></p>
		<div data-lost='{"old":"/page/#there","away":"/other/#place"}'><p role="status"></p><p data-ways hidden><button>Close</button></p></div>`;
	for (const script of scripts) await import(script);
}

beforeEach(() => {
	copied = [];
	refuses = false;
	replaced.mockReset();
	vi.spyOn(location, 'replace').mockImplementation((to) => void replaced(String(to)));
	vi.stubGlobal('navigator', {
		...navigator,
		clipboard: {
			writeText: async (text: string) => {
				if (refuses) throw new DOMException('refused', 'NotAllowedError');
				copied.push(text);
			},
		},
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

/** What the note offers; hidden while there is no note. */
const note = () => document.querySelector<HTMLElement>('[data-ways]')!;
const said = () => document.querySelector('[data-link-said]')!.textContent;

async function press(selector: string, how: MouseEventInit = {}) {
	document
		.querySelector(selector)!
		.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
	await Promise.resolve();
	await Promise.resolve();
}

test.each(['', '#', '#there', '#_top'])('an address with “%s” needs no note', async (hash) => {
	if (hash === '#_top') document.documentElement.id = '_top';
	await open(hash);
	document.documentElement.removeAttribute('id');
	expect(note().hidden).toBe(true);
	expect(replaced).not.toHaveBeenCalled();
});

test('an unknown place is named in a note, cut short, until it is closed', async () => {
	await open(`#${'x'.repeat(3000)}`);
	expect(note().hidden).toBe(false);
	const words = document.querySelector('[data-lost] [role=status]')!.textContent;
	expect(words).toContain('xxx');
	expect(words.length).toBeLessThan(120);
	note().querySelector('button')!.click();
	expect(note().hidden).toBe(true);
});

test('a place that moved on its page is followed with the query, one that left it without', async () => {
	await open('#old');
	expect(replaced).toHaveBeenLastCalledWith(`${location.origin}/page/?q=1#there`);
	await open('#away');
	expect(replaced).toHaveBeenLastCalledWith(`${location.origin}/other/#place`);
	expect(note().hidden).toBe(true);
});

test('what every object inherits is no place that moved', async () => {
	await open('#constructor');
	expect(replaced).not.toHaveBeenCalled();
	expect(note().hidden).toBe(false);
});

test('a link to a place copies its full address without the query, and says so for a while', async () => {
	await open();
	vi.useFakeTimers();
	await press('.sl-anchor-link b');
	await vi.advanceTimersByTimeAsync(0);
	expect(new Set(copied)).toEqual(new Set([`${location.origin}/page/#there`]));
	expect(said()).toMatch(/copied/);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(said()).toBe('');
});

test('where copying is refused it says where the address is', async () => {
	await open();
	refuses = true;
	await press('.sl-anchor-link');
	await vi.waitFor(() => expect(said()).toMatch(/address bar/));
});

test.each([
	{ ctrlKey: true },
	{ metaKey: true },
	{ shiftKey: true },
	{ altKey: true },
	{ button: 1 },
])('a click that opens something else copies nothing: %o', async (how) => {
	await open();
	await press('.sl-anchor-link', how);
	expect(copied).toEqual([]);
});

test('a part of a plan is no unknown place, because its script brings it later', async () => {
	await open('#dg-risks');
	expect(note().hidden).toBe(true);
});

test('the end of a sentence that was taken into a link is cut off', async () => {
	await open('#there.');
	expect(replaced).toHaveBeenLastCalledWith('#there');
	await open('#old).');
	expect(replaced).toHaveBeenLastCalledWith(`${location.origin}/page/?q=1#there`);
});

test('other links copy nothing', async () => {
	await open();
	await press('#plain');
	expect(copied).toEqual([]);
});
