/** What is read of what a reader hands over: the same from a folder, from files and from a ZIP. */
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { filesOf } from '../../src/components/split/given.ts';
import { filesInZip } from '../../src/components/split/unzip.ts';

const own = ['flows/a.yml', 'flows/below/b.YAML', 'git/c.yaml'];
const others = [
	'__MACOSX/flows/._a.yml',
	'flows/._a.yml',
	'flows/.git/config.yml',
	'flows/node_modules/x/y.yaml',
	'.git/z.yml',
	'flows/notes.txt',
];
const all = [...own, ...others].toSorted();

/** A dropped folder, as a browser hands it over. */
const entryOf = (path: string, below: readonly string[]): FileSystemEntry => {
	const inside = below.filter((each) => each.startsWith(`${path}/`));
	const name = path.split('/').at(-1)!;
	const base = { name, fullPath: `/${path}` };
	if (inside.length === 0)
		return {
			...base,
			isFile: true,
			isDirectory: false,
			file: (take: (file: File) => void) => take(new File(['x'], name)),
		} as unknown as FileSystemEntry;
	const next = inside.map((each) =>
		each
			.split('/')
			.slice(0, path.split('/').length + 1)
			.join('/'),
	);
	const portions = [[...new Set(next)].map((each) => entryOf(each, below)), []];
	const readEntries = (take: (entries: FileSystemEntry[]) => void) => take(portions.shift() ?? []);
	return {
		...base,
		isFile: false,
		isDirectory: true,
		createReader: () => ({ readEntries }),
	} as unknown as FileSystemEntry;
};
const chosen = (path: string) =>
	Object.defineProperty(new File(['x'], path.split('/').at(-1)!), 'webkitRelativePath', {
		value: path,
	});

test.each([
	['a folder that is chosen', async () => filesOf({ files: all.map(chosen) })],
	[
		'folders that are dropped',
		async () =>
			filesOf({
				entries: ['flows', 'git', '.git', '__MACOSX'].map((path) => entryOf(path, all)),
			}),
	],
	[
		'a ZIP',
		async () => filesInZip(zipSync(Object.fromEntries(all.map((each) => [each, strToU8('x')])))),
	],
])('of %s, what programs have put there is left out', async (_what, read) => {
	expect((await read()).map(({ name }) => name).toSorted()).toEqual(own);
});

test('a single file that is chosen is read whatever it is called, also beside what a Mac adds', async () => {
	const files = [new File(['x'], 'flow.txt'), new File(['x'], '._flow.txt')];
	expect((await filesOf({ files })).map(({ name }) => name)).toEqual(['flow.txt']);
});
