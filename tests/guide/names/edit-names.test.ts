import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NameListId, Names } from '../../../src/guide/kestra/names.ts';
import { addName, removeName, renameName } from '../../../src/guide/names/edit-names.ts';
import { mostNames, nameLists, usableNames } from '../../../src/guide/names/name-lists.ts';
import { isName, longestName } from '../../../src/guide/names/naming-rules.ts';
import {
	cleanWord,
	longestNoun,
	parseNames,
	serialiseNames,
} from '../../../src/guide/names/stored-names.ts';
import { boxesOf } from '../../../src/guide/plan/boxes.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';
import { everyKind, knowsNothing } from '../../support/plans.ts';

const tenCustomers = {
	impact: 'critical',
	stages: 'two',
	people: 'outsiders',
	walls: 'none',
	own: 'none',
	edition: 'enterprise',
	sandboxes: 'yes',
	layout: 'domain',
};
const threeStages = {
	impact: 'critical',
	stages: 'three-plus',
	people: 'one-team',
	walls: 'none',
	own: 'none',
	edition: 'open-source',
	logins: 'one-login',
	layout: 'team',
};
/** One that cannot share, and one that must only be hidden, in each edition. */
const withExceptions = (edition: string) => ({
	impact: 'critical',
	stages: 'two',
	people: 'several',
	walls: 'some',
	own: 'some',
	edition,
	logins: 'one-login',
	layout: 'domain',
});
const idsOf = (given: Parameters<typeof nameLists>[0]) => nameLists(given).map(({ id }) => id);

/** The parts of every name that a plan shows. */
const shown = (given: Parameters<typeof planFor>[0], names: Names) =>
	new Set(
		[...boxesOf(planFor(given, names)!.topology)]
			.flatMap(({ name }) => name.split(/[ .]/))
			.concat(planFor(given, names)!.topology.localInstances),
	);

test('a list can be named when, and only when, its names show in the plan', () => {
	const every: Names = {
		company: 'one-company',
		groups: ['one-group'],
		teams: ['one-team'],
		domains: ['one-domain'],
		engineers: ['one-engineer'],
		exceptions: ['one-exception'],
		hidden: ['one-hidden'],
	};
	for (const { given } of everyKind) {
		const names = shown(given, every);
		const lists = idsOf(given);
		for (const [id, value] of Object.entries(every))
			expect(names.has([value].flat()[0])).toBe(lists.includes(id as NameListId));
	}
});

test('stages can be named if there are several, as many as the plan has', () => {
	for (const { given, plan } of everyKind) {
		const stages = nameLists(given).find(({ id }) => id === 'stages');
		expect(stages?.names ?? [plan.topology.stages[0]!.name]).toEqual(
			plan.topology.stages.map(({ name }) => name),
		);
	}
	expect(nameLists(threeStages).find(({ id }) => id === 'stages')).toMatchObject({ least: 3 });
	expect(nameLists(tenCustomers).find(({ id }) => id === 'stages')).toMatchObject({
		least: 2,
		most: 2,
	});
});

test('the defaults of every list are valid, fit it and clash with nothing', () => {
	for (const { given } of everyKind)
		for (const { names, untouched, least, most } of nameLists(given)) {
			expect(untouched).toBe(true);
			expect(names.length).toBeGreaterThanOrEqual(least);
			expect(names.length).toBeLessThanOrEqual(most);
			for (const name of names) expect(isName('tenant', name)).toBe(true);
			expect(usableNames(given, {})).toEqual({});
		}
});

test('nothing can be named before there is a plan', () => {
	expect(nameLists({})).toEqual([]);
	expect(usableNames({}, { company: 'globex' })).toEqual({});
	expect(addName({}, {}, 'company', 'globex').problem).toBeDefined();
});

test('a name that is added joins the defaults, and the plan counts it', () => {
	const { names } = addName(tenCustomers, {}, 'groups', ' globex ');
	expect(names).toEqual({ groups: ['customer-a', 'customer-b', 'globex'] });
	expect(planFor(tenCustomers, names)!.topology.groups).toContain('globex');
});

test('a stage that is added comes before production', () => {
	expect(addName(threeStages, {}, 'stages', 'acceptance').names).toEqual({
		stages: ['development', 'staging', 'acceptance', 'production'],
	});
});

test.for([
	'Marketing',
	'.acme',
	'two words',
	'',
	'   ',
	'île',
	'a.b',
	'مبيعات',
	'_a',
	'-a',
	'a\nb',
])('“%s” is refused with the rule', (text) => {
	for (const id of ['groups', 'domains', 'engineers', 'company'] as const) {
		const { names, problem } = renameName(tenCustomers, {}, id, 0, text);
		expect(names).toBeUndefined();
		expect(problem).toMatch(/\.$/);
	}
});

