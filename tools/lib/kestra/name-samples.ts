/** Names to ask the engine about: every rule from both sides of its edge. */

/** Kinds of names that the engine judges. */
export const judgedKinds = ['namespace', 'flow', 'task', 'tenant', 'kv'] as const;
export type JudgedKind = (typeof judgedKinds)[number];

/** One question. */
export interface NameSample {
	readonly kind: JudgedKind;
	readonly text: string;
}

/** Every printable character of ASCII, and some that are not printable or not ASCII. */
const characters = [
	...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
	...'\t\n\r\u0000\u007f\u00a0\u200b\u2028\ufeffßéÉıſK日\u0301٣²',
	'😀',
];

const words = [
	'',
	'main',
	'acme',
	'acme.marketing',
	'acme.marketing.attribution',
	'acme.projectA',
	'loadOrders',
	'load_orders',
	'load-orders',
	'customer-a',
	'Customer A',
	'île-de-france',
	'a..b',
	'a.',
	'a-',
	'a_',
	'..',
	'--',
	'0',
	'007',
	'1.5',
	'true',
	'null',
	'~',
	'{{ flow.id }}',
	'a/b',
	'a\\b',
	'../a',
	'%2e',
	'a:b',
	'a@b',
	'a+b',
	'pause',
	'resume',
	'force-run',
	'change-status',
	'kill',
	'executions',
	'search',
	'source',
	'disable',
	'enable',
	'system',
	'kestra',
	'company.team',
	'tutorial',
];

const lengths = [1, 2, 59, 60, 61, 99, 100, 101, 149, 150, 151, 255, 256, 257, 400];

/** The texts, each once. */
export const nameTexts: readonly string[] = [
	...new Set([
		...words,
		...characters.flatMap((character) => [
			character,
			`${character}a`,
			`a${character}b`,
			`a${character}`,
		]),
		...lengths.flatMap((length) => [
			'a'.repeat(length),
			'A'.repeat(length),
			`a.${'b'.repeat(length)}`,
		]),
	]),
];

/** Every text as every kind of name. */
export const nameSamples: readonly NameSample[] = judgedKinds.flatMap((kind) =>
	nameTexts.map((text) => ({ kind, text })),
);
