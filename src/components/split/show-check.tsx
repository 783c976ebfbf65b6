/** Puts the check on the page, for the files that were given; once for all, then again for each choice. */
import { render } from 'preact';
import type { Given } from './given.ts';
import { SplitCheck } from './SplitCheck.tsx';

let round = 0;

export function showCheck(place: HTMLElement, given: Given): void {
	round++;
	render(<SplitCheck key={round} given={given} />, place);
}
