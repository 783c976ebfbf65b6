import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paths } from '../../../src/guide/engine/enumerate.ts';
import type { Answers } from '../../../src/guide/engine/model.ts';
import { decisionRecord } from '../../../src/guide/export/decision-record.ts';
import { kestra, rulesVersion } from '../../../src/guide/kestra/decision-model.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';
import type { Entry } from '../../../src/guide/url/entries.ts';
import { wholeQuery } from '../../../src/guide/url/mend.ts';
import { guideAddress, readEntries } from '../../../src/guide/url/query.ts';
import { readPlanLink } from '../../../src/guide/url/read-link.ts';

const all = [...paths(kestra, true)];
const someAnswers = fc.nat({ max: all.length - 1 }).map((index) => all[index]!);
const addressFor = (answers: Answers, own: readonly Entry[] = [['rules', rulesVersion]]) =>
	`https://handbook.example.com/docs${guideAddress(answers, own)}`;

/** What is left of an address on its way to a reader who opens it. */
const opened: Readonly<Record<string, (address: string) => string>> = {
	'a full stop of the sentence': (address) => `${address}.`,
	'a bracket of the sentence': (address) => `${address}).`,
	'a quotation mark of the sentence': (address) => `${address}”,`,
	'an escaped quotation mark': (address) => `${address}%22`,
	'bold of a chat': (address) => `${address}*`,
	'words behind it': (address) => `${address}%20(see`,
	'& escaped': (address) => address.replaceAll('&', '&amp;'),
	'& escaped twice': (address) => address.replaceAll('&', '&amp;amp;'),
	'& escaped with zeros': (address) => address.replaceAll('&', '&#038;'),
	'every & and = of the query escaped': (address) =>
		address.replace(
			/=(.*)$/,
			(_, rest: string) => `=${rest.replaceAll('&', '%26').replaceAll('=', '%3D')}`,
		),
	'semicolons between the answers': (address) => address.replaceAll('&', ';'),
	'spaces around each &': (address) => address.replaceAll('&', '%20&%20'),
	'hyphens that do not break': (address) =>
		address.replace(/\?.*$/, (query) => query.replaceAll('-', '\u2011')),
	'soft hyphens and marks of direction': (address) =>
		address.replace(/\?.*$/, (query) => query.replaceAll('=', '\u200E=\u00AD')),
	'a dash behind it': (address) => `${address}—see`,
	'the ends of a sentence in other languages': (address) => `${address}。）`,
	'= escaped as HTML by a template': (address) => address.replaceAll('=', '&#x3D;'),
	'& escaped as JSON': (address) => address.replaceAll('&', '\\u0026'),
	'& escaped twice for a server': (address) => address.replaceAll('&', '%2526'),
	'commas and spaces between the answers': (address) => address.replaceAll('&', ',%20'),
	'lines between the answers': (address) => address.replaceAll('&', '%0A'),
	'hyphens of other widths': (address) =>
		address.replace(/\?.*$/, (query) => query.replaceAll('-', '\uFF0D')),
	'hyphens escaped as for a shell': (address) => address.replaceAll('-', '\\-'),
	'two question marks': (address) => address.replace('?', '??'),
	'every answer twice': (address) => `${address}&${new URL(address).search.slice(1)}`,
	'mail in small quoted-printable': (address) => address.replaceAll('=', '=3d'),
	'the query escaped twice': (address) =>
		address.replace(
			/\?(.*)$/,
			(_, query: string) => `?${encodeURIComponent(encodeURIComponent(query))}`,
		),
	'a tracker before it that took its question mark': (address) =>
		address.replace('?', '?utm_source=x?'),
	'trackers of many makes': (address) =>
		`${address}&igsh=x&__hstc=x&gad_campaignid=1&rb_clickid=x&gclsrc=x&matomo_source=x`,
	'# escaped': (address) => `${address}%23result`,
	'the query escaped as a whole': (address) =>
		address.replace(/\?(.*)$/, (_, query: string) => `?${encodeURIComponent(query)}`),
	'names in capitals': (address) =>
		address.replace(
			/([?&])([a-z-]+)=/g,
			(_, mark: string, name: string) => `${mark}${name.toUpperCase()}=`,
		),
	'everything in capitals': (address) => address.toUpperCase(),
	'mail in quoted-printable': (address) => address.replaceAll('=', '=3D'),
	'advertising behind it': (address) => `${address}&srsltid=x&msclkid=x&UTM_Source=x`,
	'advertising before it': (address) => address.replace('?', '?gad_source=1&campaign=spring&'),
};

