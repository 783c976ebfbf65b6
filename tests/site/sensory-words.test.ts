/** Finds text that refers to things by look or place, which does not help readers who cannot see them. */
import { expect, test } from 'vitest';
import { files, read, readingPages } from '../support/built.ts';

const colours =
	'red|green|blue|yellow|orange|gr[ae]y|purple|violet|pink|teal|turquoise|brown|black|white';
const looks = `${colours}|round|rounded|square|circular|triangular|dashed|dotted|hatched|striped|thick|thin|bold|colou?red|shaded|highlighted|dark|light`;
const things =
	'line|box|button|circle|dot|frame|border|edge|bar|arrow|icon|mark|sign|area|cell|row|column|field|link|text|word|letter|stripe|tick|one';

/** A place on the page, or a thing identified by its look. "The right to" and "a red face" are neither. */
const leading = [
	/\b(?:on|to|at|from) (?:the|your) (?:far |very )?(?:left|right)\b(?!-)/i,
	/\b(?:left|right)[- ]hand\b/i,
	/\b(?:upper|lower|top|bottom)[- ](?:left|right)\b/i,
	/\bin the (?:middle|corner)\b(?! of)/i,
	new RegExp(
		String.raw`\b(?:the|this|that|each|every) (?:${looks})(?: (?:${looks}))? (?:${things})s?\b`,
		'i',
	),
	new RegExp(
		String.raw`\b(?:marked|drawn|framed|outlined|highlighted|coloured) (?:in )?(?:${colours})\b`,
		'i',
	),
];

/** Phrases in a text that refer to look or place, each with some context. */
const found = (text: string) =>
	leading.flatMap((pattern) =>
		[...text.matchAll(new RegExp(pattern, 'gi'))].map(({ index }) =>
			text.slice(Math.max(0, index - 40), index + 60),
		),
	);

test.each([
	'The menu is on the left.',
	'Press the green button.',
	'See the box in the corner.',
	'What they share stands below the thick line.',
	'Each dashed box is a namespace.',
	'What fails is marked in red.',
	'It stands in the bottom-right part.',
])('knows that “%s” leads by look or place', (sentence) => {
	expect(found(sentence)).not.toEqual([]);
});

test('no page and no message leads by place, shape or colour', () => {
	const pages = readingPages.map(({ path, root }) => {
		const spoken = root
			.querySelectorAll('[aria-label], [title], [alt], [placeholder], meta[name=description]')
			.flatMap(({ attributes }) =>
				['aria-label', 'title', 'alt', 'placeholder', 'content'].map((name) => attributes[name]),
			);
		const body = root.querySelector('body')?.clone() as typeof root;
		for (const code of body.querySelectorAll('script, style, pre')) code.remove();
		return [path, [body.textContent, ...spoken].join(' ').replace(/\s+/g, ' ')] as const;
	});
	const scripts = files
		.filter((file) => /^_astro\/.*\.js$/.test(file))
		.map((file) => [file, read(file)] as const);
	expect(scripts.length).toBeGreaterThan(5);
	const leads = [...pages, ...scripts].flatMap(([where, text]) =>
		found(text).map((words) => `${where}: ${words}`),
	);
	expect(leads).toEqual([]);
});
