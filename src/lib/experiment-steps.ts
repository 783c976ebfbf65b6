/** The steps of an experiment in words, as a reader does them. */
import { parse } from 'yaml';
import { lowerFirst } from '~/guide/kestra/lookup.ts';
import type { Seen, Step } from '~/schemas/experiment.ts';
import type { RanExperiment } from './experiments.ts';

/** One step in words. Backticks mark code. */
export interface StepInWords {
	/** What to do. */
	readonly does: string;
	/** What then happens, as it was seen; none for a step that only prepares. */
	readonly expect?: string | undefined;
	/** The words that Kestra used. */
	readonly quote?: string | undefined;
	readonly shows?: string | undefined;
	readonly control?: boolean | undefined;
	/** Whether it needs a second tenant. */
	readonly secondTenant: boolean;
}

/** A flow as people call it: namespace and id. */
function nameOf({ flows }: RanExperiment, file: string): string {
	const { namespace, id } = parse(flows[file] ?? '') as { namespace: string; id: string };
	return `\`${namespace}\` › \`${id}\``;
}

function doing(experiment: RanExperiment, step: Step): string {
	if ('save' in step) return `Save ${step.save.map((file) => `\`${file}\``).join(', ')}.`;
	if ('run' in step)
		return step.revision === undefined
			? `Run ${nameOf(experiment, step.run)}.`
			: `Run revision ${step.revision} of ${nameOf(experiment, step.run)}.`;
	if ('started' in step)
		return step.times === 1
			? `Look at the executions of ${nameOf(experiment, step.started)}.`
			: `Look at the executions of ${nameOf(experiment, step.started)}, until there are ${step.times}.`;
	if ('silent' in step) return `Look at the executions of ${nameOf(experiment, step.silent)}.`;
	if ('refuse' in step) return `Try to save \`${step.refuse}\`.`;
	if ('accept' in step) return `Save \`${step.accept}\`.`;
	if ('crowd' in step) return `Start ${nameOf(experiment, step.crowd)} ${step.times} times.`;
	if ('held' in step)
		return `Run ${nameOf(experiment, step.held)} and wait ${step.seconds} seconds.`;
	return `Put \`${step.overwrite}\` into the database.`;
}

function expecting(step: Step, seen: Seen): string {
	if ('silent' in step) return 'There is none.';
	if ('held' in step) return 'It has not ended.';
	if ('refuse' in step) return 'Kestra refuses it:';
	if ('accept' in step) return 'Kestra accepts it.';
	const state = `It ends in \`${seen.state}\``;
	if (seen.log === undefined) return `${state}.`;
	const level = 'level' in step && step.level ? ` at the level \`${seen.level}\`` : '';
	const lacks =
		'lacks' in step && step.lacks ? `. Its log lacks “${step.lacks}” and has` : ' and logs';
	return `${state}${lacks}${level}:`;
}

/**
 * Every step in words, with what was seen.
 * @throws when a step that shows something was not run
 */
export function stepsInWords(experiment: RanExperiment): readonly StepInWords[] {
	return experiment.steps.map((step): StepInWords => {
		const secondTenant = step.tenant !== 'main';
		const alone = doing(experiment, step);
		const does = secondTenant ? `In another tenant, ${lowerFirst(alone)}` : alone;
		if (!('id' in step)) return { does, secondTenant };
		const seen = experiment.outcome.steps[step.id];
		if (!seen) throw new Error(`The step ${step.id} of ${experiment.id} was not run.`);
		return {
			does,
			secondTenant,
			expect: expecting(step, seen),
			quote: seen.log ?? (seen.refusal || undefined),
			shows: step.shows,
			control: step.control,
		};
	});
}
