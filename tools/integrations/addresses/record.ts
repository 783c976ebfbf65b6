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

/** What a build publishes and the record does not have, a line each: new addresses, then those with another title. */
export function unrecorded(recorded: Addresses, published: Addresses): readonly string[] {
	const all = Object.entries(published);
	return [
		...all
			.filter(([address]) => !Object.hasOwn(recorded, address))
			.map(([address, title]) => `new: ${address} (${title})`),
		...all
			.filter(([address, title]) => (recorded[address] ?? title) !== title)
			.map(([address, title]) => `retitled: ${address} (${title})`),
	];
}

/** Replaces the record. */
export function writeRecorded(addresses: Addresses): void {
	writeFileSync(file, `${JSON.stringify(addresses, null, 2)}\n`);
}
