import type { Impact } from '~/guide/insight/failure-impact.ts';
import { worstCases } from '~/guide/insight/failure-impact.ts';
import type { Topology } from '~/guide/kestra/topology.ts';
import { LevelIcon } from '../plan/Icon.tsx';

/** The worst effects of each failure on a plan: on production from outside it, and from one group on the others. */
export function WorstCases({ topology }: { readonly topology: Topology }) {
	const cases = worstCases(topology);
	const told = cases.map(({ failure, production, groups }) => ({ failure, production, groups }));
	const outside = cases.some((each) => each.outside);
	return (
		<div class="dg-worst">
			<Impacts
				heading={
					outside ? 'When it happens before production' : 'When it happens where all work runs'
				}
				impacts={told.map(({ failure, production }) => ({
					title: failure.title,
					fate: production,
				}))}
			/>
			{told.some(({ groups }) => groups) && (
				<Impacts
					heading="When it happens in one group"
					impacts={told.flatMap(({ failure, groups }) =>
						groups ? [{ title: failure.title, fate: groups }] : [],
					)}
				/>
			)}
		</div>
	);
}

function Impacts(props: {
	readonly heading: string;
	readonly impacts: readonly { readonly title: string; readonly fate: Impact }[];
}) {
	return (
		<div>
			<p class="dg-worst-heading" key={props.heading}>
				{props.heading}
			</p>
			<ul role="list">
				{props.impacts.map(({ title, fate }) => (
					<li key={`${title} ${fate.says}`} data-effect={fate.effect}>
						<LevelIcon name={fate.effect} /> {title}. {fate.says}.
					</li>
				))}
			</ul>
		</div>
	);
}
