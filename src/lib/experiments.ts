/** The experiments for pages: what is done, its flows, and what was seen. */
import { getCollection, getEntry } from 'astro:content';
import { levels } from '~/guide/kestra/matrix-types.ts';
import { isolationMatrix } from '~/lib/matrix.ts';
import { type Experiment, type Outcome, outcome, type Seen } from '~/schemas/experiment.ts';

/** An experiment with the texts of its flows and its outcome. */
export interface RanExperiment extends Experiment {
	readonly id: string;
	readonly flows: Readonly<Record<string, string>>;
	readonly outcome: Outcome;
}

const texts = import.meta.glob<string>('/src/content/experiments/*/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
});
const outcomes = import.meta.glob<unknown>('/src/content/experiments/*/outcome.json', {
	import: 'default',
	eager: true,
});

/** @throws when it was never run: no page may show it then */
function withOutcome(id: string, data: Experiment): RanExperiment {
	const folder = `/src/content/experiments/${id}/`;
	const seen = outcomes[`${folder}outcome.json`];
	if (seen === undefined)
		throw new Error(`The experiment ${id} was not run: npm run check:kestra -- --write runs it.`);
	const flows = Object.fromEntries(
		Object.entries(texts)
			.filter(([path]) => path.startsWith(folder) && !path.endsWith('/experiment.yaml'))
			.map(([path, text]) => [path.slice(folder.length), text]),
	);
	return { ...data, id, flows, outcome: outcome.parse(seen) };
}

/** Every experiment, in order. */
export async function experiments(): Promise<readonly RanExperiment[]> {
	return (await getCollection('experiments'))
		.map(({ id, data }) => withOutcome(id, data))
		.sort((one, other) => one.order - other.order);
}

/**
 * The experiments that support each cell of the isolation matrix, by `row.column`.
 * @throws on a cell that the matrix does not have
 */
export async function experimentsByCell(): Promise<ReadonlyMap<string, readonly RanExperiment[]>> {
	const rows = new Set<string>((await isolationMatrix()).map(({ id }) => id));
	const found = new Map<string, RanExperiment[]>();
	for (const experiment of await experiments())
		for (const cell of experiment.supports) {
			const [row = '', level = ''] = cell.split('.');
			if (!rows.has(row) || !levels.some((each) => each === level))
				throw new Error(`${experiment.id} supports ${cell}, which the isolation matrix lacks.`);
			found.set(cell, [...(found.get(cell) ?? []), experiment]);
		}
	return found;
}

/**
 * One experiment.
 * @param where the page that asks, for the message
 * @throws when there is none of that id
 */
export async function experimentOf(id: string, where: string): Promise<RanExperiment> {
	const entry = await getEntry('experiments', id);
	if (!entry)
		throw new Error(`${where} names the experiment "${id}", which src/content/experiments lacks.`);
	return withOutcome(id, entry.data);
}

/**
 * What a step showed.
 * @throws when it was not run
 */
export function seenIn({ id, outcome: { steps } }: RanExperiment, step: string): Seen {
	const seen = steps[step];
	if (!seen) throw new Error(`The step ${step} of the experiment ${id} was not run.`);
	return seen;
}

/** Address of an experiment's page. */
export const addressOf = (id: string) => `/experiments/${id}/`;
