import { useCallback, useState } from 'preact/hooks';
import { effectWords } from '~/split/kinds.ts';
import { type Crossing, everyOther, type SplitResult, trafficOf } from '~/split/result.ts';
import { blindSpots, callOrder, needLabels, needWords, summary, verdict } from '~/split/words.ts';
import { Name } from './names.tsx';
import { PartNames, Place, ReferenceLine, References } from './reference-lists.tsx';
import { Several } from './Several.tsx';
import { TakeAway } from './TakeAway.tsx';
import { useBeforePrint } from './use-before-print.ts';

/** Everything that a split breaks, needs, and leaves unknown. Its texts are keyed: a translator may have replaced them. */
export function SplitResultView({ result }: { readonly result: SplitResult }) {
	const { crossings, counts } = result;
	return (
		<>
			<p class="split-summary" data-split="summary">
				{summary(result)}
			</p>
			<p class="split-verdict" data-crosses={counts.crossing + counts.outside > 0 ? 'yes' : 'no'}>
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
				id="outside"
				title="Leads to what is not in your files"
				about="The namespace has no flow here. It may hold files, pairs or secrets, or its flows may be kept elsewhere. If it ends up in another part, this breaks too."
				references={result.outside}
				result={result}
			/>
			<Needs result={result} />
			<Incoming result={result} />
			<CannotSee result={result} />
			<Files result={result} />
		</>
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

function Needs({ result }: { readonly result: SplitResult }) {
	const { needs, parents, split } = result;
	const kinds = [...new Set(needs.map(({ kind }) => kind))];
	return (
		<section aria-labelledby="split-needs">
			<h4 id="split-needs">Needed on both sides</h4>
			{needs.length + parents.length === 0 && (
				<p>No name of a secret, KV pair or variable was found in two parts.</p>
			)}
			{kinds.map((kind) => (
				<div key={kind} class="split-kind">
					<p>
						<strong>{needLabels[kind]}.</strong> {needWords(kind, split.separation)}
					</p>
					<Several
						items={needs.filter((need) => need.kind === kind)}
						render={({ name, parts }) => (
							<>
								<Name text={name} />: <PartNames names={parts} />
							</>
						)}
					/>
				</div>
			))}
			{parents.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>Namespaces above several parts.</strong> What they hold, their pairs, files,
						variables and secrets, reaches those parts today. Afterwards each part has a namespace
						of that name, and it is empty.
					</p>
					<Several
						items={parents}
						render={({ namespace, parts }) => (
							<>
								<Name text={namespace} />: <PartNames names={parts} />
							</>
						)}
					/>
				</div>
			)}
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
	const { unknown, mentions, withoutPart } = result;
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
			{withoutPart.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>In no part.</strong> Your list leaves these out, so nothing was said about them.
					</p>
					<Several items={withoutPart} render={(namespace) => <Name text={namespace} />} />
				</div>
			)}
		</section>
	);
}

function Files({ result }: { readonly result: SplitResult }) {
	const { unread, refused, notFlows, twice } = result;
	if (unread.length + refused.length + notFlows.length + twice.length === 0) return null;
	return (
		<section aria-labelledby="split-files">
			<h4 id="split-files">Files</h4>
			{[['Not read', unread] as const, ['Read, but Kestra refuses them', refused] as const].map(
				([title, files]) =>
					files.length === 0 ? null : (
						<div key={title} class="split-kind">
							<p>
								<strong>{title}.</strong>
							</p>
							<Several
								items={files}
								render={({ file, why, line }) => (
									<>
										<Name text={file} />
										{line !== undefined && `, line ${line}`}: {why}.
									</>
								)}
							/>
						</div>
					),
			)}
			{twice.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>The same flow more than once.</strong> Kestra keeps one of them.
					</p>
					<Several
						items={twice}
						render={({ name, files }) => (
							<>
								<Name text={name} />: <PartNames names={files} />
							</>
						)}
					/>
				</div>
			)}
			{notFlows.length > 0 && (
				<div class="split-kind">
					<p>
						<strong>No flows.</strong>
					</p>
					<Several
						items={notFlows}
						render={({ file, looksLike }) => (
							<>
								<Name text={file} />: {looksLike}
							</>
						)}
					/>
				</div>
			)}
		</section>
	);
}
