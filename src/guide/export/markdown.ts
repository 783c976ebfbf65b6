/** Small pieces of Markdown, in which typed text is escaped. */

/** Untrusted text as part of a paragraph: one line, no mark-up. */
export const escaped = (text: string): string =>
	oneLine(text).replace(/[\\`*_[\]<>~&]/g, (mark) => `\\${mark}`);

/** Untrusted text as inline code. */
export function code(text: string): string {
	const ticks = '`'.repeat(longestRun(text) + 1);
	const space = /^`|`$/.test(text) ? ' ' : '';
	return `${ticks}${space}${oneLine(text)}${space}${ticks}`;
}

/** Untrusted lines as a code block. */
export function fenced(text: string): string {
	const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
	return `${ticks}text\n${text}\n${ticks}`;
}

/** A link. The words may be untrusted; the address must be one that the guide made. */
export const link = (words: string, address: string): string =>
	`[${escaped(words)}](${safeAddress(address)})`;

/** A link that shows its whole address. */
export const shownLink = (address: string): string => `<${safeAddress(address)}>`;

/** An address with the characters escaped that would end a link early. */
const safeAddress = (address: string) =>
	address.replace(
		/[()<>\\\s]/g,
		(mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
	);

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const longestRun = (text: string) =>
	Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
