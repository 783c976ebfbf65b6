/** Reads the experiments from `src/content/experiments`: what is done, the flows, and what was seen. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import {
	type Experiment,
	experiment,
	type Outcome,
	outcome,
	type Step,
} from '../../../src/schemas/experiment.ts';
import { root } from '../root.ts';

/** The folder of the experiments. */
export const experimentsFolder = join(root, 'src', 'content', 'experiments');

/** An experiment as it stands in its folder. */
export interface ExperimentOnDisk extends Experiment {
	readonly id: string;
	/** The text of each flow, by file. */
	readonly flows: Readonly<Record<string, string>>;
	/** What was seen when it was last run. */
	readonly outcome?: Outcome | undefined;
}

/** The files of flows that a step is about. */
export function filesOf(step: Step): readonly string[] {
	if ('save' in step) return step.save;
	for (const key of ['run', 'started', 'silent', 'refuse', 'accept', 'crowd', 'held', 'overwrite'])
		if (key in step) return [(step as unknown as Record<string, string>)[key]!];
	return [];
}

/** A step's id, if it shows something. */
export const idOf = (step: Step): string | undefined => ('id' in step ? step.id : undefined);

/**
 * Every experiment, in the order of the table.
 * @throws when one does not have the shape of `src/schemas/experiment.ts`; the message names it
 */
export function readExperiments(folder = experimentsFolder): readonly ExperimentOnDisk[] {
	return globSync('*/experiment.yaml', { cwd: folder })
		.map((path): ExperimentOnDisk => {
			const place = join(folder, dirname(path));
			const id = basename(place);
			const read = experiment.safeParse(parse(readFileSync(join(folder, path), 'utf8')));
			if (!read.success)
				throw new Error(`The experiment ${id} is not of the right shape: ${read.error.message}`);
			const flows = Object.fromEntries(
				globSync('*.yaml', { cwd: place })
					.filter((file) => file !== 'experiment.yaml')
					.sort()
					.map((file) => [file, readFileSync(join(place, file), 'utf8')]),
			);
			const result = join(place, 'outcome.json');
			return {
				...read.data,
				id,
				flows,
				outcome: existsSync(result)
					? outcome.parse(JSON.parse(readFileSync(result, 'utf8')))
					: undefined,
			};
		})
		.sort((one, other) => one.order - other.order);
}

/**
 * A mark of all that the engine is given: the steps with what is expected, the flows, the environment. Words for readers
 * are not part of it.
 */
export function fingerprint({
	steps,
	flows,
	environment,
	environmentName,
}: ExperimentOnDisk): string {
	const given = steps.map((step) => {
		const { shows: _shows, control: _control, ...rest } = { shows: '', control: false, ...step };
		return rest;
	});
	return createHash('sha256')
		.update(JSON.stringify([given, flows, environment, environmentName ?? '']))
		.digest('hex')
		.slice(0, 16);
}

/** Writes what was seen. */
export function writeOutcome(id: string, seen: Outcome, folder = experimentsFolder): void {
	writeFileSync(join(folder, id, 'outcome.json'), `${JSON.stringify(seen, null, '\t')}\n`);
}
