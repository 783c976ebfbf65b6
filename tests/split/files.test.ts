/** Files as people have them: several documents, faults, bombs, and files that hold no flow. */
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/split/read-file.ts';
import { childOf, textOf } from '../../src/split/tree.ts';
import { inventoryOf, inventoryWith, plain, report, tasks, trigger } from '../support/flows.ts';

const inventory = (...contents: readonly string[]) =>
	inventoryOf(contents.map((content, index) => ({ name: `${index}.yaml`, content })));

test('a file may hold several flows', () => {
	const { flows } = inventory(`${plain('a', 'one')}---\n${plain('b', 'two')}`);
	expect(flows.map(({ namespace, id }) => `${namespace}.${id}`)).toEqual(['a.one', 'b.two']);
});

test.each([
	['a tab', 'id: x\n\tnamespace: y', 2],
	['a quote that is not closed', 'id: "x\nnamespace: y', 2],
	['a bracket that is not closed', 'id: x\ntasks: [', 2],
])('%s: the file is named with its line, and the others are read', (_what, content, line) => {
	const { unread, flows } = inventory(content, plain('a', 'one'));
	expect(unread).toHaveLength(1);
	expect(unread[0]).toMatchObject({ file: '0.yaml', line });
	expect(flows).toHaveLength(1);
});

test('a key that stands twice is reported, and the flow is read', () => {
	const { refused, flows } = inventory(`${plain('a', 'one')}id: two\n`);
	expect(refused).toEqual([expect.objectContaining({ file: '0.yaml', line: 7 })]);
	expect(flows[0]?.id).toBe('one');
});

test.each([
	['that comes later', 'a: *x\nb: &x 1', 1],
	['that nobody set: it was meant as a pattern', 'a:\n  - x\n  - *.csv', 3],
	['that nobody set, as a key', '*x : 1', 1],
])('an alias of an anchor %s is reported, and the file is read', (_what, content, line) => {
	const { documents, refused, unread } = readFile('x.yaml', content);
	expect(refused).toEqual([expect.objectContaining({ file: 'x.yaml', line })]);
	expect(documents).toHaveLength(1);
	expect(unread).toEqual([]);
});

test.each([
	['an anchor that is set again', 'a: &x one\nb: *x\nc: &x two\nd: *x', 'b one, d two'],
	['an anchor within what an alias stands for', 'a: &x [&y one]\nb: &y two\nc: *x\nd: *y', 'd two'],
	[
		'an alias within what an alias stands for',
		'a: &x one\nb: &y [*x]\nc: &x two\nd: *y',
		'd [one]',
	],
	['an anchor on a key', '&x one: 1\nb: *x', 'b one'],
])('an alias means the last anchor before it: %s', (_what, content, expected) => {
	const { documents, refused } = readFile('x.yaml', content);
	const read = (key: string) => {
		const node = childOf(documents[0], key);
		return node?.is === 'list' ? `[${node.items.map(textOf).join()}]` : textOf(node);
	};
	for (const each of expected.split(', ')) {
		const [key = '', value] = each.split(' ');
		expect(read(key)).toBe(value);
	}
	expect(refused).toEqual([]);
});

describe('what would take for ever is refused with a plain reason', () => {
	const names = 'b c d e f g h i'.split(' ');
	const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${names
		.map((name, index) => `${name}: &${name} [${`*${names[index - 1] ?? 'a'}, `.repeat(9)}]`)
		.join('\n')}`;
	test.each([
		['a bomb of aliases', bomb],
		['an alias within itself', 'a: &a [*a]'],
		[
			'aliases, each of which is deep',
			Array.from(
				{ length: 90 },
				(_, index) =>
					`- &${index} ${'['.repeat(90)}${index > 0 ? `*${index - 1} ` : 'x'}${']'.repeat(90)}`,
			).join('\n'),
		],
		['brackets, very deep', `a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
		['lists, very deep', '- '.repeat(20_000)],
		['maps, deep', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
		['millions of characters', '# '.padEnd(2_000_001, 'x')],
		['what is no text', 'id: \0'],
	])('%s', (_what, content) => {
		const { documents, unread } = readFile('x.yaml', content);
		expect(documents).toEqual([]);
		expect(unread[0]?.why).toMatch(/^[A-Z][^{}[\]]+$/);
	});
});

test('twenty thousand keys are read', () => {
	const content = Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join('\n');
	expect(readFile('x.yaml', content).documents).toHaveLength(1);
});

