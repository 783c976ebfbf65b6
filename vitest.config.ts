import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { coverageFloors, coverageFolder } from './tools/lib/coverage.ts';
import { base } from './tools/lib/site.ts';

const alias = { '~': fileURLToPath(new URL('./src', import.meta.url)) };

/**
 * `guide`, `content` and `components` need nothing but the sources; `site` and `browser` read the
 * built site; `engines` reads it in three browsers; `hosts` needs the servers that `tools/commands/hosts.ts` starts.
 */
export default defineConfig({
	base,
	resolve: { alias },
	test: {
		// Vitest would leave one core free, but browser tests mostly wait.
		maxWorkers: availableParallelism(),
		// A list that should be empty and is not would fill the terminal.
		diff: { truncateThreshold: 40 },
		coverage: {
			include: Object.keys(coverageFloors),
			exclude: ['**/*.d.ts'],
			reporter: ['json-summary', 'html'],
			reportsDirectory: coverageFolder,
			thresholds: { ...coverageFloors },
		},
		projects: [
			{
				extends: true,
				// Some of its tests walk every way through the guide.
				test: {
					name: 'guide',
					include: ['tests/{guide,split}/**/*.test.ts'],
					testTimeout: 180_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'content',
					include: ['tests/content/**/*.test.ts'],
					testTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'components',
					include: ['tests/components/**/*.test.{ts,tsx}'],
					environment: 'happy-dom',
					testTimeout: 30_000,
				},
			},
			{
				extends: true,
				test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 30_000 },
			},
			{
				extends: true,
				test: { name: 'hosts', include: ['tests/hosts/**/*.test.ts'] },
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts', 'tests/a11y/**/*.test.ts'],
					globalSetup: ['tests/support/browser/setup.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					// The default of one second is too short on a busy machine.
					expect: { poll: { timeout: 10_000 } },
				},
			},
			{
				extends: true,
				test: { name: 'engines', include: ['tests/engines/**/*.test.ts'] },
			},
		],
	},
});
