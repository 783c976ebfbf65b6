/** What production enforces in Enterprise, as a policy that only watches at first. */
import type { KitFile } from './kit-file.ts';
import { yamlFile } from './yaml-file.ts';

/** The id of the policy. */
export const POLICY = 'production-guardrails';

/** The policy’s file. */
export const policyFile = (): KitFile => ({
	path: `terraform/${POLICY}.yaml`,
	text: yamlFile(
		'Rules that every flow in production keeps.',
		{
			id: POLICY,
			displayName: 'Production guardrails',
			enforcement: 'EVALUATE',
			rules: [
				{
					type: 'io.kestra.plugin.ee.rules.Deny',
					on: 'PLUGIN',
					action: 'BLOCK',
					where: [
						{
							field: 'type',
							operator: 'EQUAL_TO',
							value: 'io.kestra.plugin.scripts.shell.Commands',
						},
					],
					errorMessage: 'Shell commands do not run in production.',
				},
			],
		},
		{ enforcement: 'watch first, then ACTIVE' },
	),
});
