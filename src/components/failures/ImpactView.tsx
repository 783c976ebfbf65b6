import { Fragment } from 'preact';
import type { Impact } from '~/guide/insight/failure-impact.ts';
import { affected, impactSummary, placeOf, rowAddress } from '~/guide/insight/failure-impact.ts';
import { type ImpactGroup, impactGroups } from '~/guide/insight/impact-groups.ts';
import type { Failure } from '~/guide/kestra/failures.ts';
import { lowerFirst } from '~/guide/kestra/lookup.ts';
import type { Topology } from '~/guide/kestra/topology.ts';
import type { BoxId } from '~/guide/plan/boxes.ts';
import { withBase } from '~/lib/address.ts';
import { LevelIcon } from '../plan/Icon.tsx';
import { PlanPicture } from '../plan/PlanPicture.tsx';
import { untranslated } from '../prose/untranslated.ts';
import { EffectTag } from './EffectTag.tsx';

interface Props {
	readonly topology: Topology;
	readonly failure: Failure;
	/** The struck box; absent when nothing has happened. */
	readonly where: BoxId | undefined;
	/** Accessible name of the picture. */
	readonly label: string;
	readonly onOrigin?: (id: BoxId) => void;
}

/**
 * A layout struck by a failure: the overall result, the effect on each box, and the reasons. Elements whose
 * text changes have it in their key: a browser that translates the page takes the text nodes away from Preact, which can
 * then only replace whole elements.
 */
export function ImpactView({ topology, failure, where, label, onOrigin }: Props) {
	const picture = { topology, label, ...(onOrigin && { onOrigin }) };
	if (where === undefined) return <PlanPicture {...picture} />;
	const result = affected(topology, failure, where);
	const { production, others, boxes } = impactSummary(topology, failure, where);
	return (
		<>
			<div class="dg-impact-summary">
				<Verdict fate={production} />
				{others && <Verdict fate={others} />}
				<p class="dg-counts" key={JSON.stringify([boxes, failure.word])}>
					{boxes.down} {failure.word.toLowerCase()}, {boxes['at-risk']} at risk, {boxes.untouched}{' '}
					untouched
				</p>
			</div>
			<PlanPicture {...picture} effects={result} origin={placeOf(topology, failure, where).id} />
			<Reasons groups={impactGroups(topology, result)} />
			<Receipts fate={production} />
		</>
	);
}

function Verdict({ fate }: { readonly fate: Impact }) {
	return (
		<p class="dg-verdict" key={fate.says} data-effect={fate.effect}>
			<LevelIcon name={fate.effect} /> {fate.says}.
		</p>
	);
}

/** The reasons for the effects, each once, with the boxes it applies to. */
function Reasons({ groups }: { readonly groups: readonly ImpactGroup[] }) {
	return (
		<ul class="dg-reasons" role="list" aria-label="Why">
			{groups.map(({ effect, word, why, names }) => (
				<li key={[effect, why, word, ...names].join()}>
					<EffectTag effect={effect} word={word} />
					<p>
						{why}{' '}
						<span class="dg-whose" {...untranslated}>
							{shortened(names)}
						</span>
					</p>
				</li>
			))}
		</ul>
	);
}

/** The first few names, and how many more there are. */
function shortened(names: readonly string[]): string {
	const told = names.length > 4 ? names.slice(0, 3) : names;
	const more = names.length - told.length;
	return more ? `${told.join(', ')} and ${more} more` : told.join(', ');
}

/** What would protect production, with links to the matrix rows that support it. */
function Receipts({ fate }: { readonly fate: Impact }) {
	return (
		<p class="dg-receipts" key={[fate.unless, fate.level, ...fate.rows].join()}>
			{fate.unless && <>What keeps it away: {lowerFirst(fate.unless)} </>}
			From the matrix:{' '}
			{fate.rows.map((row, index) => (
				<Fragment key={row}>
					{index > 0 && ', '}
					<a href={withBase(rowAddress(row, fate.level))}>{row.replaceAll('-', ' ')}</a>
				</Fragment>
			))}
		</p>
	);
}
