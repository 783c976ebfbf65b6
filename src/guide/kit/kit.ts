/** The kit of a plan: a folder of files that sets it up. The same plan gives the same bytes. */
import { decisionRecord } from '../export/decision-record.ts';
import { gitDecides, runsOn } from './choices.ts';
import { codeownersFile } from './codeowners.ts';
import { composeFiles } from './compose.ts';
import { environmentFiles, localEnvironmentFiles } from './environment.ts';
import { exampleFlows } from './example-flows.ts';
import { gitFlows } from './git-flows.ts';
import { githubFiles } from './github.ts';
import { gitlabFiles } from './gitlab.ts';
import { helmFiles } from './helm.ts';
import type { KitFile, KitSource } from './kit-file.ts';
import { pipelineStages } from './pipeline.ts';
import { deliveriesOf, placesOf } from './places.ts';
import { promoteScript } from './promote-script.ts';
import { readmeFile } from './readme.ts';
import { terraformFiles } from './terraform.ts';

/** What stays out of Git. */
const gitignore: KitFile = {
	path: '.gitignore',
	text: [
		'*.secrets.env',
		'*.backup',
		'*.backup.tar',
		'.terraform/',
		'*.tfstate',
		'*.tfstate.*',
		'',
	].join('\n'),
};

/** Shells, and files of variables, take the line breaks of Windows for part of what they read. */
const gitattributes: KitFile = { path: '.gitattributes', text: '* text=auto eol=lf\n' };

/**
 * The files of a kit, the README first, the others by path.
 * @throws when a file has a mark to fill in that is not listed; the message names the file
 */
export function kitOf(source: KitSource): readonly KitFile[] {
	const { plan, way, kestra } = source;
	const { topology, outcomes } = plan;
	const places = placesOf(topology);
	const deliveries = deliveriesOf(plan, places);
	const flows = way === 'git' ? gitFlows(plan, deliveries) : [];
	const stages = pipelineStages(plan, deliveries);
	const files: readonly KitFile[] = [
		gitattributes,
		gitignore,
		{ path: 'decision-record.md', text: decisionRecord({ ...source, kit: way }) },
		...(runsOn(plan) === 'compose'
			? composeFiles('instances', kestra.release, way)
			: helmFiles(topology.edition, kestra.release)),
		...places.flatMap((place) => environmentFiles(plan, place, way)),
		...(topology.localInstances.length > 0
			? [...composeFiles('local', kestra.release, 'github'), ...localEnvironmentFiles()]
			: []),
		...terraformFiles(plan, places, deliveries, flows),
		...exampleFlows(plan, places, deliveries),
		...flows.map(({ path, text }) => ({ path, text })),
		...(way === 'github' ? githubFiles(plan, stages) : []),
		...(way === 'gitlab' ? gitlabFiles(plan, stages) : []),
		...(gitDecides(plan) ? [codeownersFile(deliveries)] : []),
		...(outcomes.stages === 'namespace-per-stage' ? [promoteScript(plan, deliveries)] : []),
	].sort((a, b) => (a.path < b.path ? -1 : 1));
	return [readmeFile({ ...source, places, deliveries, files }), ...files];
}
