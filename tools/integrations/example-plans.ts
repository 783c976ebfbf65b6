import type { AstroIntegration } from 'astro';
import { type ExamplePage, exampleProblems } from '../../src/lib/example-plan.ts';
import { readPages } from '../lib/pages.ts';

/**
 * Checks the plans in the frontmatter of all pages before the first is built, so that one build tells of all that a
 * change to the questions leaves without a plan.
 */
export function examplePlans(): AstroIntegration {
	return {
		name: 'example-plans',
		hooks: {
			'astro:build:start': () => {
				const problems = exampleProblems(
					readPages().map(({ filePath, frontmatter }) => ({
						filePath,
						data: frontmatter as ExamplePage['data'],
					})),
				);
				if (problems.length > 0) throw new Error(problems.join('\n'));
			},
		},
	};
}
