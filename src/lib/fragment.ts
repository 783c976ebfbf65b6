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
