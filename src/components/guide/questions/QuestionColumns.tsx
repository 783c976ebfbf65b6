import type { ComponentChildren } from 'preact';
import type { Step } from '~/guide/plan/progress.ts';

interface Props extends Step {
	/** The question. */
	readonly children: ComponentChildren;
	readonly beside: ComponentChildren;
}

/** A question with its number above it, and what is known so far beside it. */
export function QuestionColumns({ number, most, children, beside }: Props) {
	const at = `Question ${number} of at most ${most}`;
	return (
		<div class="dg-columns">
			<div class="dg-main">
				<p class="dg-step" key={at}>
					{at}
				</p>
				{children}
				<p class="dg-private dg-with-script">
					Your answers are in the address of this page, so you can keep or share it. They are stored
					nowhere else.
				</p>
			</div>
			<div class="dg-beside">{beside}</div>
		</div>
	);
}
