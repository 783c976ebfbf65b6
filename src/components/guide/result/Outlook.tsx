import { changeWords } from '~/guide/insight/sentences.ts';
import type { Tip } from '~/guide/insight/what-if.ts';
import type { Plan } from '~/guide/plan/plan.ts';

interface Props extends Pick<Tip, 'headline' | 'changes'> {
	readonly plan: Plan;
	/** Text for when neither the headline nor a decision changes. */
	readonly same: string;
}

/** How other answers would change a plan, in words. */
export function Outlook({ plan, headline, changes, same }: Props) {
	const another = headline !== undefined && headline !== plan.headline;
	if (!another && changes.length === 0) return <>{same}</>;
	return (
		<>
			{another && <strong>{headline}. </strong>}
			{changes.map(changeWords).join(' ')}
		</>
	);
}
