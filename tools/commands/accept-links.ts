/**
 * Records the addresses of the built site as published: adds new ones and updates titles; it removes nothing. Builds
 * the site before, so that what is recorded is what stands there now, and after, so that the list of links has it.
 */
import { spawnSync } from 'node:child_process';
import { readBuilt } from '../integrations/addresses/read-built.ts';
import { readRecorded, withPublished, writeRecorded } from '../integrations/addresses/record.ts';
import { root } from '../lib/root.ts';
import { dist } from '../lib/site.ts';

/** Builds the site. @throws when the build fails, which says itself why */
function build(): void {
	const { status } = spawnSync(process.execPath, ['tools/astro.cjs', 'build'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status !== 0) throw new Error('The build failed; nothing is recorded.');
}

build();
const recorded = readRecorded();
const { published } = readBuilt(dist);
const added = Object.keys(published).filter((address) => !Object.hasOwn(recorded, address));
const retitled = Object.keys(published).filter(
	(address) => Object.hasOwn(recorded, address) && recorded[address] !== published[address],
);
for (const address of added) console.log(`+ ${address}`);
for (const address of retitled) console.log(`~ ${address}: ${published[address]}`);
console.log(`${added.length} added, ${retitled.length} with another title.`);
if (added.length + retitled.length > 0) {
	writeRecorded(withPublished(recorded, published));
	build();
}
