import { stageWords } from '~/guide/kestra/labels.ts';
import type { Stage } from '~/guide/kestra/topology.ts';
import { untranslated } from '../prose/untranslated.ts';
import { LevelIcon } from './Icon.tsx';

/** A stage's name as a label: capitalised, and with its role if the name does not tell it. */
export function stageWord({ name, role }: Stage): string {
	if (role === 'everything') return stageWords.everything;
	const word = name.charAt(0).toUpperCase() + name.slice(1);
	return role === 'between' || name.toLowerCase().startsWith(role.slice(0, 3))
		? word
		: `${word} (${role})`;
}

/** The badge of a stage: a disc that is fuller the nearer the stage is to production, and a word. */
export function StageTag({ stage }: { readonly stage: Stage }) {
	const word = stageWord(stage);
	return (
		<span class="dg-stage" key={word} data-stage={stage.role}>
			<LevelIcon name={stage.role} /> <span {...untranslated}>{word}</span>
		</span>
	);
}
