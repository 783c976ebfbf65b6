import { expect, test } from 'vitest';
import { decisionRecord } from '../../src/guide/export/decision-record.ts';
import { modelDocument } from '../../src/guide/export/json.ts';
import { files, pages } from '../support/built.ts';
import { layouts } from '../support/layouts.ts';
import { everyKind, knowsNothing } from '../support/plans.ts';

const site = 'https://record.example';
const address = (rootRelative: string) => site + rootRelative;

/** Every address that the text links to, without the site and the query. */
const linked = (text: string): readonly string[] =>
	[...text.matchAll(/https:\/\/record\.example(\/[^\s"<>()]*)/g)].map(([, path = '']) =>
		path.replace(/\?[^#]*/, ''),
	);

/** The addresses that the built site does not have. */
function dead(addresses: Iterable<string>): readonly string[] {
	const ids = new Map(
		pages.map(({ path, root }) => [
			path,
			new Set(root.querySelectorAll('[id]').map(({ id }) => id)),
		]),
	);
	return [...new Set(addresses)].filter((one) => {
		const [path = '', fragment] = one.split('#');
		if (fragment === undefined && files.includes(path.slice(1))) return false;
		const page = ids.get(path);
		return !page || (fragment !== undefined && !page.has(fragment));
	});
}

test('every link of every record leads to a place of the built site', () => {
	const records = [...everyKind, knowsNothing].map((one) =>
		decisionRecord({ ...one, address, date: '2026-11-22' }),
	);
	expect(dead(records.flatMap(linked))).toEqual([]);
});

test('every link of a record with today’s layout leads there too', { timeout: 60_000 }, () => {
	const arrivals = new Map(
		everyKind.map((one) => {
			const { outcomes, topology } = one.plan;
			return [`${outcomes.stages} ${outcomes.groups} ${topology.edition}`, one] as const;
		}),
	);
	const records = [...arrivals.values()].flatMap((one) =>
		layouts.map((today) => decisionRecord({ ...one, address, date: '2026-11-22', today })),
	);
	expect(dead(records.flatMap(linked))).toEqual([]);
});

test('every address in the published model leads to a place of the built site', () => {
	expect(dead(linked(JSON.stringify(modelDocument(address))))).toEqual([]);
});
