/** Reads the rows of `src/content/matrix.yaml`. Apart from the collection, so that tests can read them without a build. */
import { z } from 'astro/zod';
import {
	type Cell,
	type CellByEdition,
	cellOf,
	concerns,
	editions,
	levels,
	type MatrixRow,
	type MatrixRowId,
	matrixRowIds,
	verdicts,
} from '../guide/kestra/matrix-types.ts';

/** Tenants in open source: the same for every aspect, so that a table can say it once. */
export const onlyMain = {
	verdict: 'absent',
	how: 'Only the tenant `main`.',
	sources: ['tenant-migration-oss'],
} as const satisfies Cell;

const sentence = z.string().regex(/^\S.{4,}\.$/, 'is a sentence and ends with a full stop');

/**
 * The schema of one row.
 * @param source a reference to a source: in the collection `reference('sources')`
 */
export function matrixEntry<Source extends z.ZodType<{ id: string }>>(source: Source) {
	const cell = z.strictObject({
		verdict: z.enum(verdicts),
		how: sentence,
		sources: z.array(source).min(1),
		flag: z.enum(['inferred', 'uncertain']).optional(),
	});
	const byEdition = z.union([cell, z.strictObject({ 'open-source': cell, enterprise: cell })]);
	return z.strictObject({
		aspect: z.string().min(1),
		concerns: z.array(z.enum(concerns)).min(1),
		failsTogether: z.boolean(),
		/** Tenants: for Enterprise. */
		cells: z.strictObject({ instances: byEdition, tenants: cell, namespaces: byEdition }),
	});
}

/** A row as the collection has it. */
export interface MatrixEntry {
	readonly id: string;
	readonly data: z.infer<ReturnType<typeof matrixEntry<z.ZodType<{ id: string }>>>>;
}
type EntryCell = MatrixEntry['data']['cells']['tenants'];

const cellWithIds = ({ sources, ...cell }: EntryCell): Cell => ({
	...cell,
	sources: sources.map(({ id }) => id),
});
const cellsWithIds = (cell: MatrixEntry['data']['cells']['instances']): CellByEdition =>
	'verdict' in cell
		? cellWithIds(cell)
		: {
				'open-source': cellWithIds(cell['open-source']),
				enterprise: cellWithIds(cell.enterprise),
			};

/**
 * The rows in the order of the table, with the cell that all of them share.
 * @throws when a row is missing, or has an id that `matrixRowIds` does not list
 */
export function matrixRows(entries: readonly MatrixEntry[]): readonly MatrixRow[] {
	const byId = new Map(entries.map((entry) => [entry.id, entry.data]));
	const known: ReadonlySet<string> = new Set(matrixRowIds);
	const problems = [
		...matrixRowIds
			.filter((id) => !byId.has(id))
			.map((id) => `src/content/matrix.yaml lacks the row "${id}".`),
		...[...byId.keys()]
			.filter((id) => !known.has(id))
			.map(
				(id) =>
					`src/content/matrix.yaml has the row "${id}", which matrixRowIds in src/guide/kestra/matrix-types.ts does not list.`,
			),
	];
	if (problems.length > 0) throw new Error(problems.join('\n'));
	return matrixRowIds.map((id: MatrixRowId) => {
		const { cells, ...row } = byId.get(id)!;
		return {
			id,
			...row,
			cells: {
				instances: cellsWithIds(cells.instances),
				tenants: { 'open-source': onlyMain, enterprise: cellWithIds(cells.tenants) },
				namespaces: cellsWithIds(cells.namespaces),
			},
		};
	});
}

/**
 * Checks that every source that a row cites exists; Astro's references alone do not.
 * @throws when one does not, naming the rows that cite it
 */
export function checkMatrixSources(rows: readonly MatrixRow[], sources: ReadonlySet<string>): void {
	const problems = rows.flatMap((row) => {
		const cited = levels.flatMap((level) =>
			editions.flatMap((edition) => cellOf(row, level, edition).sources),
		);
		return [...new Set(cited)]
			.filter((id) => !sources.has(id))
			.map(
				(id) =>
					`src/content/matrix.yaml: the row "${row.id}" cites the source "${id}", which src/content/sources.yaml does not have.`,
			);
	});
	if (problems.length > 0) throw new Error(problems.join('\n'));
}
