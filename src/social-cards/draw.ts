/** Draws a card: layout by satori, pixels by sharp. Cards drawn before are taken from the cache. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { type Card, card, size } from './card.ts';

const require = createRequire(join(resolve(), 'package.json'));
const fonts = ([400, 600, 700] as const).map((weight) => ({
	name: 'Inter',
	weight,
	style: 'normal' as const,
	data: readFileSync(require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`)),
}));
const versions = [
	(require('satori/package.json') as { version: string }).version,
	sharp.versions.sharp ?? '',
	sharp.versions.vips,
];
// With few colours and flat areas, a palette makes the file a third of the size and looks the same.
const format = { palette: true, colours: 32, effort: 4 } as const;
const cache = resolve('.cache/unfurl');

/** The picture as a PNG: the same bytes for the same card. */
export async function drawCard(content: Card): Promise<Uint8Array<ArrayBuffer>> {
	const elements = card(content);
	const key = createHash('sha256')
		.update(JSON.stringify([elements, versions, format]))
		.digest('hex');
	const file = join(cache, `${key}.png`);
	try {
		return new Uint8Array(readFileSync(file));
	} catch {
		const svg = await satori(elements as Parameters<typeof satori>[0], { ...size, fonts });
		const png = await sharp(Buffer.from(svg)).png(format).toBuffer();
		mkdirSync(cache, { recursive: true });
		writeFileSync(file, png);
		return new Uint8Array(png);
	}
}
