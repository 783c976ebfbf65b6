import { byKeyboard, lostScripts, takenAlong } from './guide.ts';
import { drill, embed, fiftyAddresses, linksToParts, search, withoutScript } from './pages.ts';
import type { Part } from './walk.ts';

/** All that is tried in every engine. */
export const wholeWalk: readonly Part[] = [
	lostScripts,
	byKeyboard,
	takenAlong,
	search,
	linksToParts,
	drill,
	embed,
	withoutScript,
	fiftyAddresses,
];
