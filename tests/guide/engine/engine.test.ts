import { expect, test } from 'vitest';
import {
	complete,
	matters,
	nextQuestion,
	possibleOutcomes,
	possibleOutcomesOf,
	questionsOf,
} from '../../../src/guide/engine/engine.ts';
import { combinations, countOutcomes, paths } from '../../../src/guide/engine/enumerate.ts';
import type { Answers, Model } from '../../../src/guide/engine/model.ts';
import { nearestChanges } from '../../../src/guide/engine/nearest-change.ts';
import { decision, idle, outing, question, refinedOuting } from '../../support/toy-model.ts';

/** The possible outcomes of each table of the toy model. */
const stands = (answers: Answers, model = outing) =>
	Object.fromEntries(
		[...possibleOutcomes(model, answers)].map(([id, { outcomes }]) => [id, outcomes]),
	);

const deepFreeze = <T>(value: T): T => {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
		Object.values(Object.freeze(value)).forEach(deepFreeze);
	return value;
};

test('the first rule that holds decides, though a later one would hold too', () => {
	const { outcomes, rules } = possibleOutcomesOf(outing, 'travel', {
		distance: 'far',
		bags: 'many',
	});
	expect(outcomes).toEqual(['taxi']);
	expect(rules).toEqual(['loaded']);
});

test('the last rule decides when no other holds', () => {
	expect(possibleOutcomesOf(outing, 'travel', { distance: 'near' })).toEqual({
		outcomes: ['walk'],
		rules: ['otherwise'],
	});
});

test('a rule may depend on the outcome of an earlier table', () => {
	const taxi = { distance: 'far', bags: 'many' };
	expect(possibleOutcomesOf(outing, 'coat', { ...taxi, weather: 'rain' }).rules).toEqual([
		'driven',
	]);
	expect(possibleOutcomesOf(outing, 'coat', { distance: 'near', weather: 'rain' }).rules).toEqual([
		'wet',
	]);
});

test('without answers everything is possible, in the order of the model', () => {
	expect(stands({})).toEqual({
		travel: ['walk', 'bus', 'taxi'],
		coat: ['none', 'umbrella'],
		seats: ['one', 'several'],
	});
});

test('an answer leaves the outcomes that its value allows', () => {
	expect(stands({ distance: 'far' }).travel).toEqual(['bus', 'taxi']);
	expect(stands({ distance: 'far', bags: 'none' }).travel).toEqual(['bus']);
});

test('“I don’t know” rules nothing out', () => {
	const unknown = Object.fromEntries(outing.questions.map(({ id }) => [id, 'unknown']));
	expect(stands(unknown)).toEqual(stands({}));
});

test('an unknown value of a question rules nothing out', () => {
	for (const distance of ['', 'Far', '0', 'constructor', '__proto__'])
		expect(stands({ distance })).toEqual(stands({}));
});

test('answers to questions that the model does not have change nothing', () => {
	expect(stands({ colour: 'red', constructor: 'x' } as Answers)).toEqual(stands({}));
});

test('a standing names the rules that may still fire', () => {
	expect(possibleOutcomesOf(outing, 'travel', { distance: 'far' }).rules).toEqual([
		'loaded',
		'far',
	]);
});

test('an unknown decision is refused by name', () => {
	expect(() => possibleOutcomesOf(outing, 'hat', {})).toThrow('The model has no decision "hat".');
});

test('a table reads its own questions and those of the tables it refers to, in the order asked', () => {
	expect(questionsOf(outing, 'travel')).toEqual(['distance', 'bags']);
	expect(questionsOf(outing, 'coat')).toEqual(['weather', 'distance', 'bags']);
	expect(questionsOf(outing, 'seats')).toEqual(['distance', 'bags', 'friends']);
	expect(questionsOf(outing, 'hat')).toEqual([]);
});

test('the next question is the first unanswered one that can change something', () => {
	expect(nextQuestion(outing, {})).toBe('weather');
	expect(nextQuestion(outing, { weather: 'dry' })).toBe('distance');
	expect(nextQuestion(outing, { distance: 'far' })).toBe('weather');
});

