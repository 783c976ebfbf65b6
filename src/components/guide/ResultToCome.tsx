import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
	/** Whether the script of the result has not arrived and will not. */
	readonly failed: boolean;
	/** Whether the reader was on the page already, so that focus follows. */
	readonly takesFocus: boolean;
}

/** Stands in the place of the result until its script has come. The answers are in the address: a reload keeps them. */
export function ResultToCome({ failed, takesFocus }: Props) {
	const line = useRef<HTMLParagraphElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: it takes focus when it appears, and when it has bad news
	useLayoutEffect(() => {
		if (takesFocus) line.current?.focus();
	}, [failed]);
	return (
		<p ref={line} class="dg-notice" tabIndex={-1} data-waiting={failed ? 'failed' : 'script'}>
			{failed ? (
				<>
					The script that draws the plan has not arrived. Your answers are in the address.{' '}
					<button type="button" class="dg-link" data-reload>
						Reload the page
					</button>
				</>
			) : (
				'Your plan is on its way.'
			)}
		</p>
	);
}
