import { LevelIcon } from '../plan/Icon.tsx';

/** The effect of a failure on a box. */
export interface BoxEffect {
	readonly effect: 'untouched' | 'at-risk' | 'down';
	/** The effect in one or two words, where the effect's own word does not fit. */
	readonly word?: string | undefined;
}

const effectWords = { untouched: 'Untouched', 'at-risk': 'At risk', down: 'Down' } as const;

/** The effect on a box, as an icon and a word. */
export function EffectTag({ effect, word = effectWords[effect] }: BoxEffect) {
	return (
		<span class="dg-impact" key={`${effect} ${word}`} data-effect={effect}>
			<LevelIcon name={effect} /> {word}
		</span>
	);
}
