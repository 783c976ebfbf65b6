import { useContext, useRef, useState } from 'preact/hooks';
import { rulesVersion } from '~/guide/kestra/decision-model.ts';
import type { Names } from '~/guide/kestra/names.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { guideAddress } from '~/guide/url/query.ts';
import type { Session } from '../../../guide/url/session.ts';
import { download, fullAddress, readersDay } from '../state/browser.ts';
import { repeatable } from '../state/import-again.ts';
import { TitlesContext } from './links.tsx';

interface Props {
	readonly plan: Plan;
	/** The reader’s own, for the plan of the other edition. */
	readonly names: Names;
	readonly session: Session;
	readonly onRestart: () => void;
}

type Action = readonly [label: string, act: () => void];

const loadRecord = repeatable(() => import('~/guide/export/decision-record.ts'));
const loadJson = repeatable(() => import('~/guide/export/json.ts'));
const loadMigrations = repeatable(() => import('~/guide/insight/migration-path.ts'));

/**
 * Copies a text, also one that is still being made. The copying itself begins at once: a browser allows it only as the
 * answer to a press, which is over once something has been waited for.
 */
async function copied(text: string | Promise<string>): Promise<void> {
	const { clipboard } = navigator;
	if (typeof text === 'string') return clipboard.writeText(text);
	// Browsers that cannot copy what is still being made allow copying for longer.
	if (typeof clipboard.write !== 'function') return clipboard.writeText(await text);
	const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
	return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

const fileOf = (type: string, text: string) => new Blob([text], { type });

/** Buttons of a result: copy, download, print, start again. */
export function Actions({ plan, names, session, onRestart }: Props) {
	const titles = useContext(TitlesContext);
	const [said, setSaid] = useState('');
	const [toCopy, setToCopy] = useState<string>();
	const field = useRef<HTMLTextAreaElement>(null);

	const copy = async (text: string | Promise<string>, what: string) => {
		try {
			await copied(text);
			setSaid(`${what} copied.`);
			setToCopy(undefined);
		} catch {
			// There is no clipboard on plain http and in some frames: show the text, selected, for the reader to copy.
			setToCopy(await text);
			setSaid(`${what} selected below: copy it from there.`);
			requestAnimationFrame(() => field.current?.select());
		}
	};
	const isNamed = Object.keys(names).length > 0;
	const link = () => fullAddress(guideAddress(session.answers, [['rules', rulesVersion]]));
	const source = async () => {
		const { readLayout } = await loadMigrations();
		return {
			given: session.answers,
			plan,
			names,
			address: fullAddress,
			date: readersDay(),
			titles,
			today: readLayout(session.own.from),
		};
	};
	const record = async () => (await loadRecord()).decisionRecord(await source());
	const json = async () => (await loadJson()).planFile(await source());
	/** Runs an action that loads its own script, and shows a message if loading fails. */
	const attempt = (work: () => Promise<void>) => () =>
		void work().catch(() => setSaid('The script for this has not arrived. Try again.'));

	const actions: readonly Action[] = [
		[
			'Copy link',
			attempt(() => copy(link(), isNamed ? 'Link, without the names that you gave,' : 'Link')),
		],
		[
			'Decision record',
			attempt(async () => {
				download('kestra-environments.md', fileOf('text/markdown', await record()));
				setSaid('The decision record was handed to your browser as a file.');
			}),
		],
		['Print', () => print()],
	];
	const more: readonly Action[] = [
		['Copy as Markdown', attempt(() => copy(record(), 'Decision record'))],
		[
			'JSON',
			attempt(async () => {
				download('kestra-environments.json', fileOf('application/json', await json()));
				setSaid('Answers and plan were handed to your browser as a file.');
			}),
		],
		['Start again', onRestart],
	];

	return (
		<section class="dg-take" aria-label="Take it with you">
			<div class="dg-actions">
				{actions.map(([label, act], index) => (
					<ActionButton key={label} label={label} act={act} quiet={index > 0} />
				))}
				{/* Fetched before it is asked for, so that a press has its answer at once. */}
				<details onToggle={() => void record().catch(() => {})}>
					<summary class="dg-button" data-quiet>
						More
					</summary>
					{more.map(([label, act]) => (
						<ActionButton key={label} label={label} act={act} quiet />
					))}
				</details>
			</div>
			<p role="status" class="dg-status">
				{said && <span key={said}>{said}</span>}
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

function ActionButton({
	label,
	act,
	quiet,
}: {
	readonly label: string;
	readonly act: () => void;
	readonly quiet: boolean;
}) {
	return (
		<button type="button" class="dg-button" data-quiet={quiet || undefined} onClick={act}>
			{label}
		</button>
	);
}
