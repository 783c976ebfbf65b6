import { globSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Forbidden lines in the files that match a pattern, as `file:line: text`. */
function linesOf(pattern: string, forbidden: (line: string) => boolean): string[] {
	return globSync(pattern).flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.flatMap((line, index) =>
				forbidden(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : [],
			),
	);
}

describe('pages', () => {
	const pages = 'src/content/docs/**/*.mdx';

	test('are MDX, in which mistakes fail the build', () => {
		const others = globSync('src/content/docs/**/*.*').filter((file) => extname(file) !== '.mdx');
		expect(others).toEqual([]);
	});

	test('link in Markdown, so that the base path is added and the link is checked', () => {
		expect(linesOf(pages, (line) => /<a[\s>]/.test(line))).toEqual([]);
	});

	test('link from the root, with a slash at the end of the path', () => {
		const wrong = linesOf(pages, (line) =>
			[...line.matchAll(/\]\(([^)\s]+)/g)].some(
				([, address = '']) =>
					!/^(https:\/\/|mailto:|#)/.test(address) &&
					!/^\/([^?#]*\/)?([?#].*)?$/.test(address) &&
					!/^\/[^?#]*\.[a-z]+$/.test(address),
			),
		);
		expect(wrong).toEqual([]);
	});

	test('import nothing but components', () => {
		const wrong = linesOf(
			pages,
			(line) =>
				/^import\s/.test(line) &&
				!/from '(~\/components\/[\w/-]+\.astro|@astrojs\/starlight\/components)';$/.test(line),
		);
		expect(wrong).toEqual([]);
	});

	test('give every heading of level two and three an id of its own', () => {
		const wrong = globSync(pages).flatMap((file) => {
			let inFence = false;
			return readFileSync(file, 'utf8')
				.split('\n')
				.flatMap((line) => {
					if (/^\s*(```|~~~)/.test(line)) inFence = !inFence;
					return !inFence && /^#{2,3} /.test(line) && !/ \{#[a-z0-9.-]+\}$/.test(line)
						? [`${file}: ${line}`]
						: [];
				});
		});
		expect(wrong).toEqual([]);
	});
});

describe('components', () => {
	test('set no text as HTML', () => {
		const wrong = linesOf(
			'src/**/*.{astro,mdx}',
			(line) => /set:html/.test(line) && !/<(script|style)\b/.test(line),
		);
		expect(wrong).toEqual([]);
	});

	test('need no !important', () => {
		expect(linesOf('src/**/*.{astro,css,tsx,ts}', (line) => /!important/.test(line))).toEqual([]);
	});
});
