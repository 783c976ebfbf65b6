import { useRef, useState } from 'preact/hooks';
import { splitMarkdown } from '~/split/markdown.ts';
import type { SplitResult } from '~/split/result.ts';

/** Buttons to copy, save and print the result. */
export function TakeAway({ result }: { readonly result: SplitResult }) {
	const [said, setSaid] = useState('');
	const [toCopy, setToCopy] = useState<string>();
	const field = useRef<HTMLTextAreaElement>(null);
	const copy = async () => {
		const text = splitMarkdown(result);
		try {
			await navigator.clipboard.writeText(text);
			setToCopy(undefined);
			setSaid('Copied as Markdown.');
		} catch {
			// There is no clipboard on plain http and in some frames: show the text, selected, for the reader to copy.
			setToCopy(text);
			setSaid('The text is selected below: copy it from there.');
			requestAnimationFrame(() => field.current?.select());
		}
	};
	const save = () => {
		const url = URL.createObjectURL(new Blob([splitMarkdown(result)], { type: 'text/markdown' }));
		const link = document.createElement('a');
		link.href = url;
		link.download = 'kestra-split.md';
		link.click();
		// By then the browser has started to save it.
		setTimeout(() => URL.revokeObjectURL(url), 60_000);
		setSaid('Handed to your browser as kestra-split.md.');
	};
	return (
		<div class="split-take">
			<button type="button" onClick={() => void copy()}>
				Copy as Markdown
			</button>
			<button type="button" onClick={save}>
				Download
			</button>
			<button type="button" onClick={() => print()}>
				Print
			</button>
			<p role="status">{said && <span key={said}>{said}</span>}</p>
			{toCopy !== undefined && (
				<textarea ref={field} readOnly rows={8} aria-label="Text to copy" value={toCopy} />
			)}
		</div>
	);
}
