/** Types of ids come from the tables, so that the type check finds a misspelt id. */
import { expectTypeOf, test } from 'vitest';
import type { Change } from '../../../src/guide/insight/what-if.ts';
import type { DecisionId, OutcomeId, Outcomes } from '../../../src/guide/kestra/decisions.ts';
import type { Migration } from '../../../src/guide/kestra/migrations.ts';
import type { QuestionId } from '../../../src/guide/kestra/questions.ts';
import type { OutcomeKey } from '../../../src/guide/kestra/review-triggers.ts';
import type { Plan } from '../../../src/guide/plan/plan.ts';

test('ids of questions and decisions are those in the tables', () => {
	expectTypeOf<'impact'>().toExtend<QuestionId>();
	expectTypeOf<'importance'>().not.toExtend<QuestionId>();
	expectTypeOf<DecisionId>().toEqualTypeOf<
		'stages' | 'exceptions' | 'groups' | 'sandboxes' | 'namespaces' | 'edition'
	>();
});

test('an outcome belongs to its own decision', () => {
	expectTypeOf<'two-instances'>().toExtend<OutcomeId<'stages'>>();
	expectTypeOf<'two-instances'>().not.toExtend<OutcomeId<'groups'>>();
	expectTypeOf<'three-instances'>().not.toExtend<OutcomeId>();
	expectTypeOf<Outcomes['namespaces']>().toEqualTypeOf<'by-team' | 'by-domain'>();
});

test('an outcome named with its decision is one of that decision', () => {
	expectTypeOf<'stages.two-instances'>().toExtend<OutcomeKey>();
	expectTypeOf<'groups.two-instances'>().not.toExtend<OutcomeKey>();
});

test('a plan has every outcome and a rule for every decision', () => {
	expectTypeOf<Plan['outcomes']>().toEqualTypeOf<Outcomes>();
	expectTypeOf<keyof Plan['rules']>().toEqualTypeOf<DecisionId>();
	expectTypeOf<Change['decision']>().toEqualTypeOf<DecisionId>();
});

test('a move leads from and to outcomes that can be moved between', () => {
	expectTypeOf<Migration['from']>().toEqualTypeOf<OutcomeId<'stages' | 'groups'>>();
	expectTypeOf<'by-team'>().not.toExtend<Migration['to']>();
});
