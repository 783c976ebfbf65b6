/** Puts the check on the page, for the files that were given; once for all, then again for each choice. */
import { render } from 'preact';
import type { PlanParts } from '~/split/parts.ts';
import type { Given } from './given.ts';
import { SplitCheck } from './SplitCheck.tsx';

let round = 0;

/**
 * Shows the check in a place of the page.
 * @param plan what a plan separates, from `partsOfTopology`; the reader can change it
 */
export function showCheck(place: HTMLElement, given: Given, plan?: PlanParts): void {
	round++;
	render(<SplitCheck key={round} given={given} {...plan} />, place);
}
