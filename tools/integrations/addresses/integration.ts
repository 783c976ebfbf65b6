import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { lost, redirectFaults } from '../../../src/lib/redirects.ts';
import { virtualModule } from '../virtual-module.ts';
import { readBuilt } from './read-built.ts';
import { readRedirects } from './read-redirects.ts';
import { readRecorded } from './record.ts';
import { type Place, redirectPage, redirectsFile } from './redirect-page.ts';

const list = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join('');

/**
 * Keeps published addresses working: lets pages import the redirects, writes a page at each old address, and fails the
 * build when an address is gone or a redirect is wrong.
 */
export function addresses({ site, base }: Place, redirects = readRedirects()): AstroIntegration {
	return {
		name: 'addresses',
		hooks: {
			...virtualModule('redirects', redirects, 'Readonly<Record<string, string>>'),
			'astro:build:done': ({ dir }) => {
				const root = fileURLToPath(dir);
				const { published, pages, places } = readBuilt(root);
				const faults = redirectFaults(redirects, { pages, places });
				if (faults.length > 0)
					throw new Error(`src/content/redirects.yaml has mistakes.\n${list(faults)}`);
				const now = new Set(Object.keys(published));
				const gone = lost(Object.keys(readRecorded()), redirects, now);
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
