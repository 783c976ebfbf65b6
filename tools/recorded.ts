/**
 * The addresses that the site has promised to keep. `npm run links:accept`, after a build, records what is new and
 * how places are called now; it takes nothing out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Addresses, readBuilt } from './addresses.ts';
import { dist } from './site.ts';

const file = resolve(import.meta.dirname, '../src/content/addresses.json');

/** Every address recorded so far, with its title; those that are redirects by now included. */
export function readRecorded(): Addresses {
	return JSON.parse(readFileSync(file, 'utf8')) as Addresses;
}

/** What is recorded once the site is published as it is built: what it has now, and after it what it once had. */
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
