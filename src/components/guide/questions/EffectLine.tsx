import type { Answers } from '~/guide/engine/model.ts';
import { anyOf, decisionOf, outcomeOf, ruleAddress } from '~/guide/kestra/lookup.ts';
import { narrowed } from '~/guide/plan/progress.ts';
import { withBase } from '~/lib/address.ts';

interface Props {
	readonly id: string;
	readonly before: Answers;
	readonly after: Answers;
	readonly among?: readonly string[] | undefined;
}

/** What the last answer settled or ruled out, and by which rule. */
export function EffectLine({ id, before, after, among }: Props) {
	const effects = narrowed(before, after).filter(
		({ decision }) => !among || among.includes(decision),
	);
	return (
		<div class="dg-effect" id={id} key={JSON.stringify([before, after])}>
			{effects.length === 0 && <p>That answer rules nothing out yet.</p>}
			{effects.map(({ decision, gone, settled, rule }) => (
				<p key={decision}>
					<strong>{decisionOf(decision).short}:</strong>{' '}
					{settled ? (
						<>
							settled, “{outcomeOf(decision, settled).label}”
							{rule && (
								<>
									{' '}
									(rule <a href={withBase(ruleAddress(decision, rule))}>{rule}</a>)
								</>
							)}
						</>
					) : (
						`ruled out, ${anyOf(gone.map((outcome) => `“${outcomeOf(decision, outcome).label}”`))}`
					)}
					.
				</p>
			))}
		</div>
	);
}
