/** Measured builds, each in a folder inside the project so that packages resolve. */
import { spawnSync } from 'node:child_process';
import {
	cpSync,
	globSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The project. */
export const project = resolve(import.meta.dirname, '..', '..');

/** Folder for everything the bench writes. */
export const work = join(project, '.cache', 'bench');

/** Duration and output of a build. */
export interface Built {
	readonly dist: string;
	readonly seconds: number;
	readonly pages: number;
	readonly files: number;
	readonly bytes: number;
}

/** Builds the site that stands in a folder. */
export function build(folder: string): Built {
	const started = performance.now();
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(project, 'node_modules/astro/bin/astro.mjs'), 'build'],
		{
			cwd: folder,
			encoding: 'utf8',
			maxBuffer: 1 << 28,
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BASE: '/' },
		},
	);
	if (status !== 0) throw new Error(`The build in ${folder} failed.\n${stdout}\n${stderr}`);
	const seconds = (performance.now() - started) / 1000;
	const dist = join(folder, 'dist');
	const files = globSync('**/*', { cwd: dist })
		.map((file) => join(dist, file))
		.filter((file) => statSync(file).isFile());
	return {
		dist,
		seconds,
		pages: files.filter((file) => file.endsWith('index.html')).length,
		files: files.length,
		bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
	};
}

const copied = [
	'astro.config.mjs',
	'package.json',
	'public',
	'src',
	'tools',
	'tsconfig.json',
] as const;

/**
 * Builds this site with extra pages: copies of one page, linked from nowhere so that no other page grows.
 * @param more number of extra pages
 */
export function buildGrown(more: number): Built {
	const folder = join(work, `grown-${more}`);
	rmSync(folder, { recursive: true, force: true });
	for (const name of copied) cpSync(join(project, name), join(folder, name), { recursive: true });
	const page = readFileSync(join(project, 'src/content/docs/concepts/editions.mdx'), 'utf8');
	const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(page) ?? [];
	const kept = front.replace(/^(title:.*|sidebar:.*|(?: {2}.*))\n?/gm, '').trim();
	for (let number = 1; number <= more; number++) {
		const file = join(folder, `src/content/docs/copies/copy-${number}.mdx`);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(
			file,
			`---\ntitle: Copy ${number}\n${kept}\nsidebar:\n  hidden: true\n---\n${body}`,
		);
	}
	const built = build(folder);
	rmSync(folder, { recursive: true, force: true });
	return built;
}
