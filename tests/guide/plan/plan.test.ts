import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Names } from '../../../src/guide/kestra/names.ts';
import type { Instance, Namespace } from '../../../src/guide/kestra/topology.ts';
import type { Plan } from '../../../src/guide/plan/plan.ts';
import { countBoxes, planFor } from '../../../src/guide/plan/plan.ts';
import type { Combination } from '../../support/every.ts';
import { everyCombination, planOf } from '../../support/every.ts';

/** Headlines: rows by what separates stages, columns by what separates groups; `g` stands for one group. */
const headlines: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	'single-instance': {
		'nothing-to-separate': ['One instance'],
		'namespace-per-group': ['One instance, with a namespace for each g'],
		'tenant-per-group': ['One instance, with a tenant for each g'],
		'instance-per-group': ['An instance for each g'],
	},
	'namespace-per-stage': {
		'nothing-to-separate': ['One instance, with a namespace for each stage'],
		'namespace-per-group': [
			'One instance, with a namespace for each stage and in it one for each g',
		],
		'tenant-per-group': [
			'One instance, with a tenant for each g and in it a namespace for each stage',
		],
		'instance-per-group': ['An instance for each g, with a namespace for each stage'],
	},
	'two-instances': {
		'nothing-to-separate': ['Two instances'],
		'namespace-per-group': ['Two instances, with a namespace for each g'],
		'tenant-per-group': ['Two instances, with a tenant for each g'],
		'instance-per-group': [
			'One development instance, and a production instance for each g',
			'Two instances for each g',
		],
	},
	'instance-per-stage': {
		'nothing-to-separate': ['An instance for each stage'],
		'namespace-per-group': ['An instance for each stage, with a namespace for each g'],
		'tenant-per-group': ['An instance for each stage, with a tenant for each g'],
		'instance-per-group': [
			'One development instance, and an instance for each later stage of each g',
			'An instance for each stage of each g',
		],
	},
};

const oneOf: Readonly<Record<string, string>> = {
	'one-team': 'team',
	teams: 'team',
	countries: 'country',
	customers: 'customer',
};

/** Whether the groups, with instances of their own, share the one for development. */
const developTogether = ({ groups, visibility }: Combination) =>
	groups === 'customers' || visibility === 'shared';

const allNamespaces = (namespaces: readonly Namespace[]): readonly Namespace[] =>
	namespaces.flatMap((namespace) => [namespace, ...allNamespaces(namespace.namespaces)]);
const leavesOf = ({ tenants }: Instance) =>
	tenants.flatMap((tenant) =>
		allNamespaces(tenant.namespaces).filter(({ namespaces }) => namespaces.length === 0),
	);

/** Names as the guide accepts them, all different. */
const word = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/);
const words = (kind: string, minLength = 1) =>
	// Names of one kind never equal names of another here: that case has its own test.
	fc
		.uniqueArray(word, { minLength, maxLength: 6 })
		.map((list) => list.map((name) => `${kind}${name}`));
const someNames: fc.Arbitrary<Names> = fc.record(
	{
		company: word.map((name) => `c${name}`),
		stages: words('s', 2),
		groups: words('g'),
		teams: words('t'),
		domains: words('d'),
		engineers: words('e'),
	},
	{ requiredKeys: [] },
);
const named = fc.record({ answers: fc.constantFrom(...everyCombination), names: someNames });

const wrongPlans = (isRight: (plan: Plan, answers: Combination) => boolean) =>
	everyCombination.filter((answers) => !isRight(planOf(answers), answers));

test('the headline says what separates stages and what separates groups', () => {
	expect(
		wrongPlans(({ headline, outcomes }, answers) => {
			const possible = headlines[outcomes.stages]![outcomes.groups]!;
			const right = possible.length > 1 && !developTogether(answers) ? possible[1]! : possible[0]!;
			return headline === right.replace(/\bg\b/, oneOf[answers['groups']!]!);
		}),
	).toEqual([]);
});