test('a question that can no longer change anything is not asked', () => {
	expect(nextQuestion(outing, { weather: 'dry', distance: 'near' })).toBeUndefined();
	expect(nextQuestion(outing, { distance: 'far', bags: 'many' })).toBe('friends');
	expect(nextQuestion(idle, { first: 'c' })).toBe('last');
	expect(nextQuestion(idle, { first: 'b' })).toBeUndefined();
});

test('a question that nothing reads is never asked', () => {
	for (const answers of paths(idle, true)) expect(answers).not.toHaveProperty('unread');
});

test('a question answered with “I don’t know” is not asked again', () => {
	expect(nextQuestion(outing, { weather: 'unknown' })).toBe('distance');
	const all = { weather: 'unknown', distance: 'unknown', bags: 'unknown', friends: 'unknown' };
	expect(nextQuestion(outing, all)).toBeUndefined();
});

test('a question that only a derived table reads is asked', () => {
	const answers = { weather: 'dry', distance: 'far', bags: 'none' };
	expect(nextQuestion(outing, answers)).toBe('friends');
	expect(nextQuestion(outing, answers, ['travel', 'coat'])).toBeUndefined();
});

test('only questions of the given tables are asked', () => {
	expect(nextQuestion(outing, {}, ['travel'])).toBe('distance');
	expect(nextQuestion(outing, {}, [])).toBeUndefined();
});

test('a question matters while its answer could change what is decided', () => {
	expect(matters(outing, {}, 'weather')).toBe(true);
	expect(matters(outing, { distance: 'far', bags: 'many' }, 'weather')).toBe(false);
	expect(matters(outing, {}, 'weather', ['travel'])).toBe(false);
});

test('an answered question and an unknown one cannot matter', () => {
	expect(matters(outing, { weather: 'dry' }, 'weather')).toBe(false);
	expect(matters(outing, {}, 'colour')).toBe(false);
});

test('unknowns take their defaults, in the order of the questions', () => {
	expect(complete(outing, { weather: 'dry', distance: 'unknown', bags: 'unknown' })).toEqual({
		answers: { weather: 'dry', distance: 'far', bags: 'none' },
		assumed: ['distance', 'bags'],
		refined: [],
	});
});

test('nothing is assumed for an unknown that makes no difference', () => {
	const given = { weather: 'dry', distance: 'near', bags: 'unknown' };
	expect(complete(outing, given)).toEqual({ answers: given, assumed: [], refined: [] });
});

test('a default can settle the unknowns after it', () => {
	expect(complete(idle, { first: 'unknown', last: 'unknown' })).toEqual({
		answers: { first: 'b', last: 'unknown' },
		assumed: ['first'],
		refined: [],
	});
});

test('a default that a later one makes unnecessary is not kept', () => {
	const model: Model = {
		questions: [
			question('wind', { values: ['calm', 'storm'], default: 'storm' }),
			question('roof', { values: ['none', 'solid'], default: 'solid' }),
		],
		decisions: [
			decision(
				'shelter',
				['outside', 'inside', 'cellar'],
				[
					{ id: 'roofed', when: { answers: { roof: ['solid'] } }, then: 'inside' },
					{ id: 'blown', when: { answers: { wind: ['storm'] } }, then: 'cellar' },
					{ id: 'otherwise', when: {}, then: 'outside' },
				],
			),
		],
		derived: [],
	};
	expect(complete(model, { wind: 'unknown', roof: 'unknown' })).toEqual({
		answers: { wind: 'unknown', roof: 'solid' },
		assumed: ['roof'],
		refined: [],
	});
});

test('nothing is assumed for a question that was not answered', () => {
	expect(complete(outing, {})).toEqual({ answers: {}, assumed: [], refined: [] });
});

test('nothing is assumed for other tables than the given ones', () => {
	expect(complete(outing, { weather: 'unknown' }, ['travel']).assumed).toEqual([]);
});

