/**
 * The JSON Schemas that this site publishes, generated from the schemas in this folder. A published one stays: a document
 * of a new shape gets a schema of its own with the next number, in a file and a line here.
 */
import { z } from 'astro/zod';
import { decisionModel1 } from './decision-model-1.ts';
import { decisionModel2 } from './decision-model-2.ts';
import { links1 } from './links-1.ts';
import { plan1 } from './plan-1.ts';
import { plan2 } from './plan-2.ts';

/** Every published schema, by the last part of its address: `/schemas/<name>.json`. */
export const publishedSchemas = {
	'decision-model-1': decisionModel1,
	'decision-model-2': decisionModel2,
	'links-1': links1,
	'plan-1': plan1,
	'plan-2': plan2,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** The JSON Schema of a document, which lets properties be added. */
export const jsonSchemaOf = (schema: z.ZodType) =>
	z.toJSONSchema(schema, {
		io: 'input',
		override({ jsonSchema }) {
			// An upper bound that JavaScript has, and no reader of a document needs.
			if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
		},
	});