test('the count is the number of instances, for any values of its letters', () => {
	const names: Names = {
		groups: ['north', 'east', 'south', 'west', 'centre'],
		stages: ['development', 'testing', 'staging', 'production'],
	};
	const n = names.groups!.length;
	const s = names.stages!.length;
	const numbers: Readonly<Record<string, number>> = {
		'1': 1,
		'2': 2,
		S: s,
		N: n,
		'1 + N': 1 + n,
		'2 × N': 2 * n,
		'1 + N × (S − 1)': 1 + n * (s - 1),
		'N × S': n * s,
	};
	const seen = new Set<string>();
	for (const answers of everyCombination) {
		const { count, topology } = planFor(answers, names)!;
		seen.add(count.formula);
		expect(topology.instances).toHaveLength(numbers[count.formula]!);
		expect(count.instances).toBe(numbers[count.formula]);
		expect(countBoxes(topology).instances).toBe(numbers[count.formula]);
	}
	expect([...seen].sort()).toEqual(Object.keys(numbers).sort());
});

test('a count with letters is no number until the reader has named what it counts', () => {
	expect(
		wrongPlans(({ count: { formula, letters, instances } }) => {
			const open = /[NS]/.test(formula);
			return open === (instances === undefined) && open === (letters !== '');
		}),
	).toEqual([]);
});

test('a count is a number once there are enough names for what it counts', () => {
	fc.assert(
		fc.property(named, ({ answers, names }) => {
			const { count, topology } = planFor(answers, names)!;
			const counted =
				(!count.formula.includes('N') || names.groups !== undefined) &&
				(!count.formula.includes('S') || (names.stages?.length ?? 0) > 2);
			expect(count.instances).toBe(counted ? topology.instances.length : undefined);
		}),
		{ numRuns: 500 },
	);
});

test('the letters of a count are explained, and no others', () => {
	expect(
		wrongPlans(({ count: { formula, letters } }) =>
			['N', 'S'].every((letter) => formula.includes(letter) === letters.includes(`${letter} is`)),
		),
	).toEqual([]);
});

test('every namespace that holds flows follows the path', () => {
	expect(
		wrongPlans(({ path, topology }) => {
			const levels = path.split('.').length - 1;
			return topology.instances.every((instance) =>
				leavesOf(instance).every(
					({ path: own }) => own.split('.').length === levels && own.startsWith('acme.'),
				),
			);
		}),
	).toEqual([]);
});

test('the stage is in the path only if namespaces separate stages, and then before the group', () => {
	expect(
		wrongPlans(({ path, outcomes }, { groups }) => {
			const parts = path.split('.');
			const stage = parts.indexOf('stage');
			const group = parts.indexOf(oneOf[groups!]!);
			return outcomes.stages === 'namespace-per-stage'
				? stage === 1 && (group < 0 || group > stage)
				: stage < 0;
		}),
	).toEqual([]);
});

test('without a stage in it a namespace has the same name in every instance that it is in', () => {
	expect(
		wrongPlans(({ outcomes, topology }) => {
			if (outcomes.stages === 'namespace-per-stage') return true;
			const [first, ...later] = topology.instances;
			if (!first || first.group !== undefined) return true;
			const known = new Set(leavesOf(first).map(({ path }) => path));
			return later.every((instance) => leavesOf(instance).every(({ path }) => known.has(path)));
		}),
	).toEqual([]);
});

test('a team that is also the group is in the path once', () => {
	expect(
		wrongPlans(({ path }, { groups, layout }) => {
			const parts = path.split('.');
			return (
				groups !== 'teams' ||
				layout !== 'team' ||
				parts.filter((part) => part === 'team').length === 1
			);
		}),
	).toEqual([]);
});

test('each namespace has the level of its place in the path', () => {
	const wrong = wrongPlans(({ path, topology, outcomes }, { groups, layout }) => {
		const unit = layout === 'team' ? 'team' : 'domain';
		// A team that is also the group is one level, and separates as a group where namespaces separate groups.
		const group = topology.instances.some(({ tenants }) =>
			tenants.some(({ namespaces }) =>
				allNamespaces(namespaces).some(({ level }) => level === 'group'),
			),
		);
		const levels = [
			...(outcomes.stages === 'namespace-per-stage' ? ['stage'] : []),
			...(group ? ['group'] : []),
			...(group && groups === 'teams' && unit === 'team' ? [] : [unit]),
		];
		const isRight = (namespaces: readonly Namespace[], depth: number): boolean =>
			depth === levels.length
				? namespaces.length === 0
				: namespaces.length > 0 &&
					namespaces.every(
						({ level, namespaces: below }) => level === levels[depth] && isRight(below, depth + 1),
					);
		return (
			levels.length === path.split('.').length - 2 &&
			topology.instances.every(({ tenants }) =>
				tenants.every(({ namespaces }) => isRight(namespaces, 0)),
			)
		);
	});
	expect(wrong).toEqual([]);
});