/** The last answer is the last entry, or the version of the rules is. */
const owns: readonly (readonly Entry[])[] = [[], [['rules', rulesVersion]]];

describe.each(Object.entries(opened))('an address with %s', (_way, mangle) => {
	test('opens the same plan and says nothing of it', () => {
		fc.assert(
			fc.property(someAnswers, fc.constantFrom(...owns), (answers, own) => {
				const { search, hash } = new URL(mangle(addressFor(answers, own)));
				const read = readEntries(new URLSearchParams(wholeQuery(search, hash)));
				expect(read.answers).toEqual(answers);
				expect(read.own).toEqual(Object.fromEntries(own));
				expect(read.dropped).toEqual([]);
			}),
		);
	});
});

const shout = (code: string) => `-${code.toUpperCase()}`;

/** Ways that end in words, or in an escaped fragment: in a pasted text these are what surrounds the link. */
const onlyOpened = ['words behind it', '# escaped'];

/** What is pasted into a field for a link. */
const pasted: Readonly<Record<string, (address: string) => string>> = {
	...Object.fromEntries(Object.entries(opened).filter(([way]) => !onlyOpened.includes(way))),
	'a sentence around it': (address) => `We decided: ${address}. What do you think?`,
	'a mail filter’s address around it': (address) =>
		`https://eur01.safelinks.example.com/?url=${encodeURIComponent(address)}&data=05%7C02%7C&sdata=abc%3D&reserved=0`,
	'two mail filters around it': (address) =>
		`https://one.example.com/?u=${encodeURIComponent(`https://two.example.com/?url=${encodeURIComponent(address)}&x=1`)}`,
	'a mail filter that writes hyphens': (address) =>
		`https://defence.example.com/v2/url?u=${encodeURIComponent(address)
			.replaceAll('-', '%2D')
			.replace(/%2F/g, '_')
			.replace(/%([0-9A-F]{2})/g, (_, code: string) => shout(code))}&d=DwMFaQ`,
	'a mail filter that writes underscores': (address) =>
		`https://defence.example.com/v3/__${address}__;!!AbC-1$`,
	'a search engine’s address around it': (address) =>
		`https://www.example.com/url?sa=t&q=${encodeURIComponent(address)}&usg=AOvVaw`,
	'a chat’s brackets': (address) => `<${address.replaceAll('&', '&amp;')}|our plan>`,
	'a wiki’s brackets': (address) =>
		`See [our plan|${address}] and [another|https://example.com/?a=b].`,
	'a wiki’s smart link': (address) => `[${address}|${address}|smart-link]`,
	'Markdown with a title': (address) => `[Our plan](${address} "Two instances")`,
	'Markdown in angle brackets': (address) => `[Our plan](<${address}>)`,
	'a link of a page': (address) =>
		`<p><a href="${address.replaceAll('&', '&amp;')}">${address.replaceAll('&', '&amp;')}</a></p>`,
	JSON: (address) => JSON.stringify({ link: address.replaceAll('&', '\\u0026') }),
	'JSON that escapes every sign': (address) =>
		JSON.stringify({ link: address }).replaceAll('&', '\\u0026').replaceAll('=', '\\u003d'),
	'a shell’s escapes': (address) => address.replace(/[?=&]/g, '\\$&'),
	'spaces around each sign': (address) => address.replaceAll('&', ' & '),
	'lines broken by mail, pasted into a field': (address) =>
		address.replace(/(.{60})/g, '$1 ').trim(),
	'lines broken by a terminal': (address) => address.replace(/(.{60})/g, '$1 \n  '),
	'a mail filter around a mail filter': (address) => {
		const inner = `https://eur01.safelinks.example.com/?url=${encodeURIComponent(address)}&data=05`;
		return `https://defence.example.com/v2/url?u=${encodeURIComponent(inner)
			.replaceAll('-', '%2D')
			.replace(/%2F/g, '_')
			.replace(/%([0-9A-F]{2})/g, (_, code: string) => shout(code))}&d=DwMFaQ`;
	},
	'a mail filter that writes asterisks': (address) =>
		`https://defence.example.com/v3/__https:/mail.example.com/?url=${encodeURIComponent(address).replaceAll('%', '*')}__;JSUl!!AbC`,
	'a mail filter that writes Base64': (address) =>
		`https://protection.example.com/?d=x&u=${btoa(address)}&i=1`,
	'everything escaped as numbers of HTML': (address) =>
		address.replace(/[^a-z]/g, (sign) => `&#${sign.charCodeAt(0)};`),
	'signs escaped as for a script': (address) =>
		address.replace(/[?=&]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`),
	'signs escaped as for a wiki': (address) => address.replace(/[-=&?.]/g, '\\$&'),
	'a formula that joins two texts': (address) =>
		`=HYPERLINK("${address.slice(0, 70)}"&"${address.slice(70)}","Our plan")`,
	'lines broken by mail': (address) => address.replace(/(.{60})/g, '$1\r\n'),
	'lines broken in quoted-printable': (address) =>
		address.replaceAll('=', '=3D').replace(/(.{70})/g, '$1=\r\n'),
	'lines quoted in an answer': (address) => `> ${address.replace(/(.{60})/g, '$1\n> ')}`,
	'another link before it': (address) => `https://example.com/?page=2 and ${address}`,
};

describe.each(Object.entries(pasted))('a pasted address with %s', (_way, mangle) => {
	test('holds the same answers', () => {
		fc.assert(
			fc.property(someAnswers, fc.constantFrom(...owns), (answers, own) => {
				expect(readPlanLink(mangle(addressFor(answers, own))).reading?.answers).toEqual(answers);
			}),
		);
	});
});

test.each(['\n', ', ', ',', ';', '', ' and ', '\n> ', '%0A', '\\n', '|', '.\n'])(
	'of two links with %j between them one is read, never a mixture',
	(between) => {
		fc.assert(
			fc.property(someAnswers, someAnswers, (one, other) => {
				const text = addressFor(one, []) + between + addressFor(other, []);
				const read = readPlanLink(text).reading;
				if (read) expect([one, other]).toContainEqual(read.answers);
			}),
			{ numRuns: 300 },
		);
	},
);

test('an address behind an answer adds nothing to what is opened', () => {
	fc.assert(
		fc.property(someAnswers, someAnswers, (one, other) => {
			const { search } = new URL(addressFor(one, []) + addressFor(other, []));
			expect(readEntries(new URLSearchParams(search)).answers).toEqual(one);
		}),
	);
});

test('of a decision record the address of its plan is read', () => {
	fc.assert(
		fc.property(someAnswers, (given) => {
			const plan = planFor(given)!;
			const address = (path: string) => `https://handbook.example.com/docs${path}`;
			const record = decisionRecord({ given, plan, address, date: '2026-11-22' });
			expect(readPlanLink(record).reading?.answers).toEqual(given);
		}),
		{ numRuns: 50 },
	);
});

test('another address in the query of the guide’s own is not taken for it', () => {
	fc.assert(
		fc.property(someAnswers, someAnswers, (answers, other) => {
			const inner = new URL(addressFor(other, [])).search.slice(1);
			const address = addressFor(answers, [['with', inner]]);
			expect(readPlanLink(address).reading?.answers).toEqual(answers);
			const wrapped = `https://mail.example.com/?url=${encodeURIComponent(address)}`;
			expect(readPlanLink(wrapped).reading?.answers).toEqual(answers);
		}),
	);
});

test('what resembles a question or an answer is reported among answers', () => {
	const [question] = kestra.questions;
	const { id, values } = question!;
	const answer: Entry = [id, values[0]!.id];
	const long = kestra.questions
		.flatMap((each) => each.values)
		.find((value) => value.id.length > 5)!;
	for (const meant of [
		[id.slice(0, -1), 'x'],
		[`${id}s`, 'x'],
		[id.slice(1), 'x'],
		['colour', long.id],
	] as const)
		expect(readEntries([answer, meant]).dropped, meant.join('=')).toHaveLength(1);
	expect(readEntries([answer, ['colour', 'blue']])).toMatchObject({
		dropped: [],
		ignored: ['colour'],
	});
	expect(readEntries([['colour', 'blue']]).dropped).toHaveLength(1);
});

test.each(['', 'x', '1', '1.0', 'v1.0.0', '1.0.x', '<script>'])('“%s” is no version', (rules) => {
	expect(readEntries([['rules', rules]]).own).toEqual({});
});

test('a text of nothing but beginnings is read in little time', () => {
	const id = kestra.questions[0]!.id;
	for (const text of [
		'?'.repeat(50_000),
		`${id}=`.repeat(5000),
		'&amp;'.repeat(9000),
		'%25'.repeat(16_000),
	])
		expect(readPlanLink(text).problem).toMatch(/\.$/);
});
