/** The same answers in both editions: two plans, and what the difference is worth. */
import type { Answers } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import { anyOf } from '../kestra/lookup.ts';
import type { Names } from '../kestra/names.ts';
import type { Topology } from '../kestra/topology.ts';
import type { Plan } from '../plan/plan.ts';
import { planFor } from '../plan/plan.ts';

/** The plans for both editions. */
export interface BothEditions {
	/** Whether the reader has not decided on the edition. */
	readonly undecided: boolean;
	readonly 'open-source': Plan;
	readonly enterprise: Plan;
	/** Whether both come to the same layout, names of tenants apart. */
	readonly same: boolean;
	/** What the paid edition buys for these answers, each a whole sentence. */
	readonly worth: readonly string[];
}

/**
 * The plans for both editions, whichever was chosen.
 * @param names the reader's own; defaults for the rest
 * @returns undefined while a question is left to ask
 */
export function bothEditions(given: Answers, names: Names = {}): BothEditions | undefined {
	const undecided = given['edition'] === UNKNOWN;
	const inEdition = (edition: Topology['edition']) =>
		// A question that only the other edition raises takes its default.
		planFor({ logins: UNKNOWN, ...given, edition }, names);
	const free = inEdition('open-source');
	const paid = inEdition('enterprise');
	if (!free || !paid) return undefined;
	const same = layoutOf(free) === layoutOf(paid);
	return { undecided, 'open-source': free, enterprise: paid, same, worth: worthOf(free, paid) };
}

const layoutOf = ({ outcomes, topology }: Plan) =>
	[
		outcomes.stages,
		outcomes.groups,
		outcomes.exceptions,
		outcomes.sandboxes === 'shared-development',
		topology.instances.length,
	].join(' ');

function worthOf(free: Plan, paid: Plan): readonly string[] {
	const { answers } = free;
	const wished = [
		...(answers['logins'] === 'own-logins' ? ['say who did what'] : []),
		...(answers['people'] === 'several' ? ['say who may change what'] : []),
		...(answers['people'] === 'outsiders' ? ['let customers or partners in'] : []),
		...(answers['walls'] === 'some' || answers['walls'] === 'all'
			? ['hide what must be hidden']
			: []),
	];
	return [
		instancesOfBoth(free, paid),
		wished.length > 0
			? `Enterprise would ${anyOf(wished).replace(' or ', ' and ')}, which you asked for.`
			: 'Nothing that you answered asks for what Enterprise adds.',
		'It adds a login and rights for each person, an audit log, secrets for each namespace, workers of its own for a kind of work, and support; with Cloud somebody else runs the server.',
	];
}

/** How many instances either edition takes. */
function instancesOfBoth(free: Plan, paid: Plan): string {
	if (free.topology.instances.length === paid.topology.instances.length)
		return 'The same instances in both.';
	const [withFree, withPaid] = [inWords(free), inWords(paid)];
	return withFree === withPaid
		? `${withFree} in both; in the free edition what must be hidden is one of the exceptions as well.`
		: `${withPaid} with Enterprise or Cloud, ${withFree} with the free edition.`;
}

/** “2 instances”, or the formula with what its letters stand for. */
function inWords({ count }: Plan): string {
	const number = count.instances ?? count.formula;
	const letters = count.instances === undefined ? ` (${count.letters})` : '';
	return `${number} ${count.instances === 1 ? 'instance' : 'instances'}${letters}`;
}
