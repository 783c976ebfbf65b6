/** Says whether what was seen is what was expected, and whether it is what was written down. */
import { isDeepStrictEqual } from 'node:util';
import type { Outcome, Seen, Step } from '../../../src/schemas/experiment.ts';
import { type ExperimentOnDisk, fingerprint, idOf } from './experiments.ts';

/** What was seen, without what Kestra adds for its developers: the class, and a list of all known properties. */
export function tidied(seen: Seen): Seen {
	if (seen.refusal === undefined) return seen;
	return { ...seen, refusal: seen.refusal.replace(/ \(class .*$/s, '').trim() };
}

/** What one step was expected to show and did not, as sentences. */
function faultsOf(step: Step, seen: Seen): readonly string[] {
	const faults: string[] = [];
	const expect = (holds: boolean, wanted: string, got: unknown) => {
		if (!holds) faults.push(`expected ${wanted}, saw ${JSON.stringify(got)}`);
	};
	if ('ends' in step) {
		expect(seen.state === step.ends, `an execution in ${step.ends}`, seen.state ?? seen.started);
		if (step.logs)
			expect(
				!!seen.log?.includes(step.logs),
				`a log line with ${JSON.stringify(step.logs)}`,
				seen.log,
			);
		if (step.level) expect(seen.level === step.level, `the level ${step.level}`, seen.level);
		if (step.lacks)
			expect(seen.lacks === true, `no log line with ${JSON.stringify(step.lacks)}`, seen.log);
	} else if ('silent' in step) expect(seen.started === 0, 'no execution', seen.started);
	else if ('held' in step)
		expect(seen.state === 'not ended', `no end within ${step.seconds} seconds`, seen.state);
	else if ('refuse' in step)
		expect(
			!!seen.refusal?.includes(step.says),
			`a refusal with ${JSON.stringify(step.says)}`,
			seen.refusal,
		);
	else if ('accept' in step) expect(seen.refusal === '', 'no refusal', seen.refusal);
	return faults;
}

/** Every step of an experiment that did not show what was expected. A step that was not done is one of them. */
export function unexpected(
	experiment: ExperimentOnDisk,
	seen: Readonly<Record<string, Seen>>,
): readonly string[] {
	if (seen['failure']) return [`${experiment.id}: ${seen['failure'].state}`];
	return experiment.steps.flatMap((step) => {
		const id = idOf(step);
		if (!id) return [];
		const shown = seen[id];
		const faults = shown ? faultsOf(step, shown) : ['it was not done'];
		return faults.map((fault) => `${experiment.id}, step ${id}: ${fault}`);
	});
}

/** Whether an experiment's outcome is that of the experiment as it stands, run on this release. */
export function stale(experiment: ExperimentOnDisk, release: string): string | undefined {
	const { id, outcome } = experiment;
	if (!outcome) return `${id} has not been run.`;
	if (outcome.fingerprint !== fingerprint(experiment)) return `${id} was edited and not run again.`;
	if (outcome.kestra !== release) return `${id} was run on ${outcome.kestra}, not on ${release}.`;
	return undefined;
}

/** What differs between an outcome that was written down and what was seen now. */
export function differences(
	{ id }: ExperimentOnDisk,
	outcome: Outcome,
	seen: Readonly<Record<string, Seen>>,
): readonly string[] {
	return [...new Set([...Object.keys(outcome.steps), ...Object.keys(seen)])].flatMap((step) =>
		isDeepStrictEqual(outcome.steps[step], seen[step])
			? []
			: [
					`${id}, step ${step}: ${JSON.stringify(outcome.steps[step])} was written down, saw ${JSON.stringify(seen[step])}`,
				],
	);
}
