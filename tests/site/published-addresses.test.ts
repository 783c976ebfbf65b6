import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addresses } from '../../tools/integrations/addresses/integration.ts';
import { readBuilt } from '../../tools/integrations/addresses/read-built.ts';
import { dist } from '../../tools/lib/site.ts';
import { files } from '../support/built.ts';

const place = { site: 'https://docs.example', base: '/' };

/** An empty folder, for one test. */
function folder(): string {
	const root = mkdtempSync(join(tmpdir(), 'site-'));
	onTestFinished(() => rmSync(root, { recursive: true }));
	return root;
}

/** Runs the address checks of a build on a built site; the redirects and the record are this site's unless given. */
function finish(
	root: string,
	redirects?: Readonly<Record<string, string>>,
	recorded?: Readonly<Record<string, string>>,
) {
	const done = addresses(place, redirects, recorded).hooks['astro:build:done'];
	return done?.({
		dir: pathToFileURL(`${root}/`),
		pages: [],
		assets: new Map(),
		logger: {} as AstroIntegrationLogger,
	});
}

test('this site has all its addresses, with the redirects that it has', () => {
	const root = folder();
	for (const file of files.filter((file) => /\.(html|json)$/.test(file))) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		cpSync(join(dist, file), join(root, file));
	}
	expect(() => finish(root)).not.toThrow();
});

/** A small site: pages by address, each with the ids and titles of its sections. */
type Site = Readonly<Record<string, Readonly<Record<string, string>>>>;

const before: Site = {
	'/': {},
	'/fruit/': { apples: 'Apples', pears: 'Pears' },
	'/fruit/stone/': { plums: 'Plums' },
};

function write(site: Site): string {
	const root = folder();
	for (const [address, sections] of Object.entries(site)) {
		const file = join(root, address, 'index.html');
		mkdirSync(dirname(file), { recursive: true });
		const text = Object.entries(sections).map(
			([id, title]) =>
				`<h2 id="${id}">${title}</h2><a class="sl-anchor-link" href="#${id}">Section titled “${title}”</a>`,
		);
		writeFileSync(file, `<main><h1>${address}</h1>${text.join('')}</main>`);
	}
	return root;
}

/** What that site published. */
const recorded = Object.fromEntries(
	Object.entries(before).flatMap(([address, sections]) => [
		[address, address],
		...Object.entries(sections).map(([id, title]) => [`${address}#${id}`, title]),
	]),
) as Readonly<Record<string, string>>;

const { '/fruit/stone/': stone = {}, ...withoutStone } = before;

test('a site as it was published passes', () => {
	const root = write(before);
	expect(readBuilt(root).published).toEqual(recorded);
	expect(() => finish(root, {}, recorded)).not.toThrow();
});

test('rewording a heading removes no address', () => {
	const root = write({ ...before, '/fruit/': { apples: 'Kinds of apples', pears: 'Pears' } });
	expect(() => finish(root, {}, recorded)).not.toThrow();
});

describe('a missing section', () => {
	const now = { ...before, '/fruit/': { apples: 'Apples' } };

	test('fails the build with a message that names it and says what to do', () => {
		expect(() => finish(write(now), {}, recorded)).toThrow(
			/ \/fruit\/#pears\n.*src\/content\/redirects\.yaml/s,
		);
	});

	test('passes with a redirect, also when the site is built again', () => {
		const root = write(now);
		const redirects = { '/fruit/#pears': '/fruit/#apples' };
		for (let build = 0; build < 2; build++)
			expect(() => finish(root, redirects, recorded)).not.toThrow();
		expect(Object.keys(readBuilt(root).published)).not.toContain('/fruit/#pears');
	});
});

describe('a missing page', () => {
	test('fails the build until it and its sections are redirected', () => {
		const build = (redirects: Readonly<Record<string, string>>) => () =>
			finish(write(withoutStone), redirects, recorded);
		expect(build({})).toThrow(/ \/fruit\/stone\/\n.* \/fruit\/stone\/#plums\n/s);
		expect(build({ '/fruit/stone/': '/fruit/' })).toThrow(' /fruit/stone/#plums\n');
		expect(
			build({ '/fruit/stone/': '/fruit/', '/fruit/stone/#plums': '/fruit/#pears' }),
		).not.toThrow();
	});

	test('that moved with its sections needs one redirect, which passes also when the site is built again', () => {
		const root = write({ ...withoutStone, '/stone-fruit/': stone });
		const redirects = { '/fruit/stone/': '/stone-fruit/' };
		for (let build = 0; build < 2; build++)
			expect(() => finish(root, redirects, recorded)).not.toThrow();
		const page = readFileSync(join(root, 'fruit/stone/index.html'), 'utf8');
		expect(page).toContain('<noscript><meta http-equiv="refresh"');
		expect(readFileSync(join(root, '_redirects'), 'utf8')).toBe(
			'/fruit/stone/ /stone-fruit/ 301\n',
		);
		expect(Object.keys(readBuilt(root).published)).not.toContain('/fruit/stone/');
	});
});

test('a redirect to nowhere, or to another redirect, fails the build', () => {
	const root = write(before);
	expect(() => finish(root, { '/old/': '/nowhere/' }, recorded)).toThrow('does not exist');
	expect(() => finish(root, { '/old/': '/older/', '/older/': '/fruit/' }, recorded)).toThrow(
		'is a redirect itself',
	);
});
