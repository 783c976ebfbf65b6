import {
	cpSync,
	globSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { proveSearchIndex } from '../../tools/integrations/search-index/proof.ts';
import { cutOff, wholeFiles } from '../../tools/integrations/whole-files.ts';
import { dist } from '../../tools/lib/site.ts';
import { files } from '../support/built.ts';

/** A copy of some of the built site, for a test to damage. */
function copy(...parts: readonly string[]): string {
	const folder = mkdtempSync(join(tmpdir(), 'whole-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const part of parts) cpSync(join(dist, part), join(folder, part), { recursive: true });
	return folder;
}

test('no file of the site is empty or cut off', () => {
	expect(files.length).toBeGreaterThan(100);
	expect(cutOff(dist)).toEqual([]);
});

test('the search index holds every page that is to be found', async () => {
	expect(await proveSearchIndex(copy('pagefind'))).toBeGreaterThan(40);
});

const index = (pattern: string) => globSync(`pagefind/${pattern}`, { cwd: dist }).sort()[0] ?? '';

test.each([
	['the entry', 'pagefind-entry.json'],
	['the list of its parts', '*.pf_meta'],
	['a page', 'fragment/*.pf_fragment'],
	['a part of its words', 'index/*.pf_index'],
	['the program', 'wasm.en.pagefind'],
	['the script', 'pagefind.js'],
])('an index of which %s is empty, cut off or missing stops the build', async (_what, pattern) => {
	const file = index(pattern);
	const harms = [
		(path: string) => truncateSync(path, 0),
		(path: string) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
		(path: string) => rmSync(path),
	];
	for (const harm of harms) {
		const folder = copy('pagefind');
		harm(join(folder, file));
		await expect(proveSearchIndex(folder)).rejects.toThrow(
			/^The search index in .* is not whole: .+\. Build again/,
		);
	}
});

test('an index that does not know a page’s words stops the build', async () => {
	const forgetful = copy('pagefind');
	const [part = '', ...others] = globSync('pagefind/index/*', { cwd: forgetful });
	// Which part a search reads depends on its words, so all are made the same.
	for (const other of others) cpSync(join(forgetful, part), join(forgetful, other));
	await expect(proveSearchIndex(forgetful)).rejects.toThrow('does not find');
	const folder = copy('pagefind');
	const [one = '', other = ''] = globSync('pagefind/fragment/*', { cwd: folder });
	cpSync(join(folder, one), join(folder, other));
	await expect(proveSearchIndex(folder)).rejects.toThrow('a page twice');
});

test('an index without one of the pages stops the build', async () => {
	const folder = copy('pagefind', 'concepts');
	await expect(proveSearchIndex(folder)).resolves.toBeGreaterThan(40);
	cpSync(join(folder, 'concepts/tenants'), join(folder, 'concepts/forgotten'), { recursive: true });
	await expect(proveSearchIndex(folder)).rejects.toThrow('does not hold /concepts/forgotten/');
});

test.each([
	['404.html', (text: string) => text.slice(0, -20)],
	['404.html', () => ''],
	['favicon.svg', () => ''],
] as const)('a build that leaves %s empty or cut off stops', (file, harm) => {
	const folder = copy('404.html', 'favicon.svg');
	expect(cutOff(folder)).toEqual([]);
	const path = join(folder, file);
	writeFileSync(path, harm(readFileSync(path, 'utf8')));
	const done = wholeFiles().hooks['astro:build:done'];
	expect(() => done?.({ dir: new URL(`file://${folder}/`) } as never)).toThrow(
		`The built site is not whole: ${file} is empty or cut off.`,
	);
});
