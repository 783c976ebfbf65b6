import type { MigrationPath } from '~/guide/insight/migration-path.ts';
import { layoutValue, migrationPath, readLayout } from '~/guide/insight/migration-path.ts';
import { migrationPathWords } from '~/guide/insight/sentences.ts';
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
export function MigrationPanel({ plan, from, onFrom }: Props) {
	const today = readLayout(from);
	const way = today && migrationPath(today, plan);
	const choose = (decision: 'stages' | 'groups', outcome: string) =>
		onFrom(
			layoutValue({
				stages: today?.stages ?? 'single-instance',
				groups: today?.groups ?? 'nothing-to-separate',
				[decision]: outcome,
			}),
		);
	return (
		<div class="dg-current">
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
				{way && <span key={migrationPathWords(way)}>{migrationPathWords(way)}</span>}
			</p>
			{way && way.migrations.length > 0 && <Way way={way} />}
		</div>
	);
}

function Way({ way }: { readonly way: MigrationPath }) {
	return (
		<div class="dg-way" key={[...way.migrations, ...way.byHand].map(({ id }) => id).join()}>
			<ol class="dg-moves">
				{way.migrations.map((migration) => (
					<li key={migration.id} data-move={migration.id}>
						<h4>
							{outcomeOf(migration.decision, migration.from).label}{' '}
							<span aria-hidden="true">→</span>
							<span class="sr-only"> to </span> {outcomeOf(migration.decision, migration.to).label}
						</h4>
						<p>
							<InlineCode text={migration.does} />
						</p>
						{migration.caution && (
							<p>
								<strong>First:</strong> <InlineCode text={migration.caution} />
							</p>
						)}
						<ol>
							{migration.steps.map((step) => (
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
									}[migration.reversible.can]
								}
							</strong>{' '}
							<InlineCode text={migration.reversible.words} />
						</p>
					</li>
				))}
			</ol>
			<h4>What no migration carries</h4>
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
			<p class="dg-screen-only">
				<a href="#dg-files">The files</a> are for what is new: their README says what of yours to
				keep, and what to skip.
			</p>
		</div>
	);
}
