/** One fixture for each kind of reference and each trap: what is written, and what must be found in it. */
import { describe, expect, test } from 'vitest';
import { lineOf, plain, referencesIn, report, tasks, trigger } from '../support/flows.ts';

type Fixture = readonly [what: string, text: string, ...found: string[]];

const check = (fixtures: readonly Fixture[]) =>
	test.each(fixtures)('%s', (_what, text, ...found) => {
		expect(referencesIn(text).map(lineOf)).toEqual(found);
	});

const task = (type: string, rest = '') => tasks(`id: t\ntype: ${type}\n${rest}`);
const log = (message: string) => task('io.kestra.plugin.core.log.Log', `message: ${message}`);
/** Not filled in by Kestra. */
const terraform = ['$', '{local.ns}'].join('');
const target = 'namespace: shared\nflowId: send';
/** A task of a flow in `acme`, which has children. */
const inAcme = (type: string, rest = '') =>
	`${task(type, rest).replace('namespace: acme.finance', 'namespace: acme')}---\n${plain('acme.finance', 'x')}`;
const listening = (rest: string) =>
	trigger(`id: on\ntype: io.kestra.plugin.core.trigger.Flow\n${rest}`);

describe('calls', () => {
	check([
		['Subflow', task('io.kestra.plugin.core.flow.Subflow', target), 'call shared.send'],
		[
			'Subflow under its old name',
			task('io.kestra.core.tasks.flows.Subflow', target),
			'call shared.send',
		],
		['Flow, its oldest name', task('io.kestra.core.tasks.flows.Flow', target), 'call shared.send'],
		['ForEachItem', task('io.kestra.plugin.core.flow.ForEachItem', target), 'call shared.send'],
		[
			'a template',
			task('io.kestra.core.tasks.flows.Template', 'namespace: shared\ntemplateId: send'),
			'call shared.send, unsure',
		],
		[
			'a flow as a tool of an AI agent',
			task(
				'io.kestra.plugin.ai.agent.AIAgent',
				`tools:\n  - type: io.kestra.plugin.ai.tool.KestraFlow\n    namespace: shared\n    flowId: send`,
			),
			'call shared.send',
		],
		[
			'a call deep in other tasks',
			task(
				'io.kestra.plugin.core.flow.If',
				'then:\n  - id: deep\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: shared\n    flowId: send',
			),
			'call shared.send',
		],
		[
			'a call of a flow that is not among the files',
			task('io.kestra.plugin.core.flow.Subflow', 'namespace: shared\nflowId: gone'),
			'call shared.gone, absent',
		],
		[
			'an unknown flow of a known namespace, which decides',
			task('io.kestra.plugin.core.flow.Subflow', 'namespace: shared\nflowId: "{{ inputs.flow }}"'),
			'call shared, unsure',
		],
		[
			'an unknown namespace',
			task('io.kestra.plugin.core.flow.Subflow', 'namespace: "{{ inputs.ns }}"\nflowId: send'),
			'call ? {{ inputs.ns }}',
		],
		[
			'an unquoted expression, which YAML reads as a map',
			task('io.kestra.plugin.core.flow.Subflow', 'namespace: {{ inputs.ns }}\nflowId: send'),
			'call ? an unquoted {{ … }}',
		],
		[
			'what Terraform fills in',
			task('io.kestra.plugin.core.flow.Subflow', `namespace: ${terraform}\nflowId: send`),
			`call ? ${terraform}`,
		],
		[
			'a call within its own namespace',
			task('io.kestra.plugin.core.flow.Subflow', 'namespace: "{{ flow.namespace }}"\nflowId: x'),
		],
		[
			'a namespace that is put together from the flow and a variable',
			report(
				'variables:\n  top: shared\ntasks:\n  - id: t\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: "{{ vars.top }}"\n    flowId: send\n',
			),
			'call shared.send',
		],
		[
			'a variable that leads to a variable, joined with text',
			report(
				'variables:\n  a: "{{ vars.b }}"\n  b: acme\ntasks:\n  - id: t\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: "{{ render(vars.a) ~ \'.sales\' }}"\n    flowId: load\n',
			),
			'call acme.sales.load',
		],
		[
			'variables in a circle',
			report(
				'variables:\n  a: "{{ vars.b }}"\n  b: "{{ vars.a }}"\ntasks:\n  - id: t\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: "{{ vars.a }}"\n    flowId: x\n',
			),
			'call ? {{ vars.a }}',
		],
		[
			'the namespace in pluginDefaults',
			report(
				'pluginDefaults:\n  - type: io.kestra.plugin.core.flow.Subflow\n    values:\n      namespace: shared\ntasks:\n  - id: t\n    type: io.kestra.plugin.core.flow.Subflow\n    flowId: send\n',
			),
			'call shared.send',
		],
		[
			'a default that is forced',
			report(
				'taskDefaults:\n  - type: io.kestra.plugin.core.flow\n    forced: true\n    values:\n      namespace: shared\ntasks:\n  - id: t\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: acme.sales\n    flowId: send\n',
			),
			'call shared.send',
		],
		[
			'a task that is switched off',
			task('io.kestra.plugin.core.flow.Subflow', `${target}\ndisabled: true`),
			'call shared.send, off',
		],
		[
			'inputs of a call, whatever their names',
			task(
				'io.kestra.plugin.core.flow.Subflow',
				`${target}\ninputs:\n  id: "{{ kv('k', 'acme.sales') }}"\n  type: "{{ secret('K', namespace='acme.sales') }}"`,
			),
			'call shared.send',
			'kv acme.sales',
			'secret acme.sales',
		],
		[
			'texts for people that a task sends',
			task(
				'io.kestra.plugin.jira.issues.Create',
				`title: "{{ kv('k', 'shared') }}"\ndescription: "{% if kv('k', 'acme.sales') %}x{% endif %}"\npayload:\n  displayName: "{{ kv('k', 'acme') }}"`,
			),
			'kv shared',
			'kv acme.sales',
			'kv acme',
		],
		['labels of a flow', report(`labels:\n  owner: "{{ kv('k', 'shared') }}"\n`), 'kv shared'],
		[
			'values that an anchor and a merge bring',
			report(
				'variables:\n  x: &call\n    namespace: shared\n    flowId: send\ntasks:\n  - <<: *call\n    id: t\n    type: io.kestra.plugin.core.flow.Subflow\n',
			),
			'call shared.send',
		],
		[
			'a namespace of another tool',
			task('io.kestra.plugin.kubernetes.PodCreate', 'namespace: shared'),
		],
		[
			'a namespace of CloudWatch and of a task runner',
			task(
				'io.kestra.plugin.aws.cloudwatch.Query',
				'namespace: AWS/EC2\ntaskRunner:\n  type: io.kestra.plugin.ee.kubernetes.runner.Kubernetes\n  namespace: shared',
			),
		],
	]);
});

