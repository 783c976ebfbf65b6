/**
 * Checks what is said about a plan that is not complete by brute force: a level is settled exactly when every completion
 * draws it alike.
 */
import { expect, test } from 'vitest';
import { combinations } from '../../../src/guide/engine/enumerate.ts';
import type { Answers, Model } from '../../../src/guide/engine/model.ts';
import { UNKNOWN } from '../../../src/guide/engine/model.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import type { Plan } from '../../../src/guide/plan/plan.ts';
import { planFor, planKey } from '../../../src/guide/plan/plan.ts';
import type { PlanSoFar } from '../../../src/guide/plan/plan-so-far.ts';
import { planSoFar } from '../../../src/guide/plan/plan-so-far.ts';
import { everyPathWithUnknowns } from '../../support/every.ts';

type Level = keyof PlanSoFar;
const levels = ['instances', 'tenants', 'namespaces'] as const satisfies readonly Level[];

/** No level depends on logins; of the words, one that may be a team’s and two that may not. */
const words = ['team', 'site', 'customer'];
const asked: Model = {
	...kestra,
	questions: kestra.questions
		.filter(({ id }) => id !== 'logins')
		.map((question) =>
			question.id === 'called'
				? { ...question, values: question.values.filter(({ id }) => words.includes(id)) }
				: question,
		),
};

/** How instances are drawn: those that all share, those of one group by stage, and whether exceptions have some. */
function instancesOf({ topology: { instances, stages, groups, exceptions } }: Plan): string {
	const own = instances.filter(({ group }) => group === groups[0] && group !== undefined);
	const separate = stages.length > 1 && own.every((instance) => instance.stages.length === 1);
	const ofGroup =
		own.length === 0 ? 'none' : !separate ? 'one' : own.length === stages.length ? 'all' : 'later';
	return [
		// With instances of their own for groups, only whether there is one for development.
		instances.filter(({ group }) => group === undefined).length,
		ofGroup,
		exceptions.some(({ by }) => by === 'instance'),
	].join(' ');
}

/** Whose tenants there are. */
function tenantsOf({ topology: { instances, exceptions } }: Plan): string {
	const hidden = exceptions.filter(({ by }) => by === 'tenant').map(({ name }) => name);
	const kinds = instances
		.flatMap(({ tenants }) => tenants)
		.map(({ purpose, name }) => (hidden.includes(name) ? 'hidden' : purpose));
	return [...new Set(kinds)].sort().join(' ');
}

/** The pattern of a path, in which the word for the groups stands alone unless it is known. */
function pathOf({ path }: Plan, wordKnown: boolean): string {
	const parts = path.split('.');
	const at = parts.length - 3;
	const isWord = at > 0 && parts[at] !== 'stage';
	return parts.map((part, index) => (isWord && !wordKnown && index === at ? '*' : part)).join('.');
}

interface Drawn {
	readonly answers: Answers;
	readonly plan: Plan;
	readonly keys: Readonly<Record<Level, string>>;
	/** The namespaces with the word for the groups. */
	readonly path: string;
}

const plans = new Map<string, Plan>();
const drawn: readonly Drawn[] = [...combinations(asked)].map((answers) => {
	const key = planKey(answers);
	const plan = plans.get(key) ?? planFor({ ...answers, logins: 'one-login' })!;
	plans.set(key, plan);
	return {
		answers,
		plan,
		keys: {
			instances: instancesOf(plan),
			tenants: tenantsOf(plan),
			namespaces: pathOf(plan, false),
		},
		path: pathOf(plan, true),
	};
});

/** Every completion of some answers, refinements included; in the order of `combinations`. */
function* completionsOf(answers: Answers): Generator<Drawn> {
	let rows = [0];
	let stride = 1;
	for (const { id, values } of asked.questions) {
		const given = values.findIndex((value) => value.id === answers[id]);
		const possible = given < 0 ? values.map((_, index) => index) : [given];
		const step = stride;
		rows = rows.flatMap((row) => possible.map((index) => row + index * step));
		stride *= values.length;
	}
	for (const row of rows) yield drawn[row]!;
}

