import type { Decision, DerivedTable, Model, Question } from '../../src/guide/engine/model.ts';

/** Ids of values, and the default among them. */
interface Asked {
	readonly values: readonly string[];
	readonly default: string;
}

/** A question without words. */
export const question = (id: string, { values, default: taken }: Asked): Question => ({
	id,
	asks: `${id}?`,
	short: id,
	why: '',
	ordered: true,
	values: values.map((value) => ({ id: value, label: value, short: value, means: '' })),
	default: { value: taken, because: '' },
	unknown: { label: '', means: '' },
	since: '1.0.0',
	whom: '',
});

/** A decision table without words. */
export const decision = (
	id: string,
	outcomes: readonly string[],
	rules: DerivedTable['rules'],
): Decision => ({
	id,
	decides: `${id}?`,
	short: id,
	ordered: true,
	outcomes: outcomes.map((outcome) => ({ id: outcome, label: outcome, address: '/' })),
	rules,
});

/** A model about an outing, small enough to evaluate by hand. */
export const outing: Model = {
	questions: [
		question('weather', { values: ['dry', 'rain'], default: 'rain' }),
		question('distance', { values: ['near', 'far'], default: 'far' }),
		question('bags', { values: ['none', 'many'], default: 'none' }),
		question('friends', { values: ['alone', 'together'], default: 'alone' }),
	],
	decisions: [
		decision(
			'travel',
			['walk', 'bus', 'taxi'],
			[
				{ id: 'loaded', when: { answers: { bags: ['many'], distance: ['far'] } }, then: 'taxi' },
				{ id: 'far', when: { answers: { distance: ['far'] } }, then: 'bus' },
				{ id: 'otherwise', when: {}, then: 'walk' },
			],
		),
		decision(
			'coat',
			['none', 'umbrella'],
			[
				{ id: 'driven', when: { outcomes: { travel: ['taxi'] } }, then: 'none' },
				{ id: 'wet', when: { answers: { weather: ['rain'] } }, then: 'umbrella' },
				{ id: 'otherwise', when: {}, then: 'none' },
			],
		),
	],
	derived: [
		{
			id: 'seats',
			outcomes: [{ id: 'one' }, { id: 'several' }],
			rules: [
				{ id: 'on-foot', when: { outcomes: { travel: ['walk'] } }, then: 'one' },
				{ id: 'together', when: { answers: { friends: ['together'] } }, then: 'several' },
				{ id: 'otherwise', when: {}, then: 'one' },
			],
		},
	],
};

/** A model in which nothing reads the middle one of three questions. */
export const idle: Model = {
	questions: [
		question('first', { values: ['a', 'b', 'c'], default: 'b' }),
		question('unread', { values: ['a', 'b'], default: 'a' }),
		question('last', { values: ['a', 'b'], default: 'a' }),
	],
	decisions: [
		decision(
			'both',
			['neither', 'one', 'two'],
			[
				{ id: 'two', when: { answers: { first: ['c'], last: ['b'] } }, then: 'two' },
				{ id: 'one', when: { answers: { first: ['b', 'c'] } }, then: 'one' },
				{ id: 'otherwise', when: {}, then: 'neither' },
			],
		),
	],
	derived: [],
};

/** The outing with two refinements: a table reads one, and the default of the other depends on what is decided. */
export const refinedOuting: Model = {
	questions: [
		...outing.questions,
		{
			...question('snack', { values: ['fruit', 'cake', 'nothing'], default: 'nothing' }),
			refinement: [
				{ when: { answers: { friends: ['together'] } }, value: 'cake' },
				{ when: { outcomes: { travel: ['walk'] } }, value: 'fruit' },
				{ when: { outcomes: { travel: ['walk', 'bus'] } }, value: 'cake' },
				{ when: {}, value: 'nothing' },
			],
		},
		{
			...question('pace', { values: ['slow', 'fast'], default: 'slow' }),
			refinement: [{ when: {}, value: 'slow' }],
		},
	],
	decisions: [
		...outing.decisions,
		decision(
			'basket',
			['none', 'small', 'large'],
			[
				{ id: 'nothing', when: { answers: { snack: ['nothing'] } }, then: 'none' },
				{ id: 'fruit', when: { answers: { snack: ['fruit'] } }, then: 'small' },
				{ id: 'otherwise', when: {}, then: 'large' },
			],
		),
	],
	derived: outing.derived,
};
