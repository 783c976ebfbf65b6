import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file } from 'astro/loaders';
import { z } from 'astro/zod';

/** A source of claims about Kestra: one entry of `src/content/sources.yaml`. */
const source = z.strictObject({
	title: z.string(),
	/** Repository and path, or thread. */
	where: z.string(),
	/** The part of the page that says it, when the page is long. */
	heading: z.string().optional(),
	address: z.url(),
	/** Seven hexadecimal digits: the revision that was read. */
	commit: z
		.string()
		.regex(/^[0-9a-f]{7}$/)
		.optional(),
	/** The Kestra version it was checked for; absent where the source does not say. */
	version: z.string().optional(),
	/** The day it was last checked. */
	checked: z.date(),
	kind: z.enum(['documented', 'source-code', 'discussion', 'inferred']),
	/** What to know before relying on it. */
	note: z.string().optional(),
});

/** A term: one entry of `src/content/glossary.yaml`. */
const term = z.strictObject({
	term: z.string(),
	/** One to three sentences. */
	means: z.string(),
	/** Root-relative address of the section that says more. */
	more: z.string().startsWith('/').optional(),
	/** Ids of sources. */
	sources: z.array(z.string()).default([]),
});

export const collections = {
	docs: defineCollection({
		loader: docsLoader(),
		schema: docsSchema({
			extend: z.object({
				/** Also the description in link previews. */
				description: z.string().max(200),
				/** On a strategy page: the outcome that the page describes, as `decision.outcome`. */
				outcome: z.string().optional(),
			}),
		}),
	}),
	i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
	sources: defineCollection({ loader: file('src/content/sources.yaml'), schema: source }),
	glossary: defineCollection({ loader: file('src/content/glossary.yaml'), schema: term }),
};
