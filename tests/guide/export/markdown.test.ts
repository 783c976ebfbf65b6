import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code, escaped, fenced, link, shownLink } from '../../../src/guide/export/markdown.ts';

test('typed text cannot end a code span or leave its line', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const span = code(text);
			const [ticks = ''] = /^`+/.exec(span) ?? [];
			expect(span.endsWith(ticks)).toBe(true);
			expect(span.slice(ticks.length, -ticks.length)).not.toContain(ticks);
			expect(span).not.toMatch(/[\n\r]/);
		}),
	);
	expect(code('a`b')).toBe('``a`b``');
	expect(code('`')).toBe('`` ` ``');
});

test('typed lines cannot end a block of code', () => {
	expect(fenced('a\n```\nb').startsWith('````text\n')).toBe(true);
	expect(fenced('a')).toBe('```text\na\n```');
});

test('typed text is never mark-up', () => {
	expect(escaped('[a](b) *c* `d` <e>')).toBe('\\[a\\](b) \\*c\\* \\`d\\` \\<e\\>');
	expect(escaped('a\n# b')).toBe('a # b');
});

test('an address cannot end its link early', () => {
	expect(link('a', 'https://x.example/(b) c')).toBe('[a](https://x.example/%28b%29%20c)');
	expect(shownLink('https://x.example/<b>')).toBe('<https://x.example/%3Cb%3E>');
});
