/** The isolation matrix, for tests. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { MatrixRow } from '../../src/guide/kestra/matrix-types.ts';
import { type MatrixEntry, matrixEntry, matrixRows } from '../../src/schemas/matrix.ts';

const entry = matrixEntry(z.string().transform((id) => ({ id })));

/** The entries of `src/content/matrix.yaml`, checked against their schema. */
export const matrixEntries: readonly MatrixEntry[] = Object.entries(
	parse(readFileSync('src/content/matrix.yaml', 'utf8')) as Record<string, unknown>,
).map(([id, data]) => ({ id, data: entry.parse(data) }));

/** Every row, in order. */
export const matrix: readonly MatrixRow[] = matrixRows(matrixEntries);
