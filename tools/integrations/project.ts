import type { AstroIntegration } from 'astro';

/** Where the site is kept and where its readers write to. */
export interface Project {
	/** Address of the repository, without a slash at its end. */
	readonly repository: string;
	/** Where a reader says whether a page was helpful: the address of a new issue, or a `mailto:`. */
	readonly feedback: string;
}

/** Lets pages import the project's addresses from `virtual:project`. */
export function project(settings: Project): AstroIntegration {
	const id = 'virtual:project';
	return {
		name: 'project',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({
					vite: {
						plugins: [
							{
								name: id,
								resolveId: (source) => (source === id ? `\0${id}` : undefined),
								load: (resolved) =>
									resolved === `\0${id}`
										? `export const project = ${JSON.stringify(settings)};`
										: undefined,
							},
						],
					},
				});
			},
			'astro:config:done': ({ injectTypes }) => {
				injectTypes({
					filename: 'project.d.ts',
					content: `declare module 'virtual:project' {
	export const project: { readonly repository: string; readonly feedback: string };
}`,
				});
			},
		},
	};
}
