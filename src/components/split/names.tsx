import { type ComponentChildren, Fragment } from 'preact';
import { shown } from '~/split/words.ts';

/** A name from a file: never translated, cut where it is long, and isolated from the direction of the sentence. */
export function Name({ text }: { readonly text: string }) {
	return (
		<code translate={false} dir="auto" title={text.length > 80 ? text.slice(0, 1000) : undefined}>
			{breakable(shown(text))}
		</code>
	);
}

/** The name with places at which a line may end: after a dot, a slash or an underscore, and not within a word. */
function breakable(name: string): ComponentChildren {
	const pieces = name.match(/[^./_]+[./_]*|[./_]+/g) ?? [];
	return pieces.length < 2
		? name
		: pieces.map((piece, index) => (
				<Fragment key={index}>
					{index > 0 && <wbr />}
					{piece}
				</Fragment>
			));
}
