/** Reads what a flow trigger listens to: a condition on the namespace and the id of the upstream flow. */
import { resolveText, type Scope } from './resolve.ts';
import { conditionTypes } from './rules.ts';
import { childOf, itemsOf, type Node, type Scalar, textOf } from './tree.ts';

type Test = 'is' | 'begins' | 'ends' | 'contains';

/** A condition on the upstream flow. */
export type Condition =
	| { readonly is: 'true' }
	/** A run would tell. */
	| { readonly is: 'unsure'; readonly words: string }
	| {
			readonly is: 'test';
			readonly of: 'namespace' | 'flow';
			readonly test: Test;
			readonly value: string;
	  }
	| { readonly is: 'not'; readonly of: Condition }
	| { readonly is: 'and' | 'or'; readonly of: readonly Condition[] };

/** One upstream of a trigger, with the place where it is written. */
export interface Upstream {
	readonly condition: Condition;
	readonly line: number;
	/** The texts that were read, for the safety net. */
	readonly read: readonly Scalar[];
}

/** Whether a condition holds: `undefined` where only a run, or the flow's id, would tell. */
export function holds(
	condition: Condition,
	namespace: string,
	flow: string | undefined,
): boolean | undefined {
	switch (condition.is) {
		case 'true':
			return true;
		case 'unsure':
			return undefined;
		case 'not': {
			const inner = holds(condition.of, namespace, flow);
			return inner === undefined ? undefined : !inner;
		}
		case 'test': {
			const actual = condition.of === 'namespace' ? namespace : flow;
			return actual === undefined ? undefined : passes(condition.test, actual, condition.value);
		}
		default: {
			const stop = condition.is === 'or';
			const all = condition.of.map((each) => holds(each, namespace, flow));
			return all.includes(stop) ? stop : all.includes(undefined) ? undefined : !stop;
		}
	}
}

function passes(test: Test, actual: string, value: string): boolean {
	// As in Kestra: the beginning of the text, not of a segment.
	if (test === 'begins') return actual.startsWith(value);
	if (test === 'ends') return actual.endsWith(value);
	return test === 'contains' ? actual.includes(value) : actual === value;
}

/** The parts of a condition that cannot be known. */
export function unsureIn(condition: Condition): string | undefined {
	if (condition.is === 'unsure') return condition.words;
	if (condition.is === 'not') return unsureIn(condition.of);
	if (condition.is === 'and' || condition.is === 'or')
		return condition.of.map(unsureIn).find((words) => words !== undefined);
	return undefined;
}

const anything: Condition = { is: 'true' };
const and = (of: readonly Condition[]): Condition => {
	const that = of.filter(({ is }) => is !== 'true');
	return that.length === 0
		? anything
		: that.length === 1
			? (that[0] as Condition)
			: { is: 'and', of: that };
};

/** The opposite. What says nothing of who is heard says nothing when it is negated either. */
function negated(condition: Condition): Condition {
	if (condition.is === 'true' || condition.is === 'unsure') return condition;
	if (condition.is === 'not') return condition.of;
	if (condition.is === 'test') return { is: 'not', of: condition };
	return condition.is === 'or'
		? and(condition.of.map(negated))
		: { is: 'or', of: condition.of.map(negated) };
}

/** Reads one trigger; collects the texts that its rules read. */
export function upstreamsOf(trigger: Node, scope: Scope): Upstream[] {
	const found: Upstream[] = [];
	const narrowed = narrowing(childOf(trigger, 'when'));
	const add = (node: Node, read: (reader: Reader) => Condition) => {
		const reader = new Reader(scope);
		const condition = and([read(reader), ...common.map((each) => each.condition), narrowed]);
		const texts = [...reader.read, ...common.flatMap((each) => each.read)];
		found.push({
			condition,
			// What is heard is said there; the trigger itself where nothing is said.
			line: texts[0]?.line ?? node.line,
			read: texts,
		});
	};
	const conditions = itemsOf(childOf(trigger, 'conditions'));
	const isSeveral = (node: Node) =>
		conditionTypes.several.includes(textOf(childOf(node, 'type')) ?? '');
	// Every upstream must pass the plain conditions too.
	const commonReader = new Reader(scope);
	const common = [
		{
			condition: and(
				conditions.filter((each) => !isSeveral(each)).map((each) => commonReader.condition(each)),
			),
			read: commonReader.read,
		},
	];
	for (const several of conditions.filter(isSeveral)) {
		const map = childOf(several, 'conditions');
		for (const { value } of map?.is === 'map' ? map.entries : [])
			add(value, (reader) => reader.condition(value));
	}
	const preconditions = childOf(trigger, 'preconditions');
	for (const flow of itemsOf(childOf(preconditions, 'flows')))
		add(flow, (reader) => reader.flow(flow));
	for (const where of itemsOf(childOf(preconditions, 'where')))
		add(where, (reader) => reader.where(where));
	for (const dependency of itemsOf(childOf(trigger, 'dependsOn')))
		add(dependency, (reader) =>
			and([reader.flow(dependency), narrowing(childOf(dependency, 'when'))]),
		);
	if (found.length === 0) add(trigger, () => anything);
	return found;
}

