/**
 * Measures one step of the engine: on this site's model, and on generated models of 10 to 80 questions in which each
 * decision reads six questions of four values. Prints a table, or JSON with `--json`.
 */
import { availableParallelism, cpus } from 'node:os';
import { combinations, paths } from '../src/guide/engine/enumerate.ts';
import { nextQuestion } from '../src/guide/engine/engine.ts';
import type { Answers, Model } from '../src/guide/engine/model.ts';
import { UNKNOWN } from '../src/guide/engine/model.ts';
import { openAssumptions, ruledOut, whatIfs } from '../src/guide/insight/what-if.ts';
import { kestra } from '../src/guide/kestra/decision-model.ts';
import { planFor } from '../src/guide/plan/plan.ts';
import { madeUpModel, numbersFrom } from '../tests/support/made-up-model.ts';

/** Durations of one kind of work, in milliseconds. */
interface Times {
	readonly what: string;
	readonly times: number;
	readonly median: number;
	readonly p95: number;
	readonly max: number;
}

/** A step must fit into one frame of a screen. */
const frame = 16;

function summary(what: string, times: readonly number[]): Times {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
	return { what, times: sorted.length, median: at(0.5), p95: at(0.95), max: sorted.at(-1)! };
}

/** The fastest of three runs, to reduce noise from other processes. */
function timeOf(work: () => unknown): number {
	let least = Number.POSITIVE_INFINITY;
	for (let run = 0; run < 3; run++) {
		const start = performance.now();
		work();
		least = Math.min(least, performance.now() - start);
	}
	return least;
}

/** Measures the work for each item. */
function measure<T>(what: string, things: readonly T[], work: (thing: T) => unknown): Times {
	return summary(
		what,
		things.map((thing) => timeOf(() => work(thing))),
	);
}

type Answer = (values: readonly string[], next: () => number) => string;

/** Random paths through a guide. */
const readers: readonly Answer[] = [
	(values) => values[0]!,
	(values) => values.at(-1)!,
	() => UNKNOWN,
	...Array.from(
		{ length: 10 },
		(): Answer => (values, next) => values[Math.floor(next() * values.length)]!,
	),
	...Array.from(
		{ length: 10 },
		(): Answer => (values, next) =>
			next() < 0.5 ? UNKNOWN : values[Math.floor(next() * values.length)]!,
	),
];

/** Walks to the end of a guide and measures each step. */
function walk(model: Model, answer: Answer, next: () => number, times: number[]): void {
	let answers: Answers = {};
	for (;;) {
		times.push(timeOf(() => nextQuestion(model, answers)));
		const id = nextQuestion(model, answers);
		if (id === undefined) return;
		const { values } = model.questions.find((question) => question.id === id)!;
		answers = {
			...answers,
			[id]: answer(
				values.map((value) => value.id),
				next,
			),
		};
	}
}

function madeUp(questions: number, closes: boolean): readonly Times[] {
	const name = `${questions} questions${closes ? ', the first answer settles all' : ''}`;
	const compiling: number[] = [];
	const stepping: number[] = [];
	for (let seed = 1; seed <= 5; seed++) {
		const size = { questions, decisions: questions, values: 4, reads: 6, full: true, closes };
		const model = madeUpModel(seed, size);
		compiling.push(timeOf(() => nextQuestion({ ...model }, {})));
		const next = numbersFrom(seed);
		for (const reader of readers) walk(model, reader, next, stepping);
	}
	return [summary(`${name}: compile`, compiling), summary(`${name}: next question`, stepping)];
}

function real(): readonly Times[] {
	// The compiled model is cached by identity; a copy is compiled again.
	const compile = measure('this guide: compile', [kestra], (model) =>
		nextQuestion({ ...model }, {}),
	);
	const steps: number[] = [];
	const next = numbersFrom(1);
	for (const reader of readers) walk(kestra, reader, next, steps);
	const finished = [...paths(kestra)];
	const plans = finished.map((answers) => planFor(answers)!);
	const unsure = [...combinations(kestra)]
		.filter((_, index) => index % 8 === 0)
		.map((answers, index) => ({ ...answers, [kestra.questions[index % 9]!.id]: UNKNOWN }));
	return [
		compile,
		summary('this guide: next question', steps),
		measure('this guide: plan', finished, (answers) => planFor(answers)),
		measure('this guide: tips', plans, whatIfs),
		measure('this guide: ruled out', plans, ruledOut),
		measure('this guide: hinges', unsure, (answers) => openAssumptions(answers, planFor(answers)!)),
	];
}

const results = [
	...[10, 20, 40, 80].flatMap((questions) => madeUp(questions, false)),
	...[10, 20, 40, 80].flatMap((questions) => madeUp(questions, true)),
	...real(),
];
const machine = `${cpus()[0]?.model.trim() || 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`;

if (process.argv.includes('--json')) {
	console.log(JSON.stringify({ machine, frame, results }, undefined, 2));
} else {
	const width = Math.max(...results.map(({ what }) => what.length));
	const cell = (value: number) => value.toFixed(3).padStart(9);
	console.log(
		`${machine}\nmilliseconds on one core, least of three; a step must take less than ${frame}\n`,
	);
	console.log(`${''.padEnd(width)}    times   median      p95      max`);
	for (const { what, times, median, p95, max } of results)
		console.log(
			`${what.padEnd(width)} ${String(times).padStart(8)}${cell(median)}${cell(p95)}${cell(max)}`,
		);
	const late = results.filter(({ what, max }) => what.endsWith('next question') && max >= frame);
	console.log(
		late.length
			? `\nlate at worst: ${late.map(({ what }) => what).join('; ')}`
			: '\nevery step within a frame',
	);
}