test('a suggested name is always accepted', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const change = addName(tenCustomers, {}, 'groups', text);
			if (change.problem === undefined || change.mended === undefined) return;
			expect(addName(tenCustomers, {}, 'groups', change.mended).names).toBeDefined();
		}),
	);
	expect(addName(tenCustomers, {}, 'groups', 'Globex Europe')).toMatchObject({
		mended: 'globex-europe',
	});
	expect(addName(tenCustomers, {}, 'groups', 'Customer A')).not.toHaveProperty('mended');
});

test('a name that is already in the list is refused', () => {
	expect(addName(tenCustomers, {}, 'groups', 'customer-a').problem).toContain('customer-a');
	expect(renameName(tenCustomers, {}, 'groups', 1, 'customer-a').names).toBeUndefined();
	expect(renameName(tenCustomers, {}, 'groups', 0, 'customer-a').names).toBeDefined();
});

test('two tenants of one instance cannot have the same name', () => {
	expect(addName(tenCustomers, {}, 'engineers', 'customer-a').problem).toContain('customer-a');
	expect(addName(tenCustomers, {}, 'groups', 'engineer-1').problem).toContain('engineer-1');
	const alone = { ...tenCustomers, people: 'one-team' };
	expect(renameName(alone, {}, 'company', 0, 'engineer-1').problem).toContain('engineer-1');
	const local = { ...alone, edition: 'open-source', logins: 'one-login' };
	expect(renameName(local, {}, 'company', 0, 'engineer-1').names).toBeDefined();
});

test('the namespace that Kestra reserves cannot be the company', () => {
	expect(renameName(tenCustomers, {}, 'company', 0, 'system').problem).toContain('system');
	expect(addName(tenCustomers, {}, 'domains', 'system').names).toBeDefined();
	expect(parseNames(serialiseNames({ company: 'system' }))).toEqual({});
});

test('a name is limited to a length that fits a picture', () => {
	const fits = 'a'.repeat(longestName);
	expect(addName(tenCustomers, {}, 'groups', fits).names).toBeDefined();
	expect(addName(tenCustomers, {}, 'groups', `${fits}a`).problem).toContain(`${longestName}`);
});

test('names that would make a namespace longer than Kestra allows are refused', () => {
	const given = {
		impact: 'experimental',
		stages: 'two',
		capacity: 'one',
		people: 'several',
		walls: 'none',
		own: 'none',
		edition: 'open-source',
		logins: 'one-login',
		layout: 'domain',
		called: 'country',
	};
	const long = { company: 'c'.repeat(60), groups: ['g'.repeat(60)] };
	expect(addName(given, long, 'domains', 'd'.repeat(10)).names).toBeDefined();
	expect(addName(given, long, 'domains', 'd'.repeat(60)).problem).toContain('150');
});

test('a list never has fewer names than the plan needs, or more than its maximum', () => {
	const some = (id: NameListId, count: number): Names => {
		const list = Array.from({ length: count }, (_, index) => `name-${index}`);
		return id === 'company' ? { company: list[0]! } : { [id]: list };
	};
	for (const { given } of everyKind)
		for (const { id, least, most } of nameLists(given)) {
			expect(addName(given, some(id, most), id, 'one-more').problem).toBeDefined();
			expect(removeName(given, some(id, least), id, 0).problem).toBeDefined();
			if (least === most) continue;
			expect(addName(given, some(id, most - 1), id, 'one-more').names).toBeDefined();
			expect(removeName(given, some(id, least + 1), id, 0).names).toBeDefined();
		}
});

test('a place that a list does not have cannot be renamed or removed', () => {
	for (const index of [-1, 99, Number.NaN]) {
		expect(renameName(tenCustomers, {}, 'groups', index, 'x').names).toBeUndefined();
		expect(removeName(tenCustomers, {}, 'groups', index).names).toBeUndefined();
	}
});

