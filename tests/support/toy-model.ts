import type { Aspect, Decision, Model, Question } from '../../src/guide/engine/model.ts';

/** Ids of values, and the safe one among them. */
interface Asked {
	readonly values: readonly string[];
	readonly safe: string;
}

/** A question without words. */
export const question = (id: string, { values, safe }: Asked): Question => ({
	id,
	asks: `${id}?`,
	short: id,
	why: '',
	ordered: true,
	values: values.map((value) => ({ id: value, label: value, means: '' })),
	safe: { value: safe, because: '' },
	whom: '',
});

/** A decision table without words. */
export const decision = (
	id: string,
	outcomes: readonly string[],
	rules: Aspect['rules'],
): Decision => ({
	id,
	decides: `${id}?`,
	short: id,
	ordered: true,
	outcomes: outcomes.map((outcome) => ({ id: outcome, label: outcome, address: '/' })),
	rules: rules.map((rule) => ({ ...rule, because: '', sections: ['/'] })),
});

/** A model about an outing, small enough to evaluate by hand. */
export const outing: Model = {
	questions: [
		question('weather', { values: ['dry', 'rain'], safe: 'rain' }),
		question('distance', { values: ['near', 'far'], safe: 'far' }),
		question('bags', { values: ['none', 'many'], safe: 'none' }),
		question('friends', { values: ['alone', 'together'], safe: 'alone' }),
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
	aspects: [
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
		question('first', { values: ['a', 'b', 'c'], safe: 'b' }),
		question('unread', { values: ['a', 'b'], safe: 'a' }),
		question('last', { values: ['a', 'b'], safe: 'a' }),
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
	aspects: [],
};
