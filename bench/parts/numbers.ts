/** What a row of measurements comes to. */
export interface Summary {
	readonly times: number;
	readonly median: number;
	readonly p95: number;
	readonly max: number;
}

/** The middle, the one that 95 of 100 stay below, and the worst. */
export function summaryOf(values: readonly number[]): Summary {
	const sorted = [...values].sort((one, other) => one - other);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
	return { times: sorted.length, median: at(0.5), p95: at(0.95), max: at(1) };
}

/** The middle of some measurements. */
export const median = (values: readonly number[]): number => summaryOf(values).median;

/** Rows as a Markdown table; the first row is its head, and numbers stand to the right. */
export function table(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	const line = (row: readonly string[]) =>
		`| ${row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
	const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
	const [head = [], ...body] = rows;
	return [line(head), rule, ...body.map(line)].join('\n');
}

/** A number of bytes in thousands. */
export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** One figure as a part of another. */
export const ratio = (one: number, other: number): string =>
	other === 0 ? '' : (one / other).toFixed(2);
