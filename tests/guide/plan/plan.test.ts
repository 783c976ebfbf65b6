import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nouns } from '../../../src/guide/kestra/labels.ts';
import type { Names } from '../../../src/guide/kestra/names.ts';
import type { Called } from '../../../src/guide/kestra/questions.ts';
import type { Instance, Namespace } from '../../../src/guide/kestra/topology.ts';
import type { Plan } from '../../../src/guide/plan/plan.ts';
import { countBoxes, planFor } from '../../../src/guide/plan/plan.ts';
import type { Combination } from '../../support/every.ts';
import { everyCombination, everyRefined, planOf } from '../../support/every.ts';

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

/** Combinations, and others in which development or the word for the parts has been changed. */
const some: readonly Combination[] = [
	...everyCombination,
	...everyRefined.filter((_, index) => index % 5 === 0),
];

/** How the headline goes on where exceptions are set apart. */
function headlineOfExceptions({ topology, outcomes }: Plan): string {
	const instances = outcomes.exceptions === 'instance-per-exception';
	const tenants = topology.exceptions.some(({ by }) => by === 'tenant');
	if (instances && tenants)
		return ', one of its own for each exception, and a tenant of its own for what else must be hidden';
	if (instances) return ', and one of its own for each exception';
	return tenants ? ', and a tenant of its own for each exception' : '';
}

/** Whether development may be an engineer’s machine. */
const mayBeLaptop = ({ answers, outcomes }: Plan) =>
	answers['edition'] !== 'enterprise' &&
	answers['people'] === 'one-team' &&
	outcomes.stages === 'two-instances' &&
	outcomes.groups === 'nothing-to-separate' &&
	outcomes.exceptions === 'no-exceptions';

/** Names of those that cannot share, or that only an instance hides. */
const apartOf = ({ exceptions }: Plan['topology']) =>
	exceptions.filter(({ by }) => by === 'instance').map(({ name }) => name);

/** Whether a namespace is the branch of an exception beside those of the rest, which has a path of its own. */
const isBranchOfException = ({ topology, facts }: Plan, { group }: Namespace) =>
	group !== undefined && facts.outcomes['tenants'] !== 'group' && apartOf(topology).includes(group);

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
		exceptions: words('x'),
		hidden: words('h'),
		noun: fc.constant({ one: 'lab', many: 'labs' }),
	},
	{ requiredKeys: [] },
);
const named = fc.record({ answers: fc.constantFrom(...everyCombination), names: someNames });

const wrongPlans = (isRight: (plan: Plan, answers: Combination) => boolean) =>
	some.filter((answers) => !isRight(planOf(answers), answers));

test('the headline says what separates stages, groups and exceptions', () => {
	expect(
		wrongPlans((plan) => {
			const { headline, outcomes, answers } = plan;
			const possible = headlines[outcomes.stages]![outcomes.groups]!;
			const right =
				possible.length > 1 && answers['development'] === 'apart' ? possible[1]! : possible[0]!;
			const split = mayBeLaptop(plan)
				? 'Production, and a development that may be a laptop'
				: right.replace(/\bg\b/, nouns[answers['called'] as Called].one);
			return headline === split + headlineOfExceptions(plan);
		}),
	).toEqual([]);
});

