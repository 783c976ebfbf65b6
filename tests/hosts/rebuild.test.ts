import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../tools/lib/site.ts';

const root = resolve(import.meta.dirname, '..', '..');
const left = ['.astro', '.cache', '.git', 'coverage', 'dist', 'node_modules', 'screenshots'];

function run(command: string, args: readonly string[], cwd: string): void {
	const env = { ...process.env, DIST: 'dist' };
	// Otherwise variables set by Vitest would affect the build.
	for (const name of ['BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SSR', 'TEST', 'VITEST'])
		Reflect.deleteProperty(env, name);
	const { status, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
}

function hashesIn(folder: string): Readonly<Record<string, string>> {
	const listed = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as Readonly<
		Record<string, { readonly sha256: string }>
	>;
	return Object.fromEntries(Object.entries(listed).map(([file, { sha256 }]) => [file, sha256]));
}

test('the same sources built in another folder give the same bytes', { timeout: 300_000 }, () => {
	// On the same disk, so that the packages can be linked instead of copied.
	const copy = join(root, '.cache', 'hosts', 'elsewhere');
	rmSync(copy, { recursive: true, force: true });
	// The pages' dates come from the Git history.
	if (existsSync(join(root, '.git'))) run('git', ['clone', '--quiet', root, copy], root);
	mkdirSync(copy, { recursive: true });
	for (const entry of readdirSync(root).filter((name) => !left.includes(name)))
		cpSync(join(root, entry), join(copy, entry), { recursive: true });
	run('cp', ['-al', join(root, 'node_modules'), join(copy, 'node_modules')], root);
	run(process.execPath, ['tools/astro.cjs', 'build'], copy);
	run(process.execPath, ['tools/commands/pack.ts'], copy);
	expect(hashesIn(join(copy, 'dist'))).toEqual(hashesIn(dist));
});
