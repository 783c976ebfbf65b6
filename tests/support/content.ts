/** The pages as their authors write them, for tests. */
import { z } from 'astro/zod';
import { pageFields } from '../../src/schemas/page.ts';
import { readPages } from '../../tools/lib/pages.ts';

const root = 'src/content/docs/';
const fields = pageFields.extend({
	title: z.string(),
	sidebar: z.object({ order: z.number().optional() }).default({}),
});

/** A page of the site. */
export interface ContentPage {
	/** Below `src/content/docs`, without the ending. */
	readonly id: string;
	/** From the root of the project. */
	readonly filePath: string;
	readonly data: z.infer<typeof fields>;
	/** MDX, without the frontmatter. */
	readonly body: string;
}

/** Every page. */
export const contentPages: readonly ContentPage[] = readPages().map(
	({ filePath, frontmatter, body }) => {
		const id = filePath.slice(root.length).replace(/(\/index)?\.mdx$/, '');
		return { id, filePath, data: fields.parse(frontmatter), body };
	},
);

/** The scenarios, in the order in which they are listed, with the last part of their ids. */
export const scenarios = contentPages
	.filter(({ id }) => id.startsWith('scenarios/'))
	.toSorted((one, other) => (one.data.sidebar.order ?? 0) - (other.data.sidebar.order ?? 0))
	.map((page) => ({ ...page, name: page.id.slice('scenarios/'.length) }));
