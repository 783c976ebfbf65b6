import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { idOf, readExperiments } from '../../tools/lib/kestra/experiments.ts';
import { unmarkedTrials } from '../support/passages.ts';

const pages = globSync('src/content/docs/**/*.mdx').map((path) => ({
	file: path.replaceAll('\\', '/'),
	body: readFileSync(path, 'utf8'),
}));

/**
 * Passages about names that the engine was asked for. No experiment has them: what it answered is in
 * `tests/fixtures/kestra-names-*.json`, which the name checker is held to.
 */
const names = [
	['concepts/tenants', 'takes at most 100 characters'],
	['practices/names', 'refused longer ids of tenants'],
	['reference/disagreements', 'names were run'],
] as const;

const isOfNames = (file: string, passage: string) =>
	names.some(([page, words]) => file.endsWith(`/${page}.mdx`) && passage.includes(words));

describe('a passage that says that something was run', () => {
	// The page of an experiment shows what was run: its marks would lead to itself.
	const others = pages.filter(({ file }) => !file.includes('/experiments/'));

	test.each(others)('names the experiment, in $file', ({ file, body }) => {
		expect(unmarkedTrials(body).filter((passage) => !isOfNames(file, passage))).toEqual([]);
	});

	test.each(names)('about names is still there: %s', (page, words) => {
		const { body } = pages.find(({ file }) => file.endsWith(`/${page}.mdx`))!;
		expect(unmarkedTrials(body).filter((passage) => passage.includes(words))).toHaveLength(1);
	});

	const mark = '<Ran id="a" step="b" />';
	test.each([
		['a paragraph', 'We ran it: it fails.', 1],
		['a sentence among others', 'It is a text. Both were run on Kestra 2.0.0. It is short.', 1],
		['an item', '- **Flows.** Run on Kestra 2.0.0, a flow is refused.', 1],
		['a row', '| They wait | On the engine of 2.0.0, 200 tasks kept a flow waiting |', 1],
		['an item beside a marked one', `- We ran it. ${mark}\n- We tried the other too.`, 1],
		['lines that were broken', `The engine of Kestra 2.0.0\ntook it.`, 1],
		['a citation instead', 'We ran it: it fails. <Cite id="a" />', 1],
		['a marked one', `We ran it: it fails. ${mark}`, 0],
		['a mark on a line of its own', `We ran it: it fails.\n${mark}`, 0],
		['all of them', '[Some cases](/experiments/) were also run.', 0],
		['what was not run', 'It was not run, and could not be run here.', 0],
		['another engine', 'In Firefox, the engine of which is Gecko.', 0],
		['code', '```sh\n# We ran it\n```', 0],
	])('is told from others: %s', (_what, body, found) => {
		expect(unmarkedTrials(body)).toHaveLength(found);
	});
});

test('every mark names an experiment and one of its steps', () => {
	const steps = new Map(
		readExperiments().map((each) => [each.id, each.steps.flatMap((step) => idOf(step) ?? [])]),
	);
	const marks = pages.flatMap(({ file, body }) =>
		[...body.matchAll(/<Ran\b[^>]*\/>/g)].map(([text]) => ({
			said: `${file}: ${text}`,
			id: /\bid="([^"]*)"/.exec(text)?.[1] ?? '',
			step: /\bstep="([^"]*)"/.exec(text)?.[1] ?? '',
		})),
	);
	expect(marks.length).toBeGreaterThan(0);
	expect(
		marks.filter(({ id, step }) => !steps.get(id)?.includes(step)).map(({ said }) => said),
	).toEqual([]);
});
