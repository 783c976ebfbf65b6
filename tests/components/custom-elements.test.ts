/** The elements that work without an island, on markup like that of their pages. */
import { waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../../src/components/links/link-filter.ts';
import '../../src/components/matrix/matrix-filter.ts';
import '../../src/components/presets/preset-builder.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { guideAddress, readEntries } from '../../src/guide/url/query.ts';
import { filled, first } from '../support/answers.ts';

let copied: string[];
let refuses: boolean;

beforeEach(() => {
	copied = [];
	refuses = false;
	vi.stubGlobal('navigator', {
		...navigator,
		clipboard: {
			writeText: async (text: string) => {
				if (refuses) throw new DOMException('refused', 'NotAllowedError');
				copied.push(text);
			},
		},
	});
	history.replaceState(null, '', '/page/');
});
afterEach(() => {
	document.body.replaceChildren();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** Shows markup as a whole: the scripts of a page run once it is parsed. */
function page(markup: string) {
	const root = document.createElement('div');
	root.innerHTML = markup;
	document.body.replaceChildren(root);
}

const one = <Found extends Element = HTMLElement>(selector: string) =>
	document.querySelector<Found>(selector)!;
const status = () => one('[role=status]').textContent;
const click = (element: Element) =>
	element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
/** Elements, as their ids, that are not hidden. */
const shown = (selector: string) =>
	[...document.querySelectorAll<HTMLElement>(selector)]
		.filter(({ hidden }) => !hidden)
		.map(({ id }) => id);

describe('the filter of links', () => {
	beforeEach(() => {
		page(`<ul class="link-list">
			<li id="a"><a href="/a/">Tenants</a><code>[Tenants](/a/)</code></li>
			<li id="b"><a href="/b/">Tenant per team</a><code>[Tenant per team](/b/)</code></li></ul>
			<section data-link-group id="more"><ul class="link-list" id="list">
			<li id="c"><a href="/c/">Names</a><code>[Names](/c/)</code></li></ul></section>
			<link-filter><template><form><input type="search"><p role="status"></p></form></template></link-filter>`);
	});

	function type(words: string) {
		one<HTMLInputElement>('input').value = words;
		one('input').dispatchEvent(new Event('input', { bubbles: true }));
	}

	test('shows every address at first, says nothing unasked, and how many when the words are gone again', () => {
		expect(shown('li')).toEqual(['a', 'b', 'c']);
		expect(status()).toBe('');
		type('tenant');
		type('');
		expect(shown('li')).toEqual(['a', 'b', 'c']);
		expect(status()).toContain('3');
	});

	test('shows those with every word, whatever its case, and hides groups without any', () => {
		type(' TEAM tenant ');
		expect(shown('li')).toEqual(['b']);
		expect(shown('[data-link-group]')).toEqual([]);
		expect(one('#list').dataset['empty']).toBe('true');
		expect(status()).toContain('1 of 3');
		type('');
		expect(shown('li, [data-link-group]')).toEqual(['a', 'b', 'more', 'c']);
		expect(one('#list').dataset['empty']).toBe('false');
	});

	test('hides a heading, and what is said below it, while nothing below it is shown', () => {
		page(`<link-filter><template><form><input type="search"><p role="status"></p></form></template></link-filter>
			<h2 id="terms">Terms</h2><p id="on-terms">Words.</p>
			<ul class="link-list"><li id="d"><a href="/d/">Stage</a><code>[Stage](/d/)</code></li></ul>
			<div id="rules"><h3>Rules</h3></div>
			<ul class="link-list"><li id="e"><a href="/e/">Tenant</a><code>[Tenant](/e/)</code></li></ul>
			<h2 id="after">Something else</h2>`);
		const headings = () => shown('h2, #on-terms, #rules');
		expect(headings()).toEqual(['terms', 'on-terms', 'rules', 'after']);
		type('tenant');
		expect(headings()).toEqual(['rules', 'after']);
		type('');
		expect(headings()).toEqual(['terms', 'on-terms', 'rules', 'after']);
	});

	test('keeps less room for a group while fewer of its addresses are shown', () => {
		page(`<link-filter><template><form><input type="search"><p role="status"></p></form></template></link-filter>
			<div data-link-group id="group" style="--rows: 40"><ul class="link-list">
			<li><a href="/d/">Stage</a><code>[Stage](/d/)</code></li>
			<li><a href="/e/">Tenant</a><code>[Tenant](/e/)</code></li></ul></div>`);
		const rows = () => Number(one('#group').style.getPropertyValue('--rows'));
		type('tenant');
		expect(rows()).toBeLessThan(40);
		type('');
		expect(rows()).toBe(40);
	});

	test('says when no address has the words', () => {
		type('nothing of the kind');
		expect(shown('li')).toEqual([]);
		expect(status()).toMatch(/^No /);
	});

	test('does not send its form', () => {
		expect(
			one('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
		).toBe(false);
	});

	test('gives each link a button that copies its Markdown, or selects it where copying is refused', async () => {
		await waitFor(() => expect(document.querySelectorAll('li button')).toHaveLength(3));
		const button = one('#b button');
		expect(button.getAttribute('aria-label')).toContain('Tenant per team');
		const label = button.textContent;
		vi.useFakeTimers();
		click(button);
		await vi.advanceTimersByTimeAsync(0);
		expect(copied).toEqual(['[Tenant per team](/b/)']);
		expect(button.textContent).not.toBe(label);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(button.textContent).toBe(label);
		refuses = true;
		click(button);
		await vi.advanceTimersByTimeAsync(0);
		expect(copied).toHaveLength(1);
		expect(getSelection()?.toString()).toBe('[Tenant per team](/b/)');
	});
});

describe('the filter of the matrix', () => {
	function open(search = '') {
		history.replaceState(null, '', `/page/${search}`);
		page(`<matrix-filter>
			<template><form>
				<input type="radio" name="edition" value="" checked><input type="radio" name="edition" value="open-source">
				<input type="checkbox" name="concern" value="secrets"><input type="checkbox" name="concern" value="upgrades">
				<button type="button">Show everything</button><p role="status"></p></form></template>
			<table><tbody>
				<tr id="keys" data-concerns="secrets access"><td><p id="keys-os" data-edition="open-source"></p><p id="keys-ee" data-edition="enterprise" data-once></p></td></tr>
				<tr id="versions" data-concerns="upgrades"><td id="versions.tenants"></td></tr></tbody></table></matrix-filter>`);
	}

	function tick(value: string) {
		const input = one<HTMLInputElement>(`input[value="${value}"]`);
		input.checked = true;
		input.dispatchEvent(new Event('change', { bubbles: true }));
	}

	test('shows every row at first, without what the note above the table says', () => {
		open();
		expect(shown('tr')).toEqual(['keys', 'versions']);
		expect(shown('p[data-edition]')).toEqual(['keys-os']);
		expect(status()).toBe('');
	});

	test('shows the rows of the chosen concerns, keeps them in the address and says how many', () => {
		open('?other=1');
		tick('upgrades');
		expect(shown('tr')).toEqual(['versions']);
		expect(location.search).toBe('?other=1&concern=upgrades');
		expect(status()).toContain('1 of 2');
		tick('secrets');
		expect(shown('tr')).toEqual(['keys', 'versions']);
		click(one('button'));
		expect(location.search).toBe('?other=1');
	});

	test('shows the chosen edition only', () => {
		open();
		tick('open-source');
		expect(shown('p[data-edition]')).toEqual(['keys-os']);
		expect(location.search).toBe('?edition=open-source');
	});

	test('opens as its address says, and keeps the row that the address points to', () => {
		open('?concern=secrets&concern=nonsense');
		expect(shown('tr')).toEqual(['keys']);
		expect(one<HTMLInputElement>('input[value=secrets]').checked).toBe(true);
		open('?concern=secrets#versions.tenants');
		expect(shown('tr')).toEqual(['keys', 'versions']);
		expect(status()).toContain('2 of 2');
	});
});

describe('the builder of links to the guide', () => {
	const guide = 'https://docs.example/guide/';

	beforeEach(() => {
		const fields = kestra.questions
			.map(
				({ id, values }) =>
					`<select name="${id}"><option value="" selected></option>${values
						.map((value) => `<option value="${value.id}"></option>`)
						.join('')}</select>`,
			)
			.join('');
		page(`<preset-builder data-guide-address="${guide}"><template>
			<form>${fields}</form><p role="status" data-says></p>
			<textarea id="preset-link"></textarea><button data-copy="preset-link"></button>
			<textarea id="preset-markdown"></textarea><a data-open href="/guide/"></a></template></preset-builder>`);
	});

	function choose(question: string, value: string) {
		const field = one<HTMLSelectElement>(`select[name="${question}"]`);
		field.value = value;
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}
	const link = () => one<HTMLTextAreaElement>('#preset-link').value;

	test('begins with the plain link', () => {
		expect(link()).toBe(guide);
		expect(one<HTMLTextAreaElement>('#preset-markdown').value).toContain(`](${guide})`);
	});

	test('puts the chosen answers into the link, marks them as set, and says what is asked first', () => {
		const value = first.values[0]!.id;
		choose(first.id, value);
		expect(link()).toBe(
			guide + guideAddress({ [first.id]: value }, [['set', first.id]]).slice('/guide/'.length),
		);
		expect(one<HTMLTextAreaElement>('#preset-markdown').value).toContain(`](${link()})`);
		expect(one<HTMLAnchorElement>('a').search).toBe(new URL(link()).search);
		expect(kestra.questions.some(({ asks }) => status()?.endsWith(asks))).toBe(true);
	});

	test('says when nothing is left to ask', () => {
		const before = status();
		const answers = filled({});
		for (const [question, value] of Object.entries(answers)) choose(question, String(value));
		expect(readEntries(new URL(link()).searchParams).answers).toEqual(answers);
		expect(kestra.questions.some(({ asks }) => status()?.endsWith(asks))).toBe(false);
		expect(status()).not.toBe(before);
	});

	test('copies the link, or selects it where copying is refused', async () => {
		click(one('button'));
		await waitFor(() => expect(copied).toEqual([guide]));
		refuses = true;
		const select = vi.spyOn(one<HTMLTextAreaElement>('#preset-link'), 'select');
		click(one('button'));
		await waitFor(() => expect(select).toHaveBeenCalled());
	});
});
