/**
 * Builds the site for a sub-path, serves it with the shipped nginx and Caddy configurations, and runs the hosting tests
 * and, behind nginx, the site and browser tests. Arguments are passed on to Vitest.
 * Caddy is tested only if installed. Without nginx it prints how to install it and fails.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCaddy } from '../lib/caddy.ts';
import { findProgram } from '../lib/find-program.ts';
import { startNginx } from '../lib/nginx.ts';
import { root } from '../lib/root.ts';

const work = join(root, '.cache', 'hosts');
const base = '/docs/kestra-environments/';
const environment = {
	...process.env,
	ASTRO_TELEMETRY_DISABLED: '1',
	BASE: base,
	DIST: join(work, 'dist'),
	SITE: 'https://handbook.example.com',
};

function run(command: string, args: readonly string[]): void {
	const { status } = spawnSync(command, args, { cwd: root, env: environment, stdio: 'inherit' });
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.`);
}

const nginx = findProgram('nginx');
if (!nginx) {
	console.error(
		'The hosting tests need nginx with its Brotli module: run `sudo apt-get install nginx libnginx-mod-http-brotli-static`, or the equivalent for your system.',
	);
	process.exit(1);
}

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
run(process.execPath, ['tools/astro.cjs', 'build', '--outDir', join(work, 'dist')]);
run(process.execPath, ['tools/commands/pack.ts']);

const servers: ChildProcess[] = [];
try {
	const behindNginx = await startNginx(nginx, join(work, 'dist'), base, work);
	servers.push(behindNginx.server);
	const caddy = findProgram('caddy');
	const behindCaddy = caddy ? await startCaddy(caddy, join(work, 'dist'), base, work) : undefined;
	if (behindCaddy) servers.push(behindCaddy.server);
	else console.error('Caddy is not installed: its configuration is not tested.');
	const vitest = spawn(
		process.execPath,
		[
			join(root, 'node_modules/vitest/vitest.mjs'),
			'run',
			...['hosts', 'site', 'browser'].flatMap((project) => ['--project', project]),
			...process.argv.slice(2),
		],
		{
			cwd: root,
			stdio: 'inherit',
			env: {
				...environment,
				ORIGIN: behindNginx.origin,
				HOSTS: JSON.stringify({ nginx: behindNginx.origin, caddy: behindCaddy?.origin }),
			},
		},
	);
	process.exitCode = await new Promise<number>((done) =>
		vitest.on('close', (code) => done(code ?? 1)),
	);
} finally {
	for (const server of servers) server.kill();
}