test('names stored for another plan never give two boxes of a plan the same name', () => {
	const name = fc.constantFrom('acme', 'engineer-1', 'customer-a', 'x', 'production', 'main');
	const list = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
	const anyNames = fc.record(
		{
			company: name,
			stages: list,
			groups: list,
			teams: list,
			domains: list,
			engineers: list,
			exceptions: list,
			hidden: list,
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(fc.nat({ max: everyKind.length - 1 }), anyNames, (index, names) => {
			const { given } = everyKind[index]!;
			const usable = usableNames(given, names);
			const boxes = [...boxesOf(planFor(given, usable)!.topology)].map(({ id }) => id);
			expect(new Set(boxes).size).toBe(boxes.length);
			expect(usableNames(given, usable)).toEqual(usable);
		}),
		{ numRuns: 300 },
	);
});

test('stored names can be read back', () => {
	const names: Names = {
		company: 'globex',
		stages: ['dev', 'prod'],
		groups: ['france', 'japan'],
		teams: ['sales'],
		domains: ['orders'],
		engineers: ['ann'],
		exceptions: ['plant'],
		hidden: ['fraud', 'personnel'],
		noun: { one: 'lab', many: 'labs' },
	};
	expect(parseNames(serialiseNames(names))).toEqual(names);
	expect(parseNames(serialiseNames({}))).toEqual({});
});

test('reading any stored text never throws and gives only valid names', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.json(),
		fc
			.dictionary(
				fc.constantFrom(
					'company',
					'stages',
					'groups',
					'engineers',
					'exceptions',
					'hidden',
					'noun',
					'__proto__',
					'other',
				),
				fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.string(), fc.constant('ok')))),
			)
			.map((names) => JSON.stringify({ version: 1, names })),
	);
	fc.assert(
		fc.property(text, (kept) => {
			const { noun: _, ...lists } = parseNames(kept);
			for (const value of Object.values(lists))
				for (const name of [value].flat()) {
					expect(isName('tenant', name)).toBe(true);
					expect(name.length).toBeLessThanOrEqual(longestName);
				}
		}),
		{ numRuns: 500 },
	);
	expect(parseNames(null)).toEqual({});
	expect(parseNames(undefined)).toEqual({});
	expect(parseNames('{"version":2,"names":{"company":"globex"}}')).toEqual({});
	expect(
		parseNames('{"version":1,"names":{"company":"Globex","groups":["a","a","B",1,null]}}'),
	).toEqual({ groups: ['a'] });
	expect(
		parseNames(
			serialiseNames({ groups: Array.from({ length: 500 }, (_, index) => `group-${index}`) }),
		).groups,
	).toHaveLength(50);
});

test('a plan of unknowns can be named like any other', () => {
	expect(idsOf(knowsNothing.given)).toEqual(['company', 'stages', 'domains']);
});

test('those that cannot share and those that must be hidden are named in lists of their own', () => {
	for (const edition of ['open-source', 'enterprise']) {
		const given = withExceptions(edition);
		const [first, second] = [
			addName(given, {}, 'exceptions', 'plant').names!,
			addName(given, {}, 'hidden', 'fraud').names!,
		];
		expect(first).toEqual({ exceptions: ['exception', 'plant'] });
		expect(second).toEqual({ hidden: ['hidden', 'fraud'] });
		const { topology, count } = planFor(given, { ...first, ...second })!;
		expect(topology.exceptions.map(({ name }) => name)).toEqual([
			'exception',
			'plant',
			'hidden',
			'fraud',
		]);
		expect(count.instances).toBe(edition === 'enterprise' ? 4 : 6);
	}
});

test('an exception cannot have the name of a group beside it', () => {
	const given = { ...withExceptions('open-source'), layout: 'team' };
	const [group] = nameLists(given).find(({ id }) => id === 'groups')!.names;
	expect(renameName(given, {}, 'exceptions', 0, group!).problem).toContain(group);
});

test('the list of groups is called by the reader’s own word', () => {
	const noun = { one: 'lab', many: 'labs' };
	const list = nameLists(tenCustomers, { noun }).find(({ id }) => id === 'groups');
	expect(list).toMatchObject({ label: 'Labs', one: 'lab' });
	expect(usableNames(tenCustomers, { noun })).toEqual({ noun });
	expect(planFor(tenCustomers, { noun })!.title).toContain('each lab');
});

test.for([
	['lab', 'lab'],
	['  plant\n or\tsite ', 'plant or site'],
	['a\u0000b\u2028c', 'a b c'],
	['مختبر', 'مختبر'],
	['x'.repeat(longestNoun), 'x'.repeat(longestNoun)],
	['x'.repeat(longestNoun + 1), undefined],
	['', undefined],
	[' \n ', undefined],
	[7, undefined],
	[null, undefined],
])('the word %j is kept as %j', ([typed, kept]) => {
	expect(cleanWord(typed)).toBe(kept);
});

test('a word for the groups is kept with both its forms or not at all', () => {
	const read = (noun: unknown) => parseNames(JSON.stringify({ version: 1, names: { noun } })).noun;
	expect(read({ one: ' lab ', many: 'labs\n' })).toEqual({ one: 'lab', many: 'labs' });
	for (const noun of [
		{ one: 'lab' },
		{ one: 'lab', many: '' },
		{ one: 1, many: 2 },
		'lab',
		[],
		null,
	])
		expect(read(noun)).toBeUndefined();
});

test('a word is clean, whatever is stored', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, many) => {
			const { noun } = parseNames(JSON.stringify({ version: 1, names: { noun: { one, many } } }));
			for (const word of Object.values(noun ?? {})) {
				expect(word).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
				expect(word.length).toBeLessThanOrEqual(longestNoun);
				expect(word.trim()).toBe(word);
			}
		}),
	);
});

test('of each list at most as many names are kept as any plan has room for', () => {
	for (const [id, most] of Object.entries(mostNames)) {
		if (id === 'company') continue;
		const many = Array.from({ length: most + 5 }, (_, index) => `name-${index}`);
		expect(parseNames(serialiseNames({ [id]: many }))[id as 'groups']).toHaveLength(most);
	}
});
