/** Parts that several published schemas have. A part with an id becomes a definition, which others refer to. */
import { z } from 'astro/zod';

/** Any text but the empty one. */
export const text = z.string().min(1);

/** A stable id. */
export const id = z
	.string()
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
	.meta({ id: 'id', description: 'Lower case, words joined by hyphens. Stable.' });

/** Without a check of its own: JSON Schema names the format, and validators of it know what it means. */
export const address = z.string().meta({ format: 'uri' });

/** The schema's own address, which every document begins with. */
export const ownSchema = address.describe('Address of this schema.');

/** The version of the questions and rules. */
export const rules = z
	.object({
		version: z
			.string()
			.regex(/^\d+\.\d+\.\d+$/)
			.describe(
				'Major when an id goes or changes meaning, minor when one is added, patch for wording.',
			),
		date: z.string().meta({ format: 'date' }),
	})
	.meta({ id: 'rules', description: 'The version of the questions and rules.' });

/** An array whose entries differ from each other. */
export const distinct = <Entry extends z.ZodType>(entry: Entry) =>
	z.array(entry).meta({ uniqueItems: true });
