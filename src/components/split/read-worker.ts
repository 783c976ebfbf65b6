/** The worker that reads files, so that the page never stands still. It asks nothing of the network but its own parts. */
import { mostCharacters } from '~/split/read-file.ts';
import { InventoryTaking } from '~/split/take-inventory.ts';
import type { NamedFile } from './given.ts';
import type { ReadOrder, ReadReport } from './protocol.ts';

const report = (message: ReadReport) => postMessage(message);
/** Milliseconds between two reports. */
const interval = 100;
/** A character takes four bytes at most. */
const mostBytes = mostCharacters * 4;

addEventListener('message', ({ data }: MessageEvent<ReadOrder>) => void read(data));

async function read({ files }: ReadOrder): Promise<void> {
	const taking = new InventoryTaking();
	let said = 0;
	for (const [index, file] of files.entries()) {
		await readOne(file, taking);
		if (performance.now() - said < interval) continue;
		said = performance.now();
		report({ is: 'progress', done: index + 1, total: files.length });
	}
	report({ is: 'done', inventory: taking.finish() });
}

async function readOne({ name, file }: NamedFile, taking: InventoryTaking): Promise<void> {
	const isZip = /\.zip$/i.test(name);
	try {
		if (isZip) await readZip(name, new Uint8Array(await file.arrayBuffer()), taking);
		else if (file.size > mostBytes) taking.addUnread(name, 'It is too large');
		else taking.add({ name, content: await file.text() });
	} catch {
		taking.addUnread(name, isZip ? 'It is no ZIP, or it is damaged' : 'It could not be opened');
	}
}

async function readZip(name: string, bytes: Uint8Array, taking: InventoryTaking): Promise<void> {
	let unzip: typeof import('./unzip.ts');
	try {
		unzip = await import('./unzip.ts');
	} catch {
		// A worker remembers the failure: only a new page asks again.
		taking.addUnread(name, 'The script that opens ZIPs has not arrived: reload the page');
		return;
	}
	const files = unzip.filesInZip(bytes);
	if (files.length === 0) taking.addUnread(name, 'It holds no YAML file');
	for (const inner of files)
		if ('why' in inner) taking.addUnread(`${name}/${inner.name}`, inner.why);
		else taking.add({ name: `${name}/${inner.name}`, content: inner.content });
}
