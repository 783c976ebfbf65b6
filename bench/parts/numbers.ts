/** Summary of measurements. */
export interface Summary {
	readonly times: number;
	readonly median: number;
	readonly p95: number;
	readonly max: number;
}

/** Median, 95th percentile and maximum. */
export function summaryOf(values: readonly number[]): Summary {
	const sorted = [...values].sort((one, other) => one - other);
	const at = (share: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
	return { times: sorted.length, median: at(0.5), p95: at(0.95), max: at(1) };
}

/** The median. */
export const median = (values: readonly number[]): number => summaryOf(values).median;

/** Rows as a Markdown table; the first row is the head, numbers are right-aligned. */
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

/** Ratio of two figures, with two decimals. */
export const ratio = (one: number, other: number): string =>
	other === 0 ? '' : (one / other).toFixed(2);
