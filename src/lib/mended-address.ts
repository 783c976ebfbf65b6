/** An address within the site that leads nowhere, in its parts as `location` gives them. */
interface Parts {
	readonly pathname: string;
	readonly search: string;
	readonly hash: string;
}

/** Escaped marks between the parts of an address, and what they stand for. */
const marks: Readonly<Record<string, string>> = { '%23': '#', '%3f': '?', '%26': '&', '%3d': '=' };

/** What chat and mail take into the end of a link. */
const ending = /(?:[^\p{L}\p{N}/=&#?%-]|%(?:2[0-9c]|3[abce]|5[bd]|7[bd]|e2%80%9[0-9a-f]))+$/iu;

/** Where a path ends, as addresses of pages are in ASCII: a sign that is none of theirs, escaped or not. */
const pathEnd = /(?:[^!-~]|["<>^`{|}&]|%(?:0[9ad]|20|22|3[ce]|5c|60|7c)).*$/is;

/** Characters beyond ASCII as themselves, without those that are not seen. */
const written = (path: string): string =>
	path.replace(/(?:%[89a-f][\da-f])+/gi, (escaped) => {
		try {
			return decodeURIComponent(escaped).replace(/\p{Cf}/gu, '');
		} catch {
			return escaped;
		}
	});

/**
 * The address of a page that was meant by one without a page: with `#` and `?` escaped, with capitals, without its slash,
 * or with the end of a sentence in it.
 * @param base the base path, with a slash at both ends
 * @param pages addresses of the site's pages, root-relative, without the base
 * @returns an address with the base path; undefined when no page is meant
 */
export function mendedAddress(
	{ pathname, search, hash }: Parts,
	base: string,
	pages: readonly string[],
): string | undefined {
	const sent = pathname + search + hash;
	const plain = (
		written(pathname.replace(/%(?:25)+(?=[\da-f]{2})/gi, '%'))
			.replace(/%(?:23|3f|26|3d)/gi, (mark) => marks[mark.toLowerCase()] ?? mark)
			// Entries after a question mark that was lost, or is of another script.
			.replace(/^([^?#]*?)\/?[&;？]+(?=[\w-]+=)/, '$1/?') +
		search +
		hash
	)
		// Later question marks separate entries, too.
		.replace(/\?/g, (mark, at: number, all: string) => (all.indexOf('?') === at ? mark : '&'))
		.replace(ending, '')
		// A query behind a fragment that was escaped.
		.replace(/^([^?#]*)(#[^?&]*)[?&](.*)$/s, '$1?$3$2');
	const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(plain) ?? [];
	const tidy = `/${path
		.replace(pathEnd, '')
		.replace(ending, '')
		.replace(/(?:index)?(?:\.html?|\.md)$/i, '')}/`
		.replace(/[\\/]+/g, '/')
		.toLowerCase();
	const below = base.toLowerCase();
	if (!tidy.startsWith(below)) return undefined;
	const page = pages.find((each) => each === `/${tidy.slice(below.length)}`);
	const address = page && base.slice(0, -1) + page + query + fragment;
	return address === sent ? undefined : address;
}
