/** `npm run check:kestra -- --url`: the experiments through the API, against a server that answers as Kestra's does. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { experiment } from '../../src/schemas/experiment.ts';
import { leftOut, movedTo, tryOn, writtenBy } from '../../tools/lib/kestra/api.ts';
import { type ExperimentOnDisk, readExperiments } from '../../tools/lib/kestra/experiments.ts';
import { plannedFlow } from '../../tools/lib/kestra/plan.ts';
import { fakeKestra } from '../support/fake-kestra.ts';

const login = { KESTRA_USERNAME: 'admin@example.com', KESTRA_PASSWORD: 'correct horse' };
const log = (message: string) =>
	`  - { id: log, type: io.kestra.plugin.core.log.Log, message: ${message} }`;
const flow = (id: string, ...tasks: readonly string[]) =>
	`id: ${id}\nnamespace: acme.marketing\ntasks:\n${tasks.join('\n')}\n`;
const pair =
	'  - { id: set, type: io.kestra.plugin.core.kv.Set, namespace: acme.finance, key: a, value: b }';

/** A small experiment with the given flows and steps. */
function made(flows: Readonly<Record<string, string>>, steps: readonly object[]): ExperimentOnDisk {
	const data = experiment.parse({
		order: 1,
		title: 'T',
		question: 'Q',
		answer: 'A',
		watched: 'W',
		contradicts: 'C',
		cleanUp: [],
		steps,
	});
	return { ...data, id: 'made', flows };
}
const logs = (logs: string) => ({
	id: 'a',
	run: 'a.yaml',
	ends: 'SUCCESS',
	logs,
	shows: '',
	seconds: 1,
});

let kestra: Awaited<ReturnType<typeof fakeKestra>>;
let said: string[];
const trying = (...experiments: readonly ExperimentOnDisk[]) =>
	tryOn(kestra.url, experiments, login, (line) => said.push(line));

beforeEach(async () => {
	said = [];
	kestra = await fakeKestra(`${login.KESTRA_USERNAME}:${login.KESTRA_PASSWORD}`);
});
afterEach(async () => {
	await kestra.close();
});

describe('an experiment on a Kestra of the reader’s', () => {
	const right = () =>
		made({ 'a.yaml': flow('a', pair, log('Hello')) }, [{ save: ['a.yaml'] }, logs('Hello')]);

	test('is done in a namespace of its own and removed again', async () => {
		expect(await trying(right())).toEqual([]);
		expect(said).toEqual(['made … as expected']);
		expect(kestra.touched.size).toBe(2);
		for (const namespace of kestra.touched)
			expect(namespace).toMatch(/^environments-guide-[0-9a-f]{8}\.(marketing|finance)$/);
		expect([kestra.flows.size, kestra.executions.size, kestra.pairs.size]).toEqual([0, 0, 0]);
	});

	test('makes a new revision of a flow that is there', async () => {
		const flows = { 'a.yaml': flow('a', log('Old')), 'b.yaml': flow('a', log('New')) };
		const steps = [{ save: ['a.yaml'] }, { save: ['b.yaml'] }, logs('New')];
		expect(await trying(made(flows, steps))).toEqual([]);
	});

	test('sees what is refused, and what has not been started', async () => {
		const flows = {
			'a.yaml': `${flow('a', log('Hello'))}pluginDefaults: []\n`,
			'b.yaml': flow('b', log('Hello')),
		};
		flows['a.yaml'] = flows['a.yaml'].replace('[]', '[1]');
		const steps = [
			{ id: 'no', refuse: 'a.yaml', says: 'Unrecognized field "pluginDefaults"', shows: '' },
			{ id: 'yes', accept: 'b.yaml', shows: '' },
			{ save: ['b.yaml'] },
			{ id: 'silent', silent: 'b.yaml', shows: '' },
		];
		expect(await trying(made(flows, steps))).toEqual([]);
	});

	test('is named when it shows something else, and is removed all the same', async () => {
		const faults = await trying(
			made({ 'a.yaml': flow('a', '  - { id: f, type: io.kestra.plugin.core.execution.Fail }') }, [
				{ save: ['a.yaml'] },
				{ id: 'a', run: 'a.yaml', ends: 'SUCCESS', shows: '', seconds: 1 },
			]),
		);
		expect(faults.join()).toMatch(/made, step a: expected an execution in SUCCESS, saw "FAILED"/);
		expect([kestra.flows.size, kestra.executions.size]).toEqual([0, 0]);
	});

	test('that breaks off is named and removed', async () => {
		const faults = await trying(
			made({ 'a.yaml': flow('a', log('Hello')), 'b.yaml': flow('b', log('Hello')) }, [
				{ save: ['a.yaml'] },
				{ id: 'b', run: 'b.yaml', ends: 'SUCCESS', shows: '' },
			]),
		);
		expect(faults.join()).toMatch(/made: POST \/executions\/\S+ was answered with 404/);
		expect(kestra.flows.size).toBe(0);
	});

	test('says what to do when the login is refused', async () => {
		const faults = await tryOn(kestra.url, [right()], {}, () => {});
		expect(faults.join()).toContain('Set KESTRA_USERNAME and KESTRA_PASSWORD');
		expect(kestra.touched.size).toBe(0);
	});
});

describe('the experiments of this site', () => {
	const all = readExperiments();

	test('touch nothing but namespaces below their own, or are left out', () => {
		const done = all.filter((each) => !leftOut(each));
		expect(done.length).toBeGreaterThan(5);
		for (const each of done)
			for (const [file, text] of Object.entries(movedTo(each, 'own').flows)) {
				const planned = plannedFlow(file, text);
				const named = [...text.matchAll(/^\s*(?:- )?namespace: (\S+)/gm)].map(([, name]) => name);
				for (const name of [...named, ...writtenBy(planned).map(({ namespace }) => namespace)])
					expect(name, `${each.id}/${file}`).toMatch(/^own(\.|$)/);
				expect(text, `${each.id}/${file}`).not.toMatch(/\bacme\./);
			}
	});

	test('that would need more than a namespace are left out, with the reason', () => {
		for (const id of [
			'noisy-neighbour',
			'stored-plugin-defaults',
			'system-namespace',
			'server-values',
			'schedules',
		])
			expect(leftOut(all.find((each) => each.id === id)!), id).toBeTruthy();
		expect(leftOut(all.find((each) => each.id === 'kv-pairs')!)).toBeUndefined();
	});
});