describe('listening', () => {
	const old = 'io.kestra.core.models';
	const condition = 'io.kestra.plugin.core.condition';
	check([
		['to everything, without conditions', listening(''), 'listen everything'],
		[
			'to everything, with a condition on the state alone',
			listening(`conditions:\n  - type: ${condition}.ExecutionStatus\n    in: [FAILED]`),
			'listen everything',
		],
		[
			'to everything, in dependsOn without a namespace',
			listening('dependsOn:\n  - states: [FAILED]'),
			'listen everything',
		],
		[
			'to a flow, under old names',
			trigger(
				`id: on\ntype: ${old}.triggers.types.Flow\nconditions:\n  - type: ${old}.conditions.types.ExecutionFlowCondition\n    namespace: shared\n    flowId: send`,
			),
			'listen shared.send',
		],
		[
			'to a namespace and what begins like it, whole segments or not',
			listening(
				`conditions:\n  - type: ${condition}.ExecutionNamespace\n    namespace: acme\n    prefix: true`,
			),
			'listen [acme.finance acme.sales acme acmecorp]',
		],
		[
			'by suffix; prefix does not count beside a comparison',
			listening(
				`conditions:\n  - type: ${condition}.ExecutionNamespace\n    namespace: sales\n    comparison: SUFFIX\n    prefix: true`,
			),
			'listen [acme.sales]',
		],
		[
			'to all but one namespace',
			listening(
				`conditions:\n  - type: ${condition}.Not\n    conditions:\n      - type: ${condition}.ExecutionNamespace\n        namespace: acme\n        prefix: true`,
			),
			'listen [shared]',
		],
		[
			'to all, where only a state is negated',
			listening(
				`conditions:\n  - type: ${condition}.Not\n    conditions:\n      - type: ${condition}.ExecutionStatus\n        in: [SUCCESS]`,
			),
			'listen everything',
		],
		[
			'to either of two',
			listening(
				`conditions:\n  - type: ${condition}.Or\n    conditions:\n      - type: ${condition}.ExecutionNamespace\n        namespace: shared\n      - type: ${condition}.ExecutionFlow\n        namespace: acme.sales\n        flowId: load`,
			),
			'listen [shared acme.sales]',
		],
		[
			'to several that must all come',
			listening(
				`conditions:\n  - type: ${condition}.MultipleCondition\n    conditions:\n      one:\n        type: ${condition}.ExecutionFlow\n        namespace: shared\n        flowId: send\n      two:\n        type: ${condition}.ExecutionFlow\n        namespace: acme.sales\n        flowId: load`,
			),
			'listen shared.send',
			'listen acme.sales.load',
		],
		[
			'with preconditions',
			listening(
				'preconditions:\n  id: p\n  flows:\n    - namespace: shared\n      flowId: send\n  where:\n    - id: w\n      filters:\n        - field: NAMESPACE\n          type: IN\n          values: [acme.sales, shared]\n        - field: FLOW_ID\n          type: NOT_EQUAL_TO\n          value: send',
			),
			'listen shared.send',
			'listen [acme.sales]',
		],
		[
			'with dependsOn of 2.0',
			listening('dependsOn:\n  - namespace: shared\n    flowId: send\n  - namespace: acme.sales'),
			'listen shared.send',
			'listen acme.sales',
		],
		[
			'to what pluginDefaults say, of the trigger and of its conditions',
			report(
				`pluginDefaults:\n  - type: io.kestra.plugin.core.trigger.Flow\n    values:\n      conditions:\n        - type: ${condition}.ExecutionFlow\n          namespace: shared\n          flowId: send\n  - type: ${condition}.ExecutionNamespace\n    values:\n      namespace: acme.sales\ntriggers:\n  - id: on\n    type: io.kestra.plugin.core.trigger.Flow\n  - id: too\n    type: io.kestra.plugin.core.trigger.Flow\n    conditions:\n      - type: ${condition}.ExecutionNamespace\n`,
			),
			'listen shared.send',
			'listen acme.sales',
		],
		[
			'to everything, with defaults that need themselves',
			report(
				'pluginDefaults:\n  - type: io.kestra\n    values:\n      x:\n        type: io.kestra.y\ntriggers:\n  - id: on\n    type: io.kestra.plugin.core.trigger.Flow\n',
			),
			'listen everything',
		],
		[
			'with a when, which nobody can rely on',
			listening('dependsOn:\n  - namespace: shared\n    when: "{{ flowId == \'x\' }}"'),
			'listen shared, unsure',
		],
		[
			'with a when and nothing else',
			listening('when: "{{ namespace | startsWith(\'shared\') }}"'),
			"listen ? when: {{ namespace | startsWith('shared') }}",
		],
		[
			'with a condition that is not known',
			listening(`conditions:\n  - type: ${condition}.Expression\n    expression: "{{ x }}"`),
			'listen ? Expression',
		],
	]);
});

