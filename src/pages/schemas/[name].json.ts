import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonSchemaOf, publishedSchemas } from '~/schemas/published/json-schema.ts';

type Name = keyof typeof publishedSchemas;

export const getStaticPaths = (() =>
	Object.keys(publishedSchemas).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

/** A published JSON Schema. */
export const GET: APIRoute<Record<string, never>, { name: Name }> = ({ params }) =>
	new Response(`${JSON.stringify(jsonSchemaOf(publishedSchemas[params.name]), null, 2)}\n`, {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	});
