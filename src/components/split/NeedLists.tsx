import type { SplitResult } from '~/split/result.ts';
import { needLabels, needWords, ownNeedWords } from '~/split/words.ts';
import { Name } from './names.tsx';
import { PartNames } from './reference-lists.tsx';
import { Several } from './Several.tsx';

/** What several parts need by name, and what the namespaces above them hold. */
export function Needs({ result }: { readonly result: SplitResult }) {
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

/** What one part alone needs: for the part that moves. */
export function OwnNeeds({ result: { ownNeeds, split } }: { readonly result: SplitResult }) {
	if (ownNeeds.length === 0) return null;
	return (
		<section aria-labelledby="split-own-needs">
			<h4 id="split-own-needs">Needed by one part alone</h4>
			<p>{ownNeedWords(split.separation)}</p>
			<Several
				items={ownNeeds}
				render={({ part, kinds }) => (
					<div class="split-kind" data-part={part}>
						<p>
							<strong>
								<Name text={part} />
							</strong>
						</p>
						<ul>
							{kinds.map(({ kind, names }) => (
								<li key={kind}>
									{needLabels[kind]}: <PartNames names={names} most={60} />
								</li>
							))}
						</ul>
					</div>
				)}
			/>
		</section>
	);
}
