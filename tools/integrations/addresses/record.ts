/** The record of published addresses, which must keep working. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../../lib/root.ts';
import type { Addresses } from './read-built.ts';

const file = resolve(root, 'src/content/addresses.json');

/** Every recorded address with its title, those included that have become redirects. */
export function readRecorded(): Addresses {
	return JSON.parse(readFileSync(file, 'utf8')) as Addresses;
}

/** The record after a build: the current addresses, then the recorded ones that are gone. */
export function withPublished(recorded: Addresses, published: Addresses): Addresses {
	const gone = Object.entries(recorded).filter(([address]) => !Object.hasOwn(published, address));
	return { ...published, ...Object.fromEntries(gone) };
}

/** Replaces the record. */
export function writeRecorded(addresses: Addresses): void {
	writeFileSync(file, `${JSON.stringify(addresses, null, 2)}\n`);
}