test('the count is the number of instances that have to stand, for any values of its letters', () => {
	const names: Names = {
		groups: ['north', 'east', 'south', 'west', 'centre'],
		stages: ['development', 'testing', 'staging', 'production'],
		exceptions: ['plant', 'fraud'],
		hidden: ['personnel'],
	};
	const n = names.groups!.length;
	const s = names.stages!.length;
	const numbers = (e: number): Readonly<Record<string, number>> => ({
		'1': 1,
		'2': 2,
		S: s,
		N: n,
		'1 + N': 1 + n,
		'N × 2': n * 2,
		'1 + N × (S − 1)': 1 + n * (s - 1),
		'N × S': n * s,
		'1 + E': 1 + e,
		'2 + E': 2 + e,
		'2 + E × 2': 2 + e * 2,
		'S + E × (S − 1)': s + e * (s - 1),
		'S + E × S': s + e * s,
	});
	const seen = new Set<string>();
	for (const answers of some) {
		const { count, topology } = planFor(answers, names)!;
		const apart = apartOf(topology).length;
		const number = numbers(apart)[count.formula]!;
		seen.add(count.formula);
		expect(topology.instances.filter(({ local }) => !local)).toHaveLength(number);
		expect(count.instances).toBe(number);
		expect(countBoxes(topology).instances).toBe(number + (count.besidesLocal ? 1 : 0));
	}
	expect([...seen].sort()).toEqual(Object.keys(numbers(1)).sort());
});

test('only a development of one team on open source is not counted, and is said to be beside', () => {
	expect(
		wrongPlans((plan) => {
			const { count, topology } = plan;
			const local = topology.instances.filter((instance) => instance.local);
			return (
				count.besidesLocal === mayBeLaptop(plan) &&
				local.length === (count.besidesLocal ? 1 : 0) &&
				local.every(({ stages: [stage] }) => stage!.role === 'development')
			);
		}),
	).toEqual([]);
});

test('those that cannot share have instances, and what must be hidden what its edition hides with', () => {
	const names: Names = { exceptions: ['plant', 'fraud'], hidden: ['personnel'] };
	for (const answers of everyCombination) {
		const { topology, outcomes } = planFor(answers, names)!;
		const apart = outcomes.exceptions === 'instance-per-exception' && answers['own'] === 'some';
		const hides =
			answers['walls'] === 'some' &&
			outcomes.groups !== 'tenant-per-group' &&
			outcomes.groups !== 'instance-per-group';
		const by = answers['edition'] === 'enterprise' ? 'tenant' : 'instance';
		expect(topology.exceptions).toEqual([
			...(apart ? ['plant', 'fraud'].map((name) => ({ name, by: 'instance' })) : []),
			...(hides ? [{ name: 'personnel', by }] : []),
		]);
	}
});

test('an exception without a name is marked, to be asked for', () => {
	for (const answers of everyCombination)
		for (const { unnamed } of planOf(answers).topology.exceptions) expect(unnamed).toBe(true);
});

test('an exception with an instance has one in every stage after development, and in it only its own work', () => {
	for (const answers of some) {
		const { topology, answers: taken } = planOf(answers);
		const separate = topology.stages.length > 1 && topology.instances[0]!.stages.length === 1;
		for (const name of apartOf(topology)) {
			const own = topology.instances.filter(({ group }) => group === name);
			const held = own.flatMap(({ stages }) => stages.map((stage) => stage.name));
			const shared = separate && taken['development'] !== 'apart' ? 1 : 0;
			expect(held).toEqual(topology.stages.slice(shared).map((stage) => stage.name));
		}
	}
});

test('a count with letters is no number until the reader has named what it counts', () => {
	expect(
		wrongPlans(({ count: { formula, letters, instances } }) => {
			const open = /[NSE]/.test(formula);
			return open === (instances === undefined) && open === (letters !== '');
		}),
	).toEqual([]);
});

test('a count is a number once there are enough names for what it counts', () => {
	fc.assert(
		fc.property(named, ({ answers, names }) => {
			const { count, topology, outcomes } = planFor(answers, names)!;
			const apart = outcomes.exceptions === 'instance-per-exception';
			const hides = apart && answers['walls'] === 'some' && topology.edition === 'open-source';
			const counted =
				(!count.formula.includes('N') || names.groups !== undefined) &&
				(!count.formula.includes('S') || (names.stages?.length ?? 0) > 2) &&
				(!(apart && answers['own'] === 'some') || names.exceptions !== undefined) &&
				(!hides || names.hidden !== undefined);
			const standing = topology.instances.filter(({ local }) => !local);
			expect(count.instances).toBe(counted ? standing.length : undefined);
		}),
		{ numRuns: 500 },
	);
});

