/**
 * Kestra's naming rules as data, and a check that says in plain sentences why a name is refused.
 * The patterns and lengths are those of Kestra's own code, and its engine judges as they do (`tests/content/names.test.ts`);
 * the reserved words are its documentation's; the last rule is this guide's.
 */

/** Kinds of names. */
export type NameKind = 'flow' | 'namespace' | 'tenant' | 'task' | 'kv' | 'everywhere';

/** Rules that a name can break. */
export type NameRule = 'empty' | 'first' | 'characters' | 'upper-case' | 'length' | 'reserved';

/** The rule for one kind of name. */
export interface Naming {
	readonly id: NameKind;
	/** What it is, as a heading: `Flow id`. */
	readonly label: string;
	/** The pattern that the whole name must match. */
	readonly pattern: string;
	/** The most characters it may have; absent where Kestra states no limit. */
	readonly longest?: number;
	/** The characters that may stand after the first, in words. */
	readonly allows: string;
	/** The characters that may stand first, in words. */
	readonly begins: string;
	/** Characters besides letters and digits that may stand after the first. */
	readonly marks: string;
	/** What this guide puts between the words of such a name. */
	readonly joins: '-' | '_';
	/** Names that match the pattern but are reserved by the documentation; none when absent. */
	readonly reserved?: readonly string[];
	/** Whether capital letters are allowed. */
	readonly capitals: boolean;
	/** Whether the rule is Kestra's own or this guide's. */
	readonly whose: 'kestra' | 'guide';
	/** Valid examples. */
	readonly good: readonly string[];
	/** Invalid examples. */
	readonly bad: readonly string[];
	/** Ids of the sources that state the rule. */
	readonly sources: readonly string[];
}

/**
 * The most characters of a name that has to work everywhere. Two such names and a dot leave room for more within the
 * 150 characters of a namespace, and longer names do not fit a picture.
 */
export const longestName = 60;

/**
 * Words that Kestra's documentation reserves, because paths of the API use them. The engine of 2.0.0 accepts them as flow
 * ids: the experiment `reserved-flow-ids`.
 */
const reservedFlowIds = [
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
] as const;

/** Every kind of name, in the order readers meet them. */
export const namings: readonly Naming[] = [
	{
		id: 'namespace',
		label: 'Namespace',
		pattern: '^[a-z0-9][a-z0-9._-]*$',
		longest: 150,
		allows: 'lower-case letters, digits, dots, underscores and hyphens',
		begins: 'a lower-case letter or a digit',
		marks: '._-',
		joins: '-',
		capitals: false,
		whose: 'kestra',
		good: ['acme', 'acme.marketing', 'acme.marketing.attribution'],
		bad: ['acme.projectA', '.acme', '_acme', 'acme marketing'],
		sources: ['code-abstract-flow', 'code-namespace'],
	},
	{
		id: 'flow',
		label: 'Flow id',
		pattern: '^[a-zA-Z0-9][a-zA-Z0-9._-]*$',
		longest: 100,
		allows: 'letters, digits, dots, underscores and hyphens',
		begins: 'a letter or a digit',
		marks: '._-',
		joins: '_',
		capitals: true,
		whose: 'kestra',
		reserved: reservedFlowIds,
		good: ['load_orders', 'loadOrders', 'load.orders'],
		bad: ['load orders', '_load_orders', 'load/orders', 'search'],
		sources: ['code-abstract-flow', 'reserved-flow-ids'],
	},
	{
		id: 'tenant',
		label: 'Tenant id',
		pattern: '^[a-z0-9][a-z0-9_-]*$',
		longest: 100,
		allows: 'lower-case letters, digits, underscores and hyphens',
		begins: 'a lower-case letter or a digit',
		marks: '_-',
		joins: '-',
		capitals: false,
		whose: 'kestra',
		good: ['acme', 'customer-a', 'france'],
		bad: ['CustomerA', 'customer.a', '-france'],
		sources: ['code-abstract-flow'],
	},
	{
		id: 'task',
		label: 'Task or trigger id',
		pattern: '^[a-zA-Z0-9][a-zA-Z0-9_-]*$',
		longest: 256,
		allows: 'letters, digits, underscores and hyphens',
		begins: 'a letter or a digit',
		marks: '_-',
		joins: '_',
		capitals: true,
		whose: 'kestra',
		good: ['fetch', 'fetch_orders', 'fetchOrders'],
		bad: ['fetch.orders', 'fetch orders', '_fetch'],
		sources: ['code-task-interface'],
	},
	{
		id: 'kv',
		label: 'Key of a KV pair',
		pattern: '^[a-zA-Z0-9][a-zA-Z0-9._-]*$',
		allows: 'letters, digits, dots, underscores and hyphens',
		begins: 'a letter or a digit',
		marks: '._-',
		joins: '_',
		capitals: true,
		whose: 'kestra',
		good: ['api_url', 'apiUrl', 'orders.last-run'],
		bad: ['api url', '_api_url', 'api/url'],
		sources: ['code-kv-store'],
	},
	{
		id: 'everywhere',
		label: 'A name for every level',
		// Stricter than every rule above, so that a name valid here is valid everywhere.
		pattern: '^[a-z0-9][a-z0-9_-]*$',
		longest: longestName,
		allows: 'lower-case letters, digits, underscores and hyphens',
		begins: 'a lower-case letter or a digit',
		marks: '_-',
		joins: '-',
		capitals: false,
		whose: 'guide',
		reserved: reservedFlowIds,
		good: ['acme', 'customer-a', 'marketing'],
		bad: ['Customer A', 'customer.a', 'Île-de-France', 'search'],
		sources: [],
	},
];

