/** Every “read more” address in the guide's data leads to a place on a built page. */
import { expect, test } from 'vitest';
import { never } from '../../src/guide/insight/what-if.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { risks } from '../../src/guide/kestra/risks.ts';
import { reasonOf } from '../../src/guide/kestra/rule-reasons.ts';
import { readingPages } from '../support/built.ts';

const places = new Map(
	readingPages.map(({ path, root }) => [
		path,
		new Set(root.querySelectorAll('[id]').map(({ id }) => id)),
	]),
);

/** Whether a root-relative address, such as `/concepts/tenants/#when`, leads to a page and a place on it. */
const exists = (address: string) => {
	const [path = '', id] = address.split('#');
	return id === undefined ? places.has(path) : places.get(path)?.has(id) === true;
};

/** Every address in the guide's data, with its path in the data. */
function* addresses(
	value: unknown,
	way: string,
): Generator<readonly [way: string, address: string]> {
	if (typeof value === 'string' && /^\/([a-z-]+\/)*(#\S+)?$/.test(value)) yield [way, value];
	else if (value instanceof Map) yield* addresses([...value.values()], way);
	else if (Array.isArray(value))
		for (const [index, item] of value.entries()) yield* addresses(item, `${way}[${index}]`);
	else if (typeof value === 'object' && value !== null)
		for (const [key, item] of Object.entries(value)) yield* addresses(item, `${way}.${key}`);
}

const modules = import.meta.glob<Record<string, unknown>>('../../src/guide/**/*.ts', {
	eager: true,
});
const found = Object.entries(modules).flatMap(([file, exported]) => [
	...addresses(exported, file.replace(/^.*\//, '')),
]);

test('the guide leads to many places', () => {
	expect(found.length).toBeGreaterThan(100);
});

test('every address in the guide’s data leads to a place on a built page', () => {
	expect(found.filter(([, address]) => !exists(address))).toEqual([]);
});

const cited = [
	...[...kestra.decisions].flatMap(({ id, rules }) =>
		rules.map((rule) => [`rule ${id}.${rule.id}`, reasonOf(id, rule.id).sections] as const),
	),
	...risks.map(({ id, sections }) => [`risk ${id}`, sections] as const),
	['what is never done', never.sections] as const,
];

test.each(cited)('%s cites a section that exists', (_, sections) => {
	expect(sections.filter((address) => address.includes('#') && exists(address))).not.toEqual([]);
});