/** A `when` narrows what is heard, and what it says is not known. */
function narrowing(when: Node | undefined): Condition {
	const text = textOf(when)?.trim();
	if (when === undefined || text === 'true' || text === '') return anything;
	return { is: 'unsure', words: `when: ${text ?? '{{ … }}'}` };
}

class Reader {
	readonly read: Scalar[] = [];
	readonly #scope: Scope;

	constructor(scope: Scope) {
		this.#scope = scope;
	}

	/** A condition on one value of the upstream flow; without a value it says nothing. */
	#test(of: 'namespace' | 'flow', test: Test, node: Node | undefined): Condition {
		if (node === undefined) return anything;
		if (node.is !== 'scalar') return { is: 'unsure', words: 'an unquoted {{ … }}' };
		this.read.push(node);
		const resolved = resolveText(node.text, this.#scope);
		return resolved.known
			? { is: 'test', of, test, value: resolved.value }
			: { is: 'unsure', words: resolved.source };
	}

	/** `namespace` and `flowId`, as `ExecutionFlow`, `preconditions.flows` and `dependsOn` have them. */
	flow(node: Node): Condition {
		return and([
			this.#test('namespace', 'is', childOf(node, 'namespace')),
			this.#test('flow', 'is', childOf(node, 'flowId')),
		]);
	}

	/** One entry of `conditions`. */
	condition(node: Node): Condition {
		const type = textOf(childOf(node, 'type')) ?? '';
		const is = (names: readonly string[]) => names.includes(type);
		if (is(conditionTypes.flow)) return this.flow(node);
		if (is(conditionTypes.namespace)) {
			const comparison = textOf(childOf(node, 'comparison'))?.toUpperCase();
			// Kestra looks at `prefix` only where there is no `comparison`.
			const begins = comparison
				? comparison === 'PREFIX'
				: textOf(childOf(node, 'prefix')) === 'true';
			const test = begins ? 'begins' : comparison === 'SUFFIX' ? 'ends' : 'is';
			return this.#test('namespace', test, childOf(node, 'namespace'));
		}
		const inner = () => itemsOf(childOf(node, 'conditions')).map((each) => this.condition(each));
		// Kestra's `Not` holds when none of its conditions does.
		if (is(conditionTypes.not)) return and(inner().map(negated));
		if (is(conditionTypes.or)) return { is: 'or', of: inner() };
		if (is(conditionTypes.neutral)) return anything;
		return { is: 'unsure', words: type.split('.').at(-1) || 'a condition without a type' };
	}

	/** One entry of `preconditions.where`: filters, all or any of which must pass. */
	where(node: Node): Condition {
		const filters = itemsOf(childOf(node, 'filters')).map((filter) => this.#filter(filter));
		return textOf(childOf(node, 'operand'))?.toUpperCase() === 'OR'
			? { is: 'or', of: filters }
			: and(filters);
	}

	#filter(filter: Node): Condition {
		const field = textOf(childOf(filter, 'field'))?.toUpperCase();
		if (field !== 'NAMESPACE' && field !== 'FLOW_ID')
			return field === 'EXPRESSION' ? { is: 'unsure', words: 'an expression' } : anything;
		const of = field === 'NAMESPACE' ? 'namespace' : 'flow';
		const type = textOf(childOf(filter, 'type'))?.toUpperCase() ?? '';
		const values = [...itemsOf(childOf(filter, 'value')), ...itemsOf(childOf(filter, 'values'))];
		const any = (test: Test): Condition => ({
			is: 'or',
			of: values.map((value) => this.#test(of, test, value)),
		});
		switch (type) {
			case 'EQUAL_TO':
			case 'IN':
				return any('is');
			case 'NOT_EQUAL_TO':
			case 'NOT_IN':
				return negated(any('is'));
			case 'STARTS_WITH':
				return any('begins');
			case 'ENDS_WITH':
				return any('ends');
			case 'CONTAINS':
				return any('contains');
			case 'IS_NOT_NULL':
				return anything;
			default:
				return { is: 'unsure', words: type || 'a filter without a type' };
		}
	}
}
