import type { ComponentChildren, RefObject } from 'preact';
import { reachWords } from '~/guide/kestra/labels.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { branchOf, countBoxes } from '~/guide/plan/plan.ts';
import { PlanPicture } from '../../plan/PlanPicture.tsx';
import { untranslated } from '../../prose/untranslated.ts';

interface Props {
	readonly plan: Plan;
	/** Whether the reader has named parts of it. */
	readonly named: boolean;
	readonly heading?: RefObject<HTMLHeadingElement>;
	/** Id of its headline. */
	readonly id: string;
	readonly describedBy?: string | undefined;
	/** What stands above the headline. */
	readonly kicker: string;
	/** Small, beside another plan. */
	readonly compact?: boolean;
	/** What stands between the reason and the picture. */
	readonly children?: ComponentChildren;
}

/** What to build, why, and the picture with its count. */
export function PlanHead(props: Props) {
	const { plan, id, kicker, compact = false } = props;
	return (
		<header class="dg-plan-header" data-compact={compact || undefined}>
			<div class="dg-plan-says">
				<p class="dg-kicker" key={kicker}>
					{kicker}
				</p>
				{compact ? (
					<h3 id={id} tabIndex={-1} key={plan.title}>
						{plan.title}
					</h3>
				) : (
					<h2
						key={plan.title}
						id={id}
						{...(props.heading && { ref: props.heading })}
						tabIndex={-1}
						aria-describedby={props.describedBy}
					>
						{plan.title}
					</h2>
				)}
				<p class="dg-plan-why" key={plan.why}>
					{plan.why}
				</p>
				<Numbers plan={plan} named={props.named} />
				{props.children}
			</div>
			<div class="dg-plan-drawn">
				<PlanPicture
					key={JSON.stringify(plan.topology)}
					topology={plan.topology}
					label={plan.title}
					reachWords={reachWords}
					compact={compact}
				/>
				{!compact && (
					<p class="dg-path" key={branchOf(plan.path)}>
						Namespaces: <code {...untranslated}>{branchOf(plan.path)}</code>, and below it one for
						each project.
					</p>
				)}
			</div>
		</header>
	);
}

/** How many instances there are to run: a number, or a formula and what its letters stand for. */
function Numbers({ plan, named }: { readonly plan: Plan; readonly named: boolean }) {
	const { formula, letters, instances, besidesLocal } = plan.count;
	const boxes = countBoxes(plan.topology);
	return (
		<p class="dg-count" key={JSON.stringify([plan.count, named && boxes])}>
			{instances === undefined ? (
				<>
					Instances to run: <strong {...untranslated}>{formula}</strong>, where {letters}.
				</>
			) : (
				<>
					<strong>{amount(instances, 'instance')} to run</strong>
					{formula !== String(instances) && ` (${formula})`}
					{besidesLocal && ', and a development on an engineer’s machine or in a second container'}
					{/* The default names are examples, so their totals are not shown. */}
					{named &&
						`, ${amount(boxes.tenants, 'tenant')}, ${amount(boxes.namespaces, 'namespace')}`}
				</>
			)}
		</p>
	);
}

const amount = (count: number, of: string) => `${count} ${of}${count === 1 ? '' : 's'}`;
