import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../tools/commands/serve.ts';
import { startCaddy } from '../../tools/lib/caddy.ts';
import { findProgram } from '../../tools/lib/find-program.ts';
import { startNginx } from '../../tools/lib/nginx.ts';
import { rawRequest } from '../support/raw-request.ts';
import { spellingsOf } from '../support/spellings.ts';

const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
const site = join(folder, 'site');
for (const page of ['index.html', '404.html', 'guide/index.html', 'concepts/tenants/index.html']) {
	mkdirSync(join(site, page, '..'), { recursive: true });
	writeFileSync(join(site, page), '<!doctype html><title>A page</title>');
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nginx = findProgram('nginx');
const caddy = findProgram('caddy');

interface Host {
	readonly name: string;
	readonly start: (base: string, work: string) => Promise<{ origin: string; stop: () => void }>;
}

const started = ({ server, origin }: { server: ChildProcess; origin: string }) => ({
	origin,
	stop: () => void server.kill(),
});

const hosts: readonly Host[] = [
	{
		name: 'npm run serve',
		start: async (base) => {
			const { origin, close } = await serve(site, base);
			return { origin, stop: () => void close() };
		},
	},
	...(nginx
		? [
				{
					name: 'nginx',
					start: async (base: string, work: string) =>
						started(await startNginx(nginx, site, base, work)),
				},
			]
		: []),
	...(caddy
		? [
				{
					name: 'Caddy',
					start: async (base: string, work: string) =>
						started(await startCaddy(caddy, site, base, work)),
				},
			]
		: []),
];

describe.each(hosts)('$name', ({ name, start }) => {
	describe.each(['/', '/docs/environments/'])('at %s', (base) => {
		let origin = '';
		let stop = () => {};
		beforeAll(async () => {
			const work = join(folder, `${name.replaceAll(' ', '-')}${base.replaceAll('/', '-')}`);
			({ origin, stop } = await start(base, work));
		});
		afterAll(() => stop());

		test.each(['guide', 'concepts/tenants'])(
			'leads no spelling of %s to another host',
			async (page) => {
				const away: string[] = [];
				let redirected = 0;
				for (const path of spellingsOf(page, base.slice(0, -1)))
					for (const query of ['', '?impact=critical', '?//evil.test/']) {
						const { headers } = await rawRequest(origin, path + query);
						const location = headers.get('location');
						if (location === undefined) continue;
						redirected += 1;
						// As a browser reads it: a backslash is a slash, and tabs and line ends are left out.
						const to = new URL(location, origin + path);
						const stays = /^\/(?![/\\])[\x21-\x7e]*$/.test(location) || location.startsWith(origin);
						if (to.origin !== origin || !stays || (query && to.search !== query))
							away.push(`${path + query} → ${location}`);
					}
				expect(away).toEqual([]);
				expect(redirected).toBeGreaterThan(1);
			},
		);

		test('adds the missing slash', async () => {
			const { status, headers } = await rawRequest(origin, `${base}guide?impact=critical`);
			expect([301, 308]).toContain(status);
			expect(headers.get('location')).toBe(`${base}guide/?impact=critical`);
		});
	});
});
