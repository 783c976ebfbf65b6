/**
 * Prints the sources last checked more than 180 days ago. For information only: it never fails for them.
 *
 * Given a folder of clones, named as on GitHub (`kestra-io/docs`, `kestra-io/kestra` …), it also prints which sources are
 * gone from the newest commit of their repository, or have changed there since they were read. Nothing is fetched.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { SourcePlace } from '../../src/lib/sources.ts';
import { type StateInClone, stateInClone } from '../lib/source-in-clone.ts';

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

/** A source and how the newest commit of its repository has it. */
interface Compared {
	readonly id: string;
	readonly state: StateInClone | 'no clone';
}

/**
 * Each source that is a file or a folder, compared with the clone of its repository.
 * @param sources as in `src/content/sources.yaml`
 * @param clones the folder that holds the clones
 */
export function comparedSources(
	sources: Readonly<Record<string, SourcePlace>>,
	clones: string,
): Compared[] {
	return Object.entries(sources).flatMap(([id, source]) => {
		if (!('path' in source)) return [];
		const clone = join(clones, source.repository);
		return [{ id, state: existsSync(clone) ? stateInClone(clone, source) : 'no clone' }];
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [clones] = process.argv.slice(2);
	const file = fileURLToPath(new URL('../../src/content/sources.yaml', import.meta.url));
	const sources = parse(readFileSync(file, 'utf8')) as Record<
		string,
		SourcePlace & { checked: string }
	>;
	const aged = agedSources(sources, new Date());
	for (const { id, days } of aged) console.log(`${id}: last looked at ${days} days ago`);
	console.log(
		`${aged.length} of ${Object.keys(sources).length} sources were last looked at more than ${limit} days ago.`,
	);
	if (clones) {
		const says = {
			gone: 'gone from its path',
			changed: 'changed since it was read',
			unknown: 'the clone lacks the revision that was read',
			'no clone': 'no clone of its repository',
		};
		const compared = comparedSources(sources, clones);
		for (const { id, state } of compared)
			if (state !== 'same') console.log(`${id}: ${says[state]}`);
		const same = compared.filter(({ state }) => state === 'same').length;
		console.log(`${same} of ${compared.length} files and folders are as they were read.`);
	}
}
