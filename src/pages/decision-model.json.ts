import type { APIRoute } from 'astro';
import { modelDocument } from '~/guide/export/json.ts';
import { withBase } from '~/lib/address.ts';

/** The whole decision model as JSON, from the tables that the guide itself reads. */
export const GET: APIRoute = ({ site }) =>
	new Response(
		`${JSON.stringify(
			modelDocument((address) => new URL(withBase(address), site).href),
			null,
			2,
		)}\n`,
		{ headers: { 'Content-Type': 'application/json; charset=utf-8' } },
	);
