import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readExperiments } from '../../tools/lib/kestra/experiments.ts';
import { faultsOfFlow } from '../support/flow-schema.ts';

const yaml = (path: string) => parse(readFileSync(path, 'utf8')) as unknown;

test.each(globSync('src/content/samples/flows/*.yaml').sort())(
	'%s is a flow that Kestra’s schema allows',
	(path) => {
		expect(faultsOfFlow(yaml(path))).toEqual([]);
	},
);

/** Files that an experiment expects Kestra to refuse, or that stand in its database only. */
const refused = new Set(
	readExperiments().flatMap(({ id, steps }) =>
		steps.flatMap((step) => ('refuse' in step ? [`${id}/${step.refuse}`] : [])),
	),
);

describe.each(readExperiments())('the experiment $id', ({ id, flows }) => {
	test.each(Object.entries(flows))(
		'has %s, which the schema judges as the engine does',
		(file, text) => {
			// That only Kestra may set a label is not in its schema.
			if (file === 'system_label.yaml') return;
			expect(faultsOfFlow(parse(text)).length > 0).toBe(refused.has(`${id}/${file}`));
		},
	);
});

test.each([
	['unknown_property', /^tasks\[0\]\.colour is no property/],
	['wrong_type', /^\/tasks\/0\/allowFailure/],
	['plugin_defaults', /^pluginDefaults is no property/],
	['capital_in_namespace', /^\/namespace must match pattern/],
	['missing_property', /^\/tasks\/0 must have required property 'message'/],
	['unknown_task', /^\/tasks\/0 is of no type that Kestra/],
	['unknown_in_dependency', /^triggers\[0\]\.dependsOn\[0\]\.id is no property/],
])('the wrong flow %s is refused', (name, why) => {
	const faults = faultsOfFlow(yaml(`tests/fixtures/wrong-flows/${name}.yaml`));
	expect(faults.join('\n')).toMatch(new RegExp(why.source, 'm'));
});

test('every wrong flow is one of those', () => {
	expect(globSync('tests/fixtures/wrong-flows/*.yaml')).toHaveLength(7);
});
