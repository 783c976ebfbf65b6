/**
 * Checks the context of a plan by brute force: tries every answer and compares whole plans, by outcomes, headline, count,
 * path and topology. Nothing here uses the engine.
 */
import { expect, test } from 'vitest';
import type { Answers } from '../../../src/guide/engine/model.ts';
import type { Change } from '../../../src/guide/insight/what-if.ts';
import { never, openAssumptions, ruledOut, whatIfs } from '../../../src/guide/insight/what-if.ts';
import { kestra } from '../../../src/guide/kestra/decision-model.ts';
import type { Plan } from '../../../src/guide/plan/plan.ts';
import { idleAnswers, narrowed, plansLeft } from '../../../src/guide/plan/progress.ts';
import type { Combination } from '../../support/every.ts';
import {
	completionsOf,
	everyCombination,
	everyPath,
	everyPathWithUnknowns,
	layoutOf,
	planOf,
} from '../../support/every.ts';

const { questions, decisions } = kestra;

/** One path in many with unknowns, enough to have each question unknown together with many others. */
const somePathsWithUnknowns = everyPathWithUnknowns.filter((_, index) => index % 41 === 0);

/** One path in three. */
const somePaths = everyPath.filter((_, index) => index % 3 === 0);

/** One combination in seven, which has every pair of answers. */
const someCombinations = everyCombination.filter((_, index) => index % 7 === 0);

const defaultOf = new Map(questions.map((question) => [question.id, question.default.value]));

/** The answers with the default for each unknown. */
const withDefaults = (answers: Answers): Answers =>
	Object.fromEntries(
		Object.entries(answers).map(([id, value]) => [
			id,
			value === 'unknown' ? defaultOf.get(id)! : value!,
		]),
	);

/** The outcomes of all completions, for each decision, in the order of the model. */
const comesTo = (answers: Answers, completions = completionsOf(answers)) => {
	const plans = completions.map(planOf);
	return new Map(
		decisions.map(({ id, outcomes }) => {
			const found = new Set(plans.map((plan) => plan.outcomes[id as keyof typeof plan.outcomes]));
			return [
				id,
				outcomes.map((outcome) => outcome.id).filter((outcome) => found.has(outcome as never)),
			];
		}),
	);
};

/** What would differ, computed from every completion. */
const differences = (
	from: Readonly<Record<string, string>>,
	answers: Answers,
): readonly Pick<Change, 'decision' | 'to'>[] =>
	[...comesTo(answers)]
		.filter(([decision, to]) => to.length > 1 || to[0] !== from[decision])
		.map(([decision, to]) => ({ decision: decision as Change['decision'], to }));

/** The headline, when every completion has the same. */
const onlyHeadline = (answers: Answers) => {
	const [headline, ...others] = new Set(
		completionsOf(answers).map((completion) => planOf(completion).headline),
	);
	return others.length ? undefined : headline;
};

/** Every change of one answer given as a value, by its effect. */
function bruteTips(answers: Answers) {
	const { length } = questions;
	const would: string[] = [];
	const could: string[] = [];
	const layout = layoutOf(planOf(answers));
	for (let index = 0; index < length; index++) {
		const { id, values } = questions[index]!;
		if (answers[id] === undefined || answers[id] === 'unknown') continue;
		for (const { id: value } of values) {
			if (value === answers[id]) continue;
			const layouts = completionsOf(withDefaults({ ...answers, [id]: value })).map((completion) =>
				layoutOf(planOf(completion)),
			);
			if (layouts.every((other) => other !== layout)) would.push(`${id}=${value}`);
			else if (layouts.some((other) => other !== layout)) could.push(`${id}=${value}`);
		}
	}
	return { would, could };
}

test.each([
	['every path', everyPath],
	['combinations, idle answers among them', someCombinations],
	['paths with unknowns', somePathsWithUnknowns],
])('the tips are all single changes that bring another plan, and no others: %s', (_, many) => {
	const wrong = many.filter((answers) => {
		const { would, could } = whatIfs(planOf(answers));
		const listed = {
			would: would.map(({ question, value }) => `${question}=${value}`),
			could: could.map(({ question, value }) => `${question}=${value}`),
		};
		return JSON.stringify(listed) !== JSON.stringify(bruteTips(answers));
	});
	expect(wrong).toEqual([]);
});

test('a tip has the decisions that would change, their new outcomes, and the headline when it is certain', () => {
	const wrong = [...somePaths, ...somePathsWithUnknowns].flatMap((answers) => {
		const plan = planOf(answers);
		const { would, could } = whatIfs(plan);
		return [...would, ...could].filter(({ question, value, changes, headline }) => {
			const changed = withDefaults({ ...answers, [question]: value });
			return (
				headline !== onlyHeadline(changed) ||
				changes.some(({ decision, from }) => from !== plan.outcomes[decision]) ||
				JSON.stringify(changes.map(({ decision, to }) => ({ decision, to }))) !==
					JSON.stringify(differences(plan.outcomes, changed))
			);
		});
	});
	expect(wrong).toEqual([]);
});

