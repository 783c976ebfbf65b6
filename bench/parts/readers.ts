/** Load test of nginx with the shipped configuration. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { findProgram } from '../../tools/lib/find-program.ts';
import { startNginx } from '../../tools/lib/nginx.ts';
import { project, work } from './build.ts';

/** Outcome of the requests. */
export interface Readers {
	readonly readers: number;
	readonly seconds: number;
	readonly pages: number;
	/** Responses other than 200, and requests without a response. */
	readonly errors: number;
	readonly perSecond: number;
}

/**
 * Each reader requests one page after another without a pause.
 * @param dist a built site for the root of a host
 * @returns undefined where nginx is not installed
 */
export async function manyReaders(
	dist: string,
	readers: number,
	seconds: number,
): Promise<Readers | undefined> {
	const program = findProgram('nginx');
	if (!program) return undefined;
	const built = join(work, 'packed');
	rmSync(built, { recursive: true, force: true });
	cpSync(dist, built, { recursive: true });
	const { status, stderr } = spawnSync(
		process.execPath,
		[join(project, 'tools/commands/pack.ts')],
		{
			cwd: project,
			env: { ...process.env, DIST: built },
			encoding: 'utf8',
		},
	);
	if (status !== 0) throw new Error(stderr);
	const addresses = globSync('**/index.html', { cwd: built }).map(
		(file) => `/${file.replace(/index\.html$/, '')}`,
	);
	rmSync(join(work, 'nginx'), { recursive: true, force: true });
	const { server, origin } = await startNginx(program, built, '/', join(work, 'nginx'));
	const agent = new Agent({ keepAlive: true, maxSockets: readers });
	const ask = (path: string) =>
		new Promise<boolean>((done) => {
			get(origin + path, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
				response.resume();
				response.on('end', () => done(response.statusCode === 200));
			}).on('error', () => done(false));
		});
	let pages = 0;
	let errors = 0;
	const started = performance.now();
	const read = async (reader: number) => {
		for (let turn = reader; performance.now() - started < seconds * 1000; turn++) {
			if (await ask(addresses[turn % addresses.length] ?? '/')) pages++;
			else errors++;
		}
	};
	try {
		await Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)));
	} finally {
		agent.destroy();
		server.kill();
	}
	const took = (performance.now() - started) / 1000;
	return { readers, seconds: took, pages, errors, perSecond: pages / took };
}
