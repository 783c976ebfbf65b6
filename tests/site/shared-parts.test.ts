/** What pages share is moved into files, without a page doing anything differently for it. */
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { minifyInlineScripts } from '../../tools/integrations/shared-parts/minify.ts';
import {
	joinSheets,
	type Page,
	shareHeadScripts,
	shareIcons,
	shareScripts,
	skipDetours,
} from '../../tools/integrations/shared-parts/share.ts';
import { pages as built, files, read } from '../support/built.ts';

const base = '/docs/';
const module = (body: string) => `<script type="module">${body}</script>`;
const page = (file: string, body: string, head = ''): Page => ({
	file,
	html: `<html><head>${head}</head><body>${body}</body></html>`,
});
/** The addresses of scripts on a page, in order. */
const sources = ({ html }: Page) =>
	[...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source);
const bodyOf = ({ html }: Page) => html.slice(html.indexOf('<body>'));

test('an inline script is minified and declares the same names; a sample to copy and data stay as they are', async () => {
	const written = '\n\t// Why.\n\tvar kept = (function () { return  21 * 2 })();\n';
	const sample = `<button data-code="<script>  a( 1 )  </script>"></button>`;
	const data = '<script type="application/ld+json">{ "a":  1 }</script>';
	const [minified] = await minifyInlineScripts([
		page('a.html', `${sample}<script>${written}</script>${data}`),
	]);
	expect(bodyOf(minified!)).toContain(sample);
	expect(bodyOf(minified!)).toContain(data);
	const script = /<script>(?! {2})(.*?)<\/script>/s.exec(bodyOf(minified!))![1]!;
	expect(script.length).toBeLessThan(written.length - 10);
	expect(new Function(`${script}; return kept`)()).toBe(42);
});

test('a script that stands on two pages becomes one file below the base, and one of a single page stays', () => {
	const shared = shareScripts(
		[
			page('a.html', module('both()') + module('onlyA()')),
			page('b.html', module('both()')),
			page('c.html', 'nothing'),
		],
		base,
	);
	const [[name, text] = ['', ''], ...others] = [...shared.files];
	expect(others).toEqual([]);
	expect(text).toContain('both()');
	expect(text).not.toContain('onlyA()');
	expect(name).toMatch(/^_astro\/[\w-]+\.[0-9a-f]{8}\.js$/);
	expect(shared.pages.map(sources)).toEqual([[base + name], [base + name], []]);
	expect(shared.pages[0]!.html).toContain(module('onlyA()'));
	expect(shared.pages.map(({ html }) => html.includes('>both()<'))).toEqual([false, false, false]);
});

test('scripts of the same pages share a file in their order, each in a scope of its own', () => {
	const both = ['1', '2']
		.map(
			(value) => `var x; const y = ${value}; function z() { return y } seen.push([x, z()]); x = 1`,
		)
		.map(module)
		.join('');
	const shared = shareScripts([page('a.html', both), page('b.html', both)], base);
	expect(shared.files.size).toBe(1);
	expect(shared.pages.map((each) => sources(each).length)).toEqual([1, 1]);
	const seen: unknown[] = [];
	new Function('seen', [...shared.files.values()][0]!)(seen);
	expect(seen).toEqual([
		[undefined, 1],
		[undefined, 2],
	]);
});

test('a script is fetched by the pages that have it and by no other', () => {
	const shared = shareScripts(
		[
			page('a.html', module('one()') + module('two()')),
			page('b.html', module('two()') + module('three()')),
			page('c.html', module('one()') + module('three()')),
		],
		base,
	);
	const holds = shared.pages.map((each) =>
		sources(each)
			.map((source) => shared.files.get(source!.slice(base.length)))
			.join(),
	);
	const words = ['one()', 'two()', 'three()'];
	expect(holds.map((text) => words.filter((word) => text.includes(word)))).toEqual([
		['one()', 'two()'],
		['two()', 'three()'],
		['one()', 'three()'],
	]);
});