test('the letters of a count are explained, and no others', () => {
	expect(
		wrongPlans(({ count: { formula, letters } }) =>
			['N', 'S', 'E'].every(
				(letter) => formula.includes(letter) === letters.includes(`${letter} is`),
			),
		),
	).toEqual([]);
});

test('every namespace that holds flows follows the path', () => {
	expect(
		wrongPlans((plan) => {
			const { path, topology } = plan;
			const levels = path.split('.').length - 1;
			return topology.instances.every((instance) =>
				leavesOf(instance)
					.filter((leaf) => !isBranchOfException(plan, leaf))
					.every(({ path: own }) => own.split('.').length === levels && own.startsWith('acme.')),
			);
		}),
	).toEqual([]);
});

test('the branch of an exception beside the rest is named after it, with domains below where flows are laid out by domain', () => {
	let checked = 0;
	for (const answers of everyCombination) {
		const plan = planOf(answers);
		const stage = plan.outcomes.stages === 'namespace-per-stage' ? 1 : 0;
		const domain = plan.outcomes.namespaces === 'by-domain' ? 1 : 0;
		for (const leaf of plan.topology.instances.flatMap(leavesOf)) {
			if (!isBranchOfException(plan, leaf)) continue;
			checked++;
			const parts = leaf.path.split('.');
			expect(parts).toHaveLength(2 + stage + domain);
			expect(parts[1 + stage]).toBe(leaf.group);
		}
	}
	expect(checked).toBeGreaterThan(0);
});

test('the stage is in the path only if namespaces separate stages, and then before the group', () => {
	expect(
		wrongPlans(({ path, outcomes, answers }) => {
			const parts = path.split('.');
			const stage = parts.indexOf('stage');
			const group = parts.indexOf(nouns[answers['called'] as Called].one.replaceAll(' ', '-'));
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
			const paths = (instance: Instance) => leavesOf(instance).map(({ path }) => path);
			const [first] = topology.instances;
			const inFirst = new Set(paths(first!));
			return topology.instances.every((instance) => {
				const own = topology.instances.filter(({ group }) => group === instance.group);
				// Whoever has no development of its own shares the first.
				const shares = !own.some(({ stages }) => stages[0]!.name === topology.stages[0]!.name);
				return (
					own.every((other) => {
						const known = new Set(paths(instance));
						const guests = other === first || instance === first;
						return guests || paths(other).every((path) => known.has(path));
					}) &&
					(!shares || paths(instance).every((path) => inFirst.has(path)))
				);
			});
		}),
	).toEqual([]);
});

test('a team that is also the group is in the path once', () => {
	expect(
		wrongPlans(({ path, answers: { called, layout } }) => {
			const parts = path.split('.');
			return (
				called !== 'team' ||
				layout !== 'team' ||
				parts.filter((part) => part === 'team').length === 1
			);
		}),
	).toEqual([]);
});