test.each([
	['', 'nothing'],
	['hello world', 'a text, no YAML of a flow'],
	['- one', 'a list'],
	['services: {}', 'a Compose file'],
	['apiVersion: v1\nkind: Pod', 'a Kubernetes resource'],
	['id: x\nnamespace: y', 'a flow without tasks'],
	['id: x\nnamespace: y\nflowId: z\ntestCases: []', 'a test of a flow: look at it yourself'],
	['type: io.kestra.plugin.ee.apps.Execution\nid: x', 'an app: look at it yourself'],
	['id: x\ncharts: []', 'a dashboard: look at it yourself'],
	['hello: world', 'something else'],
])('a file that holds no flow is named: %j', (content, looksLike) => {
	expect(inventory(content).notFlows).toEqual([{ file: '0.yaml', looksLike }]);
});

test('names that a flow uses are collected: secrets, pairs, variables', () => {
	const { uses } = inventoryWith(
		tasks(
			`id: t\ntype: io.kestra.plugin.core.log.Log\nmessage: "{{ secret('S') }} {{ kv(key='K') }} {{ envs.region }} {{ globals['a.b'].c }} {{ namespace.bucket }} {{ outputs.envs.no }}"`,
			'id: g\ntype: io.kestra.plugin.core.kv.Get\nkey: K2',
		),
	);
	expect(uses.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual([
		'envs region',
		'globals a.b.c',
		'kv K',
		'kv K2',
		'namespace bucket',
		'secret S',
	]);
});

test('what a flow reads of its own namespace by name is a name that it uses', () => {
	const { uses, references } = inventoryWith(
		tasks(
			`id: t\ntype: io.kestra.plugin.core.log.Log\nmessage: "{{ kv('K', namespace=flow.namespace) }} {{ kv('ELSEWHERE', 'shared') }}"`,
			'id: g\ntype: io.kestra.plugin.core.kv.Get\nkey: K2\nnamespace: "{{ flow.namespace }}"',
		),
	);
	expect(uses.map(({ name }) => name).toSorted()).toEqual(['K', 'K2']);
	expect(references).toHaveLength(1);
});

test.each([
	['a title', 'title: "{{ secret(\'A\') }} {{ envs.b }}"', 'envs b, secret A'],
	['a text in quotes', `x: '{{ render("{{ kv(\\"a\\") }} {{ envs.b }}") }}'`, 'envs b, kv a'],
	['texts that are joined', `x: "{{ secret('A' ~ '_B') }}"`, 'secret A_B'],
	['a variable', 'x: "{{ kv(vars.key) }}"', 'kv region'],
	['the key of a task', 'type: io.kestra.plugin.core.kv.Get\nkey: "{{ vars.key }}"', 'kv region'],
	['what only a run tells', 'x: "{{ kv(inputs.k) }}"', ''],
])('names that a flow uses are collected from %s', (_what, text, names) => {
	const { uses } = inventoryWith(`${tasks(`id: t\n${text}`)}variables:\n  key: region\n`);
	expect(
		uses
			.map(({ kind, name }) => `${kind} ${name}`)
			.toSorted()
			.join(', '),
	).toBe(names);
});

test('the key of a webhook is read where an expression brings it', () => {
	const { uses, incoming } = inventoryWith(
		trigger(
			'id: hook\ntype: io.kestra.plugin.core.trigger.Webhook\nkey: "{{ secret(\'WEBHOOK_KEY\') }}"',
		),
	);
	expect(uses).toEqual([{ kind: 'secret', name: 'WEBHOOK_KEY', flow: 0 }]);
	expect(incoming).toHaveLength(1);
});

test('a webhook is found, and its key, which is a secret, is kept nowhere', () => {
	const found = inventoryWith(
		report(
			'triggers:\n  - id: hook\n    type: io.kestra.plugin.core.trigger.Webhook\n    key: s3cr3t\n',
		),
	);
	expect(found.incoming).toEqual([{ flow: 0, line: expect.any(Number), id: 'hook' }]);
	expect(JSON.stringify(found)).not.toContain('s3cr3t');
});

describe('the safety net', () => {
	const mentionsIn = (text: string) =>
		inventoryWith(text)
			.mentions.filter(({ flow }) => flow === 0)
			.map(({ namespace }) => namespace);
	const mentions = (message: string) =>
		inventoryWith(tasks(`id: t\ntype: io.kestra.plugin.core.log.Log\nmessage: ${message}`))
			.mentions.filter(({ flow }) => flow === 0)
			.map(({ namespace }) => namespace);

	test.each([
		['a name with dots, anywhere', 'run it in acme.sales today', ['acme.sales']],
		['a name without dots, in quotes', `"use('shared')"`, ['shared']],
		['a name without dots, as all there is', 'shared', ['shared']],
		['a name without dots, in a path', 'cp /data/shared/x .', ['shared']],
		['a word in a sentence', 'it is shared by all', []],
		['a part of a longer name', 'acme.salesforce and shared_things', []],
		['what a rule has read', `"{{ read('f', namespace='shared') }}"`, []],
		['what is not live', `"{# 'shared' #}"`, []],
		[
			'what a rule has read in a text in quotes, and only that',
			`'{{ render("{{ kv(\\"k\\", \\"shared\\") }} acme.sales") }}'`,
			['acme.sales'],
		],
	])('%s', (_what, message, found) => {
		expect(mentions(message)).toEqual(found);
	});

	test.each([
		['a label', report('labels:\n  owner: acme.sales\n')],
		['a description', report('description: calls acme.sales.load in the night\n')],
		[
			'the description of a task',
			tasks('id: t\ntype: io.kestra.plugin.core.log.Log\nmessage: x\ndescription: for acme.sales'),
		],
		[
			'the default of an input',
			report('inputs:\n  - id: ns\n    type: STRING\n    defaults: acme.sales\n'),
		],
		[
			'an input of a call that is called id',
			tasks(
				'id: t\ntype: io.kestra.plugin.core.flow.Subflow\nnamespace: acme\nflowId: root\ninputs:\n  id: acme.sales\n  type: text',
			),
		],
		['a variable that nothing uses', report('variables:\n  target: acme.sales.load\n')],
	])('reads %s', (_what, text) => {
		expect(mentionsIn(text)).toEqual(['acme.sales']);
	});

	test('leaves out the ids of tasks and inputs, and their types', () => {
		expect(
			mentionsIn(
				report(
					'inputs:\n  - id: shared\n    type: STRING\ntasks:\n  - id: shared\n    type: io.kestra.plugin.core.log.Log\n    message: x\n',
				),
			),
		).toEqual([]);
	});

	test('shows each place, also beside a reference to the same namespace that a rule has read', () => {
		const { references, mentions: found } = inventoryWith(
			tasks(
				'id: t\ntype: io.kestra.plugin.core.flow.Subflow\nnamespace: acme.sales\nflowId: load',
				'id: p\ntype: io.kestra.plugin.scripts.python.Script\nscript: |\n  run("acme.sales")\n  run("acme.sales.load")',
			),
		);
		expect(references).toHaveLength(1);
		expect(found.map(({ line }) => line)).toEqual([11, 12]);
	});

	test('leaves out a variable and an address that led to a reference', () => {
		const { references, mentions: found } = inventoryWith(
			report(
				'variables:\n  other: acme.sales\ntasks:\n  - id: t\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: "{{ vars.other }}"\n    flowId: load\n  - id: u\n    type: io.kestra.plugin.core.http.Request\n    uri: http://kestra:8080/api/v1/main/executions/acme.sales/load\n',
			),
		);
		expect(references.map(({ kind }) => kind)).toEqual(['call', 'api']);
		expect(found).toEqual([]);
	});
});

test('a flow may use fifty thousand names', () => {
	const names = Array.from({ length: 50_000 }, (_, index) => `{{ envs.n${index} }}`).join(' ');
	expect(inventoryWith(plain('a', 'b').replace('hello', `"${names}"`)).uses).toHaveLength(50_000);
});

test('a text may have a hundred thousand lines, each with a word of its own', () => {
	const lines = Array.from({ length: 100_000 }, (_, index) => `      n.${index}\n`).join('');
	const last = "      acme.sales {{ kv('k', 'shared') }}\n";
	const content = plain('a', 'b').replace('hello', `|\n${lines}${last}`);
	const { references, mentions } = inventoryWith(content);
	expect(references.map(({ line }) => line)).toEqual([100_007]);
	expect(mentions.map(({ line }) => line)).toEqual([100_007]);
}, 20_000);

test('a text may have more references than a call has room for', () => {
	const calls = "{{kv(a,'b')}}".repeat(140_000);
	expect(inventoryWith(plain('a', 'b').replace('hello', `"${calls}"`)).references).toHaveLength(
		140_000,
	);
});
