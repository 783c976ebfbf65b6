import { changeWords } from '~/guide/insight/sentences.ts';
import type { WhatIf } from '~/guide/insight/what-if.ts';
import type { Plan } from '~/guide/plan/plan.ts';

interface Props extends Pick<WhatIf, 'headline' | 'changes'> {
	readonly plan: Plan;
	/** Text for when neither the headline nor a decision changes. */
	readonly same: string;
}

/** How other answers would change a plan, in words. */
export function WhatIfOutcome({ plan, headline, changes, same }: Props) {
	const another = headline !== undefined && headline !== plan.headline;
	if (!another && changes.length === 0) return <>{same}</>;
	return (
		<>
			{another && <strong>{headline}. </strong>}
			{changes.map(changeWords).join(' ')}
		</>
	);
}
