import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findProgram } from '../../tools/lib/find-program.ts';
import { startNginx } from '../../tools/lib/nginx.ts';
import { rawRequest } from '../support/raw-request.ts';

/** What a program says when its standard output is what `startServer` gives it. */
function say(command: string): Promise<string> {
	return new Promise((done) => {
		const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (part: Buffer) => (said += part));
		child.on('close', () => done(said));
	});
}

test('the standard output of the servers under test is a socket, as under systemd', async () => {
	expect(await say('readlink /proc/self/fd/1')).toMatch(/^socket:/);
	expect(await say('echo > /dev/stdout')).toMatch(/No such device|cannot/);
});

test('within a distribution’s nginx the site starts, names its types and logs no query', async () => {
	const nginx = findProgram('nginx');
	if (!nginx) throw new Error('This test needs nginx.');
	const folder = mkdtempSync(join(tmpdir(), 'distribution-'));
	const site = join(folder, 'site');
	mkdirSync(site);
	for (const file of ['index.html', 'index.md', 'sample.yaml', 'llms.txt'])
		writeFileSync(join(site, file), `The file ${file}.\n`);
	const work = join(folder, 'work');
	const { server, origin } = await startNginx(nginx, site, '/', work, 'distribution');
	onTestFinished(() => {
		server.kill();
		rmSync(folder, { recursive: true, force: true });
	});
	const types: Record<string, string | undefined> = {};
	for (const file of ['index.md', 'sample.yaml', 'llms.txt'])
		types[file] = (await rawRequest(origin, `/${file}?impact=critical`)).headers.get(
			'content-type',
		);
	expect(types).toEqual({
		'index.md': 'text/markdown; charset=utf-8',
		'sample.yaml': 'text/yaml; charset=utf-8',
		'llms.txt': 'text/plain; charset=utf-8',
	});
	const log = readFileSync(join(work, 'kestra-environments.log'), 'utf8');
	expect(log).toContain('"GET /index.md" 200');
	expect(log).not.toContain('critical');
});
