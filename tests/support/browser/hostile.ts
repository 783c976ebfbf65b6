/** Generates hostile queries from a fixed seed. */
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { reserved } from '../../../src/guide/url/entries.ts';
import { numbersFrom } from '../made-up-model.ts';

const inherited = [
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
	'__proto__[stages]',
	'constructor.prototype',
	'length',
	'then',
	'toJSON',
];

/** Each sets `window.hit` or adds an element when it is run or parsed as markup. */
const markup = [
	'<script>window.hit=1</script>',
	'<img src=x onerror="window.hit=1">',
	'"><svg/onload=window.hit=1>',
	"javascript:window.hit=1//'",
	'</title><script>window.hit=1</script>',
	'<iframe srcdoc="<script>parent.hit=1</script>">',
	'{{constructor.constructor("window.hit=1")()}}',
	// biome-ignore lint/suspicious/noTemplateCurlyInString: the text must not be a template
	'`${window.hit=1}`',
	'<!--<marquee>',
];

/** Malformed escapes and separators, and escapes of control characters. */
const broken = [
	'%',
	'%z',
	'%zz',
	'%E0%A4%A',
	'%ff%fe',
	'%c0%ae',
	'%00',
	'%u0041',
	'%ed%a0%80',
	'&&==&',
	'?',
	'=',
	'+',
	';',
	'[]',
	'%0d%0a',
	'%2526',
	'%EF%BB%BF',
];

/** Direction marks, joiners, control characters and unassigned code points. */
const invisible = ['\u202e', '\u2066', '\u200d', '\u0000', '\u001b', '\ufeff', '\ufdd0', '\u0301'];

/** Length of the longest query, in characters. */
const longest = 100_000;

/**
 * The queries, without the question mark; the same for the same seed.
 * @param most length of the longest query allowed, in characters
 */
export function* hostileQueries(seed: number, count: number, most = longest): Generator<string> {
	const next = numbersFrom(seed);
	const below = (limit: number) => Math.floor(next() * limit);
	const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
	const character = () => {
		// All planes equally often, sometimes half a surrogate pair.
		const code = below(17) * 0x10000 + below(0x10000);
		return next() < 0.05 ? String.fromCharCode(0xd800 + below(0x800)) : String.fromCodePoint(code);
	};
	const text = (length: number) => Array.from({ length }, character).join('');
	const key = (): string =>
		oneOf<() => string>([
			() => oneOf(kestra.questions).id,
			() => oneOf(kestra.questions).id,
			() => oneOf(reserved),
			() => oneOf(inherited),
			() => oneOf(broken),
			() => oneOf(markup),
			() => text(1 + below(20)),
		])();
	const valuesOf = (question: string): readonly { readonly id: string }[] =>
		kestra.questions.find(({ id }) => id === question)?.values ?? [{ id: '' }];
	const value = (question: string): string =>
		oneOf<() => string>([
			() => oneOf(valuesOf(question)).id,
			() => oneOf(valuesOf(question)).id,
			() => 'unknown',
			() => oneOf(inherited),
			() => oneOf(broken),
			() => oneOf(markup),
			() => oneOf(invisible) + text(below(30)),
			() => `${oneOf(kestra.questions).id}=${oneOf(markup)}`,
		])();
	const written = (words: string) => {
		const how = next();
		// As typed, encoded once, and encoded twice.
		if (how < 0.4) return words;
		const whole = words.replace(/\p{Surrogate}/gu, '\ufffd');
		return how < 0.9 ? encodeURIComponent(whole) : encodeURIComponent(encodeURIComponent(whole));
	};
	const entry = () => {
		const name = key();
		return `${written(name)}=${written(value(name))}`;
	};
	for (let index = 0; index < count; index++) {
		const kind = index % 500 === 499 ? 'long' : next() < 0.1 ? 'repeated' : 'mixed';
		const entries =
			kind === 'long'
				? Array.from({ length: 4000 }, entry)
				: kind === 'repeated'
					? Array<string>(2 + below(60)).fill(entry())
					: Array.from({ length: 1 + below(12) }, entry);
		const query = entries.join('&');
		yield (kind === 'long' ? query.repeat(2) : query).slice(0, most);
	}
}
