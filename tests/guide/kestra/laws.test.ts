import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	complete,
	matters,
	nextQuestion,
	possibleOutcomes,
	possibleOutcomesOf,
} from '../../../src/guide/engine/engine.ts';
import type { Answers } from '../../../src/guide/engine/model.ts';
import { never } from '../../../src/guide/insight/what-if.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { risks } from '../../../src/guide/kestra/risks.ts';
import type { Instance, Namespace, Tenant, Topology } from '../../../src/guide/kestra/topology.ts';
import { boundaryBetween, leavesOf } from '../../../src/guide/plan/isolation.ts';
import type { Plan } from '../../../src/guide/plan/plan.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';
import { entriesOf, readEntries } from '../../../src/guide/url/query.ts';
import type { Combination } from '../../support/every.ts';
import {
	completionsOf,
	everyCombination,
	everyPath,
	everyPathWithUnknowns,
	everyRefined,
	layoutOf,
	planOf,
} from '../../support/every.ts';

const { questions, decisions, derived } = kestra;
const tables = [...decisions, ...derived];
const asked = questions.filter(({ refinement }) => !refinement);

/** Combinations that satisfy a condition; a failing test prints the one that breaks the law. */
const where = (is: (answers: Combination, plan: Plan) => boolean) =>
	everyCombination.filter((answers) => is(answers, planOf(answers)));

const allNamespaces = (namespaces: readonly Namespace[]): readonly Namespace[] =>
	namespaces.flatMap((namespace) => [namespace, ...allNamespaces(namespace.namespaces)]);

const isProduction = ({ stages }: Instance) =>
	stages.some(({ role }) => role === 'production' || role === 'everything');

/** The instances that hold production work. */
const productionOf = ({ instances }: Topology) => instances.filter(isProduction);

const hasRisk = ({ risks: accepted }: Plan, id: string) => accepted.some((risk) => risk.id === id);

/** Every change of one answer to a more isolated value, for questions with ordered values. */
const raises = everyCombination.flatMap((answers) =>
	questions
		.filter(({ ordered }) => ordered)
		.flatMap(({ id, values }) => {
			const ids = values.map((value) => value.id);
			const raised = ids[ids.indexOf(answers[id]!) + 1];
			return raised ? [{ before: answers, after: { ...answers, [id]: raised } }] : [];
		}),
);

/** Every combination, another development and another word included, with refinements settled. */
const settled = [...everyCombination, ...everyRefined].map(
	(answers) => complete(kestra, answers).answers,
);

test('every combination of answers gets exactly one outcome from each decision', () => {
	for (const answers of [...everyCombination, ...everyRefined])
		for (const [id, { outcomes, rules }] of possibleOutcomes(
			kestra,
			complete(kestra, answers).answers,
		)) {
			expect(outcomes, id).toHaveLength(1);
			expect(rules, id).toHaveLength(1);
		}
});

test('no plan is incomplete', () => {
	for (const answers of [...everyCombination, ...everyRefined]) {
		const { topology, headline, why, path, count } = planOf(answers);
		expect(why).not.toBe('');
		expect(headline).not.toBe('');
		expect(path).toMatch(/^acme\.([\w-]+\.)+project$/);
		expect(count.formula).not.toBe('');
		expect(topology.instances.length).toBeGreaterThan(0);
		expect(topology.stages.length).toBeGreaterThan(0);
		for (const { tenants, stages } of topology.instances) {
			expect(stages.length).toBeGreaterThan(0);
			expect(tenants.length).toBeGreaterThan(0);
			for (const { name, namespaces } of tenants) {
				expect(name).not.toBe('');
				expect(namespaces.length).toBeGreaterThan(0);
			}
		}
	}
});

test('siblings in a topology have different names', () => {
	for (const answers of [...everyCombination, ...everyRefined]) {
		const { instances } = planOf(answers).topology;
		const names = instances.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const { tenants } of instances) {
			expect(new Set(tenants.map(({ name }) => name)).size).toBe(tenants.length);
			for (const { namespaces } of tenants) {
				const all = allNamespaces(namespaces).map(({ path }) => path);
				expect(new Set(all).size).toBe(all.length);
			}
		}
	}
});

test.each(tables)('every rule of “$id” fires for some answers', ({ id, rules }) => {
	const fired = new Set(
		settled.flatMap((answers) => possibleOutcomesOf(kestra, id, answers).rules),
	);
	expect([...fired].sort()).toEqual(rules.map((rule) => rule.id).sort());
});

