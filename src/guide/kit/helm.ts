/** Instances in a cluster: values for Kestra’s Helm chart, the same for each, with the variables of each beside them. */
import type { Topology } from '../kestra/topology.ts';
import { configurationComments, configurationOf } from './configuration.ts';
import type { KitFile } from './kit-file.ts';
import { yamlFile } from './yaml-file.ts';

/** Names of the objects in a cluster that hold the variables of an instance. */
export const held = { settings: 'kestra-settings', secrets: 'kestra-secrets' } as const;

/** The name of the secret that lets the cluster fetch the image of Enterprise. */
export const registrySecret = 'kestra-registry';

/**
 * The values.
 * @param release of Kestra, such as `9.8.7`
 */
export function helmFiles(edition: Topology['edition'], release: string): readonly KitFile[] {
	const configured = { edition, runs: 'helm' } as const;
	const openSource = edition === 'open-source';
	const values = {
		image: {
			repository: openSource ? 'kestra/kestra' : 'registry.kestra.io/docker/kestra-ee',
			tag: `v${release}`,
		},
		...(!openSource && { imagePullSecrets: [{ name: registrySecret }] }),
		common: {
			extraEnvFrom: [
				{ configMapRef: { name: held.settings } },
				{ secretRef: { name: held.secrets } },
			],
		},
		configurations: { application: configurationOf(configured) },
	};
	return [
		{
			path: 'instances/values.yaml',
			text: yamlFile(
				'Values for Kestra’s Helm chart, the same for every instance: a release for each, in a Kubernetes namespace of its own.',
				values,
				{
					'image/tag': 'the same everywhere, except while you try an upgrade in development',
					'common/extraEnvFrom': 'Made from the two files of variables of each instance.',
					...configurationComments(configured, 'configurations/application/'),
				},
			),
		},
	];
}
