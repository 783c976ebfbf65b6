import { connect } from 'node:net';

/** An answer as a server sent it. */
export interface RawAnswer {
	readonly status: number;
	/** By lower-case name. */
	readonly headers: ReadonlyMap<string, string>;
}

/**
 * Sends a path exactly as it is spelt, which no client library does: they tidy slashes, dots and escapes.
 * @param origin scheme, host and port
 */
export function rawRequest(origin: string, path: string): Promise<RawAnswer> {
	const { hostname, port, host } = new URL(origin);
	return new Promise((done, fail) => {
		let said = '';
		const socket = connect(Number(port), hostname, () =>
			socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
		);
		socket.on('data', (part: Buffer) => (said += part.toString('latin1')));
		socket.on('error', fail);
		socket.on('close', () => {
			const [first = '', ...lines] = (said.split('\r\n\r\n')[0] ?? '').split('\r\n');
			done({
				status: Number(first.split(' ')[1]),
				headers: new Map(
					lines.map((line) => {
						const colon = line.indexOf(':');
						return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
					}),
				),
			});
		});
	});
}
