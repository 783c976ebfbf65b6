import { afterEach, expect, test, vi } from 'vitest';
import { preloadScript } from '../../tools/integrations/preloads.ts';

/** Runs the script as a page with this query would, and gives what it then fetches. */
function preloaded(search: string) {
	history.replaceState(null, '', `/guide/${search}`);
	const [, body] = /^<script[^>]*>(.*)<\/script>$/.exec(preloadScript(['/one.js', '/two.js']))!;
	vi.useFakeTimers();
	new Function(body!)();
	vi.runAllTimers();
	return [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')].map(
		(link) => link.getAttribute('href'),
	);
}

afterEach(() => {
	vi.useRealTimers();
	document.head.replaceChildren();
});

test('an address with answers fetches the scripts of the result at once', () => {
	expect(preloaded('?a=b')).toEqual(['/one.js', '/two.js']);
});

test('an address without answers fetches none of them', () => {
	expect(preloaded('')).toEqual([]);
});