test('the fewest changes bring an outcome back', () => {
	const walk = { weather: 'rain', distance: 'near', bags: 'none', friends: 'alone' };
	expect(nearestChanges(outing, 'travel', 'bus', walk)).toEqual([{ distance: 'far' }]);
	expect(nearestChanges(outing, 'travel', 'taxi', walk)).toEqual([
		{ distance: 'far', bags: 'many' },
	]);
});

test('every single answer that brings an outcome back is returned, in the order of the questions', () => {
	const wet = { weather: 'rain', distance: 'far', bags: 'none' };
	expect(nearestChanges(outing, 'coat', 'none', wet)).toEqual([
		{ weather: 'dry' },
		{ bags: 'many' },
	]);
});

test('an open answer counts as a change when the outcome needs it', () => {
	expect(nearestChanges(outing, 'travel', 'taxi', { distance: 'far', bags: 'unknown' })).toEqual([
		{ bags: 'many' },
	]);
	expect(nearestChanges(outing, 'travel', 'bus', { distance: 'far' })).toEqual([{ bags: 'none' }]);
});

test('an outcome that is certain needs no change', () => {
	expect(nearestChanges(outing, 'travel', 'walk', { distance: 'near' })).toEqual([{}]);
});

test('an outcome that no answers lead to cannot be brought back', () => {
	const model: Model = {
		...outing,
		decisions: [decision('never', ['yes', 'no'], [{ id: 'always', when: {}, then: 'yes' }])],
		derived: [],
	};
	expect(nearestChanges(model, 'never', 'no', {})).toEqual([]);
	expect(nearestChanges(outing, 'travel', 'boat', {})).toEqual([]);
	expect(nearestChanges(outing, 'hat', 'none', {})).toEqual([]);
});

test('combinations of outcomes still possible are counted once each', () => {
	// walk, bus and taxi; the umbrella with the first two.
	expect(countOutcomes(outing, {}, ['travel', 'coat'])).toBe(5);
	expect(countOutcomes(outing, { weather: 'dry' }, ['travel', 'coat'])).toBe(3);
	expect(countOutcomes(outing, { distance: 'near' }, ['travel'])).toBe(1);
	expect(countOutcomes(outing, {}, [])).toBe(1);
});

test('every combination of values is enumerated once', () => {
	const all = [...combinations(outing)];
	expect(all).toHaveLength(2 ** 4);
	expect(new Set(all.map((answers) => JSON.stringify(answers))).size).toBe(all.length);
});

test('combinations keep the answers given', () => {
	const some = [...combinations(idle, { first: 'c' })];
	expect(some).toHaveLength(4);
	for (const answers of some) expect(answers['first']).toBe('c');
});

test('paths ask only what can still change something', () => {
	const walked = [...paths(idle)];
	expect(walked).toEqual([
		{ first: 'a' },
		{ first: 'b' },
		{ first: 'c', last: 'a' },
		{ first: 'c', last: 'b' },
	]);
});

test('paths with “I don’t know” continue with the questions that it leaves open', () => {
	expect([...paths(idle, true)].filter(({ first }) => first === 'unknown')).toEqual([
		{ first: 'unknown', last: 'a' },
		{ first: 'unknown', last: 'b' },
		{ first: 'unknown', last: 'unknown' },
	]);
});

test('answers and model are not modified', () => {
	const model = deepFreeze(structuredClone(outing));
	const answers = deepFreeze({ weather: 'unknown', distance: 'far' });
	possibleOutcomes(model, answers);
	nextQuestion(model, answers);
	complete(model, answers);
	nearestChanges(model, 'travel', 'taxi', answers);
	countOutcomes(model, answers, ['travel', 'coat']);
	for (const path of paths(model, true, answers)) expect(path).toMatchObject(answers);
	for (const path of combinations(model, answers)) expect(path).toMatchObject(answers);
	expect(answers).toEqual({ weather: 'unknown', distance: 'far' });
});

const asked = [question('size', { values: ['small', 'large'], default: 'small' })];
const withRules = (rules: Parameters<typeof decision>[2]): Model => ({
	questions: asked,
	decisions: [decision('box', ['crate', 'carton'], rules)],
	derived: [],
});

