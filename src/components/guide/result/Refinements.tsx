import { questionOf } from '~/guide/kestra/lookup.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { InlineCode } from '../../prose/InlineCode.tsx';

interface Props {
	readonly plan: Plan;
	readonly onRefine: (question: string, value: string) => void;
}

/** The refinements that stand under the headline: those that can change what is built. */
const refinementsOf = ({ outcomes, facts }: Plan): readonly string[] => [
	'sandboxes',
	...((outcomes.groups === 'instance-per-group' ||
		outcomes.exceptions === 'instance-per-exception') &&
	['two-instances', 'instance-per-stage'].includes(facts.outcomes['stages'] ?? '')
		? ['development']
		: []),
];

/** Small switches that change the plan in place: a place for each engineer, development together or apart. */
export function Refinements({ plan, onRefine }: Props) {
	return (
		<div class="dg-switches">
			{refinementsOf(plan).map((id) => {
				const { asks, values } = questionOf(id);
				return (
					<fieldset key={id} class="dg-switch" data-refinement={id}>
						<legend>{asks}</legend>
						{values.map(({ id: value, label, means }) => (
							<label key={value} title={means}>
								<input
									type="radio"
									name={`refine-${id}`}
									value={value}
									checked={plan.answers[id] === value}
									onChange={() => onRefine(id, value)}
								/>{' '}
								<InlineCode text={label} />
							</label>
						))}
					</fieldset>
				);
			})}
		</div>
	);
}
