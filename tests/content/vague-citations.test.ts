import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedMarks, unmarkedBesideMarked } from '../support/passages.ts';

const pages = globSync('src/content/docs/**/*.mdx').map((file) => ({
	file,
	body: readFileSync(file, 'utf8'),
}));

const a = '<Cite id="a" />';
const b = '<Cite id="b" inferred />';

describe('two marks side by side', () => {
	test.each(pages)('in $file stand behind one sentence', ({ body }) => {
		expect(sharedMarks(body)).toEqual([]);
	});

	test.each([
		['a paragraph', `Tenants share a server. They go down with it. ${a} ${b}`, 1],
		['an item', `- **Teams.** They share a tenant. They call each other. ${a} ${b}`, 1],
		['a list in words', `Know this: tenants share a server. ${a} ${b}`, 1],
		['lines that were broken', `Tenants share a server.\nThey go down with it. ${a}\n${b}`, 1],
		['one sentence for both', `Tenants share a server. ${a} ${b}`, 0],
		['a sentence after another mark', `Tenants share. ${a} They go down together. ${a} ${b}`, 0],
		['one mark for two sentences', `Tenants share a server. They go down with it. ${a}`, 0],
		['code', `\`\`\`mdx\nOne. Two. ${a} ${b}\n\`\`\``, 0],
	])('are told from clear ones: %s', (_what, body, found) => {
		expect(sharedMarks(body)).toHaveLength(found);
	});
});

describe('an item without a mark, beside marked ones,', () => {
	const marked = ['Flows', 'Runs', 'Secrets']
		.map((what) => `- ${what} belong to it. ${a}`)
		.join('\n');
	const claim = 'Every tenant has workers of its own from the first day on, whatever you set.';

	test.each(pages)('says in $file that it is ours', ({ body }) => {
		expect(unmarkedBesideMarked(body)).toEqual([]);
	});

	test.each([
		['a claim', `- ${claim}`, 1],
		['a claim on two lines', `- ${claim.replace(' from', '\n  from')}`, 1],
		['a claim that is cited', `- ${claim} ${b}`, 0],
		['advice', `- We advise this. ${claim}`, 0],
		['a trial', `- Run on Kestra 2.0.0: ${claim}`, 0],
		[
			'a label with a link',
			'- **Workers.** [What they share, and what you can do about it](/a/)',
			0,
		],
	])('is told from others: %s', (_what, item, found) => {
		expect(unmarkedBesideMarked(`${marked}\n${item}\n`)).toHaveLength(found);
	});

	test('is left alone where few have a mark', () => {
		expect(unmarkedBesideMarked(`- ${claim}\n- ${claim}\n${marked}`)).toEqual([]);
	});

	test('is left alone in another list', () => {
		expect(unmarkedBesideMarked(`${marked}\n\nA paragraph.\n\n- ${claim}`)).toEqual([]);
	});
});
