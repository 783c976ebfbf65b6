/** What a split does to what was found, and how it is said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/split/kinds.ts';
import { splitMarkdown } from '../../src/split/markdown.ts';
import type { Mapping } from '../../src/split/parts.ts';
import { everyOther, splitResult, trafficOf } from '../../src/split/result.ts';
import { summary, verdict } from '../../src/split/words.ts';
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
	expect(result.withoutPart).toEqual(['shared', 'acmecorp']);
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
