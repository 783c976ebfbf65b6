/** What a split does to what was found, and how it is said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/split/kinds.ts';
import { splitMarkdown } from '../../src/split/markdown.ts';
import { type Mapping, partsBy } from '../../src/split/parts.ts';
import { everyOther } from '../../src/split/places.ts';
import { splitResult, trafficOf } from '../../src/split/result.ts';
import { noPartWords, summary, verdict } from '../../src/split/words.ts';
import { inventoryOf, inventoryWith, plain, report, tasks } from '../support/flows.ts';

const first: Mapping = { by: 'level', level: 1 };
const second: Mapping = { by: 'level', level: 2 };
const resultOf = (
	text: string,
	mapping: Mapping = first,
	separation: 'instance' | 'tenant' = 'instance',
) => splitResult(inventoryWith(text), { separation, mapping });
const call = (namespace: string, flow = 'send') =>
	tasks(
		`id: t\ntype: io.kestra.plugin.core.flow.Subflow\nnamespace: ${namespace}\nflowId: ${flow}`,
	);

test('a call crosses where its target is in another part, and only there', () => {
	expect(
		resultOf(call('shared')).crossings.map(({ from, to, count }) => [from, to, count]),
	).toEqual([['acme', 'shared', 1]]);
	expect(resultOf(call('acme.sales', 'load')).counts.crossing).toBe(0);
	expect(resultOf(call('acme.sales', 'load'), second).counts.crossing).toBe(1);
	const together: Mapping = { by: 'list', parts: [{ name: 'x', namespaces: ['acme', 'shared'] }] };
	expect(resultOf(call('shared'), together).counts.crossing).toBe(0);
});

test('a namespace without flows is called that, and is not said to break', () => {
	const { counts, outside, crossings } = resultOf(call('elsewhere'));
	expect(counts).toMatchObject({ crossing: 0, outside: 1 });
	expect(outside).toHaveLength(1);
	expect(crossings).toEqual([]);
});

test('a part that the reader lists counts, with or without flows', () => {
	const mapping: Mapping = {
		by: 'list',
		parts: [
			{ name: 'a', namespaces: ['acme'] },
			{ name: 'b', namespaces: ['elsewhere'] },
		],
	};
	const result = resultOf(call('elsewhere'), mapping);
	expect(result.counts).toMatchObject({ crossing: 1, outside: 0 });
	expect(result.withoutPart).toEqual(['acmecorp', 'shared']);
});

describe('what is in no part', () => {
	const only = (...namespaces: readonly string[]): Mapping => ({
		by: 'list',
		parts: namespaces.map((name) => ({ name, namespaces: [name] })),
	});
	const listening = (namespace: string) =>
		`${plain(namespace, 'on')}triggers:\n  - id: all\n    type: io.kestra.plugin.core.trigger.Flow\n`;

	test('is named above everything else, with the references to it on their own', () => {
		const result = resultOf(call('shared'), only('acme', 'acmecorp'));
		expect(result.withoutPart).toEqual(['shared']);
		expect(result.counts).toMatchObject({ crossing: 0, outside: 0, noPart: 1 });
		const text = splitMarkdown(result);
		expect(text.indexOf('`shared`')).toBeLessThan(text.indexOf('## '));
		expect(text).toContain(noPartWords(result)?.left);
		// The control: with a part for it, nothing of this is said.
		const all = resultOf(call('shared'), only('acme', 'acmecorp', 'shared'));
		expect([noPartWords(all), all.counts.noPart, all.counts.crossing]).toEqual([undefined, 0, 1]);
	});

	test('includes what stands below, and flows whose own namespace it is', () => {
		expect(resultOf(call('shared.files'), only('acme')).counts).toMatchObject({ noPart: 1 });
		expect(resultOf(call('acmecorp'), only('acmecorp')).counts).toMatchObject({ noPart: 1 });
		expect(resultOf(call('elsewhere'), only('acmecorp')).counts).toMatchObject({ outside: 1 });
	});

	test('keeps what acts on everything, from such a flow or to it', () => {
		const purge = tasks('id: t\ntype: io.kestra.plugin.core.execution.PurgeExecutions');
		for (const text of [purge, listening('acme.finance')])
			for (const mapping of [only('shared', 'acmecorp'), only('shared'), only('acme'), only()]) {
				const { counts, noPart } = resultOf(text, mapping);
				expect(counts.crossing).toBe(0);
				expect(noPart.map(({ target }) => target.is)).toEqual(['everything']);
			}
		expect(resultOf(purge, only('acme', 'shared')).counts).toMatchObject({ crossing: 1 });
	});

	test('no reference is lost, whatever the parts are', () => {
		const texts = [
			call('shared'),
			call('{{ inputs.x }}'),
			call('acme.sales', 'load'),
			call('elsewhere'),
			listening('acme.finance'),
		];
		const lists = ['acme', 'acme.finance', 'acme.sales', 'shared', 'elsewhere'];
		fc.assert(
			fc.property(fc.constantFrom(...texts), fc.subarray(lists), (text, listed) => {
				const { counts } = resultOf(text, only(...listed));
				const said = counts.crossing + counts.noPart + counts.outside + counts.unknown;
				const partOf = partsBy(only(...listed));
				const [from, to] = ['acme.finance', 'acme.sales'].map(partOf);
				// What is not said stays within a part.
				const stays = text === call('acme.sales', 'load') && from !== undefined && from === to;
				expect([counts.references, said]).toEqual([1, stays ? 0 : 1]);
			}),
		);
	});
});

test('a flow that is missing in a namespace that is there is counted, and not as outside', () => {
	const { counts } = resultOf(call('shared', 'gone'));
	expect(counts).toMatchObject({ crossing: 1, outside: 0, missing: 1 });
	expect(resultOf(call('shared')).counts.missing).toBe(0);
});

test('a crossing is said although only one of the parts has flows', () => {
	const parts = ['acme', 'shared', 'acmecorp'].map((name) => ({ name: 'all', namespaces: [name] }));
	const result = resultOf(call('elsewhere'), {
		by: 'list',
		parts: [{ name: 'other', namespaces: ['elsewhere'] }, ...parts],
	});
	expect(result.counts.crossing).toBe(1);
	expect(verdict(result)).toContain('1 reference');
});

describe('where nothing was read', () => {
	const nothing = (...files: readonly (readonly [string, string])[]) =>
		splitResult(inventoryOf(files.map(([name, content]) => ({ name, content }))), {
			separation: 'instance',
			mapping: first,
		});

	test.each([
		['no file', nothing()],
		['an empty text', nothing(['a.yaml', ''])],
		['a page', nothing(['a.html', '<html><body>x</body></html>'])],
		['what cannot be read', nothing(['a.yaml', 'a: ['])],
	])('%s: that is the headline, and nothing else is claimed', (_what, result) => {
		const text = splitMarkdown(result);
		expect(text.indexOf(verdict(result))).toBeLessThan(text.indexOf('0 flows'));
		expect(text).not.toMatch(/nothing can cross|Found nothing|What this cannot see/);
	});

	test('each file is named with its reason', () => {
		const text = splitMarkdown(nothing(['empty.yaml', ''], ['broken.yaml', 'a: [']));
		expect(text).toContain('`empty.yaml`');
		expect(text).toContain('`broken.yaml:1`');
	});

	test('a file that was not read is named near the top, beside flows that were', () => {
		const text = splitMarkdown(nothing(['a.yaml', plain('a', 'x')], ['broken.yaml', 'a: [']));
		expect(text.indexOf('broken.yaml')).toBeLessThan(text.indexOf('## Parts'));
		expect(splitMarkdown(nothing(['a.yaml', plain('a', 'x')]))).not.toContain('incomplete');
	});
});

test('names that one part alone needs are listed for it', () => {
	const uses = (namespace: string, names: string) =>
		plain(namespace, 'x').replace('hello', `"${names}"`);
	const inventory = inventoryOf([
		{ name: 'a', content: uses('a.x', "{{ secret('BOTH') }} {{ secret('ONE') }} {{ kv('k') }}") },
		{ name: 'b', content: uses('b.x', "{{ secret('BOTH') }} {{ envs.region }}") },
	]);
	const result = splitResult(inventory, { separation: 'instance', mapping: first });
	expect(result.ownNeeds).toEqual([
		{
			part: 'a',
			kinds: [
				{ kind: 'kv', names: ['k'] },
				{ kind: 'secret', names: ['ONE'] },
			],
		},
		{ part: 'b', kinds: [{ kind: 'envs', names: ['region'] }] },
	]);
	for (const name of ['`k`', '`ONE`', '`region`']) expect(splitMarkdown(result)).toContain(name);
	const together: Mapping = { by: 'list', parts: [{ name: 'x', namespaces: ['a', 'b'] }] };
	expect(splitResult(inventory, { separation: 'instance', mapping: together }).ownNeeds).toEqual(
		[],
	);
});

test('what reaches everything crosses to every other part, and counts once', () => {
	const result = resultOf(
		report('triggers:\n  - id: on\n    type: io.kestra.plugin.core.trigger.Flow\n'),
	);
	expect(result.crossings.map(({ from, to }) => [from, to])).toEqual([['acme', everyOther]]);
	expect(result.counts.crossing).toBe(1);
	expect(trafficOf(result.crossings, 'acme')).toEqual({ out: 1, into: 0 });
	expect(trafficOf(result.crossings, 'shared')).toEqual({ out: 0, into: 1 });
});

test('the effect is that of the separation: do not rely on a trigger across tenants, nor hope across instances', () => {
	const text = report(
		'triggers:\n  - id: on\n    type: io.kestra.plugin.core.trigger.Flow\n    dependsOn:\n      - namespace: shared\n',
	);
	const effects = (['tenant', 'instance'] as const).map(
		(separation) => resultOf(text, first, separation).crossings[0]?.kinds[0]?.effect,
	);
	expect(effects).toEqual(['unsure', 'breaks']);
});

test('names that two parts use are needed on both sides; those of one are not', () => {
	const uses = (namespace: string, names: string) =>
		plain(namespace, 'x').replace('hello', `"${names}"`);
	const inventory = inventoryOf([
		{
			name: 'a',
			content: uses('a.x', "{{ secret('BOTH') }} {{ secret('ONE') }} {{ envs.region }}"),
		},
		{ name: 'b', content: uses('b.x', "{{ secret('BOTH') }} {{ envs.region }}") },
	]);
	const { needs } = splitResult(inventory, { separation: 'instance', mapping: first });
	expect(needs.map(({ kind, name, parts }) => [kind, name, ...parts])).toEqual([
		['envs', 'region', 'a', 'b'],
		['secret', 'BOTH', 'a', 'b'],
	]);
});

test('a namespace above several parts is named', () => {
	expect(resultOf(call('shared'), second).parents).toEqual([
		{ namespace: 'acme', parts: ['acme', 'acme.finance', 'acme.sales'] },
	]);
	expect(resultOf(call('shared'), first).parents).toEqual([]);
});

test('a name in unread text is shown where it leads to another part and no rule has found it', () => {
	const log = tasks(
		'id: t\ntype: io.kestra.plugin.core.log.Log\nmessage: "see \'shared\' and acme.sales"',
	);
	expect(resultOf(log).mentions.map(({ namespace }) => namespace)).toEqual(['shared']);
	expect(resultOf(log, second).mentions).toHaveLength(2);
});

describe('the words', () => {
	test('never say that nothing breaks, whatever is found', () => {
		for (const text of [report(''), call('elsewhere'), call('shared')]) {
			const result = resultOf(text);
			const said = `${verdict(result)} ${splitMarkdown(result)}`;
			expect(said.replaceAll('not “nothing breaks”', '')).not.toMatch(
				/nothing (breaks|will break)|no problem|safe to/i,
			);
			expect(said).toContain('could not be seen');
			expect(said).toContain('What this cannot see');
		}
	});

	test('the line of counts has what was not read and what cannot be known', () => {
		const line = summary(resultOf(call('shared')));
		expect(line).toContain('not read');
		expect(line).toContain('cannot be known');
	});

	test('the report names flow, place, target and replacement', () => {
		const text = splitMarkdown(resultOf(call('shared')));
		expect(text).toContain('`acme.finance.report`, `report.yaml:6`');
		expect(text).toContain('`shared.send`');
		expect(text).toContain(kinds[0]?.instead);
	});
});

test('no name can become markup in the report', () => {
	const name = fc.stringMatching(/^[`|<>[\]*_#!\\a-z.-]{1,20}$/);
	fc.assert(
		fc.property(name, name, (id, namespace) => {
			const content = JSON.stringify({
				id,
				namespace,
				tasks: [{ id, type: 'io.kestra.plugin.core.flow.Subflow', namespace: `{{ ${id} }}` }],
			});
			const inventory = inventoryOf([{ name: `${id}.yaml`, content }]);
			const text = splitMarkdown(splitResult(inventory, { separation: 'tenant', mapping: first }));
			// Code between equal runs of backticks, taken out; what is left is the report's own words.
			const left = text.replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
			expect(left).not.toContain('`');
			expect(left).not.toMatch(/<[a-z]|!\[|\]\(/);
		}),
	);
});
