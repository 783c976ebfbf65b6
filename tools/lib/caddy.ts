/** Starts Caddy with the shipped configuration, for tests. */
import { join } from 'node:path';
import { root } from './root.ts';
import { freePort, type Running, startServer } from './server.ts';

/**
 * Starts Caddy with the shipped configuration.
 * @param program path of Caddy
 * @param built the folder of a built site
 * @param base the path below which it is served, with a slash at both ends
 * @param work the folder that Caddy writes to
 */
export async function startCaddy(
	program: string,
	built: string,
	base: string,
	work: string,
): Promise<Running> {
	const origin = `http://127.0.0.1:${await freePort()}`;
	const env = {
		...process.env,
		ADDRESS: origin,
		BASE: base.slice(0, -1),
		ROOT: built,
		XDG_CONFIG_HOME: work,
		XDG_DATA_HOME: work,
	};
	const args = ['run', '--adapter', 'caddyfile', '--config', join(root, 'hosting/Caddyfile')];
	return { server: await startServer(program, args, env, origin + base), origin };
}
