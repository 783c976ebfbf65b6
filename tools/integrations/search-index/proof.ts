import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { serve } from '../../commands/serve.ts';

/** What Pagefind writes at the beginning of every file of an index, once it is unpacked. */
const mark = 'pagefind_dcd';

interface Entry {
	readonly languages: Readonly<
		Record<string, { readonly hash: string; readonly wasm: string; readonly page_count: number }>
	>;
}

interface Fragment {
	readonly url: string;
	readonly content: string;
	readonly meta: { readonly title?: string };
}

interface Pagefind {
	options(options: object): Promise<void>;
	search(words: string): Promise<{
		results: readonly { data(): Promise<{ readonly url: string }> }[];
	}>;
	destroy(): Promise<void>;
}

/** An unpacked file of the index, without its mark. */
function unpacked(folder: string, file: string): Buffer {
	let content: Buffer;
	try {
		content = gunzipSync(readFileSync(join(folder, file)));
	} catch {
		throw new Error(`its file ${file} is missing or cut off`);
	}
	if (content.subarray(0, mark.length).toString() !== mark)
		throw new Error(`its file ${file} is not Pagefind’s`);
	return content.subarray(mark.length);
}

/** Checks that every file that the index names is there and whole, and returns the pages it holds. */
export function readIndex(folder: string): readonly Fragment[] {
	let entry: Entry;
	try {
		entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as Entry;
	} catch {
		throw new Error('its file pagefind-entry.json is missing or cut off');
	}
	const fragments = globSync('fragment/*.pf_fragment', { cwd: folder });
	const indexes = globSync('index/*.pf_index', { cwd: folder });
	const pages: Fragment[] = [];
	for (const [language, { hash, wasm, page_count }] of Object.entries(entry.languages)) {
		unpacked(folder, `wasm.${wasm}.pagefind`);
		const meta = unpacked(folder, `pagefind.${hash}.pf_meta`).toString('latin1');
		const named = new Set(meta.match(new RegExp(`${language}_[0-9a-f]{7,}`, 'g')));
		let ofThis = 0;
		for (const name of named) {
			const fragment = `fragment/${name}.pf_fragment`;
			const index = `index/${name}.pf_index`;
			if (fragments.includes(fragment)) {
				pages.push(JSON.parse(unpacked(folder, fragment).toString()) as Fragment);
				ofThis += 1;
			} else if (indexes.includes(index)) unpacked(folder, index);
			else throw new Error(`it names ${name}, and there is no such file`);
		}
		if (ofThis !== page_count)
			throw new Error(`it names ${ofThis} pages and counts ${page_count} (${language})`);
	}
	return pages;
}

/** Addresses of the built pages whose words belong into the index. */
const pagesToFind = (root: string): readonly string[] =>
	globSync('**/*.html', { cwd: root })
		.filter((file) => readFileSync(join(root, file), 'utf8').includes('data-pagefind-body'))
		.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`);

/**
 * Proves that the search index in the built site is whole: every file that it names is there and unpacks, and a search
 * for the title of each page finds the page, in the script that readers run.
 * @param root the built folder
 * @returns how many pages were found
 * @throws with what is wrong, in a sentence
 */
export async function proveSearchIndex(root: string): Promise<number> {
	const folder = join(root, 'pagefind');
	const wrong = (what: string) =>
		new Error(
			`The search index in ${folder} is not whole: ${what}. Build again; if it happens again, the disk may be full.`,
		);
	let pages: readonly Fragment[];
	try {
		pages = readIndex(folder);
	} catch (error) {
		throw wrong(error instanceof Error ? error.message : String(error));
	}
	if (pages.length === 0) throw wrong('it holds no page');
	const held = new Set(pages.map(({ url }) => url));
	if (held.size < pages.length) throw wrong('it holds a page twice');
	const left = pagesToFind(root).filter((url) => !held.has(url));
	if (left.length > 0) throw wrong(`it does not hold ${left.join(', ')}`);
	const { origin, close } = await serve(root, '/');
	try {
		const script = pathToFileURL(join(folder, 'pagefind.js')).href;
		const pagefind = (await import(script).catch(() => undefined)) as Pagefind | undefined;
		if (!pagefind?.search) throw wrong('its file pagefind.js is missing or cut off');
		await pagefind.options({ basePath: `${origin}/pagefind/`, baseUrl: '/' });
		for (const { url, meta } of pages) {
			const { results } = await pagefind.search(meta.title ?? '');
			const found = await Promise.all(results.map((result) => result.data()));
			if (!found.some((result) => result.url === url))
				throw wrong(`a search for “${meta.title}” does not find ${url}`);
		}
		await pagefind.destroy();
	} finally {
		await close();
	}
	return pages.length;
}