test.each(tables)('every outcome of “$id” is reached', ({ id, outcomes }) => {
	const reached = new Set(
		settled.flatMap((answers) => possibleOutcomesOf(kestra, id, answers).outcomes),
	);
	expect([...reached].sort()).toEqual(outcomes.map((outcome) => outcome.id).sort());
});

test.each(asked)('“$id” is asked, and each of its values is given', ({ id, values }) => {
	const given = new Set(everyPath.map((answers) => answers[id]).filter((value) => value));
	expect([...given].sort()).toEqual(values.map((value) => value.id).sort());
});

/** Combinations to try the values of a question on: those with its first value, or none. */
const withEach = (id: string) => {
	const [first] = questions.find((question) => question.id === id)!.values;
	return everyCombination.filter((answers) => (answers[id] ?? first!.id) === first!.id);
};

test.each(questions)(
	'every value of “$id” leads to a plan that no other value leads to',
	({ id, values }) => {
		for (const { id: value } of values)
			for (const { id: other } of values)
				if (value !== other)
					expect(
						withEach(id).some(
							(answers) =>
								layoutOf(planOf({ ...answers, [id]: value })) !==
								layoutOf(planOf({ ...answers, [id]: other })),
						),
						`${value} and ${other}`,
					).toBe(true);
	},
);

test.each(risks.map(({ id }) => id))('some plans accept the risk “%s”, but not all', (id) => {
	const accepting = where((_, plan) => hasRisk(plan, id));
	expect(accepting.length).toBeGreaterThan(0);
	expect(accepting.length).toBeLessThan(everyCombination.length);
});

test.each(questions)(
	'the answer to “$id” changes the outcome of some decision or derived fact',
	({ id, values }) => {
		const outcomes = (answers: Answers) =>
			JSON.stringify([...possibleOutcomes(kestra, answers)].map(([, found]) => found.outcomes));
		expect(
			settled.some((answers) =>
				values.some(({ id: value }) => outcomes(answers) !== outcomes({ ...answers, [id]: value })),
			),
		).toBe(true);
	},
);

test.each(decisions.filter(({ ordered }) => ordered))(
	'asking for more isolation never brings less from “$id”',
	({ id, outcomes }) => {
		const height = (answers: Answers) =>
			outcomes.findIndex(
				(outcome) => outcome.id === possibleOutcomesOf(kestra, id, answers).outcomes[0],
			);
		for (const { before, after } of raises)
			expect(height(after), JSON.stringify(after)).toBeGreaterThanOrEqual(height(before));
	},
);

test('asking for more isolation never withdraws the advice to take Enterprise', () => {
	const advised = (answers: Answers) =>
		['enterprise-recommended', 'enterprise-needed'].includes(planOf(answers).outcomes.edition);
	for (const { before, after } of raises)
		if (advised(before)) expect(advised(after), JSON.stringify(after)).toBe(true);
});

test('critical work never runs in the instance where it is developed', () => {
	for (const answers of where(({ impact }) => impact === 'critical')) {
		const { outcomes, topology } = planOf(answers);
		expect(['two-instances', 'instance-per-stage']).toContain(outcomes.stages);
		expect(topology.instances.length).toBeGreaterThan(1);
		for (const instance of topology.instances) {
			expect(instance.stages).toHaveLength(1);
			expect(instance.stages[0]!.role).not.toBe('everything');
		}
		expect(productionOf(topology).length).toBeGreaterThan(0);
		expect(topology.instances.some(({ stages }) => stages[0]!.role === 'development')).toBe(true);
	}
});

test('no tenant is for a stage', () => {
	for (const answers of everyCombination) {
		const { stages, instances } = planOf(answers).topology;
		const tenants = instances.flatMap((instance) => instance.tenants);
		const stageNames = new Set(stages.map(({ name }) => name));
		expect(tenants.filter(({ name }) => stageNames.has(name))).toEqual([]);
		expect(tenants.filter(({ purpose }) => purpose === 'stage')).toEqual([]);
	}
});

test('what the guide never recommends is not an outcome of any decision', () => {
	for (const { outcomes } of decisions)
		expect(outcomes.map(({ id }) => id)).not.toContain(never.id);
});

