import { possibleOutcomes } from '~/guide/engine/engine.ts';
import type { Answers } from '~/guide/engine/model.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import { outcomeOf } from '~/guide/kestra/lookup.ts';
import type { LevelSoFar } from '~/guide/plan/plan-so-far.ts';
import { planSoFar } from '~/guide/plan/plan-so-far.ts';
import { plansLeft } from '~/guide/plan/progress.ts';
import type { Among } from '../../../guide/url/session.ts';
import { LevelIcon } from '../../plan/Icon.tsx';

interface Props {
	readonly answers: Answers;
	readonly among?: Among;
}

/** Counted at the first question that is shown: a result opened by its address shows none. */
let allPlans: number | undefined;

/** The plan as far as the answers settle it. Shows nothing that a later answer could contradict. */
export function PlanSoFar({ answers, among }: Props) {
	const { instances, tenants, namespaces } = planSoFar(answers);
	const decided = possibleOutcomes(kestra, answers);
	allPlans ??= plansLeft({});
	const decisions = kestra.decisions.filter(({ id }) => !among || among.includes(id));
	return (
		<section class="dg-so-far" aria-labelledby="dg-so-far">
			<h2 id="dg-so-far">Your plan so far</h2>
			{!among && (
				<p class="dg-left" key={plansLeft(answers)}>
					<strong>{plansLeft(answers)}</strong> of {allPlans} plans are still possible.
				</p>
			)}
			<div class="dg-sketch">
				<Level level={instances} name="instance">
					<Level level={tenants} name="tenant">
						<Level level={namespaces} name="namespace" />
					</Level>
				</Level>
			</div>
			<dl class="dg-standings">
				{decisions.map(({ id, short }) => {
					const { outcomes } = decided.get(id)!;
					const settled = outcomes.length === 1;
					return (
						<div
							key={[id, ...outcomes].join()}
							data-decision={id}
							data-outcome={settled ? outcomes[0] : 'open'}
							data-outcomes={settled ? undefined : outcomes.join(' ')}
						>
							<dt>{short}</dt>
							<dd>
								{settled ? (
									<strong>{outcomeOf(id, outcomes[0]!).label}</strong>
								) : (
									`Open: ${outcomes.length} possibilities`
								)}
							</dd>
						</div>
					);
				})}
			</dl>
		</section>
	);
}

const levelWords = { instance: 'Instances', tenant: 'Tenants', namespace: 'Namespaces' } as const;

/** One level of the sketch: a dashed outline while open, a box once settled. */
function Level({
	level,
	name,
	children,
}: {
	readonly level: LevelSoFar;
	readonly name: keyof typeof levelWords;
	readonly children?: preact.ComponentChildren;
}) {
	return (
		<div class="dg-sketch-level" data-level={name} data-settled={level.settled || undefined}>
			<p class="dg-sketch-name" key={String(level.settled)}>
				<LevelIcon name={name} /> {levelWords[name]}
				<span class="dg-sketch-state">{level.settled ? 'settled' : 'open'}</span>
			</p>
			<p class="dg-sketch-says" key={level.says}>
				{name === 'namespace' && level.settled ? <code>{level.says}</code> : level.says}
			</p>
			{children}
		</div>
	);
}
