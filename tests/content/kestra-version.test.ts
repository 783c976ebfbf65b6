import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filledSample } from '../../src/lib/samples.ts';
import { checked } from '../../src/site.ts';

const escaped = checked.version.replaceAll('.', '\\.');
/** The checked version, as a version or a release, and not as a part of another number. */
const mentions = new RegExp(`(?<![\\d.])v?${escaped}(?:\\.\\d+)?(?!\\.?\\d)`, 'g');

/** What makes a mention history, which stays when the guide is checked for another version. */
const before =
	/\b(?:from|since|before|until|than|on|of|to|in) (?:Kestra |Enterprise |open source )?$/i;
const heldNow = /\bas in (?:Kestra )?$/i;
const after = /^ (?:removes|removed|refuses)\b/;
/** Versions of something else: a constraint on the provider. */
const constraint = /~> $/;

/** Mentions of the checked version in a text that say what holds now, each with the words around it. */
function statedByHand(text: string): string[] {
	return text.split('\n').flatMap((line) =>
		[...line.matchAll(mentions)].flatMap((match) => {
			const left = line.slice(0, match.index);
			const right = line.slice(match.index + match[0].length);
			const isHistory =
				(before.test(left) && !heldNow.test(left)) ||
				after.test(right) ||
				constraint.test(left) ||
				// A cell of a table, in a column that says since when.
				(/\| (?:\w+: )?$/.test(left) && /^ *\|/.test(right)) ||
				// Versions of the guide's own rules.
				/(?:since: |rulesVersion = )'$/.test(left) ||
				// The provider's versions beside the server's.
				/~> \d/.test(line);
			return isHistory ? [] : [`${left.slice(-40)}${match[0]}${right.slice(0, 30)}`];
		}),
	);
}

const files = globSync([
	'src/content/docs/**/*.mdx',
	'src/content/samples/**/*.*',
	'src/content/{glossary,matrix}.yaml',
	'src/{components,guide,layouts,lib,pages,schemas,social-cards}/**/*.{astro,ts,tsx}',
]);

test('no page, sample or component states the checked version by hand', () => {
	expect(files.length).toBeGreaterThan(100);
	const stated = files.flatMap((file) =>
		statedByHand(readFileSync(file, 'utf8')).map((words) => `${file}: ${words}`),
	);
	expect(stated, 'use <KestraVersion />, or @kestra.release@ in a sample').toEqual([]);
});

describe('a statement of the checked version', () => {
	const { version, release } = checked;

	test.each([
		`The table holds for Kestra ${version}.`,
		`Words are used as in Kestra ${version}; others are not.`,
		`image: kestra/kestra:v${release}`,
		`# Enterprise ${version}. In production`,
		`Kestra ${version} is current.`,
	])('is noticed in “%s”', (text) => {
		expect(statedByHand(text)).toHaveLength(1);
	});

	test.each([
		`Since ${version} the tasks need Enterprise.`,
		`Before Kestra ${version}, a loop used up memory.`,
		`| Rules | Policies | ${version} |`,
		`Provider \`~> ${version}\` for ${version}.`,
		`It is 1${version} or ${version}7 metres long.`,
	])('is not seen in “%s”', (text) => {
		expect(statedByHand(text)).toEqual([]);
	});
});

describe('a sample', () => {
	const next = { version: '9.8', release: '9.8.7' };

	test('names the version that it is given', () => {
		expect(filledSample('image: k/k:v@kestra.release@ # @kestra.version@', next)).toBe(
			'image: k/k:v9.8.7 # 9.8',
		);
	});

	test('with a mark that does not exist is refused', () => {
		expect(() => filledSample('@kestra.nothing@', next)).toThrow('@kestra.nothing@');
	});

	test('with an image of Kestra takes its tag from the version', () => {
		const images = globSync('src/content/samples/**/*.*').flatMap((file) =>
			[...filledSample(readFileSync(file, 'utf8'), next).matchAll(/\bkestra\/kestra\S*/g)].map(
				([image]) => image,
			),
		);
		expect(images.length).toBeGreaterThan(1);
		expect(new Set(images)).toEqual(new Set(['kestra/kestra:v9.8.7']));
	});
});

test('the version is the release without its last number', () => {
	expect(checked.release).toMatch(/^\d+\.\d+\.\d+$/);
	expect(checked.release.startsWith(`${checked.version}.`)).toBe(true);
});
