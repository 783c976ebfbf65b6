/** The published JSON Schemas and a validator of documents, for tests. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { jsonSchemaOf, publishedSchemas } from '../../src/schemas/published/json-schema.ts';

/**
 * The schema that is published at a root-relative address.
 * @throws when none is
 */
export function publishedSchema(address: string): object {
	const found = Object.entries(publishedSchemas).find(
		([name]) => address === `/schemas/${name}.json`,
	);
	if (!found) throw new Error(`No schema is published at ${address}.`);
	return jsonSchemaOf(found[1]);
}

/** A function that lists what is wrong with a document; nothing when it fits the schema. */
export function validator(schema: unknown) {
	const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
	addFormats.default(ajv);
	const validate = ajv.compile(schema as object);
	return (document: unknown) => {
		validate(JSON.parse(JSON.stringify(document)));
		return validate.errors ?? [];
	};
}