test('a namespace belongs to the stage and the group that its path names, and to no other', () => {
	const wrong = wrongPlans(({ topology, outcomes }) => {
		const stages = topology.stages.map(({ name }) => name);
		const isRight = ({ path, stage, group, level }: Namespace) => {
			const parts = path.split('.');
			const inStage = outcomes.stages === 'namespace-per-stage' ? parts[1] : undefined;
			const named = topology.groups.find((name) => parts.includes(name));
			return (
				stage?.name === inStage &&
				(inStage === undefined || stages.includes(inStage)) &&
				// A team’s own namespace may bear the group’s name without separating groups.
				(group === undefined ? level !== 'group' : group === named)
			);
		};
		return topology.instances.every(({ tenants }) =>
			tenants.every(({ namespaces }) => allNamespaces(namespaces).every(isRight)),
		);
	});
	expect(wrong).toEqual([]);
});

test('everything below a group or a stage belongs to it too', () => {
	const wrong = wrongPlans(({ topology }) => {
		const isRight = (above: Namespace): boolean =>
			above.namespaces.every(
				(below) =>
					below.path.startsWith(`${above.path}.`) &&
					below.stage === above.stage &&
					(above.group === undefined || below.group === above.group) &&
					isRight(below),
			);
		return topology.instances.every(({ tenants }) =>
			tenants.every(({ namespaces }) => namespaces.every(isRight)),
		);
	});
	expect(wrong).toEqual([]);
});

test('an instance of one group names no other group', () => {
	const wrong = wrongPlans(({ topology }) =>
		topology.instances.every(({ group, tenants }) => {
			if (group === undefined) return true;
			const others = topology.groups.filter((name) => name !== group);
			// By domain, and by team if teams are not the groups, namespaces belong to no group.
			return tenants.every(
				({ name, namespaces }) =>
					!others.includes(name) &&
					allNamespaces(namespaces).every(
						({ path }) => !others.some((other) => path.split('.').includes(other)),
					),
			);
		}),
	);
	expect(wrong.filter(({ groups }) => groups !== 'one-team')).toEqual([]);
});

test('production is reached by administrators and the pipeline', () => {
	const reaches: Readonly<Record<string, string>> = {
		'open-source': 'one-login-for-administrators',
		enterprise: 'administrators-and-pipeline',
	};
	expect(
		wrongPlans(({ topology }) =>
			topology.instances
				.filter(({ stages }) => stages.length === 1 && stages[0]!.role === 'production')
				.every(({ reach }) => reach === reaches[topology.edition]),
		),
	).toEqual([]);
});

test('on open source an instance with all stages never claims to restrict access', () => {
	expect(
		wrongPlans(({ topology, outcomes }) =>
			topology.instances.every(
				({ reach }) =>
					outcomes.stages !== 'namespace-per-stage' ||
					reach ===
						(topology.edition === 'open-source'
							? 'one-login-for-all-stages'
							: 'permissions-by-namespace'),
			),
		),
	).toEqual([]);
});

test('development is for engineers, and a single instance for everyone', () => {
	expect(
		wrongPlans(({ topology }) =>
			topology.instances
				.filter(({ stages }) => stages.length === 1)
				.every(({ stages: [stage], reach }) => {
					if (stage!.role === 'development') return reach === 'engineers';
					if (stage!.role === 'between') return reach === 'engineers-and-pipeline';
					return stage!.role === 'production' || reach === 'everyone';
				}),
		),
	).toEqual([]);
});

test('the first stage is development, the last is production, and the others are in between', () => {
	expect(
		wrongPlans(({ topology: { stages }, outcomes }) => {
			const roles = stages.map(({ role }) => role);
			return outcomes.stages === 'single-instance'
				? roles.join() === 'everything'
				: roles[0] === 'development' &&
						roles.at(-1) === 'production' &&
						roles.slice(1, -1).every((role) => role === 'between');
		}),
	).toEqual([]);
});

