/** The printed tables, the drawn trees, the published model and the guide all decide as designed. */
import type { HTMLElement } from 'node-html-parser';
import { expect, test } from 'vitest';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { decisions } from '../../src/guide/kestra/decisions.ts';
import { guideAddress } from '../../src/guide/url/query.ts';
import { pages, read, withoutBase } from '../support/built.ts';
import { apartFromShape, everyCombination, planOf } from '../support/every.ts';

/** The condition of a rule: questions and earlier decisions, each with its allowed values. */
type When = ReadonlyMap<string, ReadonlySet<string>>;

interface Rule {
	readonly id: string;
	readonly when: When;
	readonly then: string;
}

type Tables = ReadonlyMap<string, readonly Rule[]>;

/** Answers and, for each decision, the outcome and the rule that gives it. */
function decide(tables: Tables, answers: Readonly<Record<string, string>>) {
	const known: Record<string, string> = Object.fromEntries(
		Object.entries(answers).map(([question, value]) => [`?${question}`, value]),
	);
	return Object.fromEntries(
		[...tables].map(([decision, rules]) => {
			const rule = rules.find(({ when }) =>
				[...when].every(([about, values]) => values.has(known[about] ?? '')),
			);
			known[decision] = rule?.then ?? 'none';
			return [decision, rule && `${rule.id}: ${rule.then}`] as const;
		}),
	);
}

const page = pages.find(({ path }) => path === '/reference/decision-tables/')!.root;

