/** The way to production with GitLab CI and kestractl: each stage after the one before it. */
import type { Plan } from '../plan/plan.ts';
import type { KitFile } from './kit-file.ts';
import { lastIsApart, type PipelineStage, type Target } from './pipeline.ts';
import { yamlFile } from './yaml-file.ts';

/** The commit of kestractl whose script installs it; the script compares what it downloads with the checksums. */
const revision = '16f01c25131e3cfce340c25e237ede1a94364d91';

/** The pipeline. */
export function gitlabFiles(plan: Plan, stages: readonly PipelineStage[]): readonly KitFile[] {
	const openSource = plan.topology.edition === 'open-source';
	const [first] = stages as readonly [PipelineStage];
	// A merge request is validated without protected variables.
	const guarded = lastIsApart(stages);
	const matrix = (targets: readonly Target[]) =>
		targets.map(({ instance, tenant, directory }) => ({
			INSTANCE: instance,
			KESTRACTL_TENANT: tenant,
			DIRECTORY: directory,
		}));
	const jobs = Object.fromEntries(
		stages.map(({ name, role, targets }, index) => [
			`deploy ${name}`,
			{
				extends: '.kestractl',
				stage: `deploy-${index + 1}`,
				parallel: { matrix: matrix(targets) },
				environment: { name: '$INSTANCE' },
				script: ['kestractl flows deploy "$DIRECTORY" --override --fail-fast'],
				rules: [
					{
						if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
						...(role === 'production' && { when: 'manual' }),
					},
				],
			},
		]),
	) as object;
	return [
		{
			path: '.gitlab-ci.yml',
			text: yamlFile(
				`Flows reach each stage after the one before it. Every instance is an environment of GitLab with the variables KESTRACTL_HOST and ${openSource ? 'KESTRACTL_USERNAME and KESTRACTL_PASSWORD' : 'KESTRACTL_TOKEN'}, masked${guarded ? '; those of production protected too' : ''}.\nNothing is deleted: a flow that leaves Git stays in Kestra until somebody deletes it there.`,
				{
					stages: ['validate', ...stages.map((_, index) => `deploy-${index + 1}`)],
					'.kestractl': {
						image: 'debian:stable-slim',
						variables: { VERSION: 'FILL_IN_KESTRACTL_VERSION' },
						before_script: [
							'apt-get update && apt-get install --yes curl ca-certificates',
							`curl -fsSL https://raw.githubusercontent.com/kestra-io/kestractl/${revision}/install-scripts/install.sh | INSTALL_DIR=/usr/local/bin bash`,
						],
					},
					validate: {
						extends: '.kestractl',
						stage: 'validate',
						parallel: { matrix: matrix(first.targets) },
						environment: { name: '$INSTANCE', action: 'verify' },
						script: ['kestractl flows validate "$DIRECTORY"'],
						rules: [{ if: "$CI_PIPELINE_SOURCE == 'merge_request_event'" }],
					},
					...jobs,
				},
				{ '.kestractl/variables/VERSION': 'of kestractl: the one that you tried in development' },
			),
		},
	];
}
