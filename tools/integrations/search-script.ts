/**
 * Builds the search as a script with an address of its own, `/search.js`: pages load it when the search is first opened.
 * It needs a known address because some browsers remember that a script could not be fetched, so that trying again
 * takes another query.
 */
import type { AstroIntegration } from 'astro';

export function searchScript(): AstroIntegration {
	return {
		name: 'search-script',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({
					vite: {
						plugins: [
							{
								name: 'search-script',
								apply: 'build',
								applyToEnvironment: ({ name }) => name === 'client',
								buildStart() {
									this.emitFile({
										type: 'chunk',
										id: '/src/lib/search.ts',
										fileName: 'search.js',
										preserveSignature: 'strict',
									});
								},
							},
						],
					},
				});
			},
		},
	};
}
