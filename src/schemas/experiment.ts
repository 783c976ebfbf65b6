/** What an experiment on Kestra's engine is: `src/content/experiments/<id>/experiment.yaml`, its flows beside it. */
import { z } from 'astro/zod';

const file = z.string().regex(/^[a-z0-9_]+\.yaml$/);
const id = z.string().regex(/^[a-z0-9-]+$/);

/** What every step may have. */
const common = {
	/** The tenant it is done in; `main` unless given. Open source has no other. */
	tenant: z.enum(['main', 'other']).default('main'),
};
/** What a step has that shows something. */
const watched = {
	...common,
	id,
	/** What its result shows, in a sentence. */
	shows: z.string(),
	/** The positive control: it shows that what is watched can happen, so that its absence elsewhere proves something. */
	control: z.boolean().default(false),
};
const ends = z.enum(['SUCCESS', 'FAILED']);
const seconds = z.int().positive();
/** What is expected of an execution. */
const execution = {
	ends,
	/** Part of a line of its log. */
	logs: z.string().optional(),
	/** What no line of its log has. */
	lacks: z.string().optional(),
	/** The level of that line. */
	level: z.enum(['INFO', 'WARN', 'ERROR']).optional(),
	/** How long to wait for its end. */
	seconds: seconds.default(60),
};

/** One step, told by its first key. Files are those beside `experiment.yaml`. */
const step = z.union([
	/** Save flows: create them, or make a new revision. */
	z.strictObject({ ...common, save: z.array(file).min(1) }),
	/** Start a flow and wait for its end. */
	z.strictObject({ ...watched, run: file, revision: z.int().positive().optional(), ...execution }),
	/** Wait for executions that something else starts; the newest is looked at. */
	z.strictObject({
		...watched,
		started: file,
		times: z.int().positive().default(1),
		...execution,
		seconds: seconds.default(90),
	}),
	/** See that nothing has started a flow. */
	z.strictObject({ ...watched, silent: file }),
	/** See that Kestra refuses a flow, in these words. */
	z.strictObject({ ...watched, refuse: file, says: z.string() }),
	/** See that Kestra accepts a flow. */
	z.strictObject({ ...watched, accept: file }),
	/** Start a flow many times and wait for nothing. */
	z.strictObject({ ...common, crowd: file, times: z.int().positive() }),
	/** Start a flow and see that it has not ended after so many seconds. */
	z.strictObject({ ...watched, held: file, seconds }),
	/** Put a text into the database past all validation. */
	z.strictObject({ ...common, overwrite: file }),
]);

/** What was found at one boundary: a cell of the table of all experiments. */
const cell = z.strictObject({
	verdict: z.enum(['separated', 'shared']),
	/** In a few words; backticks mark code. */
	says: z.string(),
	/** The steps that show it. */
	steps: z.array(id).optional(),
	/** Another experiment that shows it. */
	of: id.optional(),
});

/** An experiment. */
export const experiment = z.strictObject({
	/** Its place among the others. */
	order: z.int().positive(),
	title: z.string(),
	/** In a reader's words. */
	question: z.string(),
	/** What came out, in a sentence. Backticks mark code. */
	answer: z.string(),
	/** What is watched. */
	watched: z.string(),
	/** What would contradict the answer. */
	contradicts: z.string(),
	/** What a reader's Kestra needs first. Backticks mark code. */
	needs: z.array(z.string()).default([]),
	/** Environment variables of the engine. */
	environment: z.record(z.string(), z.string()).default({}),
	/** The name that `kestra.environment` must have. */
	environmentName: z.string().optional(),
	/** A namespace outside its own that it writes to. */
	writesTo: z.string().optional(),
	/** Whether it occupies the whole instance. */
	heavy: z.boolean().default(false),
	/** Why it can be done with the engine alone, where it can. */
	engineOnly: z.string().optional(),
	/** Its rows in the table of what is shared; none where it is about something else. */
	rows: z
		.array(
			z.strictObject({
				id,
				/** Backticks mark code. */
				label: z.string(),
				/** The row of the isolation matrix that says the same of separate instances. */
				matrix: z.string().optional(),
				namespace: cell,
				child: cell.optional(),
				tenant: cell.optional(),
			}),
		)
		.default([]),
	/** Cells of the isolation matrix that it supports, as `row.column`. */
	supports: z.array(z.string()).default([]),
	steps: z.array(step).min(1),
	/** What to clean up besides the flows. Backticks mark code. */
	cleanUp: z.array(z.string()),
});

/** What one step showed. Which of these there are depends on the step. */
export const seen = z.strictObject({
	state: z.string().optional(),
	log: z.string().optional(),
	level: z.string().optional(),
	refusal: z.string().optional(),
	started: z.int().optional(),
	lacks: z.boolean().optional(),
});

/** What was seen: `outcome.json`, written by `npm run check:kestra -- --write` alone. */
export const outcome = z.strictObject({
	/** The release of Kestra. */
	kestra: z.string(),
	/** As `YYYY-MM-DD`. */
	day: z.string(),
	/** Of the steps and flows that were run. */
	fingerprint: z.string(),
	steps: z.record(z.string(), seen),
});

export type Experiment = z.infer<typeof experiment>;
export type Step = Experiment['steps'][number];
export type Seen = z.infer<typeof seen>;
export type Outcome = z.infer<typeof outcome>;
