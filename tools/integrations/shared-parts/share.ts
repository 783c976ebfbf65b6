/**
 * Takes out of pages what is the same on many of them, so that a visitor fetches it once and the browser keeps it.
 * Pure: pages in, pages and files out.
 */
import { createHash } from 'node:crypto';

/** A page: its path in the built site, and its HTML. */
export interface Page {
	readonly file: string;
	readonly html: string;
}

/** The pages without what they share, and the files that hold it: path to text. */
export interface Shared {
	readonly pages: readonly Page[];
	readonly files: ReadonlyMap<string, string>;
}

/** Where files with a hash in their name are kept: hosts tell browsers to keep them for good. */
const folder = '_astro';

const nameOf = (name: string, text: string, ending: string) =>
	`${folder}/${name}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.${ending}`;

/** An inline script that may run after the page is parsed: a module, or Astro's own that makes islands work. */
const inlineScript = /<script(?: type="module")?>([\s\S]*?)<\/script>/g;

const isModule = (tag: string) => tag.startsWith('<script type="module"');
/** Astro's scripts for islands are no modules, but only define an element and a way to wait. */
const isOfIslands = (body: string) =>
	body.includes('"astro-island"') || /^\s*\(\(\)=>\{var .*\(self\.Astro\|\|=?/.test(body);
/** A script that fetches others by an address relative to the page has to stay where it is. */
const fetchesOthers = (body: string) =>
	/\bimport\s*["'`]|\bfrom\s*["'`]|\bimport\(\s*["'`]\./.test(body);

/**
 * Moves scripts that several pages have into files. Scripts that stand on the same pages share a file, in their order.
 * @param base path of the site, with a slash at both ends
 */
export function shareScripts(pages: readonly Page[], base: string): Shared {
	const suits = (tag: string, body: string) =>
		!fetchesOthers(body) && (isModule(tag) || isOfIslands(body));
	const on = new Map<string, string[]>();
	for (const { file, html } of pages)
		for (const [tag, body = ''] of html.matchAll(inlineScript)) {
			if (!suits(tag, body)) continue;
			const files = on.get(body);
			if (!files) on.set(body, [file]);
			else if (!files.includes(file)) files.push(file);
		}
	const shared = [...on].filter(([, files]) => files.length > 1);
	const groups = Map.groupBy(shared, ([, files]) => files.join('\n'));
	const files = new Map<string, string>();
	const fileOf = new Map<string, string>();
	for (const group of groups.values()) {
		// A function, because a block would not keep a `var` to itself.
		const text = group.map(([body]) => `(()=>{${body.trim()}\n})();`).join('\n');
		const name = nameOf('shared', text, 'js');
		files.set(name, text);
		for (const [body] of group) fileOf.set(body, name);
	}
	return {
		files,
		pages: pages.map(({ file, html }) => {
			const linked = new Set<string>();
			const shared = html.replace(inlineScript, (tag, body: string) => {
				const name = fileOf.get(body);
				if (!name || !suits(tag, body)) return tag;
				if (linked.has(name)) return '';
				linked.add(name);
				return `<script type="module" src="${base}${name}"></script>`;
			});
			return { file, html: shared };
		}),
	};
}

/**
 * Moves the scripts that set up a page before it is drawn into a file, which the pages with the same ones share. It is
 * the last of the head: a browser that has met a content security policy looks for nothing behind a script that it waits
 * for, so before the styles it would hold them back, and the first paint with them, by a round trip.
 * @param base path of the site, with a slash at both ends
 */
export function shareHeadScripts(pages: readonly Page[], base: string): Shared {
	const setUp = /<script>([\s\S]*?)<\/script>/g;
	const parts = pages.map(({ file, html }) => {
		const end = Math.max(0, html.indexOf('</head>'));
		const [head, rest] = [html.slice(0, end), html.slice(end)];
		// A block each, because what such a script declares for all others is to stay global.
		const text = [...head.matchAll(setUp)].map(([, body = '']) => `{${body.trim()}\n}`).join('\n');
		return { file, html, head, rest, text };
	});
	const times = Map.groupBy(parts, ({ text }) => text);
	const isShared = (text: string) => text !== '' && times.get(text)!.length > 1;
	return {
		files: new Map(
			[...times.keys()].filter(isShared).map((text) => [nameOf('head', text, 'js'), text]),
		),
		pages: parts.map(({ file, html, head, rest, text }) => {
			if (!isShared(text)) return { file, html };
			const link = `<script src="${base}${nameOf('head', text, 'js')}"></script>`;
			return { file, html: head.replace(setUp, '') + link + rest };
		}),
	};
}

/** The text of a file of the built site, by its address. */
type TextOf = (address: string) => string;

/**
 * Joins the style sheets with which most pages begin: together they are smaller, and one request. Pages that begin with
 * others keep these apart. What overrides what stays as it was.
 * @param base path of the site, with a slash at both ends
 */
export function joinSheets(pages: readonly Page[], base: string, textOf: TextOf): Shared {
	const runs = pages.map(
		({ html }) => /(?:<link rel="stylesheet"[^>]*>)+/.exec(html)?.[0].match(/<[^>]*>/g) ?? [],
	);
	const beginsWith = (links: readonly string[]) => (run: readonly string[]) =>
		links.every((link, index) => run[index] === link);
	let shared: readonly string[] = [];
	for (const run of runs)
		for (let length = shared.length + 1; length <= run.length; length++) {
			const links = run.slice(0, length);
			if (runs.filter(beginsWith(links)).length * 2 <= pages.length) break;
			shared = links;
		}
	if (shared.length < 2) return { pages, files: new Map() };
	const text = shared
		.map((link) => {
			const [address, media] = ['href', 'media'].map((name) => attributeOf(link, name));
			const styles = textOf(address!).trim();
			return media === undefined ? styles : `@media ${media}{${styles}}`;
		})
		.join('\n');
	const name = nameOf('styles', text, 'css');
	const link = `<link rel="stylesheet" href="${base}${name}">`;
	return {
		files: new Map([[name, text]]),
		pages: pages.map(({ file, html }, index) => ({
			file,
			html: beginsWith(shared)(runs[index]!) ? html.replace(shared.join(''), link) : html,
		})),
	};
}

const attributeOf = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * Lets pages ask for what they need instead of for a script that only imports it, and only once.
 * @param base path of the site, with a slash at both ends
 */
export function skipDetours(pages: readonly Page[], base: string, textOf: TextOf): readonly Page[] {
	return pages.map(({ file, html }) => {
		const asked = new Set<string>();
		const direct = html.replace(
			/<script type="module" src="([^"]*)"><\/script>/g,
			(_tag, address: string) => {
				const only = /^import\s*["']\.\/([^"']+)["'];?\s*$/.exec(textOf(address))?.[1];
				const needed = only === undefined ? address : `${base}${folder}/${only}`;
				if (asked.has(needed)) return '';
				asked.add(needed);
				return `<script type="module" src="${needed}"></script>`;
			},
		);
		return { file, html: direct };
	});
}

/** A drawing whose colour comes from the text around it: Starlight's icons and the marks of links to sections. */
const icon =
	/<svg((?: [\w-]+="[^"]*")*) viewBox="0 0 24 24" fill="currentColor"((?: [\w-]+="[^"]*")*)>([\s\S]*?)<\/svg>|<svg viewBox="0 0 24 24"((?: [\w-]+="[^"]*")*)>([\s\S]*?)<\/svg>/g;

const island = /<astro-island[\s\S]*?<\/astro-island>/g;

/**
 * Moves drawings that stand on several pages, or several times on one, into one file that pages refer to. Those inside
 * islands stay, because the island's script draws them again.
 */
export function shareIcons(pages: readonly Page[], base: string): Shared {
	const outside = (html: string) => html.replace(island, '');
	const count = new Map<string, number>();
	for (const { html } of pages)
		for (const match of outside(html).matchAll(icon)) {
			const drawing = match[3] ?? match[5] ?? '';
			if (drawing.includes('class=')) continue;
			count.set(drawing, (count.get(drawing) ?? 0) + 1);
		}
	const shared = [...count].filter(([, times]) => times > 2).map(([drawing]) => drawing);
	if (shared.length === 0) return { pages, files: new Map() };
	const idOf = new Map(shared.map((drawing, index) => [drawing, `i${index}`]));
	const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${shared
		.map((drawing) => `<symbol id="${idOf.get(drawing)}" viewBox="0 0 24 24">${drawing}</symbol>`)
		.join('')}</svg>`;
	const name = nameOf('icons', sprite, 'svg');
	const replaceIn = (html: string) =>
		html.replace(icon, (svg: string, ...groups: (string | undefined)[]) => {
			const drawing = groups[2] ?? groups[4] ?? '';
			const id = idOf.get(drawing);
			return id
				? svg.replace(`>${drawing}</svg>`, `><use href="${base}${name}#${id}"/></svg>`)
				: svg;
		});
	return {
		files: new Map([[name, sprite]]),
		pages: pages.map(({ file, html }) => {
			let end = 0;
			let out = '';
			for (const match of html.matchAll(island)) {
				out += replaceIn(html.slice(end, match.index)) + match[0];
				end = match.index + match[0].length;
			}
			return { file, html: out + replaceIn(html.slice(end)) };
		}),
	};
}