test('two plans have the same key exactly when they are drawn alike', () => {
	const layouts = new Map<string, string>();
	const keys = new Map<string, string>();
	for (const plan of everyCombination.map(planOf)) {
		const layout = layoutOf(plan);
		expect(layouts.get(plan.key) ?? layout).toBe(layout);
		expect(keys.get(layout) ?? plan.key).toBe(plan.key);
		layouts.set(plan.key, layout);
		keys.set(layout, plan.key);
	}
});

test('every other outcome is ruled out by the rule that fired', () => {
	for (const answers of everyPath) {
		const plan = planOf(answers);
		expect(ruledOut(plan).map(({ decision, outcome, rule }) => [decision, outcome, rule])).toEqual(
			decisions.flatMap(({ id, outcomes }) =>
				outcomes
					.map((outcome) => outcome.id)
					.filter((outcome) => outcome !== plan.outcomes[id as keyof typeof plan.outcomes])
					.map((outcome) => [id, outcome, plan.rules[id as keyof typeof plan.rules]]),
			),
		);
	}
});

test('each of the nearest changes brings the outcome back, for any answers to open questions', () => {
	const wrong = [...somePaths, ...somePathsWithUnknowns].flatMap((answers) => {
		const plan = planOf(answers);
		return ruledOut(plan).filter(
			({ decision, outcome, ways }) =>
				ways.length === 0 ||
				ways.some((way) => {
					const same = Object.entries(way).some(([id, value]) => plan.answers[id] === value);
					const [brought, ...others] = comesTo({ ...plan.answers, ...way }).get(decision)!;
					return same || brought !== outcome || others.length > 0;
				}),
		);
	});
	expect(wrong).toEqual([]);
});

test('no smaller change brings the outcome back', () => {
	const decided = questions.filter(({ id }) => id !== 'called' && id !== 'development');
	/** Outcomes that are certain after changing or giving at most this many answers, by decision. */
	const certainWithin = (answers: Answers, most: number) => {
		const found = new Set<string>();
		const walk = (position: number, changed: Answers, left: number): void => {
			const question = decided[position];
			if (!question) {
				for (const [decision, [outcome, ...others]] of comesTo(changed))
					if (others.length === 0) found.add(`${decision} ${outcome}`);
				return;
			}
			walk(position + 1, changed, left);
			if (left === 0) return;
			for (const { id } of question.values)
				if (id !== answers[question.id])
					walk(position + 1, { ...changed, [question.id]: id }, left - 1);
		};
		walk(0, answers, most);
		return found;
	};
	// A few paths, because each tries all ways to change one, two or three answers.
	for (const answers of everyPath.filter((_, index) => index % 131 === 7)) {
		const plan = planOf(answers);
		const sizes = ruledOut(plan).map(({ decision, outcome, ways }) => ({
			outcome: `${decision} ${outcome}`,
			size: Object.keys(ways[0]!).length,
		}));
		for (let most = 0; most < Math.max(...sizes.map(({ size }) => size)); most++) {
			const found = certainWithin(plan.answers, most);
			for (const { outcome, size } of sizes)
				if (size > most) expect(found, JSON.stringify(answers)).not.toContain(outcome);
		}
	}
});

test('every unknown is listed with what depends on it, in the order asked', () => {
	for (const answers of somePathsWithUnknowns)
		expect(openAssumptions(answers, planOf(answers)).map(({ question }) => question)).toEqual(
			questions.map(({ id }) => id).filter((id) => answers[id] === 'unknown'),
		);
});

/**
 * The plan’s answers with another one instead of an unknown: what it assumes for others stays, and unknowns are open when
 * they change an outcome now. Refinements follow.
 */
function leadingFrom(plan: Plan, question: string, value: string): Answers {
	const taken: Answers = { ...plan.answers, [question]: value };
	const ends = completionsOf(taken);
	const outcomesOf = (answers: Combination) => JSON.stringify(planOf(answers).facts.outcomes);
	return Object.fromEntries(
		Object.entries(taken).flatMap(([id, given]) => {
			if (plan.refined.includes(id)) return [];
			if (given !== 'unknown') return [[id, given]];
			const { values } = questions.find((each) => each.id === id)!;
			const isOpen = ends.some((end) =>
				values.some((other) => outcomesOf({ ...end, [id]: other.id }) !== outcomesOf(end)),
			);
			return isOpen ? [] : [[id, defaultOf.get(id)!]];
		}),
	);
}

test('an unknown makes no difference exactly when every value gives the same plan', () => {
	const wrong = somePathsWithUnknowns.flatMap((answers) => {
		const plan = planOf(answers);
		return openAssumptions(answers, plan).filter(({ question, matters, leads }) => {
			const values = questions.find(({ id }) => id === question)!.values;
			const others = values.some(({ id }) =>
				completionsOf(leadingFrom(plan, question, id)).some(
					(completion) => layoutOf(planOf(completion)) !== layoutOf(plan),
				),
			);
			return matters !== others || leads.length !== (matters ? values.length : 0);
		});
	});
	expect(wrong).toEqual([]);
});

