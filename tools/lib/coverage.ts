/** How much of the sources the tests without a browser run, and how little is too little. */
import { readFileSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';
import { root } from './root.ts';

/** Where a run of the tests with `--coverage` writes its reports, from the root of the project. */
export const coverageFolder = 'coverage';

/** What is counted. */
type Measure = 'lines' | 'branches';

/** Least percentage of each measure, by the files that it holds for. Raise one when a change leaves it far behind. */
export const coverageFloors: Readonly<Record<string, Readonly<Record<Measure, number>>>> = {
	'src/guide/**/*.ts': { lines: 97, branches: 90 },
	'src/components/**/*.{ts,tsx}': { lines: 70, branches: 58 },
};

/** The counts of one file, as Istanbul's `json-summary` gives them. */
type Counts = Readonly<Record<Measure, { readonly total: number; readonly covered: number }>>;

const measures: readonly Measure[] = ['lines', 'branches'];

/**
 * One line for each floor: how much the last run with `--coverage` ran.
 * @throws when there was no such run
 */
export function coverageLines(): readonly string[] {
	const { total: _, ...files } = JSON.parse(
		readFileSync(join(root, coverageFolder, 'coverage-summary.json'), 'utf8'),
	) as Readonly<Record<string, Counts>>;
	return Object.entries(coverageFloors).map(([glob, floors]) => {
		const counted = Object.entries(files).filter(([file]) =>
			matchesGlob(relative(root, file).replaceAll('\\', '/'), glob),
		);
		const percentages = measures.map((measure) => {
			const sum = (key: 'total' | 'covered') =>
				counted.reduce((all, [, counts]) => all + counts[measure][key], 0);
			const percent = sum('total') === 0 ? 0 : (100 * sum('covered')) / sum('total');
			return `${percent.toFixed(1)} % of ${measure} (at least ${floors[measure]} %)`;
		});
		return `coverage of ${glob}: ${percentages.join(', ')}`;
	});
}
