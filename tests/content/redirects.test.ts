import { describe, expect, test } from 'vitest';
import { readRedirects } from '~/lib/read-redirects.ts';
import { lost, movedFrom, redirectFaults } from '~/lib/redirects.ts';
import { unrecorded, withPublished } from '../../tools/integrations/addresses/record.ts';
import { redirectPage, redirectsFile } from '../../tools/integrations/addresses/redirect-page.ts';

const pages = new Set(['/', '/new/', '/page/', '/data.json']);
const places = new Set(['/new/#kept', '/page/#new']);
const known = { pages, places };
const now = new Set([...pages, ...places]);

describe('a redirect', () => {
	test.each([
		{ '/old/': '/new/' },
		{ '/old/': '/new/#kept' },
		{ '/page/#old': '/page/#new' },
		{ '/page/#old': '/new/' },
		{ '/old/': '/new/', '/old/#gone': '/page/#new' },
	])('is fine: %o', (redirects) => {
		expect(redirectFaults(redirects, known)).toEqual([]);
	});

	test.each([
		['from what still exists', { '/page/': '/new/' }],
		['from a place that still exists', { '/page/#new': '/new/' }],
		['to nowhere', { '/old/': '/missing/' }],
		['to no place of a page', { '/old/': '/new/#missing' }],
		['to another redirect', { '/older/': '/old/', '/old/': '/new/' }],
		['of a place on a page that is not there', { '/old/#gone': '/new/' }],
		['from another site', { 'https://other.example/': '/new/' }],
		['from a page without its slash', { '/old': '/new/' }],
	])('is refused %s', (_why, redirects) => {
		expect(redirectFaults(redirects as Record<string, string>, known)).toHaveLength(1);
	});
});

describe('an address', () => {
	test('is lost when it is gone and has no redirect', () => {
		expect(lost(['/page/', '/page/#gone', '/gone/'], {}, now)).toEqual(['/page/#gone', '/gone/']);
	});

	test('is kept by a redirect', () => {
		const redirects = { '/page/#gone': '/page/#new', '/gone/': '/new/' };
		expect(lost(['/page/#gone', '/gone/'], redirects, now)).toEqual([]);
	});

	test('is kept when it moved with its page', () => {
		expect(lost(['/old/#kept', '/old/#gone'], { '/old/': '/new/' }, now)).toEqual(['/old/#gone']);
	});
});

test('recording updates titles, adds new addresses and removes nothing', () => {
	const recorded = { '/page/': 'Old title', '/page/#gone': 'Gone' };
	expect(withPublished(recorded, { '/page/': 'New title', '/new/': 'New' })).toEqual({
		'/page/': 'New title',
		'/new/': 'New',
		'/page/#gone': 'Gone',
	});
});

test('what is not recorded is new or has another title', () => {
	const recorded = { '/page/': 'Old title', '/page/#gone': 'Gone', '/same/': 'Same' };
	const published = { '/page/': 'New title', '/new/': 'New', '/same/': 'Same' };
	expect(unrecorded(recorded, published)).toEqual([
		'new: /new/ (New)',
		'retitled: /page/ (New title)',
	]);
	expect(unrecorded(withPublished(recorded, published), published)).toEqual([]);
});

test('a page has the redirects of its places', () => {
	const redirects = { '/page/#old': '/page/#new', '/old/': '/new/', '/other/#old': '/new/' };
	expect(movedFrom(redirects, '/page/')).toEqual({ old: '/page/#new' });
});

test('a redirect page has its target below the base path, and a canonical address for search engines', () => {
	const html = redirectPage({ '/old/': '/new/#kept' }, '/old/', {
		site: 'https://docs.example',
		base: '/kestra/',
	});
	expect(html).toContain('<link rel="canonical" href="https://docs.example/kestra/new/">');
	expect(html).toContain('<meta name="robots" content="noindex">');
	expect(html).toContain('content="0; url=/kestra/new/#kept"');
	expect(html).toContain('<a href="/kestra/new/#kept">');
});

test('_redirects has the redirects of pages, not of places on them', () => {
	const redirects = { '/old/': '/new/', '/page/#old': '/page/#new' };
	expect(redirectsFile(redirects, '/kestra/')).toBe('/kestra/old/ /kestra/new/ 301\n');
});

test('the list of redirects may be empty, and must be a list of addresses', () => {
	expect(readRedirects('# nothing yet\n')).toEqual({});
	expect(() => readRedirects('/old/: { to: /new/ }')).toThrow('/old/: /new/');
	expect(() => readRedirects('/old/: elsewhere')).toThrow('/old/: /new/');
});