test('every tenant of a shared instance holds all stages that the instance holds', () => {
	for (const answers of where((_, plan) => plan.outcomes.stages === 'namespace-per-stage')) {
		const { stages, instances } = planOf(answers).topology;
		for (const { tenants } of instances)
			for (const { namespaces } of tenants)
				expect(namespaces.map(({ stage }) => stage?.name)).toEqual(stages.map(({ name }) => name));
	}
});

test('open source has only the tenant main', () => {
	for (const answers of where(({ edition }) => edition === 'open-source'))
		for (const { tenants } of planOf(answers).topology.instances)
			expect(tenants.map(({ name, purpose }) => [name, purpose])).toEqual([['main', 'main']]);
});

test('Enterprise never has the tenant of open source', () => {
	for (const answers of where(({ edition }) => edition === 'enterprise'))
		for (const { tenants } of planOf(answers).topology.instances)
			for (const { purpose } of tenants) expect(purpose).not.toBe('main');
});

test('an instance for each of many stages, or for each group, raises Enterprise or already has it', () => {
	const many = where(
		(_, { outcomes }) =>
			outcomes.stages === 'instance-per-stage' || outcomes.groups === 'instance-per-group',
	);
	expect(many.length).toBeGreaterThan(0);
	for (const answers of many)
		expect(planOf(answers).outcomes.edition, JSON.stringify(answers)).not.toBe('open-source-fits');
});

test('Enterprise is raised only by logins, outsiders, something hidden, many stages or many instances', () => {
	for (const answers of where((_, { outcomes }) =>
		['enterprise-recommended', 'enterprise-needed'].includes(outcomes.edition),
	)) {
		const { outcomes } = planOf(answers);
		expect(
			answers['logins'] === 'own-logins' ||
				answers['people'] === 'outsiders' ||
				answers['walls'] !== 'none' ||
				outcomes.stages === 'instance-per-stage' ||
				outcomes.groups === 'instance-per-group',
		).toBe(true);
	}
});

/** The leaves whose work counts: production, or everything where there is one stage. */
const countingLeaves = (topology: Topology) =>
	leavesOf(topology).filter(
		({ stage }) => stage.role === 'production' || stage.role === 'everything',
	);

/** Pairs of different owners whose work counts. */
const pairs = (topology: Topology) => {
	const leaves = countingLeaves(topology);
	return leaves.flatMap((a, index) => leaves.slice(index + 1).map((b) => [a, b] as const));
};

test('in Enterprise customers who log in are never separated by namespaces alone', () => {
	for (const answers of where(
		({ people, edition }) => people === 'outsiders' && edition === 'enterprise',
	))
		for (const [a, b] of pairs(planOf(answers).topology))
			expect(['tenant', 'instance'], JSON.stringify(answers)).toContain(boundaryBetween(a, b));
});

test('what must be hidden from all never shares a tenant, nor on open source an instance', () => {
	const hiding = where(({ walls }) => walls === 'all');
	expect(hiding.length).toBeGreaterThan(0);
	for (const answers of hiding) {
		const enough = answers['edition'] === 'enterprise' ? ['tenant', 'instance'] : ['instance'];
		for (const [a, b] of pairs(planOf(answers).topology))
			expect(enough, JSON.stringify(answers)).toContain(boundaryBetween(a, b));
	}
});

test('the few that must be hidden never share a tenant with the rest, nor on open source an instance', () => {
	const names = { exceptions: ['remote'], hidden: ['secret', 'deal'] };
	for (const answers of where(({ walls }) => walls === 'some')) {
		const { topology, outcomes } = planFor(answers, names)!;
		const enough = answers['edition'] === 'enterprise' ? ['tenant', 'instance'] : ['instance'];
		const hidden = countingLeaves(topology).filter(({ group }) => names.hidden.includes(group!));
		const each = ['tenant-per-group', 'instance-per-group'].includes(outcomes.groups);
		expect(hidden.length, JSON.stringify(answers)).toBe(each ? 0 : 2);
		for (const [a, b] of pairs(topology))
			if (each || hidden.includes(a) || hidden.includes(b))
				expect(enough, JSON.stringify(answers)).toContain(boundaryBetween(a, b));
	}
});

