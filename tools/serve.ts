/**
 * Serves the built site on loopback as a static host would, and prints its address: `node tools/serve.ts`.
 * `BASE` is the path below which it is served, `DIST` the folder, `PORT` the first port to try.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { base, dist } from './site.ts';

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
	if (`${path}/` === below) {
		redirect(response, below, query);
		return;
	}
	const inside = path.startsWith(below) ? path.slice(below.length) : undefined;
	const file = inside === undefined ? undefined : resolve(root, inside);
	if (file !== undefined && (file === root || file.startsWith(root + sep))) {
		const found = await stat(file).catch(() => undefined);
		if (found?.isFile() && !path.endsWith('/')) {
			send(response, 200, file, found.size);
			return;
		}
		if (found?.isDirectory()) {
			const index = join(file, 'index.html');
			const page = await stat(index).catch(() => undefined);
			if (page && path.endsWith('/')) {
				send(response, 200, index, page.size);
				return;
			}
			if (page) {
				redirect(response, `${rawPath}/`, query);
				return;
			}
		}
	}
	const notFound = join(root, '404.html');
	const page = await stat(notFound).catch(() => undefined);
	if (page) send(response, 404, notFound, page.size);
	else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
}

/** The path without its percent encoding, or nothing when the encoding is broken or hides a zero byte. */
function decode(path: string): string | undefined {
	try {
		const decoded = decodeURIComponent(path);
		return decoded.includes('\0') ? undefined : decoded;
	} catch {
		return undefined;
	}
}

function redirect(response: ServerResponse, path: string, query: string | undefined): void {
	// One leading slash only: `//elsewhere` would be another host.
	const location = path.replace(/^\/+/, '/') + (query === undefined ? '' : `?${query}`);
	response.writeHead(301, { location }).end();
}

function send(response: ServerResponse, status: number, file: string, size: number): void {
	response.writeHead(status, {
		'cache-control': 'no-cache',
		'content-length': size,
		'content-type': types[extname(file)] ?? 'application/octet-stream',
		'x-content-type-options': 'nosniff',
	});
	if (response.req.method === 'HEAD') response.end();
	else createReadStream(file).pipe(response);
}

if (import.meta.main) {
	const { origin } = await serve(dist, base, Number(process.env['PORT'] ?? 4321));
	console.log(`\nThe guide is at ${origin}${base}\nPress Ctrl-C to stop.`);
}
