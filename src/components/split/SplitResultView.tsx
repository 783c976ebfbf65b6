import { useCallback, useState } from 'preact/hooks';
import { effectWords } from '~/split/kinds.ts';
import { everyOther } from '~/split/places.ts';
import { type Crossing, type SplitResult, trafficOf } from '~/split/result.ts';
import {
	blindSpots,
	callOrder,
	incompleteWords,
	noPartWords,
	summary,
	verdict,
} from '~/split/words.ts';
import { FileList, UnreadLine } from './FileList.tsx';
import { Needs, OwnNeeds } from './NeedLists.tsx';
import { Name } from './names.tsx';
import { PartNames, Place, ReferenceLine, References } from './reference-lists.tsx';
import { Several } from './Several.tsx';
import { TakeAway } from './TakeAway.tsx';
import { useBeforePrint } from './use-before-print.ts';

interface Props {
	readonly result: SplitResult;
	/** Puts each namespace that is in no part into a part of its own; without it, nothing offers to. */
	readonly onEachItsPart?: (() => void) | undefined;
}

/** Everything that a split breaks, needs, and leaves unknown. Its texts are keyed: a translator may have replaced them. */
export function SplitResultView({ result, onEachItsPart }: Props) {
	const { crossings, counts } = result;
	return (
		<>
			<p class="split-summary" data-split="summary">
				{summary(result)}
			</p>
			<Incomplete result={result} />
			<NoPart result={result} onEachItsPart={onEachItsPart} />
			<p
				class="split-verdict"
				data-crosses={counts.crossing + counts.outside + counts.noPart > 0 ? 'yes' : 'no'}
			>
				{verdict(result)}
			</p>
			<TakeAway result={result} />
			<PartTable result={result} />
			{result.hasCalls && <p>{callOrder}</p>}
			{crossings.map((crossing) => (
				<CrossingSection
					key={JSON.stringify([crossing.from, crossing.to])}
					crossing={crossing}
					result={result}
				/>
			))}
			<References
				id="no-part"
				title="From or to a namespace in no part"
				about="What acts on everything is among them: it reaches these namespaces too. Give each a part to see what crosses."
				references={result.noPart}
				result={result}
			/>
			<References
				id="outside"
				title="To a namespace without a flow in your files"
				about="The namespace has no flow here. It may hold files, pairs or secrets, or its flows may be kept elsewhere. If it ends up in another part, this breaks too."
				references={result.outside}
				result={result}
			/>
			<Needs result={result} />
			<OwnNeeds result={result} />
			<Incoming result={result} />
			<CannotSee result={result} />
			<FileList result={result} />
		</>
	);
}

/** Near the top: a damaged file must not look like one in which nothing crosses. */
function Incomplete({ result }: { readonly result: SplitResult }) {
	const words = incompleteWords(result);
	if (words === '') return null;
	const first = 3;
	const { unread } = result;
	return (
		<div class="split-open" data-split="incomplete">
			<p>{words}</p>
			<ul>
				{unread.slice(0, first).map((each, index) => (
					<li key={index}>
						<UnreadLine {...each} />
					</li>
				))}
				{unread.length > first && <li>and {unread.length - first} more: see Files below</li>}
			</ul>
		</div>
	);
}

/** Near the top: what the chosen parts leave out. */
function NoPart({ result, onEachItsPart }: Props) {
	const words = noPartWords(result);
	if (!words) return null;
	return (
		<div class="split-open" data-split="no-part">
			<p>
				{words.left}: <PartNames names={result.withoutPart} most={20} />. {words.open}
			</p>
			{onEachItsPart && (
				<button type="button" onClick={onEachItsPart}>
					Give each a part of its own
				</button>
			)}
		</div>
	);
}

function PartName({ name }: { readonly name: string }) {
	return name === everyOther ? <>every other part</> : <Name text={name} />;
}

function PartTable({ result: { parts, crossings } }: { readonly result: SplitResult }) {
	const [all, setAll] = useState(false);
	useBeforePrint(useCallback(() => setAll(true), []));
	const first = 50;
	return (
		<section aria-labelledby="split-table">
			<h4 id="split-table">Part by part</h4>
			<div class="split-table" role="region" tabIndex={0} aria-labelledby="split-table">
				<table>
					<thead>
						<tr>
							<th scope="col">Part</th>
							<th scope="col">Namespaces</th>
							<th scope="col">Flows</th>
							<th scope="col">Refers to other parts</th>
							<th scope="col">Other parts refer to it</th>
						</tr>
					</thead>
					<tbody>
						{(all ? parts : parts.slice(0, first)).map(({ name, namespaces, flows }) => {
							const { out, into } = trafficOf(crossings, name);
							return (
								<tr key={name}>
									<th scope="row">
										<Name text={name} />
									</th>
									<td>{namespaces}</td>
									<td>{flows}</td>
									<td>{out}</td>
									<td>{into}</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
			{parts.length > first && !all && (
				<button type="button" onClick={() => setAll(true)}>
					Show all {parts.length} parts
				</button>
			)}
		</section>
	);
}

function CrossingSection({
	crossing: { from, to, kinds },
	result,
}: {
	readonly crossing: Crossing;
	readonly result: SplitResult;
}) {
	return (
		<section>
			<h4>
				From <PartName name={from} /> to <PartName name={to} />
			</h4>
			{kinds.map(({ kind, effect, references }) => (
				<div key={kind.id} class="split-kind">
					<p>
						<strong data-effect={effect}>
							{kind.label}: {effectWords[effect]}.
						</strong>{' '}
						{kind.instead}
					</p>
					<Several
						items={references}
						render={(reference) => <ReferenceLine reference={reference} result={result} />}
					/>
				</div>
			))}
		</section>
	);
}

function Incoming({ result }: { readonly result: SplitResult }) {
	const { incoming, addresses } = result;
	if (incoming.length + addresses.length === 0) return null;
	return (
		<section aria-labelledby="split-addresses">
			<h4 id="split-addresses">Addresses that change</h4>
			{incoming.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>Webhooks.</strong> For flows that move, tell the callers the new address.
					</p>
					<Several
						items={incoming}
						render={({ flow, line, id }) => (
							<>
								<Place flow={flow} line={line} result={result} /> <Name text={id} />
							</>
						)}
					/>
				</div>
			)}
			{addresses.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>Calls to Kestra&apos;s own API.</strong> For flows that move, or whose target
						moves: change the address, the tenant and the token.
					</p>
					<Several
						items={addresses}
						render={(reference) => <ReferenceLine reference={reference} result={result} />}
					/>
				</div>
			)}
		</section>
	);
}

function CannotSee({ result }: { readonly result: SplitResult }) {
	const { unknown, mentions } = result;
	return (
		<section aria-labelledby="split-unseen">
			<h4 id="split-unseen">What this cannot see</h4>
			<ul>
				{blindSpots(result).map((spot) => (
					<li key={spot}>{spot}</li>
				))}
			</ul>
			{unknown.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>Only a run tells where these lead.</strong>
					</p>
					<Several
						items={unknown}
						render={(reference) => <ReferenceLine reference={reference} result={result} />}
					/>
				</div>
			)}
			{mentions.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>Named in the text, where no rule read it.</strong> It may be a reference that
						this page does not know, or just a word.
					</p>
					<Several
						items={mentions}
						render={({ flow, line, namespace }) => (
							<>
								<Place flow={flow} line={line} result={result} /> names <Name text={namespace} />
							</>
						)}
					/>
				</div>
			)}
		</section>
	);
}
