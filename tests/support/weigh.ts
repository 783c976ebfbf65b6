/** The bytes that a page of a built site transfers, measured in a browser. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright';

/** Bytes by type, compressed with Brotli. */
export interface Weight {
	readonly html: number;
	readonly css: number;
	readonly js: number;
	readonly font: number;
	readonly other: number;
	readonly total: number;
	readonly requests: number;
}

type Type = Exclude<keyof Weight, 'total' | 'requests'>;

const types: Readonly<Record<string, Type>> = {
	'.css': 'css',
	'.html': 'html',
	'.js': 'js',
	'.woff': 'font',
	'.woff2': 'font',
};

/** Folder and address of a built site. */
export interface Served {
	readonly root: string;
	/** Scheme, host, port and base path, with a trailing slash. */
	readonly address: string;
}

/** Size of a file with Brotli at its highest level, as in `npm run build:hosted`. */
export function brotliBytes(file: string): number {
	return brotliCompressSync(readFileSync(file)).length;
}

/**
 * Opens a page and adds up what it fetches until the network is idle, without interaction.
 * @param page in a context of its own, so that nothing is cached
 * @param path root-relative, without the base
 */
export async function weigh(page: Page, site: Served, path: string): Promise<Weight> {
	const asked = new Set<string>();
	page.on('request', (request) => {
		if (request.url().startsWith(site.address)) asked.add(request.url());
	});
	await page.goto(site.address + path.slice(1), { waitUntil: 'networkidle' });
	const weight = { html: 0, css: 0, js: 0, font: 0, other: 0 };
	for (const address of asked) {
		const served = decodeURI(new URL(address).pathname).slice(
			new URL(site.address).pathname.length,
		);
		const file = served === '' || served.endsWith('/') ? `${served}index.html` : served;
		weight[types[extname(file)] ?? 'other'] += brotliBytes(join(site.root, file));
	}
	const total = Object.values(weight).reduce((sum, bytes) => sum + bytes, 0);
	return { ...weight, total, requests: asked.size };
}
