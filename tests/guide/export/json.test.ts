import { expect, test } from 'vitest';
import { modelDocument, planDocument, planFile, schemas } from '../../../src/guide/export/json.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { nextSteps } from '../../../src/guide/kestra/next-steps.ts';
import { risks } from '../../../src/guide/kestra/risks.ts';
import { separations } from '../../../src/guide/plan/isolation.ts';
import { publishedSchema, validator } from '../../support/json-schema.ts';
import {
	address,
	answered,
	everyCombination,
	everyKind,
	knowsNothing,
} from '../../support/plans.ts';

/** The same schema, but rejecting every property that it does not describe. */
const closed = (schema: unknown): unknown => {
	if (Array.isArray(schema)) return schema.map(closed);
	if (typeof schema !== 'object' || schema === null) return schema;
	const copy = Object.fromEntries(
		Object.entries(schema).map(([key, value]) => [key, closed(value)]),
	);
	return typeof copy['properties'] === 'object' && !('additionalProperties' in copy)
		? { ...copy, additionalProperties: false }
		: copy;
};

const planProblems = validator(publishedSchema(schemas.plan));
const undescribed = validator(closed(publishedSchema(schemas.plan)));

test('the plan of every combination fits the published schema, which describes all of it', () => {
	for (const one of everyCombination) {
		const document = planDocument({ ...one, address });
		expect(planProblems(document)).toEqual([]);
		expect(undescribed(document)).toEqual([]);
	}
});

test('a plan from unknowns and one with names and today’s layout fit the schema too', () => {
	const named = answered(knowsNothing.given, { company: 'globex', teams: ['sales'] });
	for (const one of [knowsNothing, named])
		expect(
			undescribed(
				planDocument({
					...one,
					address,
					today: { stages: 'single-instance', groups: 'nothing-to-separate' },
				}),
			),
		).toEqual([]);
});

const planOfNobody = planDocument({ ...knowsNothing, address });

test.each(Object.keys(planOfNobody).filter((part) => part !== 'editions'))(
	'a plan document without its %s is rejected',
	(part) => {
		const { [part]: _, ...rest } = planOfNobody as Record<string, unknown>;
		expect(planProblems(rest)).toHaveLength(1);
	},
);

const [instance] = planOfNobody.topology.instances;
const [tenant] = instance!.tenants;

test.each([
	{ guide: 'not an address' },
	{ refined: { layout: 1 } },
	{ editions: { ...planOfNobody.editions, enterprise: undefined } },
	{
		topology: { ...planOfNobody.topology, exceptions: [{ name: 'fraud', by: 'namespace' }] },
	},
	{ headline: '' },
	{ answers: { Stages: 'two' } },
	{ count: { ...planOfNobody.count, instances: 0 } },
	{ decisions: { ...planOfNobody.decisions, more: { outcome: 'without-a-rule' } } },
	{ risks: ['twice', 'twice'] },
	{ rules: { version: '1', date: '2026-11-22' } },
	{ rules: { version: '1.0.0', date: 'yesterday' } },
	{ separation: { production: 'fence' } },
	{ topology: { ...planOfNobody.topology, edition: 'free' } },
	{ topology: { ...planOfNobody.topology, instances: [] } },
	{ topology: { ...planOfNobody.topology, instances: [{ ...instance, added: false }] } },
	{
		topology: {
			...planOfNobody.topology,
			instances: [
				{ ...instance, tenants: [{ ...tenant, namespaces: [{ path: 'a', level: 'floor' }] }] },
			],
		},
	},
])('a plan document with %j in it is rejected', (broken) => {
	expect(planProblems({ ...planOfNobody, ...broken })).not.toEqual([]);
});

test('a plan document may have more in it than the schema describes', () => {
	expect(planProblems({ ...planOfNobody, more: 1 })).toEqual([]);
	expect(undescribed({ ...planOfNobody, more: 1 })).not.toEqual([]);
});

test('a plan document has every assumption with its reason', () => {
	const { assumed, answers } = planDocument({ ...knowsNothing, address });
	expect(Object.keys(assumed)).toEqual(knowsNothing.plan.assumed);
	expect(answers).toEqual(knowsNothing.given);
	for (const { value, because } of Object.values(assumed)) {
		expect(value).not.toBe('unknown');
		expect(because).not.toBe('');
	}
});

