/**
 * Builds the site for a sub-path, serves it with the shipped configurations of nginx and Caddy, and runs the tests of
 * hosting and, behind nginx, those of the built site and of the browser. Arguments go to Vitest.
 * Caddy is tried when it is installed; without nginx there is one sentence that says how to get it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { installed } from './installed.ts';

const root = resolve(import.meta.dirname, '..');
const work = join(root, '.cache', 'hosts');
const www = join(work, 'www');
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

async function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const server = createServer().once('error', fail);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => done(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** Starts a server and waits until it answers. */
async function start(
	command: string,
	args: readonly string[],
	env: NodeJS.ProcessEnv,
	origin: string,
): Promise<ChildProcess> {
	const server = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	server.stderr.on('data', (data: Buffer) => (said += data));
	for (let tried = 0; tried < 100; tried++) {
		if (server.exitCode !== null) break;
		const answered = await fetch(origin + base).catch(() => undefined);
		if (answered?.ok) return server;
		await new Promise((done) => setTimeout(done, 100));
	}
	server.kill();
	throw new Error(`${command} does not serve ${origin}${base}: ${said.trim()}`);
}

/** The shipped configuration with its three values set, and the files it includes, in a folder of the test's own. */
async function startNginx(program: string): Promise<{ server: ChildProcess; origin: string }> {
	const port = await freePort();
	const site = readFileSync(join(root, 'hosting/nginx/site.conf'), 'utf8')
		.replace('listen 8080;', `listen 127.0.0.1:${port};`)
		.replace('set $base "";', `set $base "${base.slice(0, -1)}";`)
		.replace('root /srv/site;', `root ${www};`);
	const main = readFileSync(join(root, 'hosting/nginx/nginx.conf'), 'utf8')
		.replace('/etc/nginx/conf.d/*.conf', join(work, 'site.conf'))
		.replaceAll('/tmp/nginx', join(work, 'nginx'))
		.replace('/dev/stderr', 'stderr');
	writeFileSync(join(work, 'site.conf'), site.replace('/dev/stdout', '/dev/null'));
	writeFileSync(join(work, 'nginx.conf'), main);
	// Started as root, the workers would be someone who may not read this folder.
	const user = process.getuid?.() === 0 ? ' user root;' : '';
	const args = ['-e', 'stderr', '-c', join(work, 'nginx.conf'), '-g', `daemon off;${user}`];
	const origin = `http://127.0.0.1:${port}`;
	return { server: await start(program, args, process.env, origin), origin };
}

async function startCaddy(program: string): Promise<{ server: ChildProcess; origin: string }> {
	const origin = `http://127.0.0.1:${await freePort()}`;
	const env = {
		...process.env,
		ADDRESS: origin,
		BASE: base.slice(0, -1),
		ROOT: join(work, 'dist'),
		XDG_CONFIG_HOME: work,
		XDG_DATA_HOME: work,
	};
	const args = ['run', '--adapter', 'caddyfile', '--config', join(root, 'hosting/Caddyfile')];
	return { server: await start(program, args, env, origin), origin };
}

const nginx = installed('nginx');
if (!nginx) {
	console.error(
		'The tests of hosting need nginx with its Brotli module: run `sudo apt-get install nginx libnginx-mod-http-brotli-static`, or the like for your system.',
	);
	process.exit(1);
}

rmSync(work, { recursive: true, force: true });
mkdirSync(dirname(join(www, base.slice(0, -1))), { recursive: true });
run(process.execPath, ['tools/astro.cjs', 'build', '--outDir', join(work, 'dist')]);
run(process.execPath, ['tools/pack.ts']);
symlinkSync(join(work, 'dist'), join(www, base.slice(0, -1)));

const servers: ChildProcess[] = [];
try {
	const behindNginx = await startNginx(nginx);
	servers.push(behindNginx.server);
	const caddy = installed('caddy');
	const behindCaddy = caddy ? await startCaddy(caddy) : undefined;
	if (behindCaddy) servers.push(behindCaddy.server);
	else console.error('Caddy is not installed: its configuration is not tried.');
	const vitest = spawn(
		process.execPath,
		[
			join(root, 'node_modules/vitest/vitest.mjs'),
			'run',
			...['hosts', 'site', 'browser'].flatMap((project) => ['--project', project]),
			// Which rules a page breaks does not depend on who serves it, and asking takes long.
			...['--exclude', 'tests/a11y/**'],
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
