/** Files that are damaged in every way: reading them never throws, never takes long, and stays plain data. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiAddressesIn } from '../../src/split/api-addresses.ts';
import { readExpressions } from '../../src/split/expressions.ts';
import { splitMarkdown } from '../../src/split/markdown.ts';
import type { Mapping } from '../../src/split/parts.ts';
import { splitResult } from '../../src/split/result.ts';
import { inventoryOf } from '../support/flows.ts';

const seed = `id: report
namespace: acme.finance
variables: &v
  top: shared
  next: "{{ vars.top ~ '.x' }}"
pluginDefaults:
  - type: io.kestra.plugin.core.flow.Subflow
    values: { namespace: "{{ vars.top }}" }
tasks:
  - id: call
    type: io.kestra.plugin.core.flow.Subflow
    flowId: "{{ inputs.flow }}"
  - id: script
    type: io.kestra.plugin.scripts.shell.Commands
    namespaceFiles:
      namespaces: [shared, "{{ flow.namespace }}"]
    commands:
      - |
        {# a comment #}{% raw %}{{ no }}{% endraw %}
        echo "{{ kv('k', namespace=(vars.top ~ "x")) }} {{ read('nsfile://shared/f') }}"
  - id: ask
    <<: *v
    type: io.kestra.plugin.core.http.Request
    uri: "{{ kestra.url }}/api/v1/main/executions/shared/send"
triggers:
  - id: on
    type: io.kestra.plugin.core.trigger.Flow
    conditions:
      - type: io.kestra.plugin.core.condition.Not
        conditions:
          - type: io.kestra.plugin.core.condition.ExecutionNamespace
            namespace: acme
            prefix: true
    preconditions:
      flows: [{ namespace: shared, flowId: send }]
      where:
        - filters: [{ field: NAMESPACE, type: REGEX, value: "(a+)+$" }]
---
id: send
namespace: shared
tasks: [{ id: a, type: x }]
`;

/** Pieces that mean something to YAML, to expressions or to a page. */
const pieces = [
	...[
		'{{',
		'}}',
		'{%',
		'%}',
		'{#',
		'#}',
		"'",
		'"',
		'`',
		'(',
		')',
		'[',
		']',
		'{',
		'}',
		':',
		'- ',
		'\n',
		'\t',
		'\r\n',
	],
	...[
		'&v ',
		'*v',
		'<<: ',
		'---\n',
		'|\n',
		'>\n',
		'!!binary ',
		'? ',
		'# ',
		'%',
		'@',
		'\u0000',
		'\uFEFF',
		'\u2028',
		'\uD800',
	],
	...[
		'<script>',
		'namespace: ',
		'type: ',
		'namespace=',
		'kv(',
		'nsfile://',
		'/api/v1/executions/',
		'__proto__: ',
		'constructor',
		'~',
		'\\',
	],
];

const edit = fc.record({
	at: fc.nat(seed.length),
	cut: fc.nat(30),
	put: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 })),
	repeat: fc.constantFrom(1, 1, 1, 2, 50),
});
const mutated = fc
	.array(edit, { minLength: 1, maxLength: 6 })
	.map((edits) =>
		edits.reduce(
			(text, { at, cut, put, repeat }) =>
				text.slice(0, at) + put.repeat(repeat) + text.slice(at + cut),
			seed,
		),
	);

/** Takes one of the two namespaces, and leaves the other in no part. */
const oneOfTwo: Mapping = { by: 'list', parts: [{ name: 'x', namespaces: ['shared'] }] };

test('ten thousand damaged files are read or named, and nothing throws', () => {
	let read = 0;
	let refused = 0;
	fc.assert(
		fc.property(mutated, (content) => {
			const inventory = inventoryOf([{ name: 'x.yaml', content }]);
			read += inventory.flows.length;
			refused += inventory.unread.length;
			expect(inventory.files).toBe(1);
			expect(
				inventory.flows.length + inventory.unread.length + inventory.notFlows.length,
			).toBeGreaterThan(0);
			// A worker hands it over.
			expect(structuredClone(inventory)).toEqual(inventory);
			splitMarkdown(
				splitResult(inventory, { separation: 'tenant', mapping: { by: 'level', level: 1 } }),
			);
			splitMarkdown(splitResult(inventory, { separation: 'instance', mapping: oneOfTwo }));
		}),
		{ numRuns: 10_000 },
	);
	// The control: mutations reach both what can be read and what cannot.
	expect(read).toBeGreaterThan(1000);
	expect(refused).toBeGreaterThan(1000);
}, 300_000);

test('any text is scanned for expressions, and each stands where it says', () => {
	const text = fc
		.array(fc.constantFrom(...pieces, 'a', 'b.c', ' ', ','), { maxLength: 40 })
		.map((all) => all.join(''));
	fc.assert(
		fc.property(text, (each) => {
			const { live, spans, calls } = readExpressions(each);
			expect(live).toHaveLength(each.length);
			for (const { start, end } of spans)
				expect(each.slice(start, end)).toMatch(/^\{[{%][\s\S]*[%}]\}$/);
			for (const call of calls) {
				expect(each.startsWith(call.name, call.start)).toBe(true);
				for (const argument of call.arguments)
					expect(each.slice(argument.start, argument.end)).toBe(argument.source);
			}
		}),
		{ numRuns: 3000 },
	);
});

test.each([
	['openings', '{{'.repeat(100_000)],
	['quotes', `{{ '${"\\'".repeat(100_000)} }}`],
	['brackets', `{{ ${'('.repeat(100_000)} }}`],
	['names', `{{ ${'a.'.repeat(100_000)} }}`],
	['comments', '{#'.repeat(100_000)],
])('a hundred thousand %s do not hang', (_what, text) => {
	expect(readExpressions(text).live).toHaveLength(text.length);
});

test.each([
	['addresses', '/api/v1/executions/trigger/'.repeat(100_000)],
	['addresses with braces', '/api/v1/executions/{{'.repeat(100_000)],
	['braces in one address', `/api/v1/executions/${'{{'.repeat(100_000)}`],
	['letters in one address', `/api/v1/${'a'.repeat(100_000)}`],
])('a hundred thousand %s do not hang', (_what, text) => {
	expect(() => apiAddressesIn(text)).not.toThrow();
	expect(apiAddressesIn(`${text} http://kestra/api/v1/flows/a.b`).length).toBeGreaterThan(0);
});
