/**
 * A sentence that quotes what somebody typed. Each quotation is set apart, so that writing from right to left does not
 * reorder the sentence around it.
 */
export function Quoting({ text }: { readonly text: string }) {
	return (
		<>
			{text
				.split(/(“[^”]*”)/)
				.map((part, index) => (index % 2 === 1 ? <bdi key={index}>{part}</bdi> : part))}
		</>
	);
}
