/**
 * Prepares the built site for a host: adds the licences of what ships, a bill of materials, compressed copies for
 * servers that send them as they are, and `files.json`, which lists every file with its hash. The output is identical
 * for the same commit. `node tools/commands/pack.ts`, after a build.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from '../lib/root.ts';
import { dist } from '../lib/site.ts';

/** Packages whose code or styles reach the reader's browser. */
const shipped = [
	'@astrojs/preact',
	'@astrojs/starlight',
	'@expressive-code/core',
	'astro',
	'astro-expressive-code',
	'pagefind',
	'preact',
];

const compressible = new Set([
	'.css',
	'.html',
	'.js',
	'.json',
	'.md',
	'.svg',
	'.txt',
	'.xml',
	'.yaml',
]);

/** In bytes: a smaller file gains less from compression than the header that announces it costs. */
const leastBytes = 256;

const licenceFiles = ['LICENSE', 'LICENSE.md', 'LICENSE/LICENSE'];

function writeLicences(): void {
	const texts = shipped.map((name) => {
		const folder = packageFolder(name);
		const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
			version: string;
			license: string;
		};
		const file = licenceFiles
			.map((path) => join(folder, path))
			.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
		const text = file ? readFileSync(file, 'utf8').trim() : license;
		return `${name} ${version} (${license})\n\n${text}\n`;
	});
	const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
	const line = `\n${'-'.repeat(80)}\n\n`;
	writeFileSync(join(dist, 'licences.txt'), [`This site\n\n${own}\n`, ...texts].join(line));
}

/** Folder of a package, found upwards as Node does, because packages need not export their manifest. */
function packageFolder(name: string): string {
	const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
	for (const path of paths)
		if (globSync(`${name}/package.json`, { cwd: path }).length > 0) return join(path, name);
	throw new Error(`${name} ships with the site, but is not installed.`);
}

function writeBillOfMaterials(): void {
	execFileSync(
		process.execPath,
		[
			join(packageFolder('@cyclonedx/cyclonedx-npm'), 'bin', 'cyclonedx-npm-cli.js'),
			...['--omit', 'dev', '--output-reproducible', '--flatten-components'],
			...['--output-file', join(dist, 'bom.json')],
		],
		{ cwd: root, stdio: 'inherit' },
	);
}

function filesIn(folder: string): string[] {
	return globSync('**/*', { cwd: folder, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		)
		.sort();
}

for (const file of filesIn(dist)) if (/\.(br|gz)$/.test(file)) rmSync(join(dist, file));
rmSync(join(dist, 'files.json'), { force: true });
writeLicences();
writeBillOfMaterials();

const files = filesIn(dist);
const list = Object.fromEntries(
	files.map((file) => {
		const content = readFileSync(join(dist, file));
		return [
			file,
			{ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
		];
	}),
);
writeFileSync(join(dist, 'files.json'), `${JSON.stringify(list, null, '\t')}\n`);

let copies = 0;
for (const file of [...files, 'files.json']) {
	const content = readFileSync(join(dist, file));
	if (!compressible.has(extname(file)) || content.length < leastBytes) continue;
	const brotli = brotliCompressSync(content, {
		params: {
			[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		},
	});
	writeFileSync(join(dist, `${file}.br`), brotli);
	writeFileSync(join(dist, `${file}.gz`), gzipSync(content, { level: 9 }));
	copies += 2;
}
console.log(`${files.length + 1} files and ${copies} compressed copies in ${dist}`);
