/** The way to production with GitHub Actions: each stage after the one before it, each instance an environment. */
import type { Plan } from '../plan/plan.ts';
import type { KitFile } from './kit-file.ts';
import { lastIsApart, type PipelineStage } from './pipeline.ts';
import { yamlFile } from './yaml-file.ts';

/** The commit of Kestra's actions; their repository has no tags. */
const revision = 'cf2a3175716be75bf42ace703527cbd5f93aa1fe';

/** The workflow. */
export function githubFiles(plan: Plan, stages: readonly PipelineStage[]): readonly KitFile[] {
	const openSource = plan.topology.edition === 'open-source';
	const login = openSource
		? { user: '${{ secrets.KESTRA_USER }}', password: '${{ secrets.KESTRA_PASSWORD }}' }
		: { apiToken: '${{ secrets.KESTRA_API_TOKEN }}' };
	const job = (
		{ targets }: PipelineStage,
		action: 'validate-flows' | 'deploy-flows',
		others: object,
	) => ({
		...others,
		'runs-on': 'ubuntu-latest',
		strategy: {
			'fail-fast': false,
			matrix: { include: targets.map((target) => ({ ...target })) },
		},
		environment: '${{ matrix.instance }}',
		steps: [
			{ uses: 'actions/checkout@v4' },
			{
				uses: `kestra-io/github-actions/${action}@${revision}`,
				with: {
					directory: '${{ matrix.directory }}',
					...(action === 'deploy-flows' && { override: 'true' }),
					server: '${{ vars.KESTRA_URL }}',
					tenant: '${{ matrix.tenant }}',
					...login,
					kestractlVersion: 'FILL_IN_KESTRACTL_VERSION',
				},
			},
		],
	});
	const [first] = stages as readonly [PipelineStage];
	const jobs = Object.fromEntries([
		['validate', job(first, 'validate-flows', {})],
		...stages.map((stage, index) => [
			jobId(index),
			job(stage, 'deploy-flows', {
				name: `Deploy to ${stage.name}`,
				if: "github.event_name == 'push'",
				needs: index === 0 ? 'validate' : jobId(index - 1),
			}),
		]),
	]) as object;
	const last = jobId(stages.length - 1);
	return [
		{
			path: '.github/workflows/kestra.yaml',
			text: yamlFile(
				`Flows reach each stage after the one before it. Every instance is an environment of GitHub with the variable KESTRA_URL and ${openSource ? 'the secrets KESTRA_USER and KESTRA_PASSWORD' : 'the secret KESTRA_API_TOKEN'}.\nNothing is deleted: a flow that leaves Git stays in Kestra until somebody deletes it there.`,
				{
					name: 'Kestra flows',
					on: {
						pull_request: { paths: ['flows/**'] },
						push: { branches: ['main'], paths: ['flows/**'] },
					},
					permissions: { contents: 'read' },
					concurrency: { group: 'kestra-flows-${{ github.ref }}' },
					jobs,
				},
				{
					'jobs/validate/runs-on': 'it must reach Kestra; for a private one, a runner of your own',
					...(lastIsApart(stages) && {
						[`jobs/${last}/environment`]:
							'in GitHub: required reviewers, and the branch main alone',
					}),
					[`jobs/${last}/steps/1/with/override`]:
						'without it a flow that exists already is an error',
				},
			),
		},
	];
}

const jobId = (index: number) => `deploy-${index + 1}`;
