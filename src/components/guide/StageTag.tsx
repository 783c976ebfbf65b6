import type { Stage } from '~/guide/topology.ts';
import { stageWords } from '~/guide/words.ts';
import { LevelIcon } from './LevelIcon.tsx';

/** A stage's name as a label: a capital first, and its role where the name does not give it away. */
export function stageWord({ name, role }: Stage): string {
	if (role === 'everything') return stageWords.everything;
	const word = name.charAt(0).toUpperCase() + name.slice(1);
	return role === 'between' || name.toLowerCase().startsWith(role.slice(0, 3))
		? word
		: `${word} (${role})`;
}

/** The mark of a stage: a disc that fills up on the way to production, and its word. */
export function StageTag({ stage }: { readonly stage: Stage }) {
	return (
		<span class="dg-stage" data-stage={stage.role}>
			<LevelIcon name={stage.role} /> {stageWord(stage)}
		</span>
	);
}
