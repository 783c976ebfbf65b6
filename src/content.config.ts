import { defineCollection, reference } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { accessibility } from './schemas/accessibility.ts';
import { experiment } from './schemas/experiment.ts';
import { matrixEntry } from './schemas/matrix.ts';
import { pageFields } from './schemas/page.ts';

/** A source of claims about Kestra: one entry of `src/content/sources.yaml`. */
const facts = {
	title: z.string(),
	/** On GitHub: owner and name. */
	repository: z.string().regex(/^[\w-]+\/[\w.-]+$/),
	/** The part of the page that says it, when the page is long. */
	heading: z.string().optional(),
	/** The Kestra version it was checked for; absent where the source does not say. */
	version: z.string().optional(),
	/** The day it was last checked. */
	checked: z.date(),
	kind: z.enum(['documented', 'source-code', 'discussion', 'inferred']),
	/** What to know before relying on it. */
	note: z.string().optional(),
};
const source = z.union([
	z.strictObject({
		...facts,
		path: z.string(),
		/** Seven hexadecimal digits: the revision that was read. */
		revision: z.string().regex(/^[0-9a-f]{7}$/),
	}),
	z.strictObject({
		...facts,
		/** Number of an issue or pull request. */
		thread: z.int().positive(),
	}),
]);

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

/** Readers' words for what the site calls otherwise: one entry of `src/content/synonyms.yaml`. */
const synonyms = z.strictObject({
	/** What readers type. */
	words: z.array(z.string()).min(1),
	/** The site's words for it; all words of one text must be on a page. */
	means: z.array(z.string()).min(1),
	/** Root-relative addresses that treat it, best first. */
	leads: z.array(z.string().startsWith('/')).min(1),
});

export const collections = {
	docs: defineCollection({
		loader: docsLoader(),
		schema: docsSchema({
			extend: pageFields,
		}),
	}),
	i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
	sources: defineCollection({ loader: file('src/content/sources.yaml'), schema: source }),
	matrix: defineCollection({
		loader: file('src/content/matrix.yaml'),
		schema: matrixEntry(reference('sources')),
	}),
	experiments: defineCollection({
		loader: glob({
			base: 'src/content/experiments',
			pattern: '*/experiment.yaml',
			generateId: ({ entry }) => entry.replace(/[\\/].*$/, ''),
		}),
		schema: experiment,
	}),
	glossary: defineCollection({ loader: file('src/content/glossary.yaml'), schema: term }),
	accessibility: defineCollection({
		loader: file('src/content/accessibility.yaml'),
		schema: accessibility,
	}),
	synonyms: defineCollection({ loader: file('src/content/synonyms.yaml'), schema: synonyms }),
};
