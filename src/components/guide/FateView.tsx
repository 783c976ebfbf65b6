import { affected, placeOf, rowAddress, tollOf } from '~/guide/affected.ts';
import type { Affected, Fate } from '~/guide/affected.ts';
import { boxesOf } from '~/guide/boxes.ts';
import type { BoxId } from '~/guide/boxes.ts';
import { lowerFirst } from '~/guide/lookup.ts';
import type { Mishap } from '~/guide/mishaps.ts';
import type { Topology } from '~/guide/topology.ts';
import { withBase } from '~/lib/address.ts';
import { LevelIcon } from './LevelIcon.tsx';
import { PlanPicture } from './PlanPicture.tsx';
import type { BoxEffect } from './PlanPicture.tsx';
import './drill.css';

interface Props {
	readonly topology: Topology;
	readonly mishap: Mishap;
	/** The box that is struck; nothing has happened without one. */
	readonly where: BoxId | undefined;
	/** Names the picture for those who do not see it. */
	readonly label: string;
	readonly onStrike?: (id: BoxId) => void;
}

/** A layout that a mishap struck: what it comes to, the boxes with what became of each, and why. */
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
			<PlanPicture
				{...picture}
				effects={withReasons(topology, result)}
				struck={placeOf(topology, mishap, where).id}
			/>
			<Reasons fate={production} />
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

/** Why production fares as it does, what would keep it away, and the rows of the matrix that say so. */
function Reasons({ fate }: { readonly fate: Fate }) {
	return (
		<p class="dg-fate-why">
			{fate.why} {fate.unless && <>What keeps it away: {lowerFirst(fate.unless)} </>}
			<span class="dg-receipts">
				From the matrix:{' '}
				{fate.rows.map((row, index) => (
					<>
						{index > 0 && ', '}
						<a href={withBase(rowAddress(row, fate.level))}>{row.replaceAll('-', ' ')}</a>
					</>
				))}
			</span>
		</p>
	);
}

/**
 * What a picture says of each box. What suffers says why; of what is spared, the outermost says so for all that is in it.
 */
function withReasons(
	topology: Topology,
	result: ReadonlyMap<BoxId, Affected>,
): ReadonlyMap<BoxId, BoxEffect> {
	const boxes = [...boxesOf(topology)];
	return new Map(
		boxes.map(({ id, ancestors }): [BoxId, BoxEffect] => {
			const { effect, word, why } = result.get(id)!;
			const around = ancestors.at(-1);
			const told = effect === 'untouched' && around && result.get(around.id)!.effect === effect;
			return [id, { effect, ...(word && { word }), ...(!told && { why }) }];
		}),
	);
}
