import { untranslated } from './untranslated.ts';

/** Text in which backticks mark code. */
export function InlineCode({ text }: { readonly text: string }) {
	return (
		<>
			{text.split('`').map((part, index) =>
				index % 2 === 1 ? (
					<code key={index} {...untranslated}>
						{part}
					</code>
				) : (
					part
				),
			)}
		</>
	);
}