test.each([
	[
		'a question that is not there',
		withRules([{ id: 'heavy', when: { answers: { weight: ['much'] } }, then: 'crate' }]),
		'Rule box.heavy asks about the unknown question "weight".',
	],
	[
		'a value that its question does not have',
		withRules([{ id: 'huge', when: { answers: { size: ['huge'] } }, then: 'crate' }]),
		'Rule box.huge names a value that "size" does not have.',
	],
	[
		'a table that is not decided before it',
		withRules([{ id: 'own', when: { outcomes: { box: ['crate'] } }, then: 'crate' }]),
		'Rule box.own asks about "box", which is not decided before it.',
	],
	[
		'an outcome that an earlier table does not have',
		{
			questions: asked,
			decisions: [
				decision('box', ['crate'], [{ id: 'always', when: {}, then: 'crate' }]),
				decision(
					'label',
					['red'],
					[{ id: 'bagged', when: { outcomes: { box: ['bag'] } }, then: 'red' }],
				),
			],
			derived: [],
		} satisfies Model,
		'Rule label.bagged names an outcome that "box" does not have.',
	],
	[
		'an outcome that its own table does not have',
		withRules([{ id: 'always', when: {}, then: 'bag' }]),
		'Rule box.always gives "bag", which is no outcome of it.',
	],
	[
		'nothing for some answers',
		withRules([{ id: 'small', when: { answers: { size: ['small'] } }, then: 'carton' }]),
		'Some answers fit no rule of "box".',
	],
])('a table that names %s is refused in plain words', (_, model, message) => {
	expect(() => possibleOutcomes(model, {})).toThrow(message);
});

test('a refinement is never asked', () => {
	const asked = new Set([...paths(refinedOuting, true)].flatMap((answers) => Object.keys(answers)));
	expect([...asked].sort()).toEqual(['bags', 'distance', 'friends', 'weather']);
	expect(matters(refinedOuting, {}, 'snack')).toBe(true);
});

test('a refinement has the default that the answers call for', () => {
	const { answers, refined, assumed } = complete(refinedOuting, { friends: 'together' });
	expect(answers).toEqual({ friends: 'together', snack: 'cake', pace: 'slow' });
	expect(refined).toEqual(['snack', 'pace']);
	expect(assumed).toEqual([]);
});

test('a default may depend on a settled outcome, and only on a settled one', () => {
	const snackAfter = (given: Answers) => complete(refinedOuting, given).answers['snack'];
	expect(snackAfter({ distance: 'near' })).toBe('fruit');
	expect(snackAfter({ distance: 'far', bags: 'none' })).toBe('cake');
	expect(snackAfter({ distance: 'far', bags: 'many' })).toBe('nothing');
	expect(snackAfter({ distance: 'far' })).toBe('nothing');
	expect(snackAfter({})).toBe('nothing');
});

test('of several defaults that hold, the first is taken', () => {
	expect(complete(refinedOuting, { friends: 'together', distance: 'near' }).answers).toMatchObject({
		snack: 'cake',
	});
});

test('a default sees what was taken in the place of an unknown', () => {
	const { answers, assumed } = complete(refinedOuting, { distance: 'unknown', bags: 'many' });
	expect(assumed).toEqual(['distance']);
	expect(answers).toMatchObject({ distance: 'far', snack: 'nothing' });
});

test('a refinement answered with “I don’t know” has its default, and is not assumed', () => {
	const { answers, refined, assumed } = complete(refinedOuting, {
		friends: 'together',
		snack: 'unknown',
	});
	expect(answers['snack']).toBe('cake');
	expect(refined).toContain('snack');
	expect(assumed).toEqual([]);
});

test('a refinement that the reader has changed stays', () => {
	const { answers, refined } = complete(refinedOuting, { friends: 'together', snack: 'fruit' });
	expect(answers['snack']).toBe('fruit');
	expect(refined).toEqual(['pace']);
});

test('after every path, refinements settle what was left open', () => {
	for (const given of paths(refinedOuting, true)) {
		const { answers } = complete(refinedOuting, given);
		for (const { outcomes } of possibleOutcomes(refinedOuting, answers).values())
			expect(outcomes).toHaveLength(1);
	}
});
