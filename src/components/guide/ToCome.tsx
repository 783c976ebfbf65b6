import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
	/** What it is, at the beginning of a sentence. */
	readonly what: string;
	/** Whether its script failed to load. */
	readonly failed: boolean;
	/** Whether the reader has already used the guide, so that it takes focus. */
	readonly takesFocus: boolean;
}

/** Stands for a part of the guide until its script has loaded. The answers are in the address, so a reload keeps them. */
export function ToCome({ what, failed, takesFocus }: Props) {
	const line = useRef<HTMLParagraphElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: takes focus when it appears and when loading fails
	useLayoutEffect(() => {
		if (takesFocus) line.current?.focus();
	}, [failed]);
	return (
		<p ref={line} class="dg-notice" tabIndex={-1} data-waiting={failed ? 'failed' : 'script'}>
			{failed ? (
				<span key="failed">
					A script of the guide has not arrived. Your answers are in the address.{' '}
					<button type="button" class="dg-link" data-reload>
						Reload the page
					</button>
				</span>
			) : (
				<span key="coming">{what} is on its way.</span>
			)}
		</p>
	);
}