test('what cannot share never shares an instance', () => {
	for (const answers of [...everyCombination, ...everyRefined]) {
		if (answers['own'] === 'none') continue;
		const { topology, outcomes } = planFor(answers, { exceptions: ['remote', 'regulated'] })!;
		for (const [a, b] of pairs(topology)) {
			const apart = [a, b].some(({ group }) => group === 'remote' || group === 'regulated');
			if (answers['own'] === 'all' || apart)
				expect(boundaryBetween(a, b), JSON.stringify(answers)).toBe('instance');
		}
		if (outcomes.exceptions === 'instance-per-exception' && answers['own'] === 'some')
			expect(topology.exceptions.map(({ name }) => name).slice(0, 2)).toEqual([
				'remote',
				'regulated',
			]);
	}
});

test('an exception shares development unless its development is apart', () => {
	const names = { exceptions: ['remote'] };
	for (const answers of [...everyCombination, ...everyRefined]) {
		const { topology, outcomes, answers: taken } = planFor(answers, names)!;
		if (answers['own'] !== 'some' || outcomes.exceptions !== 'instance-per-exception') continue;
		if (!['two-instances', 'instance-per-stage'].includes(outcomes.stages)) continue;
		const development = topology.instances.filter(
			({ stages }) => stages[0]!.role === 'development',
		);
		const own = development.some(({ group }) => group === 'remote');
		expect(own, JSON.stringify(answers)).toBe(taken['development'] === 'apart');
	}
});

test('engineers’ tenants are only in development instances', () => {
	const engineers = ({ tenants }: { readonly tenants: readonly Tenant[] }) =>
		tenants.some(({ purpose }) => purpose === 'engineer');
	for (const answers of everyCombination) {
		const { outcomes, topology } = planOf(answers);
		const wanted = outcomes.sandboxes === 'tenant-per-engineer';
		for (const instance of topology.instances)
			expect(engineers(instance)).toBe(
				wanted &&
					instance.stages.some(({ role }) => role === 'development' || role === 'everything') &&
					!topology.exceptions.some(({ name }) => name === instance.group),
			);
	}
});

test('at the end of every path one rule fires for each decision, for any answer to questions not asked', () => {
	for (const answers of everyPath)
		for (const { id } of decisions)
			expect(
				possibleOutcomesOf(kestra, id, complete(kestra, answers).answers).rules,
				JSON.stringify(answers),
			).toHaveLength(1);
});

test('at the end of every path the plan is that of every completion', () => {
	for (const answers of everyPath) {
		const plan = planOf(answers);
		for (const completion of completionsOf(answers)) {
			const { rules, topology, count, key } = planOf(completion);
			expect(rules).toEqual(plan.rules);
			expect(topology).toEqual(plan.topology);
			expect(count).toEqual(plan.count);
			expect(key).toBe(plan.key);
			expect(layoutOf(planOf(completion))).toBe(layoutOf(plan));
		}
	}
});

test('the order in which answers were given makes no difference', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...everyPathWithUnknowns).chain((answers) => {
				const entries = Object.entries(answers) as [string, string][];
				return fc.tuple(
					fc.constant(answers),
					fc.shuffledSubarray(entries, { minLength: entries.length }),
				);
			}),
			([answers, shuffled]) => {
				const { answers: read } = readEntries(shuffled);
				const plan = planFor(read)!;
				expect(plan).toEqual(planOf(answers));
				expect(entriesOf(read)).toEqual(entriesOf(answers));
			},
		),
		{ numRuns: 500 },
	);
});

test('there is no plan while a question is left that could change it', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...everyPathWithUnknowns).chain((answers) =>
				fc.record({
					answers: fc.constant(answers),
					left: fc.subarray(Object.entries(answers) as [string, string][]),
				}),
			),
			({ left }) => {
				const some = Object.fromEntries(left);
				const next = nextQuestion(kestra, some);
				expect(planFor(some) === undefined).toBe(next !== undefined);
				if (next) expect(matters(kestra, some, next)).toBe(true);
			},
		),
		{ numRuns: 1000 },
	);
});

test('a plan is based on the given answers and on the defaults that it lists as assumed', () => {
	const wrong = everyPathWithUnknowns.filter((answers) => {
		const plan = planOf(answers);
		return asked.some(({ id, default: taken }) => {
			const assumed = plan.assumed.includes(id) && answers[id] === 'unknown';
			return plan.answers[id] !== (assumed ? taken.value : answers[id]);
		});
	});
	expect(wrong).toEqual([]);
});

/** One path in seven, where each is compared with all its completions. */
const somePathsWithUnknowns = everyPathWithUnknowns.filter((_, index) => index % 7 === 0);

