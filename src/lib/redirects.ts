/** Rules for redirects. Pure, because the build, the pages and the tests share them. */

/** Old to new, both root-relative: `/old/` to `/new/`, or `/page/#old` to `/page/#new`. */
export type Redirects = Readonly<Record<string, string>>;

/** The places that moved away from a page: id to root-relative address. */
export function movedFrom(redirects: Redirects, page: string): Redirects {
	return Object.fromEntries(
		Object.entries(redirects).flatMap(([from, to]) => {
			const [path, id] = from.split('#');
			return path === page && id !== undefined ? [[id, to] as const] : [];
		}),
	);
}

/** The built site, as far as the rules for redirects need it. */
interface Known {
	/** Addresses of the built site that have a page or a file. */
	readonly pages: ReadonlySet<string>;
	/** Addresses of elements with an id, with their page. */
	readonly places: ReadonlySet<string>;
}

/** The problems of the redirects, one sentence each; empty when there are none. */
export function redirectFaults(redirects: Redirects, { pages, places }: Known): readonly string[] {
	const isThere = (address: string) =>
		address.includes('#') ? places.has(address) : pages.has(address);
	return Object.entries(redirects).flatMap(([from, to]) => {
		const [page = '', id] = from.split('#');
		if (!/^\/([\w.-]+\/)*(#[\w.-]+)?$/.test(from))
			return [`${from} is not an address of this site: write it as /page/ or /page/#place.`];
		if (isThere(from)) return [`${from} still exists, so it cannot lead to ${to}.`];
		if (Object.hasOwn(redirects, to))
			return [`${from} leads to ${to}, which is a redirect itself.`];
		if (!isThere(to)) return [`${from} leads to ${to}, which does not exist.`];
		if (id !== undefined && !pages.has(page) && !Object.hasOwn(redirects, page))
			return [`${from} leads to ${to}, but no page stands at ${page} to send readers on.`];
		return [];
	});
}

/** Published addresses that are gone and have no redirect. */
export function lost(published: Iterable<string>, redirects: Redirects, now: ReadonlySet<string>) {
	return [...published].filter((address) => {
		if (now.has(address) || Object.hasOwn(redirects, address)) return false;
		// The redirect of a page keeps the fragment, so places that moved with their page are still found.
		const [page = '', id] = address.split('#');
		const moved = redirects[page];
		return !(id !== undefined && moved !== undefined && now.has(`${moved.split('#')[0]}#${id}`));
	});
}
