import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import { expect, onTestFinished, test } from 'vitest';
import { readRedirects, redirectsPath } from '../../src/lib/read-redirects.ts';
import { addresses } from '../../tools/integrations/addresses/integration.ts';
import { readRecorded } from '../../tools/integrations/addresses/record.ts';
import { dist } from '../../tools/lib/site.ts';
import { files } from '../support/built.ts';

const place = { site: 'https://docs.example', base: '/' };

const siteRedirects = readRedirects(readFileSync(redirectsPath, 'utf8'));

/** A copy of the files of the built site that the contract reads. */
function copyOfSite(): string {
	const root = mkdtempSync(join(tmpdir(), 'site-'));
	onTestFinished(() => rmSync(root, { recursive: true }));
	for (const file of files.filter((file) => /\.(html|json)$/.test(file))) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		cpSync(join(dist, file), join(root, file));
	}
	return root;
}

/** Runs the address checks of a build on a built site, with redirects beside the site's own. */
function finish(root: string, redirects: Readonly<Record<string, string>> = {}) {
	const done = addresses(place, { ...siteRedirects, ...redirects }).hooks['astro:build:done'];
	return done?.({
		dir: pathToFileURL(`${root}/`),
		pages: [],
		assets: new Map(),
		logger: {} as AstroIntegrationLogger,
	});
}

function change(file: string, from: string | RegExp, to: string): void {
	const html = readFileSync(file, 'utf8');
	const changed = html.replace(from, to);
	expect(changed).not.toBe(html);
	writeFileSync(file, changed);
}

test('a site with all its addresses passes', () => {
	expect(() => finish(copyOfSite())).not.toThrow();
});

test('rewording a heading removes no address', () => {
	const root = copyOfSite();
	change(join(root, 'concepts/tenants/index.html'), />When to use several<\/h2>/, '>Several</h2>');
	expect(() => finish(root)).not.toThrow();
});

test('a missing section fails the build with a message that names it and says what to do', () => {
	const root = copyOfSite();
	change(
		join(root, 'concepts/tenants/index.html'),
		/<h2 id="when">.*?<a class="sl-anchor-link" href="#when">/s,
		'<h2>When</h2><a>',
	);
	expect(() => finish(root)).toThrow(
		/\/concepts\/tenants\/#when\n.*src\/content\/redirects\.yaml/s,
	);
	expect(() =>
		finish(root, { '/concepts/tenants/#when': '/concepts/tenants/#what' }),
	).not.toThrow();
});

test('a missing page and its places fail the build until they are redirected', () => {
	const root = copyOfSite();
	rmSync(join(root, 'practices/upgrades'), { recursive: true });
	expect(() => finish(root)).toThrow('/practices/upgrades/\n');
	const gone = Object.keys(readRecorded()).filter((address) =>
		address.startsWith('/practices/upgrades/'),
	);
	expect(gone.length).toBeGreaterThan(1);
	const redirects = Object.fromEntries(gone.map((address) => [address, '/practices/promotion/']));
	expect(() => finish(root, redirects)).not.toThrow();
	const page = readFileSync(join(root, 'practices/upgrades/index.html'), 'utf8');
	expect(page).toContain('<noscript><meta http-equiv="refresh"');
	expect(readFileSync(join(root, '_redirects'), 'utf8')).toBe(
		'/practices/upgrades/ /practices/promotion/ 301\n',
	);
});

test('a redirect to nowhere, or to another redirect, fails the build', () => {
	const root = copyOfSite();
	expect(() => finish(root, { '/old/': '/nowhere/' })).toThrow('does not exist');
	expect(() => finish(root, { '/old/': '/older/', '/older/': '/guide/' })).toThrow(
		'is a redirect itself',
	);
});
