import { parse as parseHcl } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { envFile } from '../../../src/guide/kit/env-file.ts';
import { hclFile, quoted, raw } from '../../../src/guide/kit/hcl-file.ts';
import { placeholdersIn } from '../../../src/guide/kit/placeholders.ts';
import { yamlFile } from '../../../src/guide/kit/yaml-file.ts';
import { yamlOf } from '../../support/kit-checks.ts';
import { everyKit } from '../../support/kits.ts';

/** Texts that try to leave their quotes, in the languages that a kit is written in. */
const hostile = [
	'"',
	"'",
	'\\',
	'\\"',
	'a\nb',
	'a\r\nb',
	'a\tb',
	'${var.password}',
	'%{ if true }x%{ endif }',
	'$${a}',
	'$',
	'# a',
	' a ',
	'a: b',
	'- a',
	'{{ secret("A") }}',
	'*a',
	'&a',
	'!a',
	'~',
	'yes',
	'0x1f',
	'1e3',
	'12:30',
	'"\nresource "kestra_flow" "x" {',
	'é\u2028\u0007',
];

/** What hcl2json gives for a literal: it writes templates as they are, so a literal mark comes back doubled. */
const read = (text: string) => text.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{');

test.each(hostile)('HCL reads %j back as it was', async (text) => {
	const file = hclFile('head', [
		{ type: 'locals', attributes: { value: text, list: [text, 'x'], map: { key: text } } },
	]);
	const { locals } = (await parseHcl('a.tf', file)) as {
		locals: { value: string; list: string[]; map: Record<string, string> }[];
	};
	expect(Object.keys(locals[0]!).sort()).toEqual(['list', 'map', 'value']);
	const expected = text.replace(/(?<!\$)\$\$\{/g, '${');
	for (const found of [locals[0]!.value, locals[0]!.list[0]!, locals[0]!.map['key']!])
		expect(read(found).replace(/(?<!\$)\$\$\{/g, '${')).toBe(expected);
});

test('an HCL literal ends at its last quote, whatever is in it', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
			const literal = quoted(text);
			expect(literal).toMatch(/^"(?:[^"\\\n\r]|\\(?:["\\nrt]|u[0-9a-f]{4}))*"$/u);
			// An unescaped mark of a template would be an odd number of them before a brace.
			for (const [marks] of literal.matchAll(/[$%]+(?=\{)/g))
				expect(marks.length % 2 === 0 || /^(?:\$%|%\$)/.test(marks)).toBe(true);
		}),
	);
});

test('HCL comments stay comments', async () => {
	const file = hclFile('a\nb = 1\r\nc = 2\u2028d = 3', [
		{ type: 'locals', comment: 'x\ny = 1', attributes: { z: raw('1 + 1'), n: 2, t: true } },
	]);
	expect(await parseHcl('a.tf', file)).toEqual({ locals: [{ z: '${1 + 1}', n: 2, t: true }] });
});

/** Words that are no text to a reader of YAML 1.1, such as GitLab. */
const otherIn11 = [
	'no',
	'On',
	'off',
	'y',
	'1_0',
	'017',
	'0b1',
	'12:30',
	'2024-01-01',
	'1_0.5',
	'<<',
];

test('YAML reads any text back as it was, in version 1.1 too', () => {
	for (const text of [...hostile, ...otherIn11]) {
		const written = yamlFile('head', { a: { [text]: text }, b: [text] });
		expect(yamlOf(written)).toEqual({ a: { [text]: text }, b: [text] });
		expect(parse(written, { version: '1.1' })).toEqual({ a: { [text]: text }, b: [text] });
	}
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
			const written = yamlFile('a', { b: [text] });
			expect(yamlOf(written)).toEqual({ b: [text] });
			expect(parse(written, { version: '1.1' })).toEqual({ b: [text] });
		}),
	);
});

test('YAML of every kit means the same to readers of versions 1.1 and 1.2', () => {
	const texts = new Set(
		everyKit.flatMap(({ files }) =>
			files.filter(({ path }) => /\.ya?ml$/.test(path)).map(({ text }) => text),
		),
	);
	expect(texts.size).toBeGreaterThan(500);
	for (const text of texts) expect(parse(text, { version: '1.1' }), text).toEqual(yamlOf(text));
	expect(parse('- INSTANCE: no', { version: '1.1' })).not.toEqual(yamlOf('- INSTANCE: no'));
});

test('YAML comments stay comments, and one without a place is refused', () => {
	const data = { a: { b: 1 }, c: [{ d: 2 }] };
	const text = yamlFile('x\na: 2', data, { a: 'y\nz: 3', 'c/0/d': 'w' });
	expect(yamlOf(text)).toEqual(data);
	expect(text).toContain('d: 2 # w');
	expect(() => yamlFile('x', data, { 'a/q': 'y' })).toThrow('a/q');
});

test('a variable whose value its readers would take differently is refused, by name', () => {
	for (const value of ['"a"', "a'b", '$A', 'a#b', 'a\nb', ' a', 'a ', '`a`', 'a\\'])
		expect(() => envFile('x', [['NAME', value]])).toThrow('NAME');
	expect(envFile('a\nb', ['c', ['NAME', 'a b']])).toBe('# a\n# b\n# c\nNAME=a b\n');
});

test('a mark that is not listed is refused, with the file’s name', () => {
	expect(() => placeholdersIn([{ path: 'a/b.yaml', text: 'x: FILL_IN_THE_BLANKS' }])).toThrow(
		'a/b.yaml has FILL_IN_THE_BLANKS',
	);
	expect([...placeholdersIn([{ path: 'a', text: 'FILL_IN_BUCKET FILL_IN_BUCKET' }])]).toEqual([
		['FILL_IN_BUCKET', ['a']],
	]);
});