test('each namespace has the level of its place in the path', () => {
	const wrong = wrongPlans((plan) => {
		const { path, topology, outcomes } = plan;
		const { called, layout } = plan.answers;
		const unit = layout === 'team' ? 'team' : 'domain';
		const isOfException = (namespace: Namespace): boolean =>
			isBranchOfException(plan, namespace) || namespace.namespaces.some(isOfException);
		// A team that is also the group is one level, and separates as a group where namespaces separate groups.
		const group = topology.instances.some(({ tenants }) =>
			tenants.some(({ namespaces }) =>
				allNamespaces(namespaces).some(
					(namespace) => namespace.level === 'group' && !isBranchOfException(plan, namespace),
				),
			),
		);
		const levels = [
			...(outcomes.stages === 'namespace-per-stage' ? ['stage'] : []),
			...(group ? ['group'] : []),
			...(group && called === 'team' && unit === 'team' ? [] : [unit]),
		];
		const isRight = (namespaces: readonly Namespace[], depth: number): boolean =>
			depth === levels.length
				? namespaces.length === 0
				: namespaces.length > 0 &&
					namespaces
						.filter((namespace) => !isBranchOfException(plan, namespace))
						.every(
							({ level, namespaces: below }) =>
								level === levels[depth] &&
								(isRight(below, depth + 1) || below.every(isOfException)),
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
			const named = [...topology.groups, ...topology.exceptions.map(({ name }) => name)].find(
				(name) => parts.includes(name),
			);
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
	expect(wrong).toEqual([]);
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

test('customers, and what is hidden, have a tenant each in a development that all share on Enterprise, and their own in production', () => {
	expect(
		wrongPlans(({ topology, outcomes }, { people, walls, edition }) => {
			if ((people !== 'outsiders' && walls !== 'all') || edition !== 'enterprise') return true;
			if (outcomes.groups !== 'instance-per-group') return true;
			return topology.instances.every(({ tenants, group }) => {
				const own = tenants.filter(({ purpose }) => purpose !== 'engineer').map(({ name }) => name);
				return own.join() === (group ?? topology.groups.join());
			});
		}),
	).toEqual([]);
});

test('where groups are hidden from each other, a tenant of an engineer holds the flows of one of them', () => {
	const groupsIn = (namespaces: readonly Namespace[]): readonly string[] =>
		namespaces.flatMap(({ group, namespaces: below }) => [
			...(group === undefined ? [] : [group]),
			...groupsIn(below),
		]);
	const together: number[] = [];
	expect(
		wrongPlans(({ topology, outcomes }, { walls }) => {
			const held = topology.instances
				.flatMap(({ tenants }) => tenants)
				.filter(({ purpose }) => purpose === 'engineer')
				.map(({ namespaces }) => new Set(groupsIn(namespaces)).size);
			together.push(...held);
			return walls !== 'all' || outcomes.groups !== 'tenant-per-group' || Math.max(0, ...held) < 2;
		}),
	).toEqual([]);
	// Where nothing is hidden, they hold those of all.
	expect(Math.max(...together)).toBeGreaterThan(1);
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
			const { topology, outcomes, facts, path, title } = planFor(answers, names)!;
			if (names.company) {
				expect(topology.company).toBe(names.company);
				expect(path.startsWith(`${names.company}.`)).toBe(true);
			}
			if (names.groups && outcomes.groups !== 'nothing-to-separate')
				expect(topology.groups).toEqual(names.groups);
			const named = (by: string) =>
				topology.exceptions.filter((one) => one.by === by).map(({ name }) => name);
			if (names.exceptions && answers['own'] === 'some' && outcomes.groups !== 'instance-per-group')
				expect(named('instance')).toEqual(expect.arrayContaining([...names.exceptions]));
			if (names.hidden && facts.outcomes['hidden'] !== 'none')
				expect(named(facts.outcomes['hidden']!)).toEqual(expect.arrayContaining([...names.hidden]));
			if (names.noun && outcomes.groups !== 'nothing-to-separate') {
				expect(title).toMatch(/\b(labs?)\b/);
				expect(path).not.toMatch(/\b(team|customer|part)\b(?=.*\.(team|domain)\.)/);
			}
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
			planFor(answers, {
				groups: [],
				teams: [],
				domains: [],
				engineers: [],
				stages: [],
				exceptions: [],
				hidden: [],
			})!.topology,
		).toEqual(planOf(answers).topology);
});

test('a title is the headline, with the number of groups and the names of exceptions once there are any', () => {
	const names: Names = {
		groups: ['north', 'east', 'south'],
		exceptions: ['plant'],
		hidden: ['personnel'],
	};
	for (const answers of everyCombination) {
		const plain = planOf(answers);
		expect(plain.title).toBe(plain.headline);
		const { title, topology, outcomes } = planFor(answers, names)!;
		if (outcomes.groups !== 'nothing-to-separate') expect(title).toContain('each of the 3 ');
		for (const { name } of topology.exceptions) expect(title).toContain(name);
	}
});
