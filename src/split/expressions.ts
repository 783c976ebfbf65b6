/**
 * Reads Kestra's expressions in a text: what functions are called with, and which variables are read. It does not
 * evaluate anything. Comments (`{# … #}`) and what is between `raw` and `endraw` are not live and are skipped.
 */

/** An argument of a call. */
export interface Argument {
	/** As in `namespace='shared'`; undefined for a positional one. */
	readonly name?: string;
	/** The text between the quotes, where the argument is one text and nothing else. */
	readonly literal?: string;
	/** As written. */
	readonly source: string;
	/** Where it begins and ends in the text. */
	readonly start: number;
	readonly end: number;
}

/** A function's call. Calls inside of arguments are calls of their own. */
export interface Call {
	readonly name: string;
	readonly arguments: readonly Argument[];
	readonly start: number;
}

/** A variable with its path, such as `envs.region`. */
export interface Variable {
	/** The names along the path: `['envs', 'region']`. Ends where a name is not literal. */
	readonly path: readonly string[];
	readonly start: number;
	readonly end: number;
}

/** A text in quotes that holds expressions, which `render` reads. */
export interface Quoted {
	/** Without the quotes and what escapes them. */
	readonly value: string;
	/** Where a character of it stands in the text around it. */
	readonly placeOf: (offset: number) => number;
}

/** What is live in a text. */
export interface Expressions {
	readonly calls: readonly Call[];
	readonly variables: readonly Variable[];
	readonly quoted: readonly Quoted[];
	/** The expressions as written, with their braces. */
	readonly spans: readonly { readonly start: number; readonly end: number }[];
	/** The text with comments and raw parts blanked, of the same length. */
	readonly live: string;
}

interface Token {
	readonly is: 'name' | 'text' | 'mark';
	readonly value: string;
	readonly start: number;
	readonly end: number;
}

const token =
	/(?<name>[A-Za-z_]\w*)|'(?<single>(?:[^'\\]|\\[\s\S])*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)"|(?<mark>[^\s\w])|\d+/g;

function tokensOf(source: string, from: number): Token[] {
	const tokens: Token[] = [];
	for (const match of source.matchAll(token)) {
		const { name, single, double } = match.groups ?? {};
		const start = from + match.index;
		const end = start + match[0].length;
		if (name !== undefined) tokens.push({ is: 'name', value: name, start, end });
		else if (single !== undefined || double !== undefined)
			tokens.push({
				is: 'text',
				value: (single ?? double ?? '').replace(/\\(.)/gs, '$1'),
				start,
				end,
			});
		else tokens.push({ is: 'mark', value: match[0], start, end });
	}
	return tokens;
}

