import { untranslated } from '../prose/untranslated.ts';

/**
 * A sentence that quotes typed text. Each quotation is isolated, so that right-to-left text does not reorder the
 * sentence around it.
 */
export function Quoting({ text }: { readonly text: string }) {
	return (
		<>
			{text.split(/(“[^”]*”)/).map((part, index) =>
				index % 2 === 1 ? (
					<bdi key={index} {...untranslated}>
						{part}
					</bdi>
				) : (
					part
				),
			)}
		</>
	);
}
