import { execFileSync } from 'node:child_process';

/** A file or folder of a repository, at a revision. */
export interface PinnedPath {
	readonly path: string;
	readonly revision: string;
}

/**
 * How the newest commit of a clone has what was read: `same`, `changed` since that revision, `gone` from its path, or
 * `unknown` when the clone does not have the revision (a shallow one).
 */
export type StateInClone = 'same' | 'changed' | 'gone' | 'unknown';

/** The id of the object that git has under a name, or nothing. */
function objectId(clone: string, name: string): string | undefined {
	try {
		return execFileSync('git', ['-C', clone, 'rev-parse', '--verify', '--quiet', name], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}).trim();
	} catch {
		return undefined;
	}
}

/**
 * Compares what was read with the newest commit of a clone. Bare clones will do.
 * @param clone the folder of the clone
 * @throws when the folder is no clone with a commit
 */
export function stateInClone(clone: string, { path, revision }: PinnedPath): StateInClone {
	if (!objectId(clone, 'HEAD^{commit}')) throw new Error(`${clone} is no clone with a commit.`);
	const newest = objectId(clone, `HEAD:${path}`);
	if (!newest) return 'gone';
	const read = objectId(clone, `${revision}:${path}`);
	if (!read) return 'unknown';
	return read === newest ? 'same' : 'changed';
}
