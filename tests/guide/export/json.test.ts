import { expect, test } from 'vitest';
import { modelDocument, planDocument, planFile, schemas } from '../../../src/guide/export/json.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import { nextSteps } from '../../../src/guide/kestra/next-steps.ts';
import { risks } from '../../../src/guide/kestra/risks.ts';
import { separations } from '../../../src/guide/plan/isolation.ts';
import { publishedSchema, validator } from '../../support/json-schema.ts';
import { address, answered, everyCombination, knowsNothing } from '../../support/plans.ts';

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

test.each(Object.keys(planOfNobody))('a plan document without its %s is rejected', (part) => {
	const { [part]: _, ...rest } = planOfNobody as Record<string, unknown>;
	expect(planProblems(rest)).toHaveLength(1);
});

const [instance] = planOfNobody.topology.instances;
const [tenant] = instance!.tenants;

test.each([
	{ guide: 'not an address' },
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
