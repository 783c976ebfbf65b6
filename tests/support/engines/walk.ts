/** One walk through the site, the same in every engine: what readers do, by keyboard and pointer. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { root } from '../../../tools/lib/root.ts';
import { type Driver, type Engine, run } from './driver.ts';
import { problemsOf, type Site, serveSite } from './site.ts';

/** What every part of the walk works with. */
export interface Walk {
	readonly engine: Engine;
	/** The browser; there is one for the whole walk. */
	readonly driver: () => Driver;
	readonly site: () => Site;
	/** The folder of downloads. */
	readonly folder: () => string;
}

/** A part of the walk. */
export type Part = (walk: Walk) => void;

/** Walks through the site in an engine, in one window. */
export function walkIn(engine: Engine, parts: readonly Part[]): void {
	let driver: Driver | undefined;
	let site: Site | undefined;
	let folder = '';
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), `${engine.name}-`));
		site = await serveSite();
		driver = await engine.start(folder);
		await driver.resize(1280, 800);
	}, 60_000);
	afterAll(async () => {
		await driver?.close();
		await site?.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}, 30_000);
	beforeEach(async () => {
		site!.lose();
		await driver!.frame();
		// Names that one part gives are not those of the next.
		await driver!.open(site!.address('/robots.txt'));
		await run(driver!, () => localStorage.clear());
		onTestFailed(async ({ task }) => {
			const pictures = join(root, '.cache', 'engines');
			mkdirSync(pictures, { recursive: true });
			const name = `${engine.name} ${task.name}`.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);
			writeFileSync(join(pictures, `${name}.png`), await driver!.screenshot());
		});
	});
	describe(engine.name, { timeout: 60_000 }, () => {
		const walk: Walk = {
			engine,
			driver: () => driver!,
			site: () => site!,
			folder: () => folder,
		};
		for (const part of parts) part(walk);
		for (const [what, why] of Object.entries(engine.cannot))
			// biome-ignore lint/suspicious/noSkippedTests: listed in the output, because it is not done
			test.skip(`${engine.name} cannot be asked for ${what}: ${why}`, () => {});
	});
}

/** Expects that the page that is open has reported nothing: no error, nothing on its console, nothing its policy refused. */
export async function expectNoProblems(driver: Driver): Promise<void> {
	expect(await driver.evaluate(problemsOf)).toEqual([]);
}
