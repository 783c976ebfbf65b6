import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
	/** Whether the script of the result failed to load. */
	readonly failed: boolean;
	/** Whether the reader has already used the guide, so that it takes focus. */
	readonly takesFocus: boolean;
}

/** Placeholder for the result until its script has loaded. The answers are in the address, so a reload keeps them. */
export function ResultToCome({ failed, takesFocus }: Props) {
	const line = useRef<HTMLParagraphElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: takes focus when it appears and when loading fails
	useLayoutEffect(() => {
		if (takesFocus) line.current?.focus();
	}, [failed]);
	return (
		<p ref={line} class="dg-notice" tabIndex={-1} data-waiting={failed ? 'failed' : 'script'}>
			{failed ? (
				<span key="failed">
					The script that draws the plan has not arrived. Your answers are in the address.{' '}
					<button type="button" class="dg-link" data-reload>
						Reload the page
					</button>
				</span>
			) : (
				<span key="coming">Your plan is on its way.</span>
			)}
		</p>
	);
}
