import type { Fate } from '~/guide/insight/failure-impact.ts';
import { worstCases } from '~/guide/insight/failure-impact.ts';
import type { Topology } from '~/guide/kestra/topology.ts';
import { LevelIcon } from '../plan/Icon.tsx';

/** The worst effects of each mishap on a plan: on production from outside it, and from one group on the others. */
export function WorstCases({ topology }: { readonly topology: Topology }) {
	const cases = worstCases(topology);
	const told = cases.map(({ mishap, production, groups }) => ({ mishap, production, groups }));
	const outside = cases.some((each) => each.outside);
	return (
		<div class="dg-worst">
			<Fates
				heading={
					outside ? 'When it happens before production' : 'When it happens where all work runs'
				}
				fates={told.map(({ mishap, production }) => ({ title: mishap.title, fate: production }))}
			/>
			{told.some(({ groups }) => groups) && (
				<Fates
					heading="When it happens in one group"
					fates={told.flatMap(({ mishap, groups }) =>
						groups ? [{ title: mishap.title, fate: groups }] : [],
					)}
				/>
			)}
		</div>
	);
}

function Fates(props: {
	readonly heading: string;
	readonly fates: readonly { readonly title: string; readonly fate: Fate }[];
}) {
	return (
		<div>
			<p class="dg-worst-heading">{props.heading}</p>
			<ul role="list">
				{props.fates.map(({ title, fate }) => (
					<li key={title} data-effect={fate.effect}>
						<LevelIcon name={fate.effect} /> {title}. {fate.says}.
					</li>
				))}
			</ul>
		</div>
	);
}
