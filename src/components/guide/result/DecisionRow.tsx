import type { ComponentChildren } from 'preact';
import { questionsOf } from '~/guide/engine/engine.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import { decisionOf, outcomeOf } from '~/guide/kestra/lookup.ts';
import { withBase } from '~/lib/address.ts';
import { InlineCode } from '../../prose/InlineCode.tsx';

interface Props {
	/** Ids of the decision and its outcome. */
	readonly decision: string;
	readonly outcome: string;
	/** Whether it is the one element that says the outcome to other programs. */
	readonly isMark?: boolean;
	/** The reason that the rule gives. */
	readonly because: string;
	/** Ids of all questions for which the plan assumes the safe answer. */
	readonly assumed: readonly string[];
	/** Shown below the reason. */
	readonly children: ComponentChildren;
}

/** One decision of a plan: its outcome and the reason. */
export function DecisionRow({
	decision,
	outcome,
	isMark = false,
	because,
	assumed,
	children,
}: Props) {
	const { address, label } = outcomeOf(decision, outcome);
	const own = questionsOf(kestra, decision).filter((question) => assumed.includes(question));
	return (
		<li
			class="dg-row"
			{...(isMark && {
				'data-decision': decision,
				'data-outcome': outcome,
				'data-assumed': own.length > 0 ? own.join(' ') : undefined,
			})}
		>
			<div class="dg-row-head">
				<p class="dg-row-about">{decisionOf(decision).short}</p>
				<h4>
					<a href={withBase(address)}>{label}</a>
				</h4>
			</div>
			<div class="dg-row-body">
				<p>
					<InlineCode text={because} />
				</p>
				{children}
			</div>
		</li>
	);
}
