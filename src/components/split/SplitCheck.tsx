import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { beginningOf, dividingLevel } from '~/split/beginning.ts';
import type { Inventory } from '~/split/inventory.ts';
import type { Separation } from '~/split/kinds.ts';
import {
	type Mapping,
	type PlanParts,
	partsOfLevel,
	readParts,
	upwards,
	writeParts,
} from '~/split/parts.ts';
import { splitResult } from '~/split/result.ts';
import { beginningWords, counted, levelWords, summary, verdict } from '~/split/words.ts';
import { FileList } from './FileList.tsx';
import type { Given } from './given.ts';
import { Name } from './names.tsx';
import { Several } from './Several.tsx';
import { SplitResultView } from './SplitResultView.tsx';
import { useInventory } from './use-inventory.ts';

/** Beside the files, what a plan brings: see `partsOfTopology`. Its parts are those that the reader has named. */
interface Props extends Partial<PlanParts> {
	readonly given: Given;
}

/** The check: reads what was given, lets the reader say what the parts are, and shows what a split would break. */
export function SplitCheck({ given, separation = 'instance', parts = [], example }: Props) {
	const { reading, stop } = useInventory(given);
	const heading = useRef<HTMLHeadingElement>(null);
	const isDone = reading.is === 'done' || reading.is === 'nothing';
	useEffect(() => {
		if (isDone) heading.current?.focus();
	}, [isDone]);

	if (reading.is === 'done') {
		const hasFlows = reading.inventory.flows.length > 0;
		return (
			<section class="split-found" aria-labelledby="split-found">
				<h3 id="split-found" ref={heading} tabIndex={-1}>
					{hasFlows ? 'What the split would break' : 'No flow was read'}
				</h3>
				{hasFlows ? (
					<Chosen
						inventory={reading.inventory}
						first={{ separation, parts, ...(example !== undefined && { example }) }}
					/>
				) : (
					<NothingRead inventory={reading.inventory} />
				)}
			</section>
		);
	}
	if (reading.is === 'nothing')
		return (
			<section class="split-found" aria-labelledby="split-found">
				<h3 id="split-found" ref={heading} tabIndex={-1}>
					No flow was read
				</h3>
				<p class="split-verdict" data-crosses="yes">
					There is no YAML file in what you chose. Flows end in .yml or .yaml; an export is a ZIP.
				</p>
				{reading.names.length > 0 && (
					<Several items={reading.names} render={(name) => <Name text={name} />} />
				)}
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
					{reading.is === 'failed' &&
						'The part of this page that reads files has not arrived, or has failed. Choose the files again, or reload the page.'}
				</span>
			</p>
		</div>
	);
}

/** Where no file held a flow: which files, and why. There is nothing to choose. */
function NothingRead({ inventory }: { readonly inventory: Inventory }) {
	const result = splitResult(inventory, {
		separation: 'instance',
		mapping: { by: 'level', level: 1 },
	});
	return (
		<>
			<p class="split-summary" data-split="summary">
				{summary(result)}
			</p>
			<p class="split-verdict" data-crosses="yes">
				{verdict(result)}
			</p>
			<FileList result={result} />
		</>
	);
}

/** By how many levels, or by a list. */
type By = number | 'list';

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What the first levels make of a namespace, as an example each. */
const levelExamples: readonly string[] = [
	'',
	'acme.finance.load belongs to acme',
	'acme.finance.load belongs to acme.finance',
];

/** The choices, and the result that follows from them. */
function Chosen({
	inventory,
	first,
}: {
	readonly inventory: Inventory;
	readonly first: PlanParts;
}) {
	const namespaces = useMemo(
		() => [...new Set(inventory.flows.map(({ namespace }) => namespace))],
		[inventory],
	);
	const [beginning] = useState(() => beginningOf(namespaces, first));
	const begun = beginning.mapping;
	const firstBy: By = begun.by === 'list' ? 'list' : begun.level;
	const levels = Array.from(
		{ length: Math.max(2, dividingLevel(namespaces) ?? 1) },
		(_, index) => index + 1,
	);
	const list = useRef<HTMLTextAreaElement>(null);
	const [separation, setSeparation] = useState<Separation>(first.separation);
	const [by, setBy] = useState<By>(firstBy);
	const [text, setText] = useState(() => (begun.by === 'list' ? writeParts(begun.parts) : ''));
	const read = useMemo(() => readParts(text), [text]);
	const result = useMemo(() => {
		const mapping: Mapping =
			by === 'list' ? { by: 'list', parts: read.parts } : { by: 'level', level: by };
		return splitResult(inventory, { separation, mapping });
	}, [inventory, separation, by, read]);
	const choose = (next: By) => {
		// A list begins with the parts that were there.
		if (next === 'list' && by !== 'list' && text.trim() === '')
			setText(writeParts(partsOfLevel(namespaces, by)));
		setBy(next);
	};
	const giveEachItsPart = () => {
		const open = new Set(result.withoutPart);
		const outermost = result.withoutPart.filter((each) =>
			[...upwards(each)].slice(1).every((above) => !open.has(above)),
		);
		const lines = writeParts(outermost.map((name) => ({ name, namespaces: [name] })));
		setText(`${text.trimEnd()}\n${lines}`.trimStart());
		list.current?.focus();
	};
	const why = by === firstBy ? beginningWords(beginning) : '';
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
					{levels.map((level) => (
						<label key={level}>
							<input
								type="radio"
								name="split-by"
								checked={by === level}
								onChange={() => choose(level)}
							/>
							<span>
								{capitalised(levelWords(level))}
								{levelExamples[level] && <small translate={false}> ({levelExamples[level]})</small>}
							</span>
						</label>
					))}
					<label>
						<input
							type="radio"
							name="split-by"
							checked={by === 'list'}
							onChange={() => choose('list')}
						/>
						<span>
							A list of your own{' '}
							<small>(a line for each namespace; what is below it goes with it)</small>
						</span>
					</label>
					{why !== '' && (
						<p class="split-hint" data-split="beginning">
							{why}
						</p>
					)}
				</fieldset>
				{by === 'list' && (
					<div class="split-list">
						<label for="split-parts">
							Parts: <code translate={false}>namespace = part</code>
						</label>
						<textarea
							id="split-parts"
							ref={list}
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
			<SplitResultView
				key={JSON.stringify(result.split)}
				result={result}
				onEachItsPart={by === 'list' ? giveEachItsPart : undefined}
			/>
		</>
	);
}
