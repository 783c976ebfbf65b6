/** Prints the sources last checked more than 180 days ago. For information only: it never fails. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const limit = 180;

/** A source and its age in days. */
interface Aged {
	readonly id: string;
	readonly days: number;
}

/**
 * The sources last checked more than `days` days before `today`, oldest first.
 * @param sources as in `src/content/sources.yaml`
 */
export function agedSources(
	sources: Readonly<Record<string, { readonly checked: Date | string }>>,
	today: Date,
	days: number = limit,
): Aged[] {
	return Object.entries(sources)
		.map(([id, { checked }]) => ({
			id,
			days: Math.floor((today.getTime() - new Date(checked).getTime()) / 86_400_000),
		}))
		.filter((source) => source.days > days)
		.toSorted((one, other) => other.days - one.days);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const file = fileURLToPath(new URL('../../src/content/sources.yaml', import.meta.url));
	const sources = parse(readFileSync(file, 'utf8')) as Record<string, { checked: string }>;
	const aged = agedSources(sources, new Date());
	for (const { id, days } of aged) console.log(`${id}: last looked at ${days} days ago`);
	console.log(
		`${aged.length} of ${Object.keys(sources).length} sources were last looked at more than ${limit} days ago.`,
	);
}
