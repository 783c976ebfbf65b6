/** Reads one text of a flow: what its expressions call and use, files of namespaces, and addresses of the API. */
import { apiAddressesIn } from './api-addresses.ts';
import { type Argument, type Call, readExpressions } from './expressions.ts';
import type { Found, NameUsed, Spot } from './found.ts';
import { type Resolved, resolveArgument, resolveKey, resolveText, type Scope } from './resolve.ts';
import { functionRules } from './rules.ts';
import { linesOf, type Scalar } from './tree.ts';
import { blanked, type Range } from './unread-text.ts';

/** What was found in a text. */
export interface TextFound {
	readonly references: readonly Found[];
	readonly uses: readonly NameUsed[];
	/** The text with what is not live, and what was read, replaced by spaces. */
	readonly live: string;
}

/** Texts in texts in texts are not read any deeper. */
const deepest = 5;
const same = (offset: number) => offset;

/** Reads one text. */
export function readText(scalar: Scalar, spot: Spot, scope: Scope): TextFound {
	const reader = new TextReader(scalar, spot, scope);
	const live = reader.readExpressions(scalar.text, same, 0);
	reader.readFileAddresses(live);
	reader.readApiAddresses(live);
	return { ...reader, live: blanked(live, reader.ranges) };
}

class TextReader {
	readonly references: Found[] = [];
	readonly uses: NameUsed[] = [];
	/** What was read, and need not be searched for names. */
	readonly ranges: Range[] = [];
	readonly #spot: Spot;
	readonly #scope: Scope;
	readonly #lineOf: (offset: number) => number;

	constructor(scalar: Scalar, spot: Spot, scope: Scope) {
		this.#spot = spot;
		this.#scope = scope;
		this.#lineOf = linesOf(scalar);
	}

	#add(offset: number, found: Pick<Found, 'kind' | 'aim' | 'unsure'>, what: string): void {
		const { task, disabled } = this.#spot;
		this.references.push({
			...found,
			where: `${task}: ${what}`,
			line: this.#lineOf(offset),
			disabled,
		});
	}

	/**
	 * Reads what is between braces, also within the texts in quotes there, and returns the text without what is not live.
	 * @param placeOf where a character of the text stands in the scalar
	 */
	readExpressions(text: string, placeOf: (offset: number) => number, depth: number): string {
		const { calls, variables, quoted, live } = readExpressions(text);
		for (const call of calls) this.#readCall(call, placeOf);
		for (const { path } of variables) {
			const [root, ...names] = path;
			if ((root === 'envs' || root === 'globals' || root === 'namespace') && names.length > 0)
				this.uses.push({ kind: root, name: names.join('.') });
		}
		if (depth < deepest)
			for (const { value, placeOf: inner } of quoted)
				this.readExpressions(value, (offset) => placeOf(inner(offset)), depth + 1);
		return live;
	}

	#readCall(call: Call, placeOf: (offset: number) => number): void {
		const rule = Object.hasOwn(functionRules, call.name) ? functionRules[call.name] : undefined;
		const argument = (name: string): Argument | undefined =>
			call.arguments.find((each) => each.name === name) ??
			(rule
				? call.arguments.filter((each) => each.name === undefined)[rule.arguments.indexOf(name)]
				: undefined);
		const namespace = argument('namespace');
		const first = rule && argument(rule.arguments[0] ?? '');
		const resolved = namespace && resolveArgument(namespace, this.#scope);
		const key = first?.literal === undefined ? '…' : `'${first.literal}'`;
		const isOwn = !resolved || (resolved.known && resolved.value === this.#scope.namespace);
		if ((call.name === 'kv' || call.name === 'secret') && first && isOwn) {
			const name = resolveKey(first, this.#scope);
			if (name.known) this.uses.push({ kind: call.name, name: name.value });
			else
				this.#add(
					placeOf(call.start),
					{ kind: call.name, aim: { is: 'name', source: name.source } },
					`${call.name}(…)`,
				);
		}
		if (!namespace || !resolved) return;
		this.ranges.push([placeOf(namespace.start), placeOf(namespace.end)]);
		this.#add(
			placeOf(call.start),
			{ kind: rule?.kind ?? 'look', aim: { is: 'namespace', namespace: resolved } },
			`${call.name}(${key}, …)`,
		);
	}

	/** `nsfile://namespace/path`; with three slashes it is the flow's own namespace. */
	readFileAddresses(live: string): void {
		const pattern = /nsfile:\/\/(?<host>\{\{[^}]*\}\}|[\w.-]+)?(?<slash>\/)?/g;
		for (const match of live.matchAll(pattern)) {
			const { host, slash } = match.groups ?? {};
			if (!host && slash) continue;
			this.ranges.push([match.index, match.index + match[0].length]);
			const namespace: Resolved = host
				? resolveText(host, this.#scope)
				: { known: false, source: 'nsfile://…' };
			this.#add(match.index, { kind: 'file', aim: { is: 'namespace', namespace } }, 'nsfile://');
		}
	}

	readApiAddresses(live: string): void {
		for (const { start, end, resource, namespace, isOwn } of apiAddressesIn(live)) {
			if (namespace !== undefined) this.ranges.push([start, end]);
			const what = `/api/v1/…${resource}`;
			const resolved: Resolved =
				namespace === undefined
					? { known: false, source: what }
					: resolveText(namespace, this.#scope);
			this.#add(
				start,
				{
					kind: 'api',
					aim: { is: 'namespace', namespace: resolved },
					...(!isOwn && { unsure: 'it may be the API of another product' }),
				},
				what,
			);
		}
	}
}
