/**
 * The id in the fragment of an address.
 * @param hash as `location.hash` gives it
 * @returns undefined when it is empty, `#top` or a text fragment
 */
export function fragmentOf(hash: string): string | undefined {
	const raw = hash.replace(/^#/, '').replace(/:~:.*$/s, '');
	if (raw === '') return undefined;
	let id: string;
	try {
		id = decodeURIComponent(raw);
	} catch {
		id = raw;
	}
	return id === '_top' || id === 'top' ? undefined : id;
}

/** An id without what chat and mail take into the end of a link, and without entries of advertising. */
export const withoutEnding = (id: string): string =>
	id.replace(/[?&].*$/s, '').replace(/[^\p{L}\p{N}]+$/u, '');

/** The element that the address names, if it is on the page. */
export function namedElement(): HTMLElement | null {
	const id = fragmentOf(location.hash);
	if (id === undefined) return null;
	return document.getElementById(id) ?? document.getElementById(withoutEnding(id));
}
