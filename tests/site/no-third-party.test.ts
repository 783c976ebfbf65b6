import { createHash } from 'node:crypto';
import type { HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';
import { files, pages, read } from '../support/built.ts';

const all = pages.map((page) => [page.path, page] as const);
const data = /^(application\/(ld\+)?json|text\/plain)$/;
const remote = /^(https?:)?\/\//;
const remoteInStyle = /url\(["']?(https?:)?\/\/|@import\s/;

/** The addresses that the browser requests without any action of the reader. */
function loaded(element: HTMLElement): string[] {
	const rel = element.getAttribute('rel') ?? '';
	if (
		element.tagName === 'LINK' &&
		!/stylesheet|icon|preload|prefetch|preconnect|manifest/.test(rel)
	)
		return [];
	const names = element.tagName === 'LINK' ? ['href'] : ['src', 'srcset', 'poster', 'data'];
	return names.flatMap((name) => element.getAttribute(name) ?? []);
}

test.each(all)('%s allows only its own scripts, by hash', (_path, { root }) => {
	const policies = root.querySelectorAll('meta[http-equiv=Content-Security-Policy]');
	expect(policies).toHaveLength(1);
	const policy = policies[0]?.getAttribute('content') ?? '';
	const scripts = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
	expect(scripts).toContain("'self'");
	expect(scripts).not.toContain("'unsafe-inline'");
	expect(scripts).not.toContain("'unsafe-eval'");
	expect(policy).toContain("default-src 'self'");
	expect(policy).toContain("object-src 'none'");
	expect(policy).not.toMatch(/https?:|\*/);
	const unnamed = root
		.querySelectorAll('script:not([src])')
		.filter((script) => !data.test(script.getAttribute('type') ?? ''))
		.map((script) => script.innerHTML)
		.filter(
			(body) => !scripts.includes(`'sha256-${createHash('sha256').update(body).digest('base64')}'`),
		);
	expect(unnamed).toEqual([]);
});

test.each(all)('%s has its policy before anything it applies to', (_path, { root }) => {
	const [charset, policy] = root.querySelectorAll('head > *');
	expect(charset?.hasAttribute('charset')).toBe(true);
	expect(policy?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
});

test.each(all)('%s requests nothing from other sites', (_path, { root }) => {
	const asked = root
		.querySelectorAll('link, script, img, source, video, audio, iframe, object, embed')
		.flatMap(loaded)
		.filter((address) => remote.test(address));
	expect(asked).toEqual([]);
	const styles = root.querySelectorAll('style').map((style) => style.innerHTML);
	expect(styles.filter((style) => remoteInStyle.test(style))).toEqual([]);
});

test.each(all)('%s has no script in attributes', (_path, { root }) => {
	const handlers = root
		.querySelectorAll('*')
		.flatMap((element) => Object.keys(element.attributes))
		.filter((name) => /^on[a-z]+$/.test(name));
	expect(handlers).toEqual([]);
	expect(root.querySelectorAll('a[href^="javascript:"]')).toHaveLength(0);
});

test('no style sheet requests anything from other sites', () => {
	const asking = files.filter((file) => file.endsWith('.css') && remoteInStyle.test(read(file)));
	expect(asking).toEqual([]);
});
