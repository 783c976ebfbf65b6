/** A display that nobody sees, for programs with windows. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A running display. */
export interface Display {
	readonly child: ChildProcess;
	/** For the variable `DISPLAY`. */
	readonly name: string;
}

/**
 * Starts Xvfb on a free display.
 * @param size width and height in pixels
 * @throws when it does not start
 */
export async function startDisplay(
	size: readonly [number, number] = [1600, 1200],
): Promise<Display> {
	const child = spawn(
		'Xvfb',
		['-displayfd', '3', '-screen', '0', `${size.join('x')}x24`, '-nolisten', 'tcp'],
		{ stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
	);
	const number = await new Promise<string>((done, fail) => {
		let said = '';
		(child.stdio[3] as Readable).on('data', (data: Buffer) => {
			said += data;
			if (said.endsWith('\n')) done(said.trim());
		});
		child.once('error', fail).once('exit', (code) => fail(new Error(`Xvfb ended with ${code}.`)));
	});
	return { child, name: `:${number}` };
}
