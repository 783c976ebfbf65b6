import { useCallback, useState } from 'preact/hooks';
import type { Reference } from '~/split/inventory.ts';
import type { SplitResult } from '~/split/result.ts';
import { remarks, targetWords } from '~/split/words.ts';
import { Name } from './names.tsx';
import { Several } from './Several.tsx';
import { useBeforePrint } from './use-before-print.ts';

/** A flow, with its place in the files. */
export function Place({
	flow,
	line,
	result,
}: {
	readonly flow: number;
	readonly line: number;
	readonly result: SplitResult;
}) {
	const { namespace = '', id = '', file = '' } = result.flows[flow] ?? {};
	return (
		<>
			<Name text={`${namespace}.${id}`} />{' '}
			<span class="split-place">
				in <Name text={file} />, line {line}
			</span>
		</>
	);
}

/** One reference: where it stands, where it leads, and what is to be said of it. */
export function ReferenceLine({
	reference,
	result,
}: {
	readonly reference: Reference;
	readonly result: SplitResult;
}) {
	const { kind, flow, line, where, target } = reference;
	const said = remarks(reference);
	return (
		<span
			data-reference={kind}
			data-from={result.flows[flow]?.namespace}
			data-to={target.is === 'one' ? target.namespace : targetWords(target)}
		>
			<Place flow={flow} line={line} result={result} />
			<br />
			<Name text={where} /> →{' '}
			{target.is === 'everything' ? 'everything' : <Name text={targetWords(target)} />}
			{said.length > 0 && <em> ({said.join('; ')})</em>}
		</span>
	);
}

/** A section with references; nothing where there are none. */
export function References({
	id,
	title,
	about,
	references,
	result,
}: {
	readonly id: string;
	readonly title: string;
	readonly about: string;
	readonly references: readonly Reference[];
	readonly result: SplitResult;
}) {
	if (references.length === 0) return null;
	return (
		<section aria-labelledby={`split-${id}`}>
			<h4 id={`split-${id}`}>{title}</h4>
			<p>{about}</p>
			<Several
				items={references}
				render={(reference) => <ReferenceLine reference={reference} result={result} />}
			/>
		</section>
	);
}

/** Names in a line, the first of many. On paper all of them. */
export function PartNames({
	names,
	most = 12,
}: {
	readonly names: readonly string[];
	readonly most?: number;
}) {
	const [all, setAll] = useState(false);
	useBeforePrint(useCallback(() => setAll(true), []));
	const left = all ? 0 : Math.max(0, names.length - most);
	const last = names.length - left - 1;
	return (
		<>
			{(left > 0 ? names.slice(0, most) : names).map((name, index) => (
				<span key={name}>
					<Name text={name} />
					{index < last && ', '}
				</span>
			))}
			{left > 0 && (
				<>
					{' '}
					<button type="button" class="split-more" onClick={() => setAll(true)}>
						and {left} more
					</button>
				</>
			)}
		</>
	);
}