/** The fragment of a link. */
const anchorOf = (link: HTMLElement) =>
	decodeURIComponent((link.getAttribute('href') ?? '').replace(/^[^#]*#/, ''));

/** A question mark distinguishes questions from decisions with the same id. */
function whenOf(cell: HTMLElement): When {
	const when = new Map<string, Set<string>>();
	for (const link of cell.querySelectorAll('a')) {
		const [, outcome, about = '', value = ''] =
			/^(outcome-)?([a-z-]+)\.([a-z-]+)$/.exec(anchorOf(link)) ?? [];
		const key = outcome ? about : `?${about}`;
		when.set(key, (when.get(key) ?? new Set<string>()).add(value));
	}
	return when;
}

const printed: Tables = new Map(
	page.querySelectorAll('[data-decision-table]').map((table) => [
		table.getAttribute('data-decision-table')!,
		table.querySelectorAll('tr[data-rule]').map((row) => ({
			id: row.getAttribute('data-rule')!,
			when: whenOf(row.querySelector('[data-when]')!),
			then: row.querySelector('[data-then]')!.getAttribute('data-then')!,
		})),
	]),
);

const rule = (id: string, then: string, when: Readonly<Record<string, string>> = {}): Rule => ({
	id,
	then,
	when: new Map(Object.entries(when).map(([about, values]) => [about, new Set(values.split(' '))])),
});

/** The tables as designed, deliberately written a second time. */
const designed: Tables = new Map([
	[
		'stages',
		[
			rule('critical-more', 'instance-per-stage', {
				'?impact': 'critical',
				'?stages': 'three-plus',
			}),
			rule('critical', 'two-instances', { '?impact': 'critical' }),
			rule('one-stage', 'single-instance', { '?stages': 'one' }),
			rule('one-instance', 'namespace-per-stage', { '?capacity': 'one' }),
			rule('more', 'instance-per-stage', { '?stages': 'three-plus' }),
			rule('otherwise', 'two-instances'),
		],
	],
	[
		'groups',
		[
			rule('own', 'instance-per-group', { '?own': 'all' }),
			rule('open-source-walls', 'instance-per-group', {
				'?walls': 'all',
				'?edition': 'open-source',
			}),
			rule('walls', 'tenant-per-group', { '?walls': 'all' }),
			rule('outsiders', 'tenant-per-group', { '?people': 'outsiders', '?edition': 'enterprise' }),
			rule('several', 'namespace-per-group', { '?people': 'several outsiders' }),
			rule('otherwise', 'nothing-to-separate'),
		],
	],
	[
		'exceptions',
		[
			rule('already', 'no-exceptions', { groups: 'instance-per-group' }),
			rule('own', 'instance-per-exception', { '?own': 'some' }),
			rule('open-source-walls', 'instance-per-exception', {
				'?walls': 'some',
				'?edition': 'open-source',
			}),
			rule('walls', 'tenant-per-exception', {
				'?walls': 'some',
				groups: 'nothing-to-separate namespace-per-group',
			}),
			rule('otherwise', 'no-exceptions'),
		],
	],
	[
		'sandboxes',
		[
			rule('not-needed', 'shared-development', { '?sandboxes': 'no' }),
			rule('enterprise', 'tenant-per-engineer', { '?edition': 'enterprise' }),
			rule('open-source', 'local-instance-per-engineer'),
		],
	],
	[
		'namespaces',
		[
			rule('team', 'by-team', { '?layout': 'team' }),
			rule('domain', 'by-domain', { '?layout': 'domain' }),
		],
	],
	[
		'edition',
		[
			rule('in-use', 'enterprise-in-use', { '?edition': 'enterprise' }),
			rule('logins', 'enterprise-needed', { '?logins': 'own-logins' }),
			rule('outsiders', 'enterprise-recommended', { '?people': 'outsiders' }),
			rule('walls', 'enterprise-recommended', { '?walls': 'some all' }),
			rule('many-stages', 'enterprise-recommended', { stages: 'instance-per-stage' }),
			rule('many-groups', 'enterprise-recommended', { groups: 'instance-per-group' }),
			rule('enough', 'open-source-fits'),
		],
	],
]);

interface PublishedRule {
	readonly id: string;
	readonly when: Readonly<Record<'answers' | 'outcomes', Readonly<Record<string, string[]>>>>;
	readonly then: string;
}

const published: Tables = new Map(
	(
		JSON.parse(read('decision-model.json')) as {
			decisions: { id: string; rules: PublishedRule[] }[];
		}
	).decisions.map(({ id, rules }) => [
		id,
		rules.map(({ when: { answers, outcomes }, ...rest }) => ({
			...rest,
			when: new Map([
				...Object.entries(answers).map(
					([question, values]) => [`?${question}`, new Set(values)] as const,
				),
				...Object.entries(outcomes).map(
					([decision, values]) => [decision, new Set(values)] as const,
				),
			]),
		})),
	]),
);

test('the page prints every decision, and every question with its values', () => {
	expect([...printed.keys()]).toEqual([...designed.keys()]);
	const asked = page
		.querySelectorAll('[id^="question-"]')
		.map(({ id }) => id.replace('question-', ''))
		.filter((id) => !id.endsWith('-words'));
	const ofShape = asked.filter((id) => !apartFromShape.includes(id));
	expect(ofShape).toHaveLength(asked.length - apartFromShape.length);
	const combinations = ofShape.reduce(
		(product, question) => product * page.querySelectorAll(`[id^="${question}."]`).length,
		1,
	);
	expect(asked).toEqual(kestra.questions.map(({ id }) => id));
	expect(everyCombination).toHaveLength(combinations);
});

test.each([
	['the printed tables', printed],
	['the published model', published],
])('for every combination, %s decide as the guide does, and as designed', (_name, tables) => {
	const wrong = everyCombination.flatMap((answers) => {
		const { outcomes } = planOf(answers);
		const found = decide(tables, answers);
		const asDesigned = decide(designed, answers);
		return decisions
			.filter(
				({ id }) =>
					found[id] !== asDesigned[id] || found[id]?.split(': ')[1] !== outcomes[id as 'stages'],
			)
			.map(({ id }) => `${guideAddress(answers)}: ${id}`);
	});
	expect(wrong).toEqual([]);
});

test('each drawn tree branches as its table does', () => {
	const trees = page.querySelectorAll('.tree').map((tree) =>
		tree.querySelectorAll('li').map((turning) => ({
			id: turning.querySelector('[data-rule]')?.getAttribute('data-rule'),
			leads: turning.querySelector('[data-rule]')?.getAttribute('href'),
			words: turning.querySelector('.asks')?.text ?? '',
		})),
	);
	const tables = page.querySelectorAll('[data-decision-table]').map((table) =>
		table.querySelectorAll('tr[data-rule]').map((row) => ({
			id: row.getAttribute('data-rule'),
			leads: row.querySelector('[data-then]')?.getAttribute('href'),
			words: row.querySelectorAll('[data-when] a').map((link) => link.text),
		})),
	);
	expect(trees).toHaveLength(tables.length);
	for (const [index, tree] of trees.entries()) {
		const table = tables[index]!;
		expect(tree.map(({ id, leads }) => [id, leads])).toEqual(
			table.map(({ id, leads }) => [id, leads]),
		);
		for (const [at, { words }] of tree.entries())
			for (const word of table[at]!.words) expect(words).toContain(word);
	}
});

test('each outcome of a table leads to a page of this site', () => {
	const known = new Set(pages.map(({ path }) => path));
	const leads = page
		.querySelectorAll('[data-then]')
		.map((link) => withoutBase(link.getAttribute('href') ?? '')?.split('#')[0] ?? 'nowhere');
	expect(leads.filter((path) => !known.has(path))).toEqual([]);
});
