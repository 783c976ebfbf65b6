import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runOn } from '../../src/run-on.ts';
import type { Seen } from '../../src/schemas/experiment.ts';
import { fingerprint, idOf, readExperiments } from '../../tools/lib/kestra/experiments.ts';
import { differences, stale, unexpected } from '../../tools/lib/kestra/judge.ts';
import { plannedSteps } from '../../tools/lib/kestra/plan.ts';

const experiments = readExperiments();
const ids = experiments.map(({ id }) => id);

/** Runs that fail in a tenant without a later control of the same flow there: they might fail in any case. */
const withoutControlElsewhere = (steps: (typeof experiments)[number]['steps']) =>
	steps.flatMap((step, at) => {
		if (!('run' in step) || step.tenant === 'main' || step.ends !== 'FAILED') return [];
		const works = steps
			.slice(at)
			.some(
				(other) =>
					'run' in other &&
					other.run === step.run &&
					other.tenant === step.tenant &&
					other.ends === 'SUCCESS' &&
					other.control,
			);
		return works ? [] : [step.id];
	});

test('some experiments fail in another tenant, and a missing control is found', () => {
	const failing = experiments.filter(({ steps }) =>
		steps.some((step) => 'run' in step && step.tenant === 'other' && step.ends === 'FAILED'),
	);
	expect(failing.length).toBeGreaterThan(2);
	for (const { steps } of failing)
		expect(
			withoutControlElsewhere(steps.filter((step) => !('control' in step && step.control))),
		).not.toEqual([]);
});

test('there are experiments, and each has an id and a place of its own', () => {
	expect(experiments.length).toBeGreaterThan(10);
	const orders = experiments.map(({ order }) => order);
	expect(new Set(orders).size).toBe(orders.length);
});

describe.each(experiments)('the experiment $id', (experiment) => {
	const { id, steps, rows, flows, outcome } = experiment;
	const stepIds = steps.flatMap((step) => idOf(step) ?? []);

	test('was run as it stands, on the release that the site names', () => {
		expect(stale(experiment, runOn)).toBeUndefined();
	});

	test('showed what it expects', () => {
		expect(unexpected(experiment, outcome?.steps ?? {})).toEqual([]);
		expect(Object.keys(outcome?.steps ?? {}).sort()).toEqual(stepIds.toSorted());
	});

	test('has a positive control, done before anything that must not happen', () => {
		const control = steps.findIndex((step) => 'control' in step && step.control);
		expect(control).toBeGreaterThanOrEqual(0);
		const silent = steps.findIndex((step) => 'silent' in step || 'held' in step);
		if (silent >= 0) expect(control).toBeLessThan(silent);
	});

	test('shows that what fails in another tenant can work there', () => {
		expect(withoutControlElsewhere(steps)).toEqual([]);
	});

	test('uses every flow that it has, and names every step once', () => {
		const used = plannedSteps(experiment).flatMap((step) => step.flows.map(({ name }) => name));
		expect(Object.keys(flows).filter((file) => !used.includes(file))).toEqual([]);
		expect(new Set(stepIds).size).toBe(stepIds.length);
	});

	test('rests each cell of the table on a step of its own or on another experiment', () => {
		for (const row of rows)
			for (const cell of [row.namespace, row.child, row.tenant]) {
				if (!cell) continue;
				const shown = (cell.steps ?? []).filter((step) => stepIds.includes(step));
				expect(shown).toEqual(cell.steps ?? []);
				expect(shown.length > 0 || ids.includes(cell.of ?? ''), cell.says).toBe(true);
			}
	});

	test('has a page with its facts, flows, steps and clean-up', () => {
		const path = `src/content/docs/experiments/${id}.mdx`;
		expect(existsSync(path)).toBe(true);
		const page = readFileSync(path, 'utf8');
		for (const part of ['Facts', 'Flows', 'Steps', 'CleanUp'])
			expect(page).toContain(`<Experiment${part} id="${id}" />`);
	});
});

test('every page is that of an experiment', () => {
	const pages = globSync('src/content/docs/experiments/*.mdx').map((path) =>
		path.replace(/^.*[\\/]|\.mdx$/g, ''),
	);
	expect(pages.filter((page) => page !== 'index').sort()).toEqual(ids.toSorted());
});

describe('an experiment that was changed', () => {
	const [experiment] = experiments;
	const run = experiment!.steps.findIndex((step) => 'run' in step);

	test('is stale when a flow was edited, and when a word for readers was, it is not', () => {
		const [file, text] = Object.entries(experiment!.flows)[0]!;
		const edited = { ...experiment!, flows: { ...experiment!.flows, [file]: `${text}\n` } };
		expect(stale(edited, runOn)).toMatch(/was edited and not run again/);
		expect(fingerprint({ ...experiment!, question: 'Other words?' })).toBe(
			fingerprint(experiment!),
		);
	});

	test('is stale when an expectation was edited, on another release, and when it was never run', () => {
		const steps = experiment!.steps.with(run, {
			...experiment!.steps[run],
			ends: 'FAILED',
		} as never);
		expect(stale({ ...experiment!, steps }, runOn)).toMatch(/was edited/);
		expect(stale(experiment!, '9.9.9')).toMatch(/was run on/);
		expect(stale({ ...experiment!, outcome: undefined }, runOn)).toMatch(/has not been run/);
	});

	test('is named when it shows something else', () => {
		const id = idOf(experiment!.steps[run]!)!;
		const seen: Record<string, Seen> = { ...experiment!.outcome!.steps, [id]: { state: 'KILLED' } };
		expect(unexpected(experiment!, seen).join()).toContain(`${experiment!.id}, step ${id}`);
		expect(differences(experiment!, experiment!.outcome!, seen).join()).toContain(id);
		expect(differences(experiment!, experiment!.outcome!, experiment!.outcome!.steps)).toEqual([]);
	});
});
