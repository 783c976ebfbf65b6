import { expect, test } from 'vitest';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { risks } from '../../../src/guide/kestra/risks.ts';
import type { Plan } from '../../../src/guide/plan/plan.ts';
import type { Combination } from '../../support/every.ts';
import { everyCombination, planOf } from '../../support/every.ts';

type When = (plan: Plan, answers: Combination) => boolean;

const tenants: When = ({ outcomes }) =>
	outcomes.groups === 'tenant-per-group' || outcomes.sandboxes === 'tenant-per-engineer';
const instances: When = ({ outcomes }) => outcomes.groups === 'instance-per-group';
const severalInstances: When = ({ count }) => count.formula !== '1';

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
	'shared-instance': tenants,
	'shared-workers': tenants,
	// Customers are not asked whether they work together, so they never share flows.
	'flows-no-longer-call': (plan, answers) =>
		instances(plan, answers) &&
		answers['visibility'] === 'shared' &&
		answers['groups'] !== 'customers',
	'many-to-run': instances,
	'own-upgrade-date': ({ topology, outcomes }, answers) =>
		outcomes.groups === 'instance-per-group' &&
		answers['fate'] === 'independent' &&
		topology.instances.some(({ group }) => group === undefined),
	'by-hand': ({ outcomes }) => outcomes.edition === 'enterprise-recommended',
	'fewer-for-now': ({ outcomes }) => outcomes.stages === 'instance-per-stage',
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
		[...kestra.decisions, ...kestra.aspects].map(({ id, outcomes }) => [id, values(outcomes)]),
	);
	for (const { id, when } of risks)
		for (const { answers = {}, outcomes = {} } of when) {
			for (const [question, wanted] of Object.entries(answers))
				expect(questions.get(question), id).toEqual(expect.arrayContaining([...wanted]));
			for (const [table, wanted] of Object.entries(outcomes))
				expect(tables.get(table), id).toEqual(expect.arrayContaining([...wanted]));
		}
});
