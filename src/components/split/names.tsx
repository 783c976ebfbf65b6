import { shown } from '~/split/words.ts';

/** A name from a file: never translated, cut where it is long, and isolated from the direction of the sentence. */
export function Name({ text }: { readonly text: string }) {
	return (
		<code translate={false} dir="auto" title={text.length > 80 ? text.slice(0, 1000) : undefined}>
			{shown(text)}
		</code>
	);
}
