import { defineCollection, reference } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file } from 'astro/loaders';
import { z } from 'astro/zod';
import { criteria } from './lib/wcag.ts';
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

/** What readers can count on, or what a criterion could apply to and is not here: one entry of `src/content/accessibility.yaml`. */
const accessibility = z.union([
	z.strictObject({
		/** Which table of the page it is in. */
		part: z.enum(['perceive', 'operate', 'understand', 'conditions']),
		/** One sentence or two. */
		promise: z.string().endsWith('.'),
		/** Success criteria of WCAG 2.2; empty for what goes beyond them. */
		criteria: z.array(z.enum(criteria)),
		/** Tests that prove it: a file, and part of a test's name. */
		tests: z.array(z.strictObject({ file: z.string(), name: z.string() })).min(1),
	}),
	z.strictObject({
		/** What the site does not have, in a few words. */
		absent: z.string(),
		criteria: z.array(z.enum(criteria)).min(1),
	}),
]);

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
	glossary: defineCollection({ loader: file('src/content/glossary.yaml'), schema: term }),
	accessibility: defineCollection({
		loader: file('src/content/accessibility.yaml'),
		schema: accessibility,
	}),
};
