/** Mends what chat, mail, office files and trackers do to the entries of an address. Pure, and never throws. */
import { UNKNOWN } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import { earlierQuestions } from '../kestra/earlier-questions.ts';
import type { Entry } from './entries.ts';
import { reserved } from './entries.ts';
import { bare, withSigns } from './escapes.ts';

/** Ids of the questions, earlier ones included, and of their values with “I don’t know”. */
const valuesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	...Object.entries(earlierQuestions).map(
		([id, values]) => [id, new Set(Object.keys(values))] as const,
	),
	...kestra.questions.map(
		({ id, values }) => [id, new Set([...values.map((own) => own.id), UNKNOWN])] as const,
	),
]);
const allValues = new Set([...valuesOf.values()].flatMap((values) => [...values]));

/** Whether a question has this value. */
export const hasValue = (question: string, value: string): boolean =>
	valuesOf.get(question)?.has(value) ?? false;

/** Ids of every question that an address may answer, those of earlier rules included. */
export const questionIds: readonly string[] = [...valuesOf.keys()];

/** Whether a question has this id. */
export const isQuestion = (name: string): boolean => valuesOf.has(name);

/** A text without the characters that are not seen, and without a backslash that a shell or a chat left at its end. */
const seen = (text: string): string => text.replace(/\p{Cf}/gu, '').replace(/\\+$/, '');

/**
 * A text in plain signs: those that word processors, phones and fonts put in the place of a hyphen, a letter or an equals
 * sign, and without the escapes of shells and wikis.
 */
const plain = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/[\p{Cf}\p{M}]/gu, '')
		.replace(/[\p{Pd}\u2043\u2212]/gu, '-')
		.replace(/\\(?=[^\w\s]|$)/g, '');

