import { journey, readToday, todayValue } from '~/guide/insight/migration-path.ts';
import { decisionOf, outcomeOf } from '~/guide/kestra/lookup.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { InlineCode } from '../../prose/InlineCode.tsx';
import { SectionLink } from './links.tsx';

interface Props {
	readonly plan: Plan;
	/** Today's layout, in the format of the address. */
	readonly from: string | undefined;
	readonly onFrom: (value: string | undefined) => void;
}

/** The moves from the layout a reader has today to the plan. */
export function TodayPanel({ plan, from, onFrom }: Props) {
	const today = readToday(from);
	const way = today && journey(today, plan);
	const choose = (decision: 'stages' | 'groups', outcome: string) =>
		onFrom(
			todayValue({
				stages: today?.stages ?? 'single-instance',
				groups: today?.groups ?? 'nothing-to-separate',
				[decision]: outcome,
			}),
		);
	return (
		<div class="dg-today">
			<div class="dg-fields">
				{(['stages', 'groups'] as const).map((decision) => (
					<label key={decision}>
						<span>{decisionOf(decision).decides}</span>
						<select
							value={today?.[decision] ?? ''}
							onChange={(event) => choose(decision, event.currentTarget.value)}
						>
							{!today && <option value="">Choose</option>}
							{decisionOf(decision).outcomes.map(({ id, label }) => (
								<option key={id} value={id}>
									{label}
								</option>
							))}
						</select>
					</label>
				))}
			</div>
			{/* A live region must exist before its text changes, which it does when another layout is chosen. */}
			<p role="status" class="dg-status">
				{way && saysOf(way)}
			</p>
			{way && way.moves.length > 0 && <Way way={way} />}
		</div>
	);
}

type Journey = ReturnType<typeof journey>;

function saysOf({ moves, order }: Journey): string {
	if (moves.length === 0)
		return 'That already is the layout of this plan. Only the next steps above are left.';
	return `${moves.length === 1 ? 'One move leads' : `${moves.length} moves lead`} from there to this plan. ${order}`;
}

function Way({ way }: { readonly way: Journey }) {
	return (
		<div class="dg-way">
			<ol class="dg-moves">
				{way.moves.map((move) => (
					<li key={move.id} data-move={move.id}>
						<h4>
							{outcomeOf(move.decision, move.from).label} <span aria-hidden="true">→</span>
							<span class="sr-only"> to </span> {outcomeOf(move.decision, move.to).label}
						</h4>
						<p>
							<InlineCode text={move.does} />
						</p>
						{move.caution && (
							<p>
								<strong>First:</strong> <InlineCode text={move.caution} />
							</p>
						)}
						<ol>
							{move.steps.map((step) => (
								<li key={step}>
									<InlineCode text={step} />
								</li>
							))}
						</ol>
						<p>
							<strong>
								{
									{
										yes: 'Can be undone.',
										until: 'Can be undone for a while.',
										no: 'Cannot be undone.',
									}[move.reversible.can]
								}
							</strong>{' '}
							<InlineCode text={move.reversible.words} />
						</p>
					</li>
				))}
			</ol>
			<h4>What no move carries</h4>
			<ul class="dg-list">
				{way.byHand.map(({ id, what, does, section }) => (
					<li key={id}>
						<strong>
							<InlineCode text={what} />.
						</strong>{' '}
						<InlineCode text={does} /> <SectionLink to={section} />
					</li>
				))}
			</ul>
		</div>
	);
}