describe('pairs, secrets and files', () => {
	check([
		['kv with a namespace in second place', log(`"{{ kv('k', 'shared') }}"`), 'kv shared'],
		['kv with named arguments', log(`"{{ kv(namespace='shared', key='k') }}"`), 'kv shared'],
		['kv without a namespace', log(`"{{ kv('k') }}"`)],
		[
			'a task that sets a pair elsewhere',
			task('io.kestra.plugin.core.kv.Set', 'key: k\nvalue: v\nnamespace: shared'),
			'kv shared',
		],
		[
			'a secret of another namespace',
			log(`"{{ secret('K', namespace='shared') }}"`),
			'secret shared',
		],
		['read with a namespace', log(`"{{ read('f.sql', namespace='shared') }}"`), 'file shared'],
		[
			'fileURI with a namespace',
			log(`"{{ fileURI('f.sql', namespace='shared') }}"`),
			'file shared',
		],
		['an address of a namespace file', log(`"{{ read('nsfile://shared/f.sql') }}"`), 'file shared'],
		[
			'an address with an expression',
			log('"nsfile://{{ flow.namespace }}/f and nsfile://{{ inputs.x }}/f"'),
			'file ? {{ inputs.x }}',
		],
		['an address in its own namespace', log('"nsfile:///f.sql"')],
		[
			'namespaceFiles of others',
			task(
				'io.kestra.plugin.scripts.shell.Commands',
				'namespaceFiles:\n  namespaces:\n    - shared\n    - "{{ flow.namespace }}"',
			),
			'file shared',
		],
		[
			'a task that uploads elsewhere',
			task('io.kestra.plugin.core.namespace.UploadFiles', 'namespace: shared'),
			'file shared',
		],
		[
			'a call within a call, with brackets between',
			log(
				`"{{ (kv('a', namespace=('sha' ~ 'red')) ~ read(path=kv('p', 'shared'), namespace='acme.sales')) | upper }}"`,
			),
			"kv ? {{ ('sha' ~ 'red') }}",
			'kv shared',
			'file acme.sales',
		],
		[
			'a text in quotes that is filled in later, in quotes of either kind',
			log(
				`'{{ render("{{ kv(''k'', ''shared'') }}") ~ render("{{ read(''f'', namespace=\\"acme.sales\\") }}") }}'`,
			),
			'kv shared',
			'file acme.sales',
		],
		[
			'names that only a run tells',
			log(`"{{ kv(inputs.k) }} {{ secret('A' ~ inputs.b, namespace=flow.namespace) }}"`),
			'kv ? the name: {{ inputs.k }}',
			"secret ? the name: {{ 'A' ~ inputs.b }}",
		],
		[
			'such a name of another namespace, which decides',
			log('"{{ kv(inputs.k, \'shared\') }}"'),
			'kv shared',
		],
		[
			'a task that gets such a name',
			task('io.kestra.plugin.core.kv.Get', 'key: "{{ inputs.k }}"'),
			'kv ? the name: {{ inputs.k }}',
		],
		[
			'namespace= in a function that is not known',
			log(`"{{ soon('x', namespace='shared') }}"`),
			'look shared',
		],
		['a comparison is no argument', log(`"{{ trigger.namespace == 'shared' ? read('f') : '' }}"`)],
		['a comment of an expression', log(`"{# {{ kv('k', 'shared') }} #}"`)],
		[
			'what is raw',
			log(`"{% raw %}{{ kv('k', 'shared') }}{% endraw %}{{ kv('k', 'acme.sales') }}"`),
			'kv acme.sales',
		],
		['a description', report(`description: "{{ kv('k', 'shared') }}"\n`)],
		[
			'a condition in a block',
			log(`"{% if kv('k', 'shared') == 'on' %}yes{% endif %}"`),
			'kv shared',
		],
		['a brace in quotes', log(`"{{ kv('}}', 'shared') }}"`), 'kv shared'],
		[
			'an expression in a script',
			task(
				'io.kestra.plugin.scripts.python.Script',
				`script: |\n  import os\n  x = "{{ kv('k', 'shared') }}"`,
			),
			'kv shared',
		],
	]);
});

