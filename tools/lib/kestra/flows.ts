/** The flows of this site, for the engine to validate. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseDocument, visit } from 'yaml';
import { filledSample } from '../../../src/lib/samples.ts';
import { checked } from '../../../src/site.ts';
import { root } from '../root.ts';
import { type PlannedFlow, plannedFlow } from './plan.ts';

/** Types of the plugins that the engine on Maven Central comes with. */
const known = /^io\.kestra\.(plugin\.(core|scripts?)|core)\./;

/** Flows of a folder, named by it and their path. */
export function flowsIn(folder: string): readonly PlannedFlow[] {
	const place = resolve(root, folder);
	return globSync('**/*.{yaml,yml}', { cwd: place })
		.sort()
		.map((file) =>
			plannedFlow(
				`${folder}/${file.replaceAll('\\', '/')}`,
				filledSample(readFileSync(join(place, file), 'utf8'), checked),
			),
		);
}

/** A flow without what only other plugins know, and the types of those. */
export interface Reduced {
	readonly flow: PlannedFlow;
	/** Types of tasks that were replaced by a log message of the same id. */
	readonly unknown: readonly string[];
}

/**
 * Kestra's engine comes without the plugins that are released on their own. Their tasks are replaced, so that it can
 * validate the rest of the flow; `tests/content/flows.test.ts` checks those of Git against that plugin's schema.
 */
export function withoutOtherPlugins(flow: PlannedFlow): Reduced {
	const document = parseDocument(flow.source);
	const unknown: string[] = [];
	visit(document, {
		Map(_, node) {
			const type = node.get('type');
			if (typeof type !== 'string' || !type.startsWith('io.kestra.') || known.test(type))
				return undefined;
			unknown.push(type);
			return document.createNode({
				id: node.get('id'),
				type: 'io.kestra.plugin.core.log.Log',
				message: type,
			});
		},
	});
	return unknown.length === 0
		? { flow, unknown }
		: { flow: { ...flow, source: document.toString() }, unknown };
}
