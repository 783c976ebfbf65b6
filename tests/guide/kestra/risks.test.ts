import { expect, test } from 'vitest';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { risks } from '../../../src/guide/kestra/risks.ts';
import type { Plan } from '../../../src/guide/plan/plan.ts';
import type { Combination } from '../../support/every.ts';
import { everyCombination, planOf } from '../../support/every.ts';

type When = (plan: Plan, answers: Combination) => boolean;

const instances: When = ({ topology }) =>
	topology.instances.some(({ group }) => group !== undefined);
const severalInstances: When = ({ topology }) => topology.instances.length > 1;
const stagesApart: When = ({ topology }) =>
	topology.stages.length > 1 && topology.instances.every(({ stages }) => stages.length === 1);

/** When a plan must have each risk, written from properties of the plan and not from the conditions of the risks. */
const expected: Readonly<Record<string, When>> = {
	'development-breaks-production': ({ topology }) =>
		topology.stages.length > 1 && topology.instances.some(({ stages }) => stages.length > 1),
	'sandboxes-beside-production': ({ topology }) =>
		topology.instances.some(
			(instance) =>
				instance.tenants.some(({ purpose }) => purpose === 'engineer') &&
				instance.stages.some(({ role }) => role === 'production' || role === 'everything'),
		),
	'more-instances-than-wanted': (plan, answers) =>
		answers['capacity'] === 'one' && severalInstances(plan, answers),
	'development-added': ({ topology }) => topology.instances.some(({ added }) => added),
	'label-not-wall': ({ outcomes, topology }) =>
		topology.edition === 'open-source' &&
		(outcomes.groups === 'namespace-per-group' || outcomes.stages === 'namespace-per-stage'),
	'readable-secrets': ({ outcomes, topology }) =>
		topology.edition === 'enterprise' &&
		(outcomes.groups === 'namespace-per-group' || outcomes.stages === 'namespace-per-stage'),
	'stage-in-name': ({ path }) => path.split('.').includes('stage'),
	'shared-instance': ({ outcomes, topology }) =>
		outcomes.groups === 'tenant-per-group' ||
		outcomes.sandboxes === 'tenant-per-engineer' ||
		topology.exceptions.some(({ by }) => by === 'tenant'),
	'shared-workers': ({ outcomes }) =>
		outcomes.groups === 'tenant-per-group' || outcomes.sandboxes === 'tenant-per-engineer',
	'outsiders-share-the-login': ({ outcomes, topology }, answers) =>
		topology.edition === 'open-source' &&
		outcomes.groups === 'namespace-per-group' &&
		answers['people'] === 'outsiders',
	'one-for-all': ({ outcomes }, answers) =>
		outcomes.groups === 'namespace-per-group' && answers['own'] === 'none',
	'flows-no-longer-call': (plan, answers) =>
		instances(plan, answers) && answers['walls'] === 'none',
	'administrators-reach-all': ({ topology }, answers) =>
		answers['walls'] !== 'none' || topology.exceptions.some(({ by }) => by === 'instance'),
	'many-to-run': instances,
	'own-upgrade-date': (plan, answers) =>
		instances(plan, answers) &&
		stagesApart(plan, answers) &&
		plan.topology.instances.some(
			({ group, stages }) => group === undefined && stages[0]!.role === 'development',
		) &&
		answers['own'] !== 'none' &&
		(answers['own'] === 'some') !== (plan.outcomes.groups === 'instance-per-group'),
	'shared-login': ({ topology }, answers) =>
		topology.edition === 'open-source' && answers['logins'] === 'one-login',
	'production-data-in-development': stagesApart,
	'by-hand': ({ outcomes }) =>
		['enterprise-recommended', 'enterprise-needed'].includes(outcomes.edition),
	'fewer-for-now': ({ outcomes }) => outcomes.stages === 'instance-per-stage',
	'order-not-protection': ({ outcomes }, answers) =>
		outcomes.groups === 'nothing-to-separate' &&
		answers['walls'] === 'none' &&
		answers['own'] === 'none',
	'one-host': severalInstances,
};

test('this test covers every risk', () => {
	expect(risks.map(({ id }) => id).sort()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected))(
	'exactly the plans to which “%s” applies accept it',
	(id, when) => {
		const wrong = everyCombination.filter((answers) => {
			const plan = planOf(answers);
			return plan.risks.some((risk) => risk.id === id) !== when(plan, answers);
		});
		expect(wrong).toEqual([]);
	},
);

test('risks are ordered by seriousness in every plan', () => {
	for (const plan of everyCombination.map(planOf)) {
		const places = plan.risks.map((risk) => risks.indexOf(risk));
		expect(places).toEqual([...places].sort((a, b) => a - b));
	}
});

test('every risk has a remedy and links to the reasons', () => {
	for (const { id, title, says, todo, sections } of risks) {
		for (const words of [title, says, todo]) expect(words.trim(), id).not.toBe('');
		expect(sections.length, id).toBeGreaterThan(0);
	}
});

test('conditions of risks use only ids of the model', () => {
	const values = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
	const questions = new Map(kestra.questions.map(({ id, values: own }) => [id, values(own)]));
	const tables = new Map(
		[...kestra.decisions, ...kestra.derived].map(({ id, outcomes }) => [id, values(outcomes)]),
	);
	for (const { id, when } of risks)
		for (const { answers = {}, outcomes = {} } of when) {
			for (const [question, wanted] of Object.entries(answers))
				expect(questions.get(question), id).toEqual(expect.arrayContaining([...wanted]));
			for (const [table, wanted] of Object.entries(outcomes))
				expect(tables.get(table), id).toEqual(expect.arrayContaining([...wanted]));
		}
});
