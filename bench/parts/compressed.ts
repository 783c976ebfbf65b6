/** Serves a folder on loopback with Brotli, as a host would, so that Lighthouse weighs what readers get. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
};

/** A folder being served. */
export interface Compressed {
	readonly root: string;
	/** Scheme, host, port and a slash. */
	readonly address: string;
	readonly close: () => void;
}

/** Serves a built site at the root of a free port. */
export async function serveCompressed(root: string): Promise<Compressed> {
	const ready = new Map<string, Buffer>();
	const server = createServer((request, response) => {
		const path = decodeURI((request.url ?? '/').split('?')[0] ?? '/');
		const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
		if (!file.startsWith(root) || !existsSync(file) || extname(file) === '') {
			response.writeHead(404).end();
			return;
		}
		const type = types[extname(file)];
		const body =
			ready.get(file) ?? (type ? brotliCompressSync(readFileSync(file)) : readFileSync(file));
		ready.set(file, body);
		response.writeHead(200, {
			'cache-control': path.startsWith('/_astro/')
				? 'public, max-age=31536000, immutable'
				: 'public, max-age=300',
			'content-length': body.length,
			...(type
				? { 'content-type': type, 'content-encoding': 'br', vary: 'accept-encoding' }
				: { 'content-type': 'application/octet-stream' }),
		});
		response.end(body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return {
		root,
		address: `http://127.0.0.1:${port}/`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
