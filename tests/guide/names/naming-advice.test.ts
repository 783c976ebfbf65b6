/** What the name checker advises on valid names: it says no less than the page on names, and keeps to its own advice. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviceOn } from '../../../src/guide/names/naming-advice.ts';
import { checkName, type NameKind, namings } from '../../../src/guide/names/naming-rules.ts';

const about = (kind: NameKind, text: string) => adviceOn(kind, text).map((each) => each.about);

test.each<[NameKind, string, readonly string[]]>([
	['namespace', 'dev.acme', ['stage']],
	['namespace', 'acme.marketing-prod', ['stage']],
	['tenant', 'prod', ['stage']],
	['tenant', 'main', ['taken']],
	['everywhere', 'main', ['taken']],
	['namespace', 'system', ['taken']],
	['namespace', 'acme.', ['empty-level']],
	['namespace', 'acme..x', ['empty-level']],
	['task', 'load-orders', ['hyphen']],
	['flow', 'load-orders', ['hyphen']],
])('for the %s "%s": %j', (kind, text, expected) => {
	expect(checkName(kind, text).ok).toBe(true);
	expect(about(kind, text)).toEqual(expected);
});

test.each<[NameKind, string]>([
	['namespace', 'acme.marketing'],
	['namespace', 'acme.products.devices'],
	['tenant', 'customer-a'],
	['flow', 'load_orders'],
	['flow', 'main'],
	['tenant', 'system'],
])('nothing for the %s "%s"', (kind, text) => {
	expect(about(kind, text)).toEqual([]);
});

test.each(namings)('the examples of $label that pass get none', ({ id, good }) => {
	expect(good.flatMap((name) => about(id, name))).toEqual([]);
});

test('a suggested name follows the style that is advised', () => {
	const texts = fc.string({ unit: fc.constantFrom(...'abA9._- /é'), maxLength: 16 });
	const suggested = fc.sample(texts, 2000).flatMap((text) =>
		namings.flatMap(({ id }) => {
			const check = checkName(id, text);
			return check.ok || check.mended === undefined ? [] : [{ id, name: check.mended }];
		}),
	);
	expect(suggested.length).toBeGreaterThan(1000);
	expect(suggested.filter(({ id, name }) => about(id, name).length > 0)).toEqual([]);
});

test('every advice leads to a section of the page on names', () => {
	const page = readFileSync('src/content/docs/practices/names.mdx', 'utf8');
	const sections = ['dev.acme', 'acme..x', 'system']
		.flatMap((name) => adviceOn('namespace', name))
		.concat(adviceOn('task', 'a-b'), adviceOn('tenant', 'main'))
		.map(({ section }) => section);
	expect(sections.length).toBeGreaterThan(4);
	for (const section of sections) expect(page).toContain(`{#${section}}`);
});