describe('Git, operations, the API and the rest', () => {
	const git = 'io.kestra.plugin.git';
	const core = 'io.kestra.plugin.core';
	check([
		[
			'SyncFlows with children',
			task(`${git}.SyncFlows`, 'targetNamespace: acme\nincludeChildNamespaces: true'),
			'git [acme.finance acme.sales acme]',
		],
		[
			'PushFlows',
			task(`${git}.PushFlows`, 'sourceNamespace: shared\ntargetNamespace: prod'),
			'git shared',
		],
		['SyncNamespaceFiles', task(`${git}.SyncNamespaceFiles`, 'namespace: shared'), 'git shared'],
		[
			'NamespaceSync of a namespace without flows',
			task(`${git}.NamespaceSync`, 'namespace: other'),
			'git other, absent',
		],
		...(['PushFlows', 'SyncFlows', 'NamespaceSync', 'PushNamespaceFiles'] as const).map(
			(type): Fixture => [
				`${type} of its own namespace with its children`,
				inAcme(`${git}.${type}`, 'includeChildNamespaces: true'),
				'git [acme acme.finance acme.sales]',
			],
		),
		['PushFlows of its own namespace alone', inAcme(`${git}.PushFlows`)],
		[
			'PushFlows, with or without children',
			inAcme(`${git}.PushFlows`, 'includeChildNamespaces: "{{ inputs.deep }}"'),
			'git [acme acme.finance acme.sales], unsure',
		],
		[
			'the older Push, which takes children along',
			inAcme(`${git}.Push`),
			'git [acme acme.finance acme.sales]',
		],
		['the older Push without children', inAcme(`${git}.Push`, 'flows:\n  childNamespaces: false')],
		['the older Push without flows', inAcme(`${git}.Push`, 'flows:\n  enabled: false')],
		['TenantSync', task(`${git}.TenantSync`), 'git everything'],
		[
			'a purge without a namespace',
			task(`${core}.execution.PurgeExecutions`),
			'operation everything',
		],
		[
			'a purge under its old name',
			task('io.kestra.core.tasks.storages.Purge', 'namespace: acme'),
			'operation [acme.finance acme.sales acme]',
		],
		[
			'a purge of pairs by pattern',
			task(`${core}.kv.PurgeKV`, 'namespacePattern: "acme*"'),
			'operation [acme.finance acme.sales acme acmecorp]',
		],
		[
			'a purge of pairs, which takes children along',
			task(`${core}.kv.PurgeKV`, 'namespaces: [acme]'),
			'operation [acme.finance acme.sales acme]',
		],
		[
			'a purge of files that leaves children out',
			task(`${core}.namespace.PurgeFiles`, 'namespaces: [acme]\nincludeChildNamespaces: false'),
			'operation acme',
		],
		[
			'Toggle',
			task(`${core}.trigger.Toggle`, 'namespace: shared\nflowId: send\ntrigger: t'),
			'operation shared.send',
		],
		[
			'Count, flow by flow',
			task(
				`${core}.execution.Count`,
				'flows:\n  - namespace: shared\n    flowId: send\n  - namespace: acme.sales\n    flowId: load',
			),
			'operation shared.send',
			'operation acme.sales.load',
		],
		['Fetch of one’s own logs', task(`${core}.log.Fetch`)],
		[
			'a task of plugin-kestra',
			task('io.kestra.plugin.kestra.flows.List', 'namespace: shared'),
			'api shared',
		],
		[
			'an address of the API',
			task(`${core}.http.Request`, 'uri: "{{ kestra.url }}/api/v1/main/executions/shared/send"'),
			'api shared',
		],
		[
			'an address of the API without a tenant, in its older form',
			task(
				`${core}.http.Request`,
				'uri: http://kestra:8080/api/v1/executions/trigger/acme.sales/load',
			),
			'api acme.sales',
		],
		[
			'the older form in a script, with a tenant',
			task(
				'io.kestra.plugin.scripts.shell.Commands',
				'commands:\n  - curl -X POST "$KESTRA/api/v1/main/executions/trigger/shared/send?wait=true"',
			),
			'api shared',
		],
		[
			'other addresses that name a namespace',
			log(
				'"http://kestra/api/v1/executions/flows/shared/send http://kestra/api/v1/main/flows/acme.sales http://kestra/api/v1/logs/shared/send http://kestra/api/v1/main/namespaces/acme.sales/kv/k"',
			),
			'api shared',
			'api acme.sales',
			'api shared',
			'api acme.sales',
		],
		[
			'an address with an expression for the namespace',
			log(
				`"http://kestra/api/v1/executions/{{ flow.namespace }}/x {{ kestra.url }}/api/v1/executions/trigger/{{ inputs.ns }}/x"`,
			),
			'api acme.finance',
			'api ? {{ inputs.ns }}',
		],
		[
			'an address that acts on a search',
			log(
				'"http://kestra/api/v1/main/executions/kill/by-query http://kestra/api/v1/flows/delete/by-ids"',
			),
			'api ? /api/v1/…executions',
			'api ? /api/v1/…flows',
		],
		[
			'an execution by its id, written out or known to the flow, and a flow of the same name as an action',
			log(
				'"http://kestra/api/v1/main/executions/2V5kfk1X3TGHZ1nGkRsGrX/kill http://kestra/api/v1/executions/{{ outputs.start.executionId }}/resume http://kestra/api/v1/executions/{{ trigger.id }}/replay http://kestra/api/v1/main/executions/shared/restart"',
			),
			'api ? /api/v1/…executions',
			'api ? /api/v1/…executions',
			'api ? /api/v1/…executions',
			'api shared',
		],
		[
			'a webhook of another flow',
			task(
				`${core}.http.Request`,
				'uri: http://localhost:8080/api/v1/executions/webhook/shared/send/key',
			),
			'api shared',
		],
		[
			'an API that may be another product’s',
			task(`${core}.http.Request`, 'uri: https://n8n.test/api/v1/executions'),
			'api ? /api/v1/…executions, unsure',
		],
		[
			'the list of namespaces of the API',
			task(`${core}.http.Request`, 'uri: http://localhost:8080/api/v1/namespaces/search?size=1'),
			'api ? /api/v1/…namespaces',
		],
		[
			'the API of a Kubernetes cluster',
			task(`${core}.http.Request`, 'uri: https://k8s.test/api/v1/namespaces/shared/pods'),
		],
		[
			'a reusable input',
			report('inputs:\n  - id: region\n    type: STRING\n    ref: region\n    namespace: shared\n'),
			'look shared',
		],
	]);
});

