/** The built site behind a server that listens to its pages and can lose files. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { idle, serve } from '../../../tools/commands/serve.ts';
import { base, dist } from '../../../tools/lib/site.ts';

/** The site under test. */
export interface Site {
	/** The full address of a root-relative one. */
	readonly address: (path: string) => string;
	/** Answers 404 to what the pattern matches, until it is called without one. */
	readonly lose: (pattern?: RegExp) => void;
	readonly close: () => Promise<void>;
}

/** The page keeps here what went wrong in it. */
const kept = 'kestraEnvironmentsProblems';

/** Runs before a page's own scripts: not every driver tells what a page writes to its console. */
const listener = `{
	const problems = window.${kept} = [];
	addEventListener('error', ({ message, target }) =>
		problems.push(message ?? 'not loaded: ' + (target.src ?? target.href)), true);
	addEventListener('unhandledrejection', ({ reason }) => problems.push('rejected: ' + reason));
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
		problems.push('policy: ' + violatedDirective + ' ' + blockedURI));
	const { error } = console;
	console.error = (...given) => { problems.push(given.join(' ')); error(...given); };
}`;

/** The problems of the page that is open, as an expression. */
export const problemsOf = `(window.${kept} ?? ['nobody listens to this page'])`;

/** Serves the site on a port of its own. */
export async function serveSite(): Promise<Site> {
	const inner = await serve(dist, base);
	let lost: RegExp | undefined;
	const server = createServer(async (request, response) => {
		const path = request.url ?? '/';
		if (path === '/listener.js') {
			response.writeHead(200, { 'content-type': 'text/javascript' }).end(listener);
			return;
		}
		if (lost?.test(path)) {
			response
				.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'no-store' })
				.end('Lost');
			return;
		}
		try {
			const answer = await fetch(inner.origin + path, { redirect: 'manual' });
			const { 'content-length': _, ...headers } = Object.fromEntries(answer.headers);
			const body = Buffer.from(await answer.arrayBuffer());
			const isPage = headers['content-type']?.startsWith('text/html');
			const text = isPage
				? body.toString().replace('<head>', '<head><script src="/listener.js"></script>')
				: body;
			// A script that is lost is lost for a browser that has had it before.
			if (path.startsWith(`${base}_astro/`)) headers['cache-control'] = 'no-store';
			response.writeHead(answer.status, headers).end(text);
		} catch (error) {
			response.writeHead(500).end(String(error));
		}
	});
	server.keepAliveTimeout = idle;
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		address: (path) => origin + base.replace(/\/$/, '') + path,
		lose: (pattern) => {
			lost = pattern;
		},
		close: async () => {
			await inner.close();
			server.closeAllConnections();
			await new Promise<void>((done) => server.close(() => done()));
		},
	};
}
