/** The pages of experiments hold what was run. */
import { parse as parseHtml } from 'node-html-parser';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readExperiments } from '../../tools/lib/kestra/experiments.ts';
import { readingPages } from '../support/built.ts';

const pageOf = (path: string) => readingPages.find((page) => page.path === path)!.root;
const experiments = readExperiments();

test.each(experiments)('what is copied from the page of $id is what was run', ({ id, flows }) => {
	// Read again with the contents of `pre`, which is left as text otherwise.
	const page = parseHtml(pageOf(`/experiments/${id}/`).outerHTML, {
		blockTextElements: { script: true, style: true },
	});
	const blocks = page.querySelectorAll('.expressive-code figure');
	const copied = Object.fromEntries(
		blocks.map((block) => [
			block.querySelector('.title')?.textContent.trim(),
			block
				.querySelectorAll('.ec-line .code')
				.map((line) => line.textContent.replace(/\n$/, ''))
				.join('\n'),
		]),
	);
	expect(copied).toEqual(
		Object.fromEntries(Object.entries(flows).map(([file, text]) => [file, text.trimEnd()])),
	);
	// The button gives the same text, with a mark for each line break.
	for (const block of blocks) {
		const given = block.querySelector('button[data-code]')?.getAttribute('data-code') ?? '';
		const file = block.querySelector('.title')?.textContent.trim() ?? '';
		expect(parse(given.replaceAll('\u007f', '\n'))).toEqual(parse(flows[file]!));
	}
});

test.each(experiments)('the page of $id says what Kestra said', ({ id, outcome }) => {
	const said = pageOf(`/experiments/${id}/`)
		.querySelectorAll('.experiment-steps blockquote')
		.map((quote) => quote.textContent.trim());
	const seen = Object.values(outcome!.steps).flatMap(({ log, refusal }) => log ?? (refusal || []));
	expect(said).toEqual(seen);
});

test('every row of what is shared leads to its experiment', () => {
	const table = pageOf('/experiments/').querySelector('.shared-table table')!;
	const rows = experiments.flatMap((experiment) => experiment.rows.map(() => experiment.id));
	const links = table
		.querySelectorAll('tbody th a:not(.self-link)')
		.map((link) => link.getAttribute('href'));
	expect(links.map((href) => href?.replace(/^.*\/experiments\/|\/$/g, ''))).toEqual(rows);
	expect(table.querySelectorAll('thead th')).toHaveLength(5);
});

test('the isolation matrix names the experiments that support its cells', () => {
	const matrix = pageOf('/concepts/compare/');
	for (const { title, supports } of experiments)
		for (const cell of supports)
			expect(matrix.querySelector(`[id="${cell}"] .ran`)?.textContent, cell).toContain(title);
});
