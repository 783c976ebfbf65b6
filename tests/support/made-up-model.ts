/** Generates models of any size from a seed, to test the engine on unforeseen ones. */
import type { DerivedTable, Model } from '../../src/guide/engine/model.ts';

/** Size of a generated model. */
export interface Size {
	readonly questions: number;
	readonly decisions: number;
	/** Maximum number of values of a question; the minimum is two. */
	readonly values: number;
	/** Maximum number of questions that a decision reads, including those of earlier decisions it refers to. */
	readonly reads: number;
	/** Whether the first value of the first question settles everything, so that nothing is left to ask. */
	readonly closes?: boolean;
}

/** A pseudo-random generator of numbers from 0 (inclusive) to 1 (exclusive), determined by the seed. */
export function numbersFrom(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const outcomes = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, address: '/' }));

/** A model generated from a seed. */
export function madeUpModel(seed: number, size: Size): Model {
	const next = numbersFrom(seed);
	const below = (limit: number) => Math.floor(next() * limit);
	const oneOf = <T>(list: readonly T[]) => list[below(list.length)]!;
	/** A random part of a list, never all of it, in its order. */
	const someOf = <T>(list: readonly T[]): readonly T[] => {
		const left = below(list.length);
		const some = list.filter((_, index) => index !== left && next() < 0.6);
		return some.length ? some : [list[left]!];
	};

	const questions = Array.from({ length: size.questions }, (_, index) => {
		const count = 2 + below(size.values - 1);
		const values = Array.from({ length: count }, (_, value) => `v${value}`);
		return {
			id: `q${index}`,
			asks: '',
			short: '',
			why: '',
			ordered: false,
			values: values.map((id) => ({ id, label: id, short: id, means: '' })),
			default: { value: oneOf(values), because: '' },
			unknown: { label: '', means: '' },
			since: '1.0.0',
			whom: '',
		};
	});

	const readBy = new Map<string, ReadonlySet<number>>();
	const decisions: Model['decisions'][number][] = [];
	for (let index = 0; index < size.decisions; index++) {
		const id = `d${index}`;
		const own = new Set([...(size.closes ? [0] : []), index % size.questions]);
		const read = new Set(own);
		const earlier = decisions.length && next() < 0.5 ? oneOf(decisions) : undefined;
		const named = earlier && new Set([...read, ...readBy.get(earlier.id)!]);
		const names = named !== undefined && named.size <= size.reads;
		if (names) for (const question of named) read.add(question);
		const wanted = Math.min(size.questions, 1 + below(size.reads));
		while (read.size < wanted) {
			const question = below(size.questions);
			read.add(question);
			own.add(question);
		}
		readBy.set(id, read);
		const asks = (question: number) =>
			[
				questions[question]!.id,
				someOf(questions[question]!.values.map((value) => value.id)),
			] as const;
		const rules: DerivedTable['rules'][number][] = [...own].map((question, rule) => ({
			id: `r${rule}`,
			when: {
				answers: Object.fromEntries([asks(question), asks(oneOf([...own]))]),
				...(names && next() < 0.5 && { outcomes: { [earlier!.id]: someOf(['a', 'b', 'c', 'd']) } }),
			},
			then: oneOf(outcomes).id,
		}));
		const closing = { id: 'closed', when: { answers: { q0: ['v0'] } }, then: 'a' };
		decisions.push({
			id,
			decides: '',
			short: '',
			ordered: false,
			outcomes,
			rules: [
				...(size.closes ? [closing] : []),
				...rules,
				{ id: 'otherwise', when: {}, then: oneOf(outcomes).id },
			].map((rule) => ({ ...rule, because: '', sections: ['/'] })),
		});
	}
	return { questions, decisions, derived: [] };
}