test.each([
	'import"./x.js"',
	'import{a}from"./x.js";a()',
	'import("./x.js").then(a)',
	"export*from'../x.js'",
])('a module that fetches by an address relative to its page stays on it: %s', (body) => {
	const both = [page('a.html', module(body)), page('b.html', module(body))];
	expect(shareScripts(both, base)).toEqual({ pages: both, files: new Map() });
});

test('data and scripts with attributes stay', () => {
	const body =
		'<script type="application/ld+json">{"a":1}</script><script src="/x.js"></script><script>early()</script>';
	const both = [page('a.html', body), page('b.html', body)];
	expect(shareScripts(both, base)).toEqual({ pages: both, files: new Map() });
});

test('scripts of the head that run before the page is drawn still do, behind its styles, and those of the body stay', () => {
	const early = ['one', 'two'].map((name) => `<script>${name}()</script>`);
	const style = '<link rel="stylesheet" href="/a.css">';
	const head = early.join('<title>A</title>') + style;
	const shared = shareHeadScripts(
		[page('a.html', early[0]!, head), page('b.html', early[0]!, head), page('c.html', '', style)],
		base,
	);
	const [[name, text] = ['', ''], ...others] = [...shared.files];
	expect(others).toEqual([]);
	expect([...text.matchAll(/(one|two)\(\)/g)].map(([call]) => call)).toEqual(['one()', 'two()']);
	for (const each of shared.pages.slice(0, 2)) {
		expect(each.html).toContain(
			`<head><title>A</title>${style}<script src="${base}${name}"></script></head>`,
		);
		expect(bodyOf(each)).toContain(early[0]);
	}
	expect(shared.pages[2]!.html).not.toContain('<script');
});

test('what scripts of the head declare is there for all, and they do not disturb one another', () => {
	const head = '<script>var shown = 1; const own = 1</script><script>const own = 2</script>';
	const shared = shareHeadScripts([page('a.html', '', head), page('b.html', '', head)], base);
	expect(new Script(`${[...shared.files.values()][0]}; shown`).runInNewContext()).toBe(1);
});

test('a script of the head that only one page has stays in it', () => {
	const one = page('a.html', '', '<script>early()</script>');
	expect(shareHeadScripts([one], base)).toEqual({ pages: [one], files: new Map() });
});

test.each(built.map((each) => [each.path, each] as const))(
	'%s asks for its styles before a script that the browser waits for',
	(_path, { root }) => {
		const order = root
			.querySelectorAll('head > link[rel=stylesheet], head > script[src]:not([type=module])')
			.map(({ tagName }) => tagName);
		expect(order).toEqual(order.toSorted());
	},
);

const sheet = (name: string, media = '') =>
	`<link rel="stylesheet" href="/docs/${name}.css"${media}>`;
const stylesOf = (address: string) => `.${/(\w+)\.css/.exec(address)![1]}{}`;

test('the sheets with which most pages begin are one file, in their order and for the same media', () => {
	const common = sheet('print', ' media="print"') + sheet('one') + sheet('two');
	const pages = [
		page('a.html', '', common + sheet('own')),
		page('b.html', '', `${common}<script></script>${sheet('late')}`),
		page('c.html', '', common),
		page('d.html', '', sheet('one') + sheet('framed')),
	];
	const joined = joinSheets(pages, base, stylesOf);
	const [[name, text] = ['', ''], ...others] = [...joined.files];
	expect(others).toEqual([]);
	expect(text.split('\n')).toEqual(['@media print{.print{}}', '.one{}', '.two{}']);
	const link = `<link rel="stylesheet" href="${base}${name}">`;
	expect(joined.pages.map(({ html }) => /<head>(.*)<\/head>/.exec(html)?.[1])).toEqual([
		link + sheet('own'),
		`${link}<script></script>${sheet('late')}`,
		link,
		sheet('one') + sheet('framed'),
	]);
});

