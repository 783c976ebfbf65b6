/** Starts nginx with the shipped configuration, for tests and measurements. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { root } from './root.ts';

/** A running server. */
export interface Running {
	readonly server: ChildProcess;
	/** Scheme, host and port. */
	readonly origin: string;
}

/** A free port on this machine. */
export async function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const server = createServer().once('error', fail);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => done(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/**
 * Starts a server and waits until it answers.
 * @param address requested until it answers
 * @throws with the server's output when it does not answer
 */
export async function startServer(
	command: string,
	args: readonly string[],
	env: NodeJS.ProcessEnv,
	address: string,
): Promise<ChildProcess> {
	const server = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	server.stderr.on('data', (data: Buffer) => (said += data));
	for (let tried = 0; tried < 100; tried++) {
		if (server.exitCode !== null) break;
		const answered = await fetch(address).catch(() => undefined);
		if (answered?.ok) return server;
		await new Promise((done) => setTimeout(done, 100));
	}
	server.kill();
	throw new Error(`${command} does not serve ${address}: ${said.trim()}`);
}

/**
 * Starts nginx with the shipped configuration, in which only the three values it says to set and the folders nginx
 * writes to are changed.
 * @param program path of nginx
 * @param built the folder of a packed site
 * @param base the path below which it is served, with a slash at both ends
 * @param work the folder that nginx writes to
 */
export async function startNginx(
	program: string,
	built: string,
	base: string,
	work: string,
): Promise<Running> {
	const www = base === '/' ? built : join(work, 'www');
	if (www !== built) {
		mkdirSync(dirname(join(www, base.slice(0, -1))), { recursive: true });
		symlinkSync(built, join(www, base.slice(0, -1)));
	}
	mkdirSync(work, { recursive: true });
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
	// When started as root, nginx would run its workers as a user who may not read this folder.
	const user = process.getuid?.() === 0 ? ' user root;' : '';
	const args = ['-e', 'stderr', '-c', join(work, 'nginx.conf'), '-g', `daemon off;${user}`];
	const origin = `http://127.0.0.1:${port}`;
	return { server: await startServer(program, args, process.env, origin + base), origin };
}