/** `{{ … }}`, `{% … %}` and `{# … #}`, in order. An expression ends at the first end that is not in quotes. */
const piece =
	/\{#[\s\S]*?#\}|\{%-?\s*(?<open>raw|verbatim)\s*-?%\}[\s\S]*?\{%-?\s*end\k<open>\s*-?%\}|\{\{(?<print>(?:'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|\}(?!\})|[^'"}])*)\}\}|\{%(?<run>(?:'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|%(?!\})|[^'"%])*)%\}/g;

/** The expressions of a text. Takes time in proportion to the length of the text. */
export function readExpressions(text: string): Expressions {
	const calls: Call[] = [];
	const variables: Variable[] = [];
	const quoted: Quoted[] = [];
	const spans: { start: number; end: number }[] = [];
	if (!text.includes('{{') && !text.includes('{%') && !text.includes('{#'))
		return { calls, variables, quoted, spans, live: text };
	let live = '';
	let done = 0;
	for (const match of pieces(text)) {
		const { print, run } = match.groups ?? {};
		const start = match.index;
		const end = start + match[0].length;
		const source = print ?? run;
		if (source === undefined) {
			// Lines stay, so that places in the text keep their line.
			live += text.slice(done, start) + match[0].replace(/[^\n]/g, ' ');
			done = end;
			continue;
		}
		spans.push({ start, end });
		const tokens = tokensOf(source, start + 2);
		readTokens(tokens, text, calls, variables);
		for (const each of tokens)
			if (each.is === 'text' && /\{[{%]/.test(each.value)) quoted.push(quotedIn(text, each));
	}
	return { calls, variables, quoted, spans, live: live + text.slice(done) };
}

function quotedIn(text: string, { value, start, end }: Token): Quoted {
	const places: number[] = [];
	for (let at = start + 1; at < end; at++) {
		if (text[at] === '\\') at++;
		places.push(at);
	}
	return { value, placeOf: (offset) => places[offset] ?? end };
}

/** Matches of `piece`; an opening without an end is not tried again from every later place. */
function* pieces(text: string): Generator<RegExpExecArray> {
	const opening = /\{[{%#]/g;
	const sticky = new RegExp(piece.source, 'y');
	// Each opening without an end costs a look at the rest of the text.
	let left = 20_000_000;
	for (let open = opening.exec(text); open && left > 0; open = opening.exec(text)) {
		sticky.lastIndex = open.index;
		const match = sticky.exec(text);
		if (match) {
			yield match;
			opening.lastIndex = match.index + match[0].length;
		} else left -= text.length - open.index;
	}
}

const isMark = (at: Token | undefined, value: string) => at?.is === 'mark' && at.value === value;

function readTokens(
	tokens: readonly Token[],
	text: string,
	calls: Call[],
	variables: Variable[],
): void {
	/** The brackets that are open, innermost last: the call of each, if it is one, and the call that it stands in. */
	const open: { readonly own: OpenCall | undefined; readonly within: OpenCall | undefined }[] = [];
	for (const [index, at] of tokens.entries()) {
		const innermost = open.at(-1);
		if (at.is === 'mark' && /[([{]/.test(at.value)) {
			const before = tokens[index - 1];
			const isCall = at.value === '(' && before?.is === 'name';
			innermost?.own?.take(at);
			const own = isCall ? new OpenCall(before.value, before.start) : undefined;
			open.push({ own, within: own ?? innermost?.within });
		} else if (at.is === 'mark' && /[)\]}]/.test(at.value)) {
			const closed = open.pop()?.own;
			if (closed) calls.push(closed.close(text));
			open.at(-1)?.own?.take(at);
		} else {
			if (at.is === 'name') {
				const variable = variableAt(tokens, index);
				if (variable) variables.push(variable);
			}
			if (innermost?.own) innermost.own.take(at);
			else innermost?.within?.extend(at);
		}
	}
	for (const { own } of open) if (own) calls.push(own.close(text));
}

/** A call whose closing bracket has not come yet. */
class OpenCall {
	readonly #name: string;
	readonly #start: number;
	readonly #done: Token[][] = [];
	#now: Token[] = [];

	constructor(name: string, start: number) {
		this.#name = name;
		this.#start = start;
	}

	take(at: Token): void {
		if (!isMark(at, ',')) this.#now.push(at);
		else {
			this.#done.push(this.#now);
			this.#now = [];
		}
	}

	/** A token in brackets inside of an argument. */
	extend(at: Token): void {
		this.#now.push(at);
	}

	close(text: string): Call {
		const all = [...this.#done, this.#now].filter(({ length }) => length > 0);
		return {
			name: this.#name,
			start: this.#start,
			arguments: all.map((tokens) => argumentOf(tokens, text)),
		};
	}
}

function argumentOf(tokens: readonly Token[], text: string): Argument {
	const [first, second] = tokens;
	const named = first?.is === 'name' && isMark(second, '=') && !isMark(tokens[2], '=');
	const value = named ? tokens.slice(2) : tokens;
	const start = value[0]?.start ?? tokens[0]?.start ?? 0;
	const end = value.at(-1)?.end ?? start;
	const only = value.length === 1 ? value[0] : undefined;
	return {
		...(named && { name: first.value }),
		...(only?.is === 'text' && { literal: only.value }),
		source: text.slice(start, end),
		start,
		end,
	};
}

/** The variable that begins at a name; undefined for a later name of a path, a function and a named argument. */
function variableAt(tokens: readonly Token[], index: number): Variable | undefined {
	const first = tokens[index];
	const next = tokens[index + 1];
	if (!first || isMark(tokens[index - 1], '.') || isMark(next, '(')) return;
	if (isMark(next, '=') && !isMark(tokens[index + 2], '=')) return;
	const path = [first.value];
	let end = first.end;
	for (let at = index + 1; ;) {
		const name = tokens[at + 1];
		if (isMark(tokens[at], '.') && name?.is === 'name') {
			path.push(name.value);
			end = name.end;
			at += 2;
		} else if (isMark(tokens[at], '[') && name?.is === 'text' && isMark(tokens[at + 2], ']')) {
			path.push(name.value);
			end = tokens[at + 2]?.end ?? end;
			at += 3;
		} else return { path, start: first.start, end };
	}
}
