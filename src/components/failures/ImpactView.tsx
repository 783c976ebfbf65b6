import { Fragment } from 'preact';
import type { Fate } from '~/guide/insight/failure-impact.ts';
import { affected, placeOf, rowAddress, tollOf } from '~/guide/insight/failure-impact.ts';
import { type FateGroup, fateGroups } from '~/guide/insight/impact-groups.ts';
import type { Mishap } from '~/guide/kestra/failures.ts';
import { lowerFirst } from '~/guide/kestra/lookup.ts';
import type { Topology } from '~/guide/kestra/topology.ts';
import type { BoxId } from '~/guide/plan/boxes.ts';
import { withBase } from '~/lib/address.ts';
import { LevelIcon } from '../plan/Icon.tsx';
import { PlanPicture } from '../plan/PlanPicture.tsx';
import { FateTag } from './EffectTag.tsx';

interface Props {
	readonly topology: Topology;
	readonly mishap: Mishap;
	/** The struck box; absent when nothing has happened. */
	readonly where: BoxId | undefined;
	/** Accessible name of the picture. */
	readonly label: string;
	readonly onStrike?: (id: BoxId) => void;
}

/** A layout struck by a mishap: the overall result, the effect on each box, and the reasons. */
export function FateView({ topology, mishap, where, label, onStrike }: Props) {
	const picture = { topology, label, ...(onStrike && { onStrike }) };
	if (where === undefined) return <PlanPicture {...picture} />;
	const result = affected(topology, mishap, where);
	const { production, others, boxes } = tollOf(topology, mishap, where);
	return (
		<>
			<div class="dg-toll">
				<Verdict fate={production} />
				{others && <Verdict fate={others} />}
				<p class="dg-counts">
					{boxes.down} {mishap.word.toLowerCase()}, {boxes['at-risk']} at risk, {boxes.untouched}{' '}
					untouched
				</p>
			</div>
			<PlanPicture {...picture} effects={result} struck={placeOf(topology, mishap, where).id} />
			<Reasons groups={fateGroups(topology, result)} />
			<Receipts fate={production} />
		</>
	);
}

function Verdict({ fate }: { readonly fate: Fate }) {
	return (
		<p class="dg-verdict" data-effect={fate.effect}>
			<LevelIcon name={fate.effect} /> {fate.says}.
		</p>
	);
}

/** The reasons for the effects, each once, with the boxes it applies to. */
function Reasons({ groups }: { readonly groups: readonly FateGroup[] }) {
	return (
		<ul class="dg-reasons" role="list" aria-label="Why">
			{groups.map(({ effect, word, why, names }) => (
				<li key={`${effect} ${why}`}>
					<FateTag effect={effect} word={word} />
					<p>
						{why} <span class="dg-whose">{shortened(names)}</span>
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
function Receipts({ fate }: { readonly fate: Fate }) {
	return (
		<p class="dg-receipts">
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
