import type { BothEditions } from '~/guide/insight/editions.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { LevelIcon } from '../../plan/Icon.tsx';
import { InlineCode } from '../../prose/InlineCode.tsx';
import { PlanHead } from './PlanHead.tsx';

/** An edition of a plan. */
export type EditionId = 'open-source' | 'enterprise';

const kickers: Readonly<Record<EditionId, string>> = {
	'open-source': 'If you stay with the free edition',
	enterprise: 'With Enterprise or Cloud',
};

/** Both plans side by side, each whole, where the edition is not decided. */
export function TwoPlans({
	both,
	named,
	shown,
	onShow,
}: {
	readonly both: BothEditions;
	readonly named: boolean;
	/** The edition whose details stand below. */
	readonly shown: EditionId;
	readonly onShow: (edition: EditionId) => void;
}) {
	return (
		<>
			<div class="dg-two-plans">
				{(['open-source', 'enterprise'] as const).map((edition) => (
					<section key={edition} data-edition={edition} aria-labelledby={`dg-plan-${edition}`}>
						<PlanHead
							plan={both[edition]}
							named={named}
							id={`dg-plan-${edition}`}
							kicker={kickers[edition]}
							compact
						/>
						<TopRisks plan={both[edition]} most={2} />
					</section>
				))}
			</div>
			<Worth worth={both.worth} />
			<fieldset class="dg-switch">
				<legend>Everything below is about the plan</legend>
				{(['open-source', 'enterprise'] as const).map((edition) => (
					<label key={edition}>
						<input
							type="radio"
							name="shown-edition"
							value={edition}
							checked={shown === edition}
							onChange={() => onShow(edition)}
						/>{' '}
						{edition === 'open-source' ? 'for the free edition' : 'for Enterprise or Cloud'}
					</label>
				))}
			</fieldset>
		</>
	);
}

/** What the difference between the editions is worth for these answers. */
export function Worth({ worth }: { readonly worth: readonly string[] }) {
	return (
		<div class="dg-worth">
			<h3>What the difference buys</h3>
			<ul class="dg-list">
				{worth.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</div>
	);
}

/** The risks that matter most, by name, each with what to do about it. */
export function TopRisks({ plan, most }: { readonly plan: Plan; readonly most: number }) {
	const risks = plan.risks.slice(0, most);
	if (risks.length === 0) return null;
	return (
		<ul class="dg-top-risks" role="list" aria-label="The risks that matter most">
			{risks.map(({ id, title, todo }) => (
				<li key={id}>
					<LevelIcon name="at-risk" />
					<span>
						<strong>
							<InlineCode text={title} />.
						</strong>{' '}
						<span class="dg-todo">
							<InlineCode text={todo} />
						</span>
					</span>
				</li>
			))}
		</ul>
	);
}