test('sheets that few pages begin with stay apart', () => {
	const pages = ['a', 'b', 'c'].map((name) => page(`${name}.html`, '', sheet(name) + sheet('x')));
	expect(joinSheets(pages, base, stylesOf)).toEqual({ pages, files: new Map() });
});

test('a page asks for what a script only imports, and once', () => {
	const script = (name: string) => `<script type="module" src="/docs/_astro/${name}.js"></script>`;
	const texts: Readonly<Record<string, string>> = {
		only: 'import"./needed.js";',
		also: "import './needed.js'",
		more: 'import"./needed.js";run();',
		needed: 'run();',
	};
	const textOf = (address: string) => texts[/(\w+)\.js/.exec(address)![1]!]!;
	const body = script('only') + script('more') + script('also') + script('needed');
	const [direct] = skipDetours([page('a.html', body)], base, textOf);
	expect(bodyOf(direct!)).toContain(`<body>${script('needed')}${script('more')}</body>`);
});

test('no page asks for a script that only imports another', () => {
	const detours = files.filter(
		(file) => file.endsWith('.js') && /^import\s*["'][^"']*["'];?\s*$/.test(read(file)),
	);
	const asked = built.flatMap(({ root }) =>
		root.querySelectorAll('script[src]').map((script) => script.getAttribute('src')!),
	);
	expect(asked.filter((address) => detours.some((file) => address.endsWith(file)))).toEqual([]);
});

const icon = (drawing: string) =>
	`<svg width="16" viewBox="0 0 24 24" fill="currentColor">${drawing}</svg>`;

test('a drawing that stands in many places is kept once, and islands are untouched', () => {
	const many = icon('<path d="M1"/>');
	const island = `<astro-island uid="1"><p>${many}</p></astro-island>`;
	const once = icon('<path d="M2"/>');
	const pages = ['a', 'b', 'c'].map((name) => page(`${name}.html`, many + island + many));
	const shared = shareIcons([...pages, page('d.html', once)], base);
	const [[name, sprite] = ['', ''], ...others] = [...shared.files];
	expect(others).toEqual([]);
	expect(sprite.match(/d="M1"/g)).toHaveLength(1);
	expect(sprite).not.toContain('M2');
	const id = /<symbol id="(\w+)"/.exec(sprite)?.[1];
	const used = icon(`<use href="${base}${name}#${id}"/>`);
	for (const each of shared.pages.slice(0, 3)) expect(bodyOf(each)).toContain(used + island + used);
	expect(shared.pages[3]!.html).toContain(once);
});

test('drawings that stand only in islands are not shared', () => {
	const island = `<astro-island>${icon('<path d="M1"/>')}</astro-island>`;
	const pages = ['a', 'b', 'c', 'd'].map((name) => page(name, island));
	expect(shareIcons(pages, base)).toEqual({ pages, files: new Map() });
});

test('every shared file of the built site is used by more than one page, and every drawing used is in its file', () => {
	const shared = files.filter((file) =>
		/^_astro\/(shared|head|icons)\.[^.]+\.(css|js|svg)$/.test(file),
	);
	expect(shared.length).toBeGreaterThan(2);
	for (const file of shared) {
		expect(built.filter(({ html }) => html.includes(file)).length, file).toBeGreaterThan(1);
		if (file.endsWith('.js')) expect(() => new Script(read(file)), file).not.toThrow();
	}
	const used = new Set(
		built.flatMap(({ html }) =>
			[...html.matchAll(/<use href="[^"]*(_astro\/[^"#]+)#([^"]+)"/g)].map(
				([, file, id]) => `${file} ${id}`,
			),
		),
	);
	expect(used.size).toBeGreaterThan(1);
	for (const each of used) {
		const [file = '', id] = each.split(' ');
		expect(read(file), each).toContain(`<symbol id="${id}"`);
	}
});
