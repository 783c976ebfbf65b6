import type { AstroIntegration } from 'astro';
import { virtualModule } from './virtual-module.ts';

/** Where the site is kept and where its readers write to. */
export interface Project {
	/** Address of the repository, without a slash at its end. */
	readonly repository: string;
	/** Where a reader says whether a page was helpful: the address of a new issue, or a `mailto:`. */
	readonly feedback: string;
}

/** Lets pages import the project's addresses from `virtual:project`. */
export function project(settings: Project): AstroIntegration {
	return {
		name: 'project',
		hooks: virtualModule(
			'project',
			settings,
			'{ readonly repository: string; readonly feedback: string }',
		),
	};
}
