/**
 * Records the addresses of the built site as published: adds new ones and updates titles; it removes nothing. Builds
 * the site before, so that what is recorded is what stands there now, and after, so that the list of links has it.
 */
import { spawnSync } from 'node:child_process';
import { readBuilt } from '../integrations/addresses/read-built.ts';
import {
	readRecorded,
	unrecorded,
	withPublished,
	writeRecorded,
} from '../integrations/addresses/record.ts';
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
const changes = unrecorded(recorded, published);
for (const change of changes) console.log(change);
const added = changes.filter((change) => change.startsWith('new:')).length;
console.log(`${added} added, ${changes.length - added} with another title.`);
if (changes.length > 0) {
	writeRecorded(withPublished(recorded, published));
	build();
}
