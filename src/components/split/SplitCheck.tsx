import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Inventory } from '~/split/inventory.ts';
import type { Separation } from '~/split/kinds.ts';
import { type Mapping, type Part, partsOfLevel, readParts, writeParts } from '~/split/parts.ts';
import { splitResult } from '~/split/result.ts';
import { counted } from '~/split/words.ts';
import type { Given } from './given.ts';
import { SplitResultView } from './SplitResultView.tsx';
import { useInventory } from './use-inventory.ts';

/** `separation` and `parts` are what a plan brings: see `partsOfTopology`. */
interface Props {
	readonly given: Given;
	/** What lies between the parts at first. */
	readonly separation?: Separation;
	/** The parts at first; without them, the first level of the namespace makes the parts. */
	readonly parts?: readonly Part[];
}

/** The check: reads what was given, lets the reader say what the parts are, and shows what a split would break. */
export function SplitCheck({ given, separation = 'instance', parts = [] }: Props) {
	const { reading, stop } = useInventory(given);
	const heading = useRef<HTMLHeadingElement>(null);
	const isDone = reading.is === 'done';
	useEffect(() => {
		if (isDone) heading.current?.focus();
	}, [isDone]);

	if (reading.is === 'done')
		return (
			<section class="split-found" aria-labelledby="split-found">
				<h3 id="split-found" ref={heading} tabIndex={-1}>
					What the split would break
				</h3>
				<Chosen inventory={reading.inventory} first={{ separation, parts }} />
			</section>
		);
	return (
		<div class="split-reading">
			{reading.is === 'reading' && (
				<>
					<progress aria-label="Files read" max={Math.max(1, reading.total)} value={reading.done} />{' '}
					<button type="button" onClick={stop}>
						Stop
					</button>
				</>
			)}
			<p role="status">
				<span key={reading.is}>
					{reading.is === 'reading' && `Reading ${counted(reading.total, 'file')}.`}
					{reading.is === 'stopped' &&
						`Stopped after ${reading.done} of ${counted(reading.total, 'file')}. Nothing was kept.`}
					{reading.is === 'nothing' &&
						'There is no YAML file in what you chose. Flows end in .yml or .yaml; an export is a ZIP.'}
					{reading.is === 'failed' &&
						'The part of this page that reads files has not arrived, or has failed. Choose the files again, or reload the page.'}
				</span>
			</p>
		</div>
	);
}

type By = 'first' | 'second' | 'list';

const bys: readonly (readonly [By, string, string])[] = [
	['first', 'The first level of the namespace', 'acme.finance.load belongs to acme'],
	['second', 'The first two levels', 'acme.finance.load belongs to acme.finance'],
	['list', 'A list of your own', 'a line for each namespace; what is below it goes with it'],
];

/** The choices, and the result that follows from them. */
function Chosen({
	inventory,
	first,
}: {
	readonly inventory: Inventory;
	readonly first: { readonly separation: Separation; readonly parts: readonly Part[] };
}) {
	const [separation, setSeparation] = useState<Separation>(first.separation);
	const [by, setBy] = useState<By>(first.parts.length > 0 ? 'list' : 'first');
	const [text, setText] = useState(() => writeParts(first.parts));
	const read = useMemo(() => readParts(text), [text]);
	const result = useMemo(() => {
		const mapping: Mapping =
			by === 'list'
				? { by: 'list', parts: read.parts }
				: { by: 'level', level: by === 'first' ? 1 : 2 };
		return splitResult(inventory, { separation, mapping });
	}, [inventory, separation, by, read]);
	const choose = (next: By) => {
		// A list begins with the parts that were there.
		if (next === 'list' && text.trim() === '')
			setText(
				writeParts(
					partsOfLevel(
						inventory.flows.map(({ namespace }) => namespace),
						by === 'second' ? 2 : 1,
					),
				),
			);
		setBy(next);
	};
	return (
		<>
			<div class="split-options">
				<fieldset>
					<legend>What will lie between the parts?</legend>
					{(['instance', 'tenant'] as const).map((each) => (
						<label key={each}>
							<input
								type="radio"
								name="split-separation"
								checked={separation === each}
								onChange={() => setSeparation(each)}
							/>
							<span>{each === 'instance' ? 'Another instance' : 'Another tenant'}</span>
						</label>
					))}
				</fieldset>
				<fieldset>
					<legend>What makes a part?</legend>
					{bys.map(([id, label, example]) => (
						<label key={id}>
							<input type="radio" name="split-by" checked={by === id} onChange={() => choose(id)} />
							<span>
								{label} <small translate={id === 'list'}>({example})</small>
							</span>
						</label>
					))}
				</fieldset>
				{by === 'list' && (
					<div class="split-list">
						<label for="split-parts">
							Parts: <code translate={false}>namespace = part</code>
						</label>
						<textarea
							id="split-parts"
							rows={Math.min(14, Math.max(4, text.split('\n').length))}
							spellcheck={false}
							autocapitalize="none"
							translate={false}
							aria-describedby="split-parts-wrong"
							value={text}
							onInput={(event) => setText(event.currentTarget.value)}
						/>
						<p id="split-parts-wrong" role="status" class="split-error">
							{read.wrong.length > 0 && (
								<span key={read.wrong.join()}>
									Not understood, or a namespace given twice: line{' '}
									{read.wrong.slice(0, 10).join(', ')}.
								</span>
							)}
						</p>
					</div>
				)}
			</div>
			<SplitResultView key={JSON.stringify(result.split)} result={result} />
		</>
	);
}
