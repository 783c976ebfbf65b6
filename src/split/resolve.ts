/** Says which namespace or flow a value names, as far as the text of the flow tells. */
import { type Argument, readExpressions } from './expressions.ts';
import { type Node, textOf, valueAt } from './tree.ts';

/** A value that is known, or that only a run would tell. */
export type Resolved =
	| { readonly known: true; readonly value: string }
	| { readonly known: false; readonly source: string };

/** What the text of a flow tells about its own variables. */
export interface Scope {
	readonly namespace: string;
	readonly id: string;
	readonly variables: Node | undefined;
	/** Told of each variable whose value became a part of a name. */
	readonly onRead?: (variable: Node) => unknown;
}

/** Kestra's namespaces and ids; others come from other tools or are typing errors. */
const name = /^[A-Za-z0-9][\w.-]*$/;
/** How often a variable may lead to another. */
const deepest = 5;

/** The value of a whole text, such as `{{ flow.namespace }}.reports`. */
export function resolveText(text: string, scope: Scope, depth = 0): Resolved {
	const source = text.trim();
	const unknown: Resolved = { known: false, source };
	// `${…}` is filled in by Terraform or by a shell, before Kestra sees it.
	if (/\$\{/.test(source) || depth > deepest) return unknown;
	const { spans } = readExpressions(source);
	let value = '';
	let done = 0;
	for (const { start, end } of spans) {
		const inner = resolveExpression(source.slice(start + 2, end - 2), scope, depth + 1);
		if (!source.startsWith('{{', start) || !inner.known) return unknown;
		value += source.slice(done, start) + inner.value;
		done = end;
	}
	value += source.slice(done);
	return name.test(value) ? { known: true, value } : unknown;
}

/** The value of an argument: a text in quotes, or an expression such as `flow.namespace`. */
export function resolveArgument(argument: Argument, scope: Scope): Resolved {
	if (argument.literal === undefined) return resolveExpression(argument.source, scope, 0);
	return name.test(argument.literal)
		? { known: true, value: argument.literal }
		: { known: false, source: argument.source };
}

/** The name of a pair or a secret, which may hold any character. */
export function resolveKey({ literal, source }: Argument, scope: Scope): Resolved {
	if (literal !== undefined) return { known: true, value: literal };
	return resolveExpression(source, withoutRead(scope), 0);
}

/** The same, where it is a property of a task. */
export function resolveKeyText(text: string, scope: Scope): Resolved {
	return /\{[{%]/.test(text) ? resolveText(text, withoutRead(scope)) : { known: true, value: text };
}

/** A variable that became the name of a pair may name a namespace nevertheless. */
const withoutRead = ({ namespace, id, variables }: Scope): Scope => ({ namespace, id, variables });

/** The value of what stands between the braces: a path, a text, or these joined by `~`. */
function resolveExpression(expression: string, scope: Scope, depth: number): Resolved {
	const source = expression.trim();
	let value = '';
	for (const part of source.split('~')) {
		const resolved = resolvePart(part.trim(), scope, depth);
		if (resolved === undefined) return { known: false, source: `{{ ${source} }}` };
		value += resolved;
	}
	return { known: true, value };
}

function resolvePart(part: string, scope: Scope, depth: number): string | undefined {
	const literal = /^'([^'\\{}]*)'$|^"([^"\\{}]*)"$/.exec(part);
	if (literal) return literal[1] ?? literal[2];
	const path = /^(?:render\(\s*)?(?<path>(?:flow|vars)(?:\.\w+)+)(?:\s*\))?$/.exec(part)?.groups?.[
		'path'
	];
	if (path === 'flow.namespace') return scope.namespace;
	if (path === 'flow.id') return scope.id;
	if (!path?.startsWith('vars.')) return undefined;
	const found = valueAt(scope.variables, path.slice('vars.'.length));
	const text = textOf(found);
	if (found === undefined || text === undefined) return undefined;
	const resolved = resolveText(text, scope, depth);
	if (!resolved.known) return undefined;
	scope.onRead?.(found);
	return resolved.value;
}
