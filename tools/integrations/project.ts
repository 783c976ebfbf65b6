import type { AstroIntegration } from 'astro';
import { virtualModule } from './virtual-module.ts';

/** Where the site's source is, and where its readers send feedback. */
export interface Project {
	/** Address of the repository, without a trailing slash. */
	readonly repository: string;
	/** Where readers send feedback: the address of a new issue, or a `mailto:`. */
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
