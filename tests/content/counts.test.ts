import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decisions } from '../../src/guide/kestra/decisions.ts';
import { matrixRowIds } from '../../src/guide/kestra/matrix-types.ts';
import { questions } from '../../src/guide/kestra/questions.ts';
import { scenarios } from '../support/content.ts';

const texts = ['README.md', ...globSync('src/content/docs/**/*.mdx')].map((file) => ({
	file,
	text: readFileSync(file, 'utf8'),
}));
const words =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
		' ',
	);

/** A number in digits or in a word. */
const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : words.indexOf(text));

test.each([
	['questions', questions.filter((question) => !('refinement' in question)).length, /up to ([a-z]+) questions/gi],
	['stories', scenarios.length, /(\w+) short stories/gi],
	['aspects', matrixRowIds.length, /(\d+) aspects/gi],
	['decision tables', decisions.length, /the (\w+) tables/gi],
])('pages count the %s right', (_what, count, says) => {
	const counted = texts
		.flatMap(({ file, text }) =>
			[...text.matchAll(says)].map(([words, found = '']) => ({
				said: `${file}: “${words}”`,
				number: number(found.toLowerCase()),
			})),
		)
		.filter((found) => found.number >= 0);
	expect(counted.length).toBeGreaterThan(0);
	const wrong = counted.filter((found) => found.number !== count).map(({ said }) => said);
	expect(wrong, `There are ${count}. Correct the number, or the test that counts.`).toEqual([]);
});
