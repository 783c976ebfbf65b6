/**
 * Serves the built site on loopback as a static host would, and prints its address: `node tools/commands/serve.ts`.
 * `BASE` is the path below which it is served, `DIST` the folder; `--port`, or `PORT`, the first port to try.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { base, dist } from '../lib/site.ts';

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.jpg': 'image/jpeg',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml; charset=utf-8',
	'.yaml': 'text/yaml; charset=utf-8',
};

/** A server that is listening. */
export interface Serving {
	/** Scheme, host and port, without a path. */
	readonly origin: string;
	readonly close: () => Promise<void>;
}

/**
 * How long a connection without a request stays open, in milliseconds. Node closes it after five seconds, just when the
 * next request of a slow machine is on its way; WebKit then reports a file that did not arrive.
 */
export const idle = 120_000;

/**
 * Serves a folder below a base path until closed.
 * @param root the folder
 * @param below the base path, with a slash at both ends
 * @param port the first port to try; 0 takes any free one
 * @throws when no port can be opened
 */
export async function serve(root: string, below: string, port = 0): Promise<Serving> {
	const server = createServer((request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
			return;
		}
		answer(root, below, request.url ?? '/', response).catch((error: unknown) => {
			console.error(error);
			response.writeHead(500).end();
		});
	});
	server.keepAliveTimeout = idle;
	await listen(server, port);
	const { port: taken } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${taken}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

/** Opens the port, or the next free one of the twenty after it. */
async function listen(server: Server, port: number): Promise<void> {
	for (let tried = port; ; tried++) {
		const failure = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
			server.once('error', done);
			server.listen(tried, '127.0.0.1', () => {
				server.off('error', done);
				done(undefined);
			});
		});
		if (!failure) return;
		if (failure.code !== 'EADDRINUSE' || tried >= port + 20) throw failure;
	}
}

async function answer(
	root: string,
	below: string,
	url: string,
	response: ServerResponse,
): Promise<void> {
	const [rawPath = '/', query] = url.split(/\?(.*)/s, 2);
	const path = decode(rawPath);
	if (path === undefined) {
		response.writeHead(400, { 'content-type': 'text/plain' }).end('Bad request');
		return;
	}
	const found = `${path}/` === below ? { folder: '' } : await find(root, below, path);
	if (found && 'folder' in found) redirect(response, below + found.folder, query);
	else if (found) send(response, 200, found);
	else {
		const notFound = await fileAt(join(root, '404.html'));
		if (notFound) send(response, 404, notFound);
		else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
	}
}

interface Found {
	readonly file: string;
	readonly size: number;
}

/** A folder that was asked for without the slash at its end. */
interface Folder {
	/** Relative to the built folder, with a slash at the end; empty for the built folder itself. */
	readonly folder: string;
}

/** The file at a path, or the folder with a page if the path lacks the slash at its end; otherwise undefined. */
async function find(
	root: string,
	below: string,
	path: string,
): Promise<Found | Folder | undefined> {
	if (!path.startsWith(below)) return undefined;
	const named = resolve(root, path.slice(below.length));
	if (named !== root && !named.startsWith(root + sep)) return undefined;
	if (path.endsWith('/')) return fileAt(join(named, 'index.html'));
	const file = await fileAt(named);
	if (file) return file;
	if (!(await fileAt(join(named, 'index.html')))) return undefined;
	return { folder: `${relative(root, named)}/`.replaceAll(sep, '/').replace(/^\//, '') };
}

async function fileAt(file: string): Promise<Found | undefined> {
	const found = await stat(file).catch(() => undefined);
	return found?.isFile() ? { file, size: found.size } : undefined;
}

/** The percent-decoded path, with single slashes, as nginx reads it; undefined when the encoding is broken or contains a zero byte. */
function decode(path: string): string | undefined {
	try {
		const decoded = decodeURIComponent(path);
		return decoded.includes('\0') ? undefined : decoded.replace(/\/{2,}/g, '/');
	} catch {
		return undefined;
	}
}

/** @param path of a folder that was found: a path as it was sent may begin like another host, such as `//elsewhere` */
function redirect(response: ServerResponse, path: string, query: string | undefined): void {
	const location = encodeURI(path) + (query === undefined ? '' : `?${query}`);
	response.writeHead(301, { location }).end();
}

function send(response: ServerResponse, status: number, { file, size }: Found): void {
	response.writeHead(status, {
		// A frame whose sandbox gives it no origin may load scripts and styles only if everybody may.
		...(file.includes(`${sep}_astro${sep}`) && { 'access-control-allow-origin': '*' }),
		'cache-control': 'no-cache',
		'content-length': size,
		'content-type': types[extname(file)] ?? 'application/octet-stream',
		'x-content-type-options': 'nosniff',
	});
	if (response.req.method === 'HEAD') response.end();
	else createReadStream(file).pipe(response);
}

if (import.meta.main) {
	const { origin } = await serve(dist, base, firstPort());
	console.log(`\nThe guide is at ${origin}${base}\nPress Ctrl-C to stop.`);
}

/** The first port to try, as asked for; ends the process with a sentence when that is none. */
function firstPort(): number {
	try {
		const { values } = parseArgs({ options: { port: { type: 'string' } } });
		const asked = values.port ?? process.env['PORT'] ?? '4321';
		if (/^\d+$/.test(asked) && Number(asked) < 65_536) return Number(asked);
		console.error(`“${asked}” is no port: it is a number below 65536.`);
	} catch (error) {
		console.error(`${(error as Error).message}\nThe only option is --port NUMBER.`);
	}
	process.exit(2);
}