test('the place of a reference is the line in the file, in blocks too, with any ending of lines', () => {
	const text = task(
		'io.kestra.plugin.scripts.shell.Commands',
		`commands:\n  - |\n    one\n    {{ kv('k', 'shared') }}`,
	);
	const line = text.split('\n').findIndex((each) => each.includes('kv(')) + 1;
	expect(referencesIn(text).map((each) => each.line)).toEqual([line]);
	expect(referencesIn(`\uFEFF${text.replaceAll('\n', '\r\n')}`).map((each) => each.line)).toEqual([
		line,
	]);
});

test('what a task sends is said to be of the task, whatever ids it holds, and is not switched off by it', () => {
	const text = task(
		'io.kestra.plugin.core.http.Request',
		`body:\n  id: other\n  disabled: true\n  text: "{{ kv('k', 'shared') }}"`,
	);
	expect(referencesIn(text)).toEqual([
		expect.objectContaining({ where: expect.stringMatching(/^t: /) }),
	]);
	expect(referencesIn(text).map(lineOf)).toEqual(['kv shared']);
});

test('the place of what a trigger listens to is the line that says so', () => {
	const text = listening(
		'conditions:\n  - type: io.kestra.plugin.core.condition.ExecutionNamespace\n    namespace: shared',
	);
	const line = text.split('\n').findIndex((each) => each.includes('namespace: shared')) + 1;
	expect(referencesIn(text).map((each) => each.line)).toEqual([line]);
});

test('the text of a blueprint’s page refers to nothing', () => {
	expect(referencesIn(report('extend:\n  title: "nsfile://shared/x"\n'))).toEqual([]);
});
