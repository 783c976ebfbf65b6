import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readRedirects, redirectsPath } from '../../../src/lib/read-redirects.ts';
import { lost, redirectFaults } from '../../../src/lib/redirects.ts';
import { readBuilt } from './read-built.ts';
import { readRecorded } from './record.ts';
import { type Place, redirectPage, redirectsFile } from './redirect-page.ts';

const list = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join('');

/**
 * Keeps published addresses working: writes a page at each old address, and fails the build when an address is gone or a
 * redirect is wrong.
 * @param redirects by default those of this site
 * @param recorded the addresses that were published; by default those of this site
 */
export function addresses(
	{ site, base }: Place,
	redirects = readRedirects(readFileSync(resolve(redirectsPath), 'utf8')),
	recorded = readRecorded(),
): AstroIntegration {
	return {
		name: 'addresses',
		hooks: {
			'astro:build:done': ({ dir }) => {
				const root = fileURLToPath(dir);
				const { published, pages, places } = readBuilt(root);
				const faults = redirectFaults(redirects, { pages, places });
				if (faults.length > 0) throw new Error(`${redirectsPath} has mistakes.\n${list(faults)}`);
				const now = new Set(Object.keys(published));
				const gone = lost(Object.keys(recorded), redirects, now);
				if (gone.length > 0)
					throw new Error(
						`Published addresses are gone:\n${list(gone)}` +
							'Restore them, or give each a target in src/content/redirects.yaml. ' +
							'If an address was never online, remove it from src/content/addresses.json instead.',
					);
				for (const from of Object.keys(redirects).filter((from) => !from.includes('#'))) {
					const file = join(root, from, 'index.html');
					mkdirSync(dirname(file), { recursive: true });
					writeFileSync(file, redirectPage(redirects, from, { site, base }));
				}
				const forHosts = redirectsFile(redirects, base);
				if (forHosts && !existsSync(join(root, '_redirects')))
					writeFileSync(join(root, '_redirects'), forHosts);
			},
		},
	};
}
