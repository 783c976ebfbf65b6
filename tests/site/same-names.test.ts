/** Controls that do the same have the same name on every page. */
import type { HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';
import { readingPages } from '../support/built.ts';

/** The name of a control, without the shortcut shown beside it. */
function nameOf(control: HTMLElement): string {
	const label = control.getAttribute('aria-label');
	if (label) return label;
	const copy = control.clone() as HTMLElement;
	for (const part of copy.querySelectorAll('svg, kbd')) part.remove();
	return copy.textContent.replace(/\s+/g, ' ').trim() || control.getAttribute('title') || '';
}

/** Direction and page title of a “Previous” or “Next” link. */
const way = (link: HTMLElement) => /^(Previous|Next) (.*)$/.exec(nameOf(link));

/**
 * Groups the controls of all pages by what they do, and finds those with several names.
 * @param of what a control does; undefined for one to leave out
 */
function named(
	selector: string,
	of: (control: HTMLElement) => string | undefined,
	name: (control: HTMLElement) => string = nameOf,
) {
	const names = new Map<string, Set<string>>();
	for (const { root } of readingPages)
		for (const control of root.querySelectorAll(selector)) {
			const what = of(control);
			if (what !== undefined) names.set(what, (names.get(what) ?? new Set()).add(name(control)));
		}
	const various = [...names].filter(([, known]) => known.size > 1);
	return { known: names.size, various: various.map(([what, known]) => [what, ...known]) };
}

test('where header, menu, search and footer lead to has one name on every page', () => {
	const links = named(
		'header a, nav.sidebar a, footer a',
		(link) => {
			const address = link.getAttribute('href');
			// Links for editing and feedback have a different address on each page.
			return address?.startsWith('/') ? address : undefined;
		},
		(link) => (link.hasAttribute('rel') && way(link)?.[2]) || nameOf(link),
	);
	expect(links.known).toBeGreaterThan(30);
	expect(links.various).toEqual([]);
	const aside = named('footer .helpful a', (link) =>
		String(link.parentNode?.childNodes.indexOf(link)),
	);
	expect(aside.known).toBeGreaterThan(2);
	expect(aside.various).toEqual([]);
});

test('buttons that do the same have one name on every page', () => {
	const buttons = named('button', ({ attributes }) =>
		Object.keys(attributes).find((name) => /^(?:data-(?!astro)|popovertarget)/.test(name)),
	);
	expect(buttons.known).toBeGreaterThan(4);
	expect(buttons.various).toEqual([]);
});

test('one icon stands for one thing on every page', () => {
	const alone = named(
		'a:has(> svg), button:has(> svg)',
		(control) =>
			control
				.querySelectorAll('svg')
				.map(({ innerHTML }) => innerHTML.trim())
				.join(),
		(control) => (control.hasAttribute('rel') && way(control)?.[1]) || nameOf(control),
	);
	expect(alone.known).toBeGreaterThan(2);
	expect(alone.various).toEqual([]);
});

test('every mark that links to its own place is named in the same words', () => {
	const marks = named('main .sl-anchor-link, main .self-link[data-mark]', () => 'mark');
	const words = new Set(marks.various.flat().map((name) => name.replace(/“.*”/s, '“”')));
	expect([...words]).toEqual(['mark', 'Link to “”']);
});