test('every completion with the assumed defaults gives the same plan as the unknowns', () => {
	const wrong = somePathsWithUnknowns.filter((answers) => {
		const plan = planOf(answers);
		return completionsOf(plan.answers).some(
			(completion) => layoutOf(planOf(completion)) !== layoutOf(plan),
		);
	});
	expect(wrong).toEqual([]);
});

test('no reason depends on an answer that was neither given nor assumed', () => {
	const wrong = everyPathWithUnknowns.filter((answers) => {
		const { rules, answers: rests } = planOf(answers);
		return decisions.some(({ id, rules: all }) => {
			const { when } = all.find((rule) => rule.id === rules[id as keyof typeof rules])!;
			return Object.entries(when.answers ?? {}).some(
				([question, wanted]) => !wanted.includes(rests[question] ?? ''),
			);
		});
	});
	expect(wrong).toEqual([]);
});

test('every assumption makes a difference, given the others', () => {
	const wrong = somePathsWithUnknowns.filter((answers) => {
		const plan = planOf(answers);
		return plan.assumed.some((id) =>
			completionsOf({ ...plan.answers, [id]: 'unknown' }).every(
				(completion) => layoutOf(planOf(completion)) === layoutOf(plan),
			),
		);
	});
	expect(wrong).toEqual([]);
});

test('a reader who knows no answer is told to run two instances', () => {
	const nothing = Object.fromEntries(questions.map(({ id }) => [id, 'unknown']));
	const plan = planOf(nothing);
	expect(plan.outcomes.stages).toBe('two-instances');
	expect(plan.outcomes.groups).toBe('nothing-to-separate');
	expect(plan.outcomes.edition).toBe('open-source-fits');
});

test('a plan with unknowns equals the plan for their defaults', () => {
	for (const answers of everyPathWithUnknowns) {
		const safe = Object.fromEntries(
			asked.map(({ id, default: { value } }) => [
				id,
				answers[id] === 'unknown' || answers[id] === undefined ? value : answers[id],
			]),
		);
		expect(layoutOf(planOf(answers))).toBe(layoutOf(planOf(safe)));
	}
});

test('more instances than the stated capacity are a risk', () => {
	const given = [...everyCombination, ...everyPathWithUnknowns];
	for (const answers of given) {
		const plan = planOf(answers);
		const outnumber = answers['capacity'] === 'one' && plan.topology.instances.length > 1;
		expect(hasRisk(plan, 'more-instances-than-wanted'), JSON.stringify(answers)).toBe(outnumber);
	}
});

test('engineers’ tenants in an instance with production are a risk', () => {
	for (const answers of [...everyCombination, ...everyPathWithUnknowns]) {
		const plan = planOf(answers);
		const beside = productionOf(plan.topology).some(({ tenants }) =>
			tenants.some(({ purpose }) => purpose === 'engineer'),
		);
		expect(hasRisk(plan, 'sandboxes-beside-production'), JSON.stringify(answers)).toBe(beside);
	}
});

test('a development instance that the reader did not ask for is marked and listed as a risk', () => {
	for (const answers of [...everyCombination, ...everyPathWithUnknowns]) {
		const plan = planOf(answers);
		const added = plan.topology.instances.filter((instance) => instance.added);
		const more = answers['stages'] === 'one' && plan.topology.stages.length > 1;
		expect(added.length > 0, JSON.stringify(answers)).toBe(more);
		expect(hasRisk(plan, 'development-added')).toBe(more);
		for (const { stages } of added) expect(stages[0]!.role).toBe('development');
	}
});

test('the guide is as large as it says: combinations, paths and plans', () => {
	const lengths = everyPath.map((answers) => Object.keys(answers).length);
	expect(everyCombination).toHaveLength(5184);
	expect(everyPath).toHaveLength(648);
	expect(Math.min(...lengths)).toBe(6);
	expect(Math.max(...lengths)).toBe(8);
	const different = new Set(
		everyCombination.map((answers) => JSON.stringify(planOf(answers).outcomes)),
	);
	expect(different.size).toBe(340);
});

test('a refinement is never asked, and has a default for all answers', () => {
	for (const { id, refinement } of questions.filter((question) => question.refinement)) {
		expect(everyPathWithUnknowns.some((answers) => Object.hasOwn(answers, id))).toBe(false);
		expect(refinement!.at(-1)!.when).toEqual({});
	}
});
