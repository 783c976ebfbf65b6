import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { base, dist } from '../../tools/lib/site.ts';
import { files, pages, read } from '../support/built.ts';

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly body: Buffer;
}

const hosts = Object.entries(
	JSON.parse(process.env['HOSTS'] ?? '{}') as Readonly<Record<string, string>>,
);
const hashed = files.find((file) => file.startsWith('_astro/') && file.endsWith('.js')) ?? '';
const page = 'concepts/tenants/';
const pageText = read(`${page}index.html`);

/** Sends a request without following redirects or decompressing the answer. */
function ask(origin: string, path: string, encoding?: string, method = 'GET'): Promise<Answer> {
	const { hostname, port } = new URL(origin);
	const headers = encoding ? { 'accept-encoding': encoding } : {};
	return new Promise((done, fail) => {
		request({ hostname, port, path, method, headers }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				done({
					status: response.statusCode ?? 0,
					headers: response.headers as Record<string, string | undefined>,
					body: Buffer.concat(parts),
				}),
			);
		})
			.on('error', fail)
			.end();
	});
}

test('the shipped configurations are served', () => {
	expect(hosts.map(([name]) => name)).toContain('nginx');
});

describe.each(hosts)('%s', (_name, origin) => {
	test.each(pages.map(({ path }) => path).filter((path) => path !== '/404.html'))(
		'serves %s',
		async (path) => {
			const { status, headers } = await ask(origin, base + path.slice(1));
			expect(status).toBe(200);
			expect(headers['content-type']).toBe('text/html; charset=utf-8');
		},
	);

	test('sends the copies that the build compressed', async () => {
		const brotli = await ask(origin, base + page, 'gzip, br');
		expect(brotli.headers['content-encoding']).toBe('br');
		expect(brotli.headers['vary']).toMatch(/accept-encoding/i);
		expect(brotli.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(brotliDecompressSync(brotli.body).toString()).toBe(pageText);
		expect(brotli.body).toEqual(readFileSync(join(dist, `${page}index.html.br`)));
		const gzip = await ask(origin, base + page, 'gzip');
		expect(gzip.headers['content-encoding']).toBe('gzip');
		expect(gunzipSync(gzip.body).toString()).toBe(pageText);
		const plain = await ask(origin, base + page);
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(plain.body.toString()).toBe(pageText);
	});

	test('lets browsers cache hashed files permanently and pages briefly', async () => {
		const script = await ask(origin, base + hashed);
		expect(script.status).toBe(200);
		expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
		const html = await ask(origin, base + page);
		expect(html.headers['cache-control']).toBe('public, max-age=300');
		const search = await ask(origin, `${base}pagefind/pagefind-entry.json`);
		expect(search.headers['cache-control']).toBe('public, max-age=300');
	});

	test('says that a page has not changed', async () => {
		const { headers } = await ask(origin, base + page);
		expect(headers['etag'] ?? headers['last-modified']).toBeDefined();
	});

	test.each(['no-such-page/', '_astro/no-such-chunk.js', '_astro/', 'a%2e%2e%2fb'])(
		'answers %s with the 404 page',
		async (path) => {
			const { status, headers, body } = await ask(origin, base + path);
			expect(status).toBe(404);
			expect(body.toString()).toBe(read('404.html'));
			expect(headers['cache-control'] ?? '').not.toContain('immutable');
			expect(headers['x-content-type-options']).toBe('nosniff');
		},
	);

	test('adds a missing slash and keeps the query', async () => {
		const { status, headers } = await ask(origin, `${base}guide?impact=critical`);
		expect([301, 308]).toContain(status);
		expect(new URL(headers['location'] ?? '', origin + base).pathname).toBe(`${base}guide/`);
		expect(new URL(headers['location'] ?? '', origin + base).search).toBe('?impact=critical');
		expect(new URL(headers['location'] ?? '', origin + base).origin).toBe(origin);
	});

	test.each([page, hashed, 'no-such-page/'])('sends the security headers on %s', async (path) => {
		const { headers } = await ask(origin, base + path);
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['referrer-policy']).toBe('same-origin');
		expect(headers['permissions-policy']).toContain('camera=()');
		expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
	});

	test.each(pages.map(({ path }) => path).filter((path) => path.startsWith('/embed/')))(
		'lets other sites frame %s',
		async (path) => {
			const { headers } = await ask(origin, base + path.slice(1));
			expect(headers['content-security-policy']).toBe('frame-ancestors *');
		},
	);

	test('lets a frame without an origin load scripts and styles, and nothing else', async () => {
		const shared = files.filter((file) => /^_astro\/.*\.(js|css)$/.test(file));
		expect(shared.length).toBeGreaterThan(5);
		for (const file of shared)
			expect((await ask(origin, base + file)).headers['access-control-allow-origin'], file).toBe(
				'*',
			);
		for (const file of [page, 'links.json', 'embed/guide/'])
			expect(
				(await ask(origin, base + file)).headers['access-control-allow-origin'],
				file,
			).toBeUndefined();
	});

	test('changes nothing for anyone', async () => {
		const { status } = await ask(origin, base + page, undefined, 'POST');
		expect(status).toBe(405);
	});

	test.each([
		['licences.txt', 'text/plain; charset=utf-8'],
		['sitemap-index.xml', 'text/xml; charset=utf-8'],
		['bom.json', 'application/json'],
		['llms.txt', 'text/plain; charset=utf-8'],
		['llms-full.txt', 'text/plain; charset=utf-8'],
		['concepts/tenants/index.md', 'text/markdown; charset=utf-8'],
	])('names the type of %s', async (file, type) => {
		const { status, headers } = await ask(origin, base + file);
		expect(status).toBe(200);
		expect(headers['content-type']).toMatch(type);
	});
});
