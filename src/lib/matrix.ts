import { getCollection } from 'astro:content';
import type { MatrixRow } from '../guide/kestra/matrix-types.ts';
import { checkMatrixSources, matrixRows } from '../schemas/matrix.ts';

let rows: Promise<readonly MatrixRow[]> | undefined;

/**
 * The isolation matrix, in the order of the table. Fails the build when a row is missing or unknown, and when one cites a
 * source that does not exist.
 */
export function isolationMatrix(): Promise<readonly MatrixRow[]> {
	rows ??= Promise.all([getCollection('matrix'), getCollection('sources')]).then(
		([entries, sources]) => {
			const matrix = matrixRows(entries);
			checkMatrixSources(matrix, new Set(sources.map(({ id }) => id)));
			return matrix;
		},
	);
	return rows;
}
