import { z } from 'astro/zod';
import { criteria } from '../lib/wcag.ts';

/** What readers can count on, or what a criterion could apply to and is not here: one entry of `src/content/accessibility.yaml`. */
export const accessibility = z.union([
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