/** An escaped `&` or a second `?` is read as the beginning of the next name; office files write capitals. */
const mendedName = (name: string): string =>
	plain(name)
		.replace(/^[?\s]*(?:amp;|#0*38;|#x0*26;)*/i, '')
		.trim();

/** The word at the beginning: chat and mail take what follows a link into it. Mail may write `=` as `=3D`. */
export const firstWord = (text: string): string =>
	/^(?:3[Dd])?([A-Za-z0-9-]*[A-Za-z0-9])/.exec(text.trim())?.[1] ?? '';

/** Ids joined by full stops at the beginning, such as `two-instances.namespace-per-group`. */
export const joinedIds = (text: string): string =>
	/^(?:3[Dd])?((?:[A-Za-z0-9-]*[A-Za-z0-9]\.)*[A-Za-z0-9-]*[A-Za-z0-9])/.exec(text.trim())?.[1] ??
	'';

/** A version at the beginning, such as `1.0.0`. */
export const versionIn = (text: string): string | undefined =>
	/^(?:3[Dd])?(\d+\.\d+\.\d+)/.exec(text.trim())?.[1];

const isReserved = (name: string): boolean => reserved.some((each) => each === name.toLowerCase());

/** An entry as it was meant, if it can be told; otherwise as it can be seen. */
export function mended([name, value]: Entry): Entry {
	const meant = mendedName(name);
	const question = isQuestion(meant) ? meant : meant.toLowerCase();
	const text = plain(value);
	if (isReserved(meant)) return [meant, text];
	if (!isQuestion(question)) return [seen(name).trim(), seen(value)];
	// A dash may be the beginning of what follows the link.
	const words = [text, value].map(firstWord);
	const found = [text, ...words, ...words.map((word) => word.toLowerCase())].find((each) =>
		hasValue(question, each),
	);
	return [question, found ?? value];
}

/** What stands between two entries of the guide: `&`, or what some write in its place, perhaps with a few spaces. */
export const between = new RegExp(
	`\\s{0,3}[&;]\\s{0,3}(?=(?:${[...questionIds, ...reserved].join('|')})=)`,
	'gi',
);

/** Any few signs before the name of a question or an entry of the guide. */
const anySigns = new RegExp(
	`[^\\p{L}\\p{N}=_-]{1,8}(?=(?:${[...questionIds, ...reserved].join('|')})\\s?=)`,
	'giu',
);

/** A query in the value of what another site added, such as `utm_source=x?impact=critical`; not another address. */
const queryWithin = new RegExp(`^[^:]*?\\?(?=(?:${questionIds.join('|')})=)`, 'i');

/**
 * Entries that were escaped into one: a query as a whole is one long name, what follows an answer is part of it. Another
 * address behind an answer is another link, and so are the entries after it.
 */
export function unfolded(entries: Iterable<Entry>): readonly Entry[] {
	const all: Entry[] = [];
	for (const [name, value] of entries) {
		const meant = mendedName(name).toLowerCase();
		if (isQuestion(meant)) {
			const [own = '', ...another] = bare(value).split(/https?:\/\//i);
			all.push(...entriesOfText(`${name}=${own}`));
			if (another.length > 0) break;
			continue;
		}
		const whole = value === '' ? bare(name).normalize('NFKD') : '';
		const before = isReserved(meant) ? undefined : queryWithin.exec(value)?.[0];
		if (whole.includes('=')) all.push(...whole.split('&').flatMap(entriesOfText));
		else if (before === undefined) all.push([name, value]);
		else all.push([name, before], ...entriesOfText(value.slice(before.length)));
	}
	return all;
}

const entriesOfText = (text: string): readonly Entry[] =>
	text.split(anySigns).map((part): Entry => {
		const [first = '', ...rest] = part.split('=');
		return [first, rest.join('=')];
	});

/** The query of an address, with what a browser takes for its fragment because a sign was written as `&#38;`. */
export const wholeQuery = (search: string, hash: string): string =>
	/&(?:amp;)*$/i.test(search) && /^#(?:\d+|x[\da-f]+);/i.test(hash)
		? withSigns(search + hash)
		: search;

/** Parameters that other sites, mail and advertising add to links. */
const trackers =
	/^((?:utm|mtm|pk|matomo|piwik|hsa|mc|vero|oly|fb|at|gad|ref|ml|ck|sfmc)_.*|_[a-z]\w*|__hs\w*|__s|\w*cl(?:ic)?k?id|gclsrc|clid\w*|\w*srsltid|wbraid|gbraid|igsh(?:id)?|mibextid|rdid|share_url|epik|hsctatracking|mkt_tok|trk\w*|elq\w*|s_cid|li_fat_id|ref|referrer|source|si|spm|scm|data|sdata|reserved|isappinstalled|nsukey|openexternalbrowser)$/i;

/** Whether two words are the same but for one letter more, less, other or exchanged with the next. */
function oneSlip(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1) return false;
	let same = 0;
	while (same < one.length && one[same] === other[same]) same++;
	const [a, b] = [one.slice(same), other.slice(same)];
	return (
		a.slice(1) === b.slice(1) ||
		a.slice(1) === b ||
		a === b.slice(1) ||
		(a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
	);
}

/** In letters: shorter words resemble too much. */
const leastLetters = 3;

/** Whether an entry was meant for the guide: its name is like a question’s, or its value is an answer’s. */
function isMeant([name, value]: Entry): boolean {
	const word = name.toLowerCase();
	const likeQuestion = questionIds.some(
		(id) =>
			oneSlip(id, word) ||
			(word.length >= leastLetters && id.startsWith(word)) ||
			(word.startsWith(id) && word.length < 2 * id.length),
	);
	return likeQuestion || (value.length > leastLetters && allValues.has(value.toLowerCase()));
}

/**
 * Whether an entry that is no question's may be left out without a word.
 * @param understood whether anything in the address was understood
 */
export function isSilent(entry: Entry, understood: boolean): boolean {
	return trackers.test(entry[0]) || (understood && !isMeant(entry)) || entry.join('') === '';
}
