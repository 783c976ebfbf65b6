import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { spellingsOf } from '../support/spellings.ts';

interface Redirect {
	readonly statusCode: number;
	readonly headers: { readonly location: { readonly value: string } };
}
type Query = Readonly<Record<string, { value: string; multiValue?: { value: string }[] }>>;

const source = readFileSync('hosting/cloudfront-function.js', 'utf8');

/** What the shipped function answers to a request. */
function answer(uri: string, querystring: Query = {}, base = ''): { uri: string } | Redirect {
	const code = source.replace("const BASE = '';", `const BASE = '${base}';`);
	const event = { request: { uri, querystring } };
	return runInNewContext(`${code}; handler(event)`, { event }) as { uri: string } | Redirect;
}

const locationOf = (answered: { uri: string } | Redirect) =>
	'headers' in answered ? answered.headers.location.value : undefined;

describe.each(['', '/docs/environments'])('below %s', (base) => {
	test('asks the bucket for the page of a folder', () => {
		expect(answer(`${base}/guide/`, {}, base)).toEqual({
			uri: `${base}/guide/index.html`,
			querystring: {},
		});
	});

	test('adds a missing slash and keeps the query', () => {
		const query = {
			impact: { value: 'critical' },
			set: { value: 'a.b%26c', multiValue: [{ value: 'a.b%26c' }, { value: 'd' }] },
		};
		expect(locationOf(answer(`${base}/guide`, query, base))).toBe(
			`${base}/guide/?impact=critical&set=a.b%26c&set=d`,
		);
	});

	test.each(['/_astro/page.abc.js', '/llms.txt', '/404.html'])('leaves %s alone', (file) => {
		expect(answer(base + file, {}, base)).toHaveProperty('uri', base + file);
	});

	test('leads no spelling of a folder to another host', () => {
		const locations = spellingsOf('guide', base)
			.map((path) => locationOf(answer(path, {}, base)))
			.filter((location) => location !== undefined);
		expect(locations.length).toBeGreaterThan(0);
		for (const location of locations) expect(location).toMatch(/^(\/[a-z0-9-]+)+\/$/);
	});
});
