/** The same answers in both editions: two plans, and what the difference is worth. */
import { nextQuestion } from '../engine/engine.ts';
import type { Answers } from '../engine/model.ts';
import { UNKNOWN } from '../engine/model.ts';
import { kestra } from '../kestra/decision-model.ts';
import { allOf } from '../kestra/lookup.ts';
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
	if (nextQuestion(kestra, given) !== undefined) return undefined;
	const undecided = given['edition'] === UNKNOWN;
	const inEdition = (edition: Topology['edition']) => {
		const answers: Record<string, string> = { ...given, edition };
		// A question that only the other edition raises takes its default.
		for (let open = nextQuestion(kestra, answers); open; open = nextQuestion(kestra, answers))
			answers[open] = UNKNOWN;
		return planFor(answers, names)!;
	};
	const free = inEdition('open-source');
	const paid = inEdition('enterprise');
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
		...(answers['people'] === 'outsiders' ? ['let customers and partners in'] : []),
		...(answers['walls'] === 'some' || answers['walls'] === 'all'
			? ['hide what must be hidden']
			: []),
	];
	return [
		differenceOf(free, paid),
		wished.length > 0
			? `Your answers ask for what Enterprise would do: ${allOf(wished)}.`
			: answers['people'] === 'several'
				? 'With several at work, Enterprise would also say who may change what.'
				: 'Nothing that you answered asks for what Enterprise adds.',
		'It adds a login and rights for each person, an audit log, secrets for each namespace, workers of its own for a kind of work, and support; with Cloud somebody else runs the server.',
	];
}

/** Whether the layouts differ, and in what. */
function differenceOf(free: Plan, paid: Plan): string {
	if (layoutOf(free) === layoutOf(paid)) return 'The same instances in both.';
	if (inWords(free) !== inWords(paid)) {
		return `${inWords(paid)} with Enterprise or Cloud, ${inWords(free)} with the free edition.`;
	}
	if (free.outcomes.groups !== paid.outcomes.groups) {
		return 'A tenant for each with Enterprise or Cloud, which hides; a namespace for each with the free edition, which only keeps order.';
	}
	return paid.facts.outcomes['hidden'] === 'tenant'
		? 'What must only be hidden has a tenant with Enterprise or Cloud, and an instance with the free edition.'
		: 'The same instances in both, but for the engineers’ places.';
}

/** “2 instances”, or the formula with what its letters stand for. */
function inWords({ count }: Plan): string {
	const number = count.instances ?? count.formula;
	const letters = count.instances === undefined ? ` (${count.letters})` : '';
	return `${number} ${count.instances === 1 ? 'instance' : 'instances'}${letters}`;
}
