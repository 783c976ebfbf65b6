/**
 * The record of published addresses, which must keep working. `npm run links:accept`, after a build, adds new addresses
 * and updates titles; it removes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Addresses, readBuilt } from './addresses.ts';
import { dist } from './site.ts';

const file = resolve(import.meta.dirname, '../src/content/addresses.json');

/** Every recorded address with its title, those included that have become redirects. */
export function readRecorded(): Addresses {
	return JSON.parse(readFileSync(file, 'utf8')) as Addresses;
}

/** The record after a build: the current addresses, then the recorded ones that are gone. */
export function withPublished(recorded: Addresses, published: Addresses): Addresses {
	const gone = Object.entries(recorded).filter(([address]) => !Object.hasOwn(published, address));
	return { ...published, ...Object.fromEntries(gone) };
}

if (import.meta.main) {
	const recorded = readRecorded();
	const { published } = readBuilt(dist);
	const added = Object.keys(published).filter((address) => !Object.hasOwn(recorded, address));
	writeFileSync(file, `${JSON.stringify(withPublished(recorded, published), null, 2)}\n`);
	for (const address of added) console.log(`+ ${address}`);
	console.log(`${added.length} added. The list of links has them after the next build.`);
}
