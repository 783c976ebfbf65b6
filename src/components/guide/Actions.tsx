import { useRef, useState } from 'preact/hooks';
import { rulesVersion } from '~/guide/kestra.ts';
import type { Names } from '~/guide/names-given.ts';
import type { Plan } from '~/guide/plan.ts';
import { guideAddress } from '~/guide/query.ts';
import { withBase } from '~/lib/address.ts';
import type { Session } from './session.ts';

interface Props {
	readonly plan: Plan;
	readonly session: Session;
	readonly names: Names;
	readonly onRestart: () => void;
}

/** What to do with a result: copy, download, print, begin again. */
export function Actions({ session, onRestart }: Props) {
	const [said, setSaid] = useState('');
	const [toCopy, setToCopy] = useState<string>();
	const field = useRef<HTMLTextAreaElement>(null);

	const copy = async (text: string, what: string) => {
		try {
			await navigator.clipboard.writeText(text);
			setSaid(`${what} copied.`);
			setToCopy(undefined);
		} catch {
			// No clipboard on plain http or in some frames: show the text, selected, for the reader to copy.
			setToCopy(text);
			setSaid(`${what} selected below: copy it from there.`);
			requestAnimationFrame(() => field.current?.select());
		}
	};
	const link = () =>
		new URL(withBase(guideAddress(session.answers, [['rules', rulesVersion]])), location.href).href;
	return (
		<section class="dg-section dg-take" aria-labelledby="dg-take">
			<h3 id="dg-take">Take it with you</h3>
			<div class="dg-actions">
				<button type="button" class="dg-button" onClick={() => void copy(link(), 'Link')}>
					Copy link
				</button>
				<button type="button" class="dg-button" data-quiet onClick={() => print()}>
					Print
				</button>
				<button type="button" class="dg-button" data-quiet onClick={onRestart}>
					Start again
				</button>
			</div>
			<p role="status" class="dg-status">
				{said}
			</p>
			{toCopy !== undefined && (
				<textarea
					ref={field}
					class="dg-copy-field"
					readOnly
					aria-label="Text to copy"
					value={toCopy}
				/>
			)}
		</section>
	);
}