test('an undecided edition has both plans in the document, and a decided one none', () => {
	const { editions } = planDocument({ ...knowsNothing, address });
	expect(editions?.['open-source'].topology.edition).toBe('open-source');
	expect(editions?.enterprise.topology.edition).toBe('enterprise');
	expect(editions?.['open-source'].headline).toBe(knowsNothing.plan.headline);
	expect(editions?.worth.length).toBeGreaterThan(0);
	for (const edition of ['open-source', 'enterprise']) {
		const given = { ...knowsNothing.given, edition };
		expect(planDocument({ ...answered(given), address })).not.toHaveProperty('editions');
	}
});

test('names stand in the plans of both editions', () => {
	const names = { company: 'globex' };
	const { editions } = planDocument({
		...answered(knowsNothing.given, names),
		names,
		address,
	});
	for (const edition of ['open-source', 'enterprise'] as const)
		expect(editions![edition].topology.company).toBe('globex');
});

test('a plan document has every refinement that has its default', () => {
	for (const { given, plan } of everyKind) {
		const { refined } = planDocument({ given, plan, address });
		expect(Object.keys(refined)).toEqual(plan.refined);
		for (const [id, value] of Object.entries(refined)) expect(value).toBe(plan.answers[id]);
	}
});

test('exceptions and a development that may be a laptop are in the document', () => {
	const kinds = everyKind.map((one) => planDocument({ ...one, address }));
	const some = (has: (document: (typeof kinds)[number]) => boolean) =>
		expect(kinds.some(has)).toBe(true);
	some(({ topology }) => topology.exceptions.some(({ by }) => by === 'instance'));
	some(({ topology }) => topology.exceptions.some(({ by }) => by === 'tenant'));
	some(({ separation }) => separation['exceptions'] === 'tenant');
	some(
		({ topology, count }) => count.besidesLocal && topology.instances.some(({ local }) => local),
	);
});

test('what reads plans by the first schema still can, and a model of today is not described by the first', () => {
	expect(validator(publishedSchema('/schemas/plan-1.json'))(planOfNobody)).toEqual([]);
	expect(
		validator(publishedSchema('/schemas/decision-model-1.json'))(modelDocument(address)),
	).not.toEqual([]);
});

test('a plan document has only ids that the model explains', () => {
	const known = {
		risks: risks.map(({ id }) => id),
		steps: nextSteps.map(({ id }) => id),
		separations: separations.map(({ id }) => id as string),
	};
	for (const one of everyCombination) {
		const document = planDocument({ ...one, address });
		for (const id of document.risks) expect(known.risks).toContain(id);
		for (const id of document.nextSteps) expect(known.steps).toContain(id);
		for (const id of Object.keys(document.separation)) expect(known.separations).toContain(id);
	}
});

test('a plan file is the document with a final line break', () => {
	const source = { ...knowsNothing, address };
	expect(JSON.parse(planFile(source))).toEqual(JSON.parse(JSON.stringify(planDocument(source))));
	expect(planFile(source).endsWith('}\n')).toBe(true);
});

test('the whole model fits its published schema, which describes all of it', () => {
	expect(validator(publishedSchema(schemas.model))(modelDocument(address))).toEqual([]);
	expect(validator(closed(publishedSchema(schemas.model)))(modelDocument(address))).toEqual([]);
});

test.each(Object.keys(modelDocument(address)))('a model without its %s is rejected', (part) => {
	const { [part]: _, ...rest } = modelDocument(address) as Record<string, unknown>;
	expect(validator(publishedSchema(schemas.model))(rest)).toHaveLength(1);
});

test('a document cannot name a schema that is not published', () => {
	expect(() => publishedSchema('/schemas/plan-0.json')).toThrow('/schemas/plan-0.json');
});

test('the exported model decides as the guide does', () => {
	const { decisions } = modelDocument(address);
	for (const { given, plan } of everyCombination) {
		const outcomes: Record<string, string> = {};
		for (const { id, rules } of decisions) {
			const rule = rules.find(
				({ when }) =>
					Object.entries(when.answers).every(([question, values]) =>
						values.includes(given[question]!),
					) &&
					Object.entries(when.outcomes).every(([decision, values]) =>
						values.includes(outcomes[decision]!),
					),
			)!;
			outcomes[id] = rule.then;
			expect(rule.id).toBe(plan.rules[id as keyof typeof plan.rules]);
		}
		expect(outcomes).toEqual(plan.outcomes);
	}
});

test('the exported model has full addresses only', () => {
	const text = JSON.stringify(modelDocument(address));
	expect(text).not.toMatch(/"\/[a-z]+\//);
	expect(modelDocument(address).questions).toHaveLength(kestra.questions.length);
});
