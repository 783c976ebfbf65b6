import { untranslated } from './untranslated.ts';

/** Where a name or a call may be broken: before a bracket opens, and after a dot, a comma or slashes. */
const breaks = /(?<=[.,]|\/(?!\/))|(?<=\()/;

/** Code that is broken between its parts and not within a word, where it does not fit a narrow cell. */
function Breakable({ text }: { readonly text: string }) {
	return (
		<>
			{text.split(breaks).map((part, index) => (
				<>
					{index > 0 && <wbr />}
					{part}
				</>
			))}
		</>
	);
}

/**
 * Text in which backticks mark code.
 * @param props.breaks whether code may be broken between its parts: for narrow cells
 */
export function InlineCode(props: { readonly text: string; readonly breaks?: boolean }) {
	return (
		<>
			{props.text.split('`').map((part, index) =>
				index % 2 === 1 ? (
					<code key={index} {...untranslated}>
						{props.breaks ? <Breakable text={part} /> : part}
					</code>
				) : (
					part
				),
			)}
		</>
	);
}