/** What a reader may have set on a plan before answering, by its address. */
const refinements: readonly Answers[] = [
	{},
	{ layout: 'team' },
	{ layout: 'team', called: 'team' },
	{ layout: 'domain', called: 'customer' },
	{ layout: 'team', called: 'site', development: 'together' },
	{ sandboxes: 'yes' },
	{ sandboxes: 'no', development: 'apart' },
];

/** Every state of answers on the way through the guide. “I don’t know” leaves what no answer leaves. */
const states: readonly Answers[] = [
	...new Map(
		everyPathWithUnknowns.flatMap((path) => {
			const entries = Object.entries(path);
			return entries.map((_, length) => {
				const some = entries
					.slice(0, length + 1)
					.filter(([id, v]) => v !== UNKNOWN && id !== 'logins');
				return [JSON.stringify(some), Object.fromEntries(some) as Answers] as const;
			});
		}),
	).values(),
	{},
].flatMap((answers, index) =>
	refinements
		// Refinements given beforehand with one state in three.
		.filter((_, at) => at === 0 || (index + at) % 3 === 0)
		.map((given) => ({ ...answers, ...given })),
);

/** What a level is drawn as. A word for the groups that is not known yet contradicts none. */
const keyOf = ({ keys, path }: Drawn, level: Level, state: Answers) =>
	level === 'namespaces' && state['called'] !== undefined ? path : keys[level];

test('a level is settled when, and only when, no completion contradicts it', () => {
	const settled = { instances: 0, tenants: 0, namespaces: 0 };
	const wrong = states.flatMap((state) => {
		const soFar = planSoFar(state);
		return levels
			.filter((level) => {
				let first: string | undefined;
				let alike = true;
				for (const one of completionsOf(state)) {
					const key = keyOf(one, level, state);
					first ??= key;
					if (key === first) continue;
					alike = false;
					break;
				}
				if (alike) settled[level]++;
				return soFar[level].settled !== alike;
			})
			.map((level) => ({ level, state, says: soFar[level].says }));
	});
	expect(wrong.slice(0, 5)).toEqual([]);
	for (const level of levels) expect(settled[level]).toBeGreaterThan(10);
});

test('with all answers every level is settled, and two are described alike exactly when they are drawn alike', () => {
	for (const level of levels) {
		const said = new Map<string, string>();
		const keys = new Map<string, string>();
		for (const one of drawn.filter(({ answers }) => answers['called'] === 'customer')) {
			const { settled, says } = planSoFar(one.answers)[level];
			const key = one.keys[level];
			expect(settled).toBe(true);
			expect(said.get(key) ?? says).toBe(says);
			expect(keys.get(says) ?? key).toBe(key);
			said.set(key, says);
			keys.set(says, key);
		}
		expect(said.size).toBeGreaterThan(2);
	}
});

test('what is said to be settled is what the plan is said to be in the end', () => {
	const final = new Map<string, PlanSoFar>();
	for (const state of states) {
		const soFar = planSoFar(state);
		const certain = levels.filter((level) => soFar[level].settled);
		if (certain.length === 0) continue;
		// All completions draw a settled level alike, so that one of them is enough.
		const [completion] = completionsOf(state);
		const { called: _, ...others } = completion!.answers;
		const end = state['called'] === undefined ? others : completion!.answers;
		const key = JSON.stringify(end);
		const inTheEnd = final.get(key) ?? planSoFar(end);
		final.set(key, inTheEnd);
		for (const level of certain)
			expect(soFar[level], JSON.stringify(state)).toEqual(inTheEnd[level]);
	}
});

test('the settled path of namespaces is that of the plan', () => {
	for (const { answers, plan } of drawn)
		expect(planSoFar(answers).namespaces.says).toBe(plan.path.replace(/^acme\b/, 'company'));
	const kinds = planFor({
		...drawn[0]!.answers,
		logins: 'one-login',
		people: 'several',
		called: 'work',
	})!;
	expect(planSoFar(kinds.answers).namespaces.says).toBe(kinds.path.replace(/^acme\b/, 'company'));
});
