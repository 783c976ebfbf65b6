/** Lighthouse with its mobile preset, median of several runs. Its packages are installed on first use. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { findBrowser } from '../../tools/lib/browser.ts';
import { freePort } from '../../tools/lib/server.ts';
import { project } from './build.ts';
import { median } from './numbers.ts';

/** Lighthouse results of a page: scores out of 100, times in milliseconds, layout shift as a number. */
export interface Phone {
	readonly performance: number;
	readonly accessibility: number;
	readonly practices: number;
	readonly seo: number;
	readonly lcp: number;
	readonly cls: number;
	readonly tbt: number;
}

interface Report {
	readonly lhr: {
		readonly runtimeError?: { readonly message: string };
		readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
		readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
	};
}

type Lighthouse = (address: string, flags: object) => Promise<Report | undefined>;

async function lighthouse(): Promise<Lighthouse> {
	const folder = join(project, 'bench');
	const entry = join(folder, 'node_modules', 'lighthouse', 'core', 'index.js');
	if (!existsSync(entry)) {
		const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
			cwd: folder,
			stdio: ['ignore', process.stderr, process.stderr],
			shell: process.platform === 'win32',
		});
		if (status !== 0) throw new Error('Lighthouse could not be installed: run `npm ci` in bench/.');
	}
	return ((await import(pathToFileURL(entry).href)) as { default: Lighthouse }).default;
}

/**
 * Runs Lighthouse on each address.
 * @param runs runs for each address
 * @returns medians by address
 */
export async function asOnAPhone(
	addresses: readonly string[],
	runs: number,
): Promise<ReadonlyMap<string, Phone>> {
	const look = await lighthouse();
	const port = await freePort();
	const options = await findBrowser();
	const browser = await chromium.launch({
		...options,
		args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
	});
	const results = new Map<string, Phone>();
	try {
		for (const address of addresses) {
			const all: Phone[] = [];
			for (let run = 0; run < runs; run++) {
				const report = await look(address, {
					port,
					logLevel: 'error',
					output: 'json',
					onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
				});
				if (!report || report.lhr.runtimeError)
					throw new Error(`Lighthouse: ${report?.lhr.runtimeError?.message ?? 'no report'}`);
				const score = (id: string) => 100 * (report.lhr.categories[id]?.score ?? 0);
				const value = (id: string) => report.lhr.audits[id]?.numericValue ?? Number.NaN;
				all.push({
					performance: score('performance'),
					accessibility: score('accessibility'),
					practices: score('best-practices'),
					seo: score('seo'),
					lcp: value('largest-contentful-paint'),
					cls: value('cumulative-layout-shift'),
					tbt: value('total-blocking-time'),
				});
			}
			const middle = (key: keyof Phone) => median(all.map((each) => each[key]));
			results.set(address, {
				performance: middle('performance'),
				accessibility: middle('accessibility'),
				practices: middle('practices'),
				seo: middle('seo'),
				lcp: middle('lcp'),
				cls: middle('cls'),
				tbt: middle('tbt'),
			});
		}
	} finally {
		await browser.close();
	}
	return results;
}
