/** Turns experiments, flows and names into the plan that the engine is given. */
import { parse } from 'yaml';
import type { Step } from '../../../src/schemas/experiment.ts';
import { type ExperimentOnDisk, filesOf, idOf } from './experiments.ts';
import type { NameSample } from './name-samples.ts';

/** A flow as the engine is given it. */
export interface PlannedFlow {
	/** Of its file. */
	readonly name: string;
	readonly namespace: string;
	readonly id: string;
	readonly source: string;
}

/** A step as the engine is given it: `tools/kestra/src/test/java/experiments/Plan.java`. */
export interface PlannedStep {
	readonly id?: string | undefined;
	readonly action:
		'save' | 'validate' | 'overwrite' | 'run' | 'crowd' | 'started' | 'silent' | 'held';
	readonly tenant: string;
	readonly flows: readonly PlannedFlow[];
	readonly log?: string | undefined;
	readonly lacks?: string | undefined;
	readonly revision?: number | undefined;
	readonly times?: number | undefined;
	readonly seconds?: number | undefined;
}

/** Everything that the engine is asked. */
export interface Plan {
	readonly experiments: readonly { readonly id: string; readonly steps: readonly PlannedStep[] }[];
	readonly flows: readonly PlannedFlow[];
	readonly names: readonly NameSample[];
}

/**
 * A flow of a file.
 * @throws when it has no id or no namespace
 */
export function plannedFlow(name: string, source: string): PlannedFlow {
	const { id, namespace } = parse(source) as { id?: unknown; namespace?: unknown };
	if (typeof id !== 'string' || typeof namespace !== 'string')
		throw new Error(`${name} is no flow: it has no id or no namespace.`);
	return { name, id, namespace, source };
}

function actionOf(step: Step): PlannedStep['action'] {
	if ('save' in step) return 'save';
	if ('run' in step) return 'run';
	if ('started' in step) return 'started';
	if ('silent' in step) return 'silent';
	if ('crowd' in step) return 'crowd';
	if ('held' in step) return 'held';
	if ('overwrite' in step) return 'overwrite';
	return 'validate';
}

/** An experiment's steps with their flows. */
export function plannedSteps({ id, steps, flows }: ExperimentOnDisk): readonly PlannedStep[] {
	return steps.map((step) => ({
		id: idOf(step),
		action: actionOf(step),
		tenant: step.tenant,
		flows: filesOf(step).map((file) => {
			const source = flows[file];
			if (source === undefined)
				throw new Error(`The experiment ${id} has no file ${file}, which a step names.`);
			return plannedFlow(file, source);
		}),
		log: 'logs' in step ? step.logs : undefined,
		lacks: 'lacks' in step ? step.lacks : undefined,
		revision: 'revision' in step ? step.revision : undefined,
		times: 'times' in step ? step.times : undefined,
		seconds: 'seconds' in step ? step.seconds : undefined,
	}));
}
