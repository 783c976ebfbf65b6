/**
 * A plan that is not complete yet, level by level. Only what no further answer can contradict counts as settled: the
 * engine says what is still possible, for decisions and for the facts derived from them.
 */
import { possibleOutcomes } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import { nouns } from '../kestra/labels.ts';
import type { Called } from '../kestra/questions.ts';

/** What is certain about one level of the plan. */
export interface LevelSoFar {
	readonly settled: boolean;
	/** What is settled, or the possibilities still open. */
	readonly says: string;
}

/** What is certain about a plan so far. */
export interface PlanSoFar {
	readonly instances: LevelSoFar;
	readonly tenants: LevelSoFar;
	readonly namespaces: LevelSoFar;
}

/** Whether all outcomes of a table that are still possible are among these. */
type Is = (table: string, ...among: readonly string[]) => boolean;
/** Whether one of these outcomes of a table is still possible. */
type MayBe = (table: string, ...among: readonly string[]) => boolean;

interface Known {
	readonly is: Is;
	readonly mayBe: MayBe;
	/** The word for one of the groups, as far as it is known. */
	readonly group: string;
}

const settled = (says: string): LevelSoFar => ({ settled: true, says });
const open = (says: string): LevelSoFar => ({ settled: false, says });

/** What is certain about the plan after some of the answers. An unknown settles nothing. */
export function planSoFar(answers: Answers): PlanSoFar {
	const possible = possibleOutcomes(kestra, answers);
	const outcomesOf = (table: string) => possible.get(table)!.outcomes;
	const [noun, ...others] = outcomesOf('noun').filter((id) => id !== 'none');
	const known: Known = {
		is: (table, ...among) => outcomesOf(table).every((outcome) => among.includes(outcome)),
		mayBe: (table, ...among) => outcomesOf(table).some((outcome) => among.includes(outcome)),
		group: noun && others.length === 0 ? nouns[noun as Called].one : 'group',
	};
	return {
		instances: instancesOf(known),
		tenants: tenantsOf(known),
		namespaces: namespacesOf(known),
	};
}

function instancesOf({ is, mayBe, group }: Known): LevelSoFar {
	const ownStages = ['two-instances', 'instance-per-stage'];
	const withExceptions = (says: string) =>
		is('exceptions', 'instance-per-exception')
			? settled(`${says}, and more for each exception`)
			: mayBe('exceptions', 'instance-per-exception')
				? open(`${says}, perhaps more for exceptions`)
				: settled(says);
	if (!mayBe('groups', 'instance-per-group')) {
		if (is('stages', 'single-instance', 'namespace-per-stage'))
			return withExceptions('One instance');
		if (is('stages', 'two-instances')) return withExceptions('Two instances');
		if (is('stages', 'instance-per-stage')) return withExceptions('An instance for each stage');
		return open('One or several instances');
	}
	if (is('groups', 'instance-per-group')) {
		if (is('stages', 'single-instance', 'namespace-per-stage'))
			return settled(`An instance for each ${group}`);
		if (is('stages', ...ownStages)) {
			if (is('development', 'one-for-all'))
				return settled(`One development instance, and for each ${group} its own after that`);
			if (is('development', 'own')) return settled(`Every stage of each ${group} is an instance`);
		}
		return open(`Several instances for each ${group}`);
	}
	return open(is('stages', ...ownStages) ? 'At least two instances' : 'One or several instances');
}

function tenantsOf({ is, mayBe, group }: Known): LevelSoFar {
	if (is('tenants', 'main')) return settled('The one tenant, main');
	const more = [
		...(mayBe('hidden', 'tenant') ? ['for what must be hidden'] : []),
		...(mayBe('sandboxes', 'tenant-per-engineer') ? ['for each engineer'] : []),
	];
	const certain =
		(is('hidden', 'tenant') || !mayBe('hidden', 'tenant')) &&
		(is('sandboxes', 'tenant-per-engineer') || !mayBe('sandboxes', 'tenant-per-engineer'));
	const says = is('tenants', 'group')
		? `A tenant for each ${group}`
		: is('tenants', 'company')
			? 'One tenant for the company'
			: undefined;
	if (says === undefined) return open('One tenant or several');
	if (certain) return settled([says, ...more.map((whom) => `one ${whom}`)].join(', and '));
	return open(`${says}, perhaps more ${more.join(' or ')}`);
}

function namespacesOf({ is, mayBe, group }: Known): LevelSoFar {
	const decided = (table: string, outcome: string) =>
		is(table, outcome) ? true : mayBe(table, outcome) ? undefined : false;
	const stage = decided('stages', 'namespace-per-stage');
	const byTeam = decided('namespaces', 'by-team');
	if (stage === undefined || byTeam === undefined) return open('Not decided yet');
	// Where the groups are the teams, the path names them once, whatever separates them.
	const groupInPath =
		byTeam && is('noun', 'none', 'team') ? false : decided('group-in-path', 'yes');
	if (groupInPath === undefined || (groupInPath && byTeam && mayBe('noun', 'team')))
		return open('Not decided yet');
	const parts = [
		'company',
		...(stage ? ['stage'] : []),
		...(groupInPath ? [group.replaceAll(' ', '-')] : []),
		byTeam ? 'team' : 'domain',
		'project',
	];
	return settled(parts.join('.'));
}
