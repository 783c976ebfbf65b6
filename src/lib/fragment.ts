/**
 * The id that the fragment of an address asks for.
 * @param hash as `location.hash` gives it
 * @returns undefined when it asks for nothing, for the top of the page, or for words instead of an id
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
