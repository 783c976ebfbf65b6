/** The place where a source stands: a revision of a file or folder on GitHub, or a thread. */
export type SourcePlace =
	| { readonly repository: string; readonly path: string; readonly revision: string }
	| { readonly repository: string; readonly thread: number };

/** What a source is, in words: repository and path, or repository and thread. */
export const whereIs = (place: SourcePlace): string =>
	'thread' in place
		? `${place.repository}, thread ${place.thread}`
		: `${place.repository} ${place.path}`;

/** The address of a source, at the revision that was read. A path without an ending is a folder. */
export const addressOfSource = (place: SourcePlace): string => {
	const repository = `https://github.com/${place.repository}`;
	if ('thread' in place) return `${repository}/issues/${place.thread}`;
	const kind = /\.\w+$/.test(place.path) ? 'blob' : 'tree';
	return `${repository}/${kind}/${place.revision}/${place.path}`;
};