/** One thing wrong with a name. */
export interface NameProblem {
	readonly rule: NameRule;
	/** A plain sentence that names what is wrong. */
	readonly says: string;
}

/** Whether a name is valid; if not, why, and a similar valid name. */
export type NameCheck =
	| { readonly ok: true }
	| {
			readonly ok: false;
			/** Who says no: Kestra's engine, its documentation alone, or this guide, whose names are to work everywhere. */
			readonly by: 'engine' | 'documentation' | 'guide';
			readonly problems: readonly NameProblem[];
			/** A similar valid name; absent when none can be made from the text. */
			readonly mended?: string;
	  };

/**
 * The rule for one kind of name.
 * @throws RangeError on a kind that is not in `namings`
 */
export function namingOf(kind: NameKind): Naming {
	const naming = namings.find((each) => each.id === kind);
	if (!naming) throw new RangeError(`There is no kind of name called "${kind}".`);
	return naming;
}

/** Whether the text is a valid name by Kestra's pattern, length and reserved words. */
export function isName(kind: NameKind, text: string): boolean {
	const naming = namingOf(kind);
	return (
		new RegExp(naming.pattern).test(text) &&
		text.length <= (naming.longest ?? Number.POSITIVE_INFINITY) &&
		!naming.reserved?.includes(text)
	);
}

const capital = /[A-Z]/;

/** Whether a character may stand after the first, capital letters aside. */
function mayStand(naming: Naming, character: string): boolean {
	return /^[a-zA-Z0-9]$/.test(character) || naming.marks.includes(character);
}

/** The characters for display: quoted, invisible ones described. */
function shown(characters: Iterable<string>): string {
	const names: Readonly<Record<string, string>> = {
		' ': 'a space',
		'\t': 'a tab',
		'\n': 'a line break',
		'\r': 'a line break',
		'.': 'a dot',
		'-': 'a hyphen',
		_: 'an underscore',
	};
	const all = [...new Set(characters)].map((character) =>
		/^[\p{C}\p{Z}\p{M}]$/u.test(character)
			? (names[character] ?? 'an invisible character')
			: (names[character] ?? `“${character}”`),
	);
	const several = [...new Set(all)];
	const first = several.slice(0, 5);
	const rest = several.length - first.length;
	const last = rest > 0 ? `${rest} more` : first.pop();
	return first.length ? `${first.join(', ')} and ${last}` : `${last}`;
}