test('if an unknown matters, each value leads where its completions lead', () => {
	const wrong = somePathsWithUnknowns.flatMap((answers) => {
		const plan = planOf(answers);
		return openAssumptions(answers, plan).flatMap(({ question, leads }) =>
			leads.filter(({ value, headline, changes }) => {
				const led = leadingFrom(plan, question, value);
				return (
					headline !== onlyHeadline(led) ||
					JSON.stringify(changes.map(({ decision, to }) => ({ decision, to }))) !==
						JSON.stringify(differences(plan.outcomes, led))
				);
			}),
		);
	});
	expect(wrong).toEqual([]);
});

test('the default leads to the plan itself', () => {
	for (const answers of somePathsWithUnknowns) {
		const plan = planOf(answers);
		for (const { question, leads } of openAssumptions(answers, plan)) {
			const taken = leads.find(({ value }) => value === defaultOf.get(question));
			if (taken) expect(taken).toMatchObject({ headline: plan.headline, changes: [] });
		}
	}
});

/** Every completion, refinements that decide something among them. */
const wholeCompletions = (answers: Answers): readonly Combination[] =>
	everyCombination.filter((one) =>
		Object.entries(answers).every(([id, value]) => one[id] === value),
	);

/** Every prefix of every path to a plan. */
const beginnings = [
	...new Map(
		everyPath.flatMap((answers) => {
			const entries = Object.entries(answers);
			return Array.from({ length: entries.length + 1 }, (_, length) => {
				const some = Object.fromEntries(entries.slice(0, length)) as Answers;
				return [JSON.stringify(some), some] as const;
			});
		}),
	).values(),
];

test('the layouts left are those of some completion', () => {
	for (const answers of beginnings.filter((_, index) => index % 5 === 0)) {
		const left = new Set(
			wholeCompletions(answers).map((completion) => JSON.stringify(planOf(completion).outcomes)),
		);
		expect(plansLeft(answers)).toBe(left.size);
	}
});

test('an answer has ruled out what was possible before it and no longer is', () => {
	for (const after of beginnings.filter((_, index) => index % 5 === 0)) {
		const entries = Object.entries(after);
		if (entries.length === 0) continue;
		const before = Object.fromEntries(entries.slice(0, -1)) as Answers;
		const was = comesTo(before, wholeCompletions(before));
		const is = comesTo(after, wholeCompletions(after));
		const expected = decisions
			.map(({ id }) => ({
				decision: id,
				gone: was.get(id)!.filter((outcome) => !is.get(id)!.includes(outcome)),
				settled: is.get(id)!.length === 1 ? is.get(id)![0] : undefined,
			}))
			.filter(({ gone }) => gone.length > 0);
		const effects = narrowed(before, after);
		expect(effects.map(({ decision, gone, settled }) => ({ decision, gone, settled }))).toEqual(
			expected,
		);
		for (const { decision, rule } of effects) {
			const fired = new Set(
				wholeCompletions(after).map((completion) => planOf(completion).rules[decision]),
			);
			expect(rule).toBe(fired.size === 1 ? [...fired][0] : undefined);
		}
	}
});

test('“I don’t know” rules nothing out', () => {
	for (const { id } of questions) expect(narrowed({}, { [id]: 'unknown' })).toEqual([]);
});

test('an answer no longer matters exactly when no other value would make a difference', () => {
	const wrong = someCombinations.filter((answers) => {
		const idle = questions
			.filter(({ id }) => Object.hasOwn(answers, id))
			.filter(({ id, values }) =>
				values.every(
					({ id: value }) =>
						layoutOf(planOf({ ...answers, [id]: value })) === layoutOf(planOf(answers)),
				),
			)
			.map(({ id }) => id);
		return idleAnswers(answers).join() !== idle.join();
	});
	expect(wrong).toEqual([]);
});

test('what the guide never recommends has links to the reasons', () => {
	expect(never.sections.length).toBeGreaterThan(0);
});

test('a headline is certain although a question that does not affect it is open', () => {
	const plan = planOf({
		impact: 'critical',
		stages: 'two',
		people: 'one-team',
		walls: 'none',
		own: 'none',
		edition: 'enterprise',
	});
	const { would } = whatIfs(plan);
	const free = would.find(
		({ question, value }) => question === 'edition' && value === 'open-source',
	);
	// Whether each person needs a login decides about the edition, and is not asked with Enterprise.
	expect(free?.changes.find(({ decision }) => decision === 'edition')?.to.length).toBeGreaterThan(
		1,
	);
	expect(free?.headline).toBe(
		planOf({ ...plan.answers, edition: 'open-source', logins: 'one-login' }).headline,
	);
});