test('customers of one development instance have a tenant each on Enterprise, and their own in production', () => {
	expect(
		wrongPlans(({ topology, outcomes }, { groups, edition }) => {
			if (groups !== 'customers' || edition !== 'enterprise') return true;
			if (outcomes.groups !== 'instance-per-group') return true;
			return topology.instances.every(({ tenants, group }) => {
				const own = tenants.filter(({ purpose }) => purpose !== 'engineer').map(({ name }) => name);
				return own.join() === (group ?? topology.groups.join());
			});
		}),
	).toEqual([]);
});

test('names change no outcome, headline, formula, risk or key', () => {
	fc.assert(
		fc.property(named, ({ answers, names }) => {
			const plain = planOf(answers);
			const own = planFor(answers, names)!;
			expect(own.outcomes).toEqual(plain.outcomes);
			expect(own.rules).toEqual(plain.rules);
			expect(own.headline).toBe(plain.headline);
			expect(own.count.formula).toBe(plain.count.formula);
			expect(own.risks).toEqual(plain.risks);
			expect(own.key).toBe(plain.key);
		}),
		{ numRuns: 300 },
	);
});

test('the reader’s names are used everywhere in the plan', () => {
	fc.assert(
		fc.property(named, ({ answers, names }) => {
			const { topology, outcomes, path } = planFor(answers, names)!;
			if (names.company) {
				expect(topology.company).toBe(names.company);
				expect(path.startsWith(`${names.company}.`)).toBe(true);
			}
			if (names.groups && outcomes.groups !== 'nothing-to-separate')
				expect(topology.groups).toEqual(names.groups);
			if (names.engineers && outcomes.sandboxes === 'local-instance-per-engineer')
				expect(topology.localInstances).toEqual(names.engineers);
			const leaves = new Set(
				topology.instances.flatMap((instance) =>
					leavesOf(instance).map(({ path: own }) => own.split('.').at(-1)),
				),
			);
			if (names.domains && outcomes.namespaces === 'by-domain')
				expect([...leaves].sort()).toEqual([...names.domains].sort());
		}),
		{ numRuns: 300 },
	);
});

test('the reader’s stages are used if the plan can hold that many', () => {
	fc.assert(
		fc.property(named, ({ answers, names }) => {
			const { topology } = planFor(answers, names)!;
			const given = names.stages ?? [];
			const held = planOf(answers).topology.stages.length;
			const fits = held === 2 ? given.length === 2 : held > 2 && given.length > 2;
			if (fits) expect(topology.stages.map(({ name }) => name)).toEqual(given);
			else for (const { name } of topology.stages) expect(given).not.toContain(name);
		}),
		{ numRuns: 300 },
	);
});

test('for any names, no two siblings have the same name', () => {
	fc.assert(
		fc.property(named, ({ answers, names }) => {
			const { instances } = planFor(answers, names)!.topology;
			const different = (list: readonly string[]) => expect(new Set(list).size).toBe(list.length);
			different(instances.map(({ name }) => name));
			for (const { tenants } of instances) {
				different(tenants.map(({ name }) => name));
				for (const { namespaces } of tenants)
					different(allNamespaces(namespaces).map(({ path }) => path));
			}
		}),
		{ numRuns: 500 },
	);
});

test('boxes are counted as they are drawn', () => {
	fc.assert(
		fc.property(named, ({ answers, names }) => {
			const { topology } = planFor(answers, names)!;
			expect(countBoxes(topology)).toEqual({
				instances: topology.instances.length,
				tenants: topology.instances.reduce((sum, { tenants }) => sum + tenants.length, 0),
				namespaces: topology.instances.reduce(
					(sum, instance) => sum + leavesOf(instance).length,
					0,
				),
			});
		}),
		{ numRuns: 300 },
	);
});

test('there is no plan while a question is left to ask', () => {
	expect(planFor({})).toBeUndefined();
	expect(planFor({ impact: 'critical' })).toBeUndefined();
});

test('missing names take defaults, and empty lists count as missing', () => {
	for (const answers of everyCombination)
		expect(
			planFor(answers, { groups: [], teams: [], domains: [], engineers: [], stages: [] })!.topology,
		).toEqual(planOf(answers).topology);
});