/** Letters that Unicode does not decompose into a letter and an accent. */
const foldings: Readonly<Record<string, string>> = {
	ß: 'ss',
	ẞ: 'SS',
	æ: 'ae',
	Æ: 'AE',
	œ: 'oe',
	Œ: 'OE',
	ø: 'o',
	Ø: 'O',
	đ: 'd',
	Đ: 'D',
	ł: 'l',
	Ł: 'L',
	þ: 'th',
	Þ: 'Th',
	ı: 'i',
};

/**
 * A valid name made from the text, in this guide's style: removes accents, lowers capitals where they are not allowed,
 * joins the words as names of the kind are joined, trims the ends and cuts to length.
 * @returns undefined when no letter or digit remains
 */
function mend(naming: Naming, text: string): string | undefined {
	let name = [...text.normalize('NFKD').replace(/\p{M}+/gu, '')]
		.map((character) => foldings[character] ?? character)
		.join('');
	if (!naming.capitals) name = name.toLowerCase();
	const dots = naming.marks.includes('.');
	name = [...name].map((character) => (mayStand(naming, character) ? character : ' ')).join('');
	// Hyphens too, where the style is underscores: a suggestion with both would follow neither.
	const between = naming.joins === '_' ? /[-_ ]*[- ][-_ ]*/g : /[-_ ]* [-_ ]*|--+/g;
	name = name.replace(between, naming.joins);
	if (dots)
		name = name
			.split('.')
			.map((part) => part.replace(/^[-_]+|[-_]+$/g, ''))
			.filter(Boolean)
			.join('.');
	name = name.slice(0, naming.longest).replace(/^[-_.]+|[-_.]+$/g, '');
	return name === '' ? undefined : name;
}

/**
 * Checks a name against the rule for its kind. For an invalid one it gives the reasons and a similar valid name.
 * @param kind of the name
 * @param text the name as typed; nothing is trimmed, because Kestra trims nothing
 */
export function checkName(kind: NameKind, text: string): NameCheck {
	if (isName(kind, text)) return { ok: true };
	const naming = namingOf(kind);
	const problems: NameProblem[] = [];
	const characters = [...text];
	const first = characters[0];
	const capitals = characters.filter((character) => capital.test(character));
	const others = characters.filter((character) => !mayStand(naming, character));

	if (first === undefined)
		problems.push({ rule: 'empty', says: `It is empty. It must begin with ${naming.begins}.` });
	else if (naming.marks.includes(first))
		problems.push({
			rule: 'first',
			says: `It begins with ${shown([first])}. It must begin with ${naming.begins}.`,
		});
	if (!naming.capitals && capitals.length > 0)
		problems.push({
			rule: 'upper-case',
			says: `It has the capital ${new Set(capitals).size > 1 ? 'letters' : 'letter'} ${shown(capitals)}. Only lower-case letters are allowed.`,
		});
	if (others.length > 0)
		problems.push({
			rule: 'characters',
			says: `It has ${shown(others)}. It may have only ${naming.allows}.`,
		});
	if (naming.longest !== undefined && text.length > naming.longest)
		problems.push({
			rule: 'length',
			says: `It has ${text.length} characters. The most is ${naming.longest}.`,
		});
	if (naming.reserved?.includes(text))
		problems.push({
			rule: 'reserved',
			says: `Kestra's documentation says that “${text}” cannot be a flow id, because addresses of its API use it.`,
		});

	const by = refusedBy(naming, problems);
	const close = mend(naming, text);
	const mended = close && naming.reserved?.includes(close) ? `${close}${naming.joins}1` : close;
	return { ok: false, by, problems, ...(mended !== undefined && { mended }) };
}

/** The engine takes a reserved word, as an experiment has shown; what has another problem, it refuses. */
function refusedBy(naming: Naming, problems: readonly NameProblem[]) {
	if (problems.every(({ rule }) => rule === 'reserved')) return 'documentation';
	return naming.whose === 'kestra' ? 'engine' : 'guide';
}
