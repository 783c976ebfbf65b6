/** What the reader handed over, and the files in it. */
import { isSkipped } from '~/split/skipped.ts';

/** Files that were chosen, entries that were dropped, or text that was pasted. */
export type Given =
	| { readonly files: readonly File[] }
	| { readonly entries: readonly FileSystemEntry[] }
	| { readonly text: string };

/** A file with the path that it has below what was chosen. */
export interface NamedFile {
	readonly name: string;
	readonly file: Blob;
}

/** The name of pasted text in messages. */
const pasted = 'pasted text';
const readable = /\.(ya?ml|zip)$/i;

/** The files that may hold flows: YAML and ZIP. A single file that was chosen is taken whatever it is called. */
export async function filesOf(given: Given): Promise<readonly NamedFile[]> {
	if ('text' in given) return [{ name: pasted, file: new Blob([given.text]) }];
	const all =
		'files' in given
			? given.files.map((file) => ({ name: file.webkitRelativePath || file.name, file }))
			: (await Promise.all(given.entries.map(filesBelow))).flat();
	const own = all.filter(({ name }) => !isSkipped(name));
	return own.filter(({ name }) => readable.test(name) || own.length === 1);
}

/** What was handed over, by name: for messages, where none of it may hold flows. */
export const namesOf = (given: Given): readonly string[] =>
	'text' in given
		? [pasted]
		: 'files' in given
			? given.files.map((file) => file.webkitRelativePath || file.name)
			: given.entries.map(({ name, isDirectory }) => (isDirectory ? `${name}/` : name));

async function filesBelow(entry: FileSystemEntry): Promise<NamedFile[]> {
	const name = entry.fullPath.replace(/^\//, '');
	if (isSkipped(name)) return [];
	if (entry.isFile) {
		const file = await new Promise<File | undefined>((resolve) =>
			(entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
		);
		return file ? [{ name, file }] : [];
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	const found: NamedFile[] = [];
	// A folder's entries come in portions; an empty one is the last.
	for (;;) {
		const portion = await new Promise<readonly FileSystemEntry[]>((resolve) =>
			reader.readEntries(resolve, () => resolve([])),
		);
		if (portion.length === 0) return found;
		for (const each of portion) found.push(...(await filesBelow(each)));
	}
}
