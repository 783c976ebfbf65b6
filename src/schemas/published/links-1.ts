/** The document of all published addresses, in its first version. */
import { z } from 'astro/zod';
import { address, ownSchema } from './common.ts';

const kind = z.object({
	id: z.string().regex(/^[a-z]+$/),
	label: z.string().describe('In the plural, for a heading.'),
});

const link = z.object({
	address,
	path: z
		.string()
		.regex(/^\//)
		.describe("The same below the site's own address, with the id of the place after `#`."),
	kind: z.string().describe('Id of one of `kinds`.'),
	title: z.string().min(1).describe('Words for the link.'),
	markdown: z.string().describe('The link, ready to paste.'),
});

/** Every page and every place on a page. */
export const links1 = z
	.object({
		$schema: ownSchema,
		site: address.describe('Address of the home page.'),
		kinds: z
			.array(kind)
			.describe('What an address may lead to, in the order in which people look for it.'),
		links: z.array(link).min(1),
		redirects: z
			.array(z.object({ from: address, to: address }))
			.describe('Addresses of earlier editions and where they lead now.'),
	})
	.meta({
		title: 'The published addresses of a guide to Kestra environments',
		description:
			'Every page and every place on a page that may be linked to from elsewhere. Addresses in it stay; one that moves is listed under `redirects`. New properties and kinds may be added; the ones described here stay.',
	});
