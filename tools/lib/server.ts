/** Starts servers, for tests and measurements. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

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
	const server = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
	// Read, so that a server that logs to its standard output is not held up. On Unix it is a socket, as under systemd.
	server.stdout.resume();
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
