import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { base } from './tools/site.ts';

const alias = { '~': fileURLToPath(new URL('./src', import.meta.url)) };

/** Short files that test much. Without durations of an earlier run Vitest starts the largest files first, and these last. */
const slow = /\/(a11y\/(pages|text)|browser\/places|hosts\/rebuild)\.test\.ts$/;

/** Starts what is slow first, so that no core is idle in the end. */
class SlowFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const isSlow = ({ moduleId }: TestSpecification) => slow.test(moduleId);
		return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
	}
}

/**
 * `guide`, `content` and `components` need nothing but the sources; `site` and `browser` read the
 * built site; `hosts` needs the servers that `tools/hosts.ts` starts.
 */
export default defineConfig({
	base,
	resolve: { alias },
	test: {
		// Vitest would leave one core free, but browser tests mostly wait.
		maxWorkers: availableParallelism(),
		sequence: { sequencer: SlowFirst },
		projects: [
			{
				extends: true,
				// Some of its tests walk every way through the guide.
				test: { name: 'guide', include: ['tests/guide/**/*.test.ts'], testTimeout: 30_000 },
			},
			{
				extends: true,
				test: { name: 'content', include: ['tests/content/**/*.test.ts'] },
			},
			{
				extends: true,
				test: {
					name: 'components',
					include: ['tests/components/**/*.test.{ts,tsx}'],
					environment: 'happy-dom',
				},
			},
			{
				extends: true,
				test: { name: 'site', include: ['tests/site/**/*.test.ts'] },
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
					globalSetup: ['tests/browser/support/setup.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					// The default of one second is too short on a busy machine.
					expect: { poll: { timeout: 10_000 } },
				},
			},
		],
	},
});
