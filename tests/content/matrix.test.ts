import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
	cellOf,
	concerns,
	editions,
	isForBoth,
	levels,
	matrixRowIds,
	verdicts,
} from '../../src/guide/kestra/matrix-types.ts';
import { checkMatrixSources, matrixRows } from '../../src/schemas/matrix.ts';
import { matrixEntries, matrix as rows } from '../support/matrix.ts';

const sources = new Set(Object.keys(parse(readFileSync('src/content/sources.yaml', 'utf8'))));
const cells = rows.flatMap((row) =>
	levels.flatMap((level) =>
		editions.map((edition) => ({
			name: `${row.id}.${level} in ${edition}`,
			row,
			level,
			edition,
			cell: cellOf(row, level, edition),
		})),
	),
);

describe('the isolation matrix', () => {
	test('has a row for each id that the model knows', () => {
		expect(rows.map(({ id }) => id).toSorted()).toEqual([...matrixRowIds].toSorted());
	});

	test('has short ids that are valid in an address', () => {
		for (const { id } of rows) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
	});

	test.each(cells)('$name has a sentence and a source', ({ cell }) => {
		expect(cell.how.trim()).toMatch(/^.{6,}\.$/);
		expect(cell.sources.length).toBeGreaterThan(0);
		expect(new Set(cell.sources).size).toBe(cell.sources.length);
	});

	test('cites sources that exist, and says so when one does not', () => {
		expect(() => checkMatrixSources(rows, sources)).not.toThrow();
		const fewer = new Set([...sources].filter((id) => id !== 'manage-environments'));
		expect(() => checkMatrixSources(rows, fewer)).toThrow(/"uptime".*"manage-environments"/);
	});

	test('stands in the file in the order of the table', () => {
		expect(matrixEntries.map(({ id }) => id)).toEqual(matrixRowIds);
	});

	test('says which row is missing and which is unknown', () => {
		const [first, ...others] = matrixEntries;
		expect(() => matrixRows(others)).toThrow(`lacks the row "${first!.id}"`);
		expect(() => matrixRows([...matrixEntries, { ...first!, id: 'weather' }])).toThrow(
			/has the row "weather".*matrix-types\.ts/,
		);
	});

	test('uses every verdict and every concern', () => {
		expect(new Set(cells.map(({ cell }) => cell.verdict))).toEqual(new Set(verdicts));
		expect(new Set(rows.flatMap((row) => row.concerns))).toEqual(new Set(concerns));
	});

	test('names no concern twice in a row', () => {
		for (const row of rows) expect(new Set(row.concerns).size).toBe(row.concerns.length);
	});

	test('has no tenants in open source', () => {
		for (const row of rows) expect(cellOf(row, 'tenants', 'open-source').verdict).toBe('absent');
	});

	test('never says that a tenant or namespace stays up without its instance', () => {
		for (const id of ['uptime', 'database', 'version', 'configuration', 'maintenance']) {
			const row = rows.find((each) => each.id === id);
			if (!row) throw new Error(`There is no row "${id}".`);
			expect(cellOf(row, 'instances', 'enterprise').verdict).toBe('separated');
			for (const level of ['tenants', 'namespaces'] as const)
				expect(cellOf(row, level, 'enterprise').verdict).toBe('shared');
		}
	});

	test('where fate is shared, instances are never the weaker wall', () => {
		const strength = { absent: 0, shared: 1, optional: 2, separated: 3 };
		for (const row of rows.filter((each) => each.failsTogether))
			for (const edition of editions)
				for (const level of ['tenants', 'namespaces'] as const)
					expect(
						strength[cellOf(row, 'instances', edition).verdict],
						`${row.id}, ${level}, ${edition}`,
					).toBeGreaterThanOrEqual(strength[cellOf(row, level, edition).verdict]);
	});

	test('has one entry for a cell that is the same in both editions', () => {
		for (const row of rows)
			for (const level of levels) {
				const cell = row.cells[level];
				if (!isForBoth(cell))
					expect(cell.enterprise, `${row.id}.${level}`).not.toEqual(cell['open-source']);
			}
	});

	test('keeps ids apart, so that every cell has an address of its own', () => {
		const anchors = rows.flatMap((row) => [row.id, ...levels.map((level) => `${row.id}.${level}`)]);
		expect(new Set(anchors).size).toBe(rows.length * 4);
	});
});
