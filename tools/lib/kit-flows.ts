/** The flows of the kits of every kind of plan, in a folder, so that Kestra's own engine can validate them. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../../src/guide/engine/enumerate.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { ways } from '../../src/guide/kit/kit-file.ts';
import { planFor } from '../../src/guide/plan/plan.ts';
import { kitFiles } from '../../src/lib/kit.ts';

/**
 * Writes each different flow once.
 * @returns how many there are
 */
export function writeKitFlows(folder: string): number {
	const plans = new Map(
		[...paths(kestra)].map((given) => {
			const plan = planFor(given)!;
			return [`${Object.values(plan.outcomes).join(' ')} ${plan.headline}`, { given, plan }];
		}),
	);
	const flows = new Map<string, string>();
	for (const { given, plan } of plans.values())
		for (const way of ways)
			for (const { path, text } of kitFiles({
				given,
				plan,
				way,
				address: (rootRelative) => `https://example.com${rootRelative}`,
				date: '2026-01-01',
			}))
				if (/^(flows|git-flows)\/.*\.ya?ml$/.test(path)) {
					const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);
					flows.set(`${path.replace(/^.*\/|\.ya?ml$/g, '')}-${mark}.yaml`, text);
				}
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of flows) writeFileSync(join(folder, name), text);
	return flows.size;
}
