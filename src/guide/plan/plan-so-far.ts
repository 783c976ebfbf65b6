/**
 * A plan that is not complete yet, level by level. Only what no further answer can contradict counts as settled.
 */
import { possibleOutcomes } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import type { GroupKind } from '../kestra/labels.ts';
import { groupWords } from '../kestra/labels.ts';

/** What is certain about one level of the plan. */
export interface LevelSoFar {
	readonly settled: boolean;
	/** What is settled, or the possibilities still open. */
	readonly says: string;
	/** When settled, what each box of the level will be: at least one. */
	readonly boxes: readonly string[];
}

/** What is certain about a plan so far. */
export interface PlanSoFar {
	readonly instances: LevelSoFar;
	readonly tenants: LevelSoFar;
	readonly namespaces: LevelSoFar;
}

type Possible = (id: string) => readonly string[];

const settled = (says: string, boxes: readonly string[] = []): LevelSoFar => ({
	settled: true,
	says,
	boxes,
});
const open = (says: string): LevelSoFar => ({ settled: false, says, boxes: [] });

/** What is certain about the plan after some of the answers. An unknown settles nothing. */
export function planSoFar(answers: Answers): PlanSoFar {
	const decided = possibleOutcomes(kestra, answers);
	const possible: Possible = (id) => decided.get(id)!.outcomes;
	const kind = kestra.questions
		.find(({ id }) => id === 'groups')!
		.values.find(({ id }) => id === answers['groups'])?.id as GroupKind | undefined;
	const group = kind ? groupWords[kind].one : 'group';
	return {
		instances: instancesOf(possible, group),
		tenants: tenantsOf(possible, group, answers['edition'], kind),
		namespaces: namespacesOf(possible, group, answers['edition'], kind),
	};
}

const only = (outcomes: readonly string[], ...among: readonly string[]) =>
	outcomes.every((outcome) => among.includes(outcome));

function instancesOf(possible: Possible, group: string): LevelSoFar {
	const stages = possible('stages');
	const groups = possible('groups');
	if (!groups.includes('instance-per-group')) {
		if (only(stages, 'single-instance', 'namespace-per-stage'))
			return settled('One instance', ['kestra']);
		if (only(stages, 'two-instances'))
			return settled('Two instances', ['development', 'production']);
		if (only(stages, 'instance-per-stage'))
			return settled('An instance for each stage', ['development', '…', 'production']);
		return open('One or several instances');
	}
	if (only(groups, 'instance-per-group')) {
		if (only(stages, 'single-instance', 'namespace-per-stage'))
			return settled(`An instance for each ${group}`, [`each ${group}`]);
		const [development, ...others] = possible('development');
		if (others.length === 0 && stages.length === 1) {
			const later = stages[0] === 'two-instances' ? ['production'] : ['…', 'production'];
			return development === 'one-for-all'
				? settled(`One development instance, and for each ${group} its own after that`, [
						'development',
						...later.map((stage) => `each ${group}: ${stage}`),
					])
				: settled(
						`Every stage of each ${group} is an instance`,
						['development', ...later].map((stage) => `each ${group}: ${stage}`),
					);
		}
		return open(`Several instances for each ${group}`);
	}
	if (only(stages, 'two-instances', 'instance-per-stage')) return open('At least two instances');
	return open('One or several instances');
}

function tenantsOf(
	possible: Possible,
	group: string,
	edition: string | undefined,
	kind: GroupKind | undefined,
): LevelSoFar {
	if (edition === 'open-source') return settled('The one tenant, main', ['main']);
	const groups = possible('groups');
	const forEach =
		kind === 'customers'
			? only(groups, 'tenant-per-group', 'instance-per-group')
			: only(groups, 'tenant-per-group');
	const sandboxes = possible('sandboxes');
	if (edition !== 'enterprise' || sandboxes.length > 1)
		return open(
			forEach && edition === 'enterprise'
				? `A tenant for each ${group}, perhaps more`
				: 'One tenant or several',
		);
	const engineers = sandboxes.includes('tenant-per-engineer') ? ', and one for each engineer' : '';
	if (forEach) return settled(`A tenant for each ${group}${engineers}`, [`each ${group}`]);
	return groups.includes('tenant-per-group')
		? open('One tenant or several')
		: settled(`One tenant for the company${engineers}`, ['company']);
}

function namespacesOf(
	possible: Possible,
	group: string,
	edition: string | undefined,
	kind: GroupKind | undefined,
): LevelSoFar {
	const stages = possible('stages');
	const groups = possible('groups');
	const development = possible('development');
	const layout = possible('namespaces');
	const stageInPath = only(stages, 'namespace-per-stage')
		? true
		: stages.includes('namespace-per-stage')
			? undefined
			: false;
	// Groups with instances are in the path only if they share development without tenants.
	const groupWithInstances = !only(stages, 'two-instances', 'instance-per-stage')
		? only(stages, 'single-instance', 'namespace-per-stage')
			? false
			: undefined
		: development.length > 1
			? undefined
			: development[0] === 'one-for-all' && !(edition === 'enterprise' && kind === 'customers');
	const inPath = groups.map((outcome) =>
		outcome === 'namespace-per-group'
			? true
			: outcome === 'instance-per-group'
				? groupWithInstances
				: false,
	);
	const groupInPath = inPath.every((is) => is === inPath[0]) ? inPath[0] : undefined;
	if (stageInPath === undefined || groupInPath === undefined || layout.length > 1)
		return open('Not decided yet');
	const unit = layout[0] === 'by-team' ? 'team' : 'domain';
	const parts = [
		'company',
		...(stageInPath ? ['stage'] : []),
		...(groupInPath && !(kind === 'teams' && unit === 'team') ? [group] : []),
		unit,
		'project',
	];
	return settled(parts.join('.'), [parts.join('.')]);
}
