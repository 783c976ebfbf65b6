/** The kinds of reference: each has rules, a fixture, and a command that finds it without this site. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KindId, kinds } from '../../src/split/kinds.ts';
import { functionRules, ruleFor, typeRules } from '../../src/split/rules.ts';
import { referencesIn, report, tasks, trigger } from '../support/flows.ts';

const task = (type: string, rest: string) => tasks(`id: t\ntype: ${type}\n${rest}`);
const log = (message: string) => task('io.kestra.plugin.core.log.Log', `message: "${message}"`);

/** Texts that refer to `shared`, by kind, under old names and new. */
const written: Readonly<Record<KindId, readonly string[]>> = {
	call: ['io.kestra.plugin.core.flow.Subflow', 'io.kestra.core.tasks.flows.Flow'].map((type) =>
		task(type, 'namespace: shared\nflowId: send'),
	),
	listen: ['io.kestra.plugin.core.trigger.Flow', 'io.kestra.core.models.triggers.types.Flow'].map(
		(type) => trigger(`id: on\ntype: ${type}\ndependsOn:\n  - namespace: shared`),
	),
	kv: [
		log("{{ kv('k', 'shared') }}"),
		task('io.kestra.plugin.core.kv.Get', 'key: k\nnamespace: shared'),
	],
	secret: [log("{{ secret('K', namespace='shared') }}")],
	file: [
		log("{{ read('nsfile://shared/f') }}"),
		log("{{ fileURI('f', namespace = 'shared') }}"),
		task('io.kestra.plugin.core.namespace.DownloadFiles', 'namespace: shared'),
	],
	git: [task('io.kestra.plugin.git.SyncFlows', 'url: x\ntargetNamespace: shared')],
	operation: [
		task('io.kestra.plugin.core.execution.PurgeExecutions', 'namespace: shared'),
		task('io.kestra.core.tasks.executions.Counts', 'namespaces: [shared]'),
		task('io.kestra.plugin.core.log.Fetch', 'namespace: shared'),
	],
	api: [
		log('http://kestra:8080/api/v1/main/executions/shared/send'),
		task('io.kestra.plugin.kestra.executions.Query', 'namespace: shared'),
	],
	look: [report('inputs:\n  - id: r\n    type: STRING\n    ref: r\n    namespace: shared\n')],
};

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (id, { shell }) => {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'flows-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test.each(written[id])('is found by the check and by its command: %j', (text) => {
		const [reference] = referencesIn(text);
		expect(reference).toMatchObject({ kind: id, target: expect.anything() });
		writeFileSync(join(folder, 'flow.yaml'), text);
		writeFileSync(join(folder, 'notes.txt'), text);
		const { stdout, status } = spawnSync('sh', ['-c', shell], { cwd: folder, encoding: 'utf8' });
		expect(status).toBe(0);
		expect(stdout).toContain('flow.yaml');
		expect(stdout).toMatch(/shared/);
		expect(stdout).not.toContain('notes.txt');
	});

	test('its command finds nothing in a flow that refers to nothing', () => {
		writeFileSync(join(folder, 'flow.yaml'), log("{{ kv('own') }} {{ secret('OWN') }}"));
		rmSync(join(folder, 'notes.txt'), { force: true });
		expect(spawnSync('sh', ['-c', shell], { cwd: folder, encoding: 'utf8' }).stdout).toBe('');
	});
});

test('no type has two rules, and a family takes what is below it', () => {
	const types = typeRules.flatMap((rule) => rule.types);
	expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
	expect(ruleFor('io.kestra.plugin.kestra.flows.List')?.kind).toBe('api');
	expect(ruleFor('io.kestra.plugin.kestra-like.flows.List')).toBeUndefined();
});

test('every kind has rules, or is read by code of its own', () => {
	const ruled = new Set([
		...typeRules.map(({ kind }) => kind),
		...Object.values(functionRules).map(({ kind }) => kind),
	]);
	expect(kinds.map(({ id }) => id).filter((id) => !ruled.has(id))).toEqual(['listen', 'look']);
});

test('what the engine was seen to do outranks: within an instance, tenants share no pair, file or call', () => {
	const tenant = (id: KindId) => kinds.find((kind) => kind.id === id)?.effects.tenant;
	expect((['kv', 'file', 'call', 'listen'] as const).map(tenant)).toEqual([
		'breaks',
		'breaks',
		'breaks',
		'unsure',
	]);
	expect(
		kinds
			.filter(({ experiment }) => experiment)
			.every(({ effects }) => effects.namespace === 'works'),
	).toBe(true);
});
