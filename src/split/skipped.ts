/** Which files hold no flows of one's own, whatever they are called: in a folder, in a ZIP and for the command. */

/** Folders of Git, of npm, and the one that a Mac adds to a ZIP. */
const folders = new Set(['.git', 'node_modules', '__MACOSX']);

/**
 * Whether a file or a folder is left out.
 * @param path its path, or its name alone
 */
export const isSkipped = (path: string): boolean =>
	path
		.split(/[\\/]/)
		// A Mac keeps what it knows of `a.yml` in `._a.yml`, where the disk cannot.
		.some((name) => folders.has(name) || name.startsWith('._'));
