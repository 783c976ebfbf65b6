import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { namedElement } from '~/lib/fragment.ts';

/** Where a reader was in a result that was left: kept in its entry of the browser's history, and nowhere else. */
interface Reading {
	/** Which parts were open, by their number. */
	readonly open: readonly number[];
	/** What stood at the top: the number of a part, or -1 for what is above them. */
	readonly at: number;
	/** How far below the top of the window it began, in CSS pixels. */
	readonly top: number;
}

/** What the history's entry says, whoever wrote it. */
const keptIn = (state: unknown): Reading | undefined => {
	const reading =
		typeof state === 'object' && state !== null && 'reading' in state ? state.reading : undefined;
	return typeof reading === 'object' && reading !== null && 'at' in reading
		? (reading as Reading)
		: undefined;
};

/** The state that replaces the one of this entry, with the place in the result that it had. */
export const withReading = <State extends object>(state: State): State => {
	const reading = keptIn(history.state);
	return reading ? { ...state, reading } : state;
};

const partsOf = (result: Element) => [
	...result.querySelectorAll<HTMLDetailsElement>('.dg-parts > details'),
];

/** How long after a move the place is kept, in milliseconds: browsers refuse more than three changes a second. */
const afterMove = 400;

/** Whatever a reader does to go elsewhere. */
const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Takes the reader of a result to the place that the address names, or after a reload to where it was left, once its
 * parts are there. What is fetched later and grows above the place does not push it away: not every browser sees to
 * that. It holds until the reader moves.
 * @param result the element around the result
 * @param opened whether the result was opened by its address, not reached from a question
 * @returns what to call once its parts are drawn
 */
export function useLanding(result: RefObject<HTMLElement>, opened: boolean): () => void {
	const leave = useRef<() => void>();
	/** Until then the page is short, and where it stands is not where the reader was. */
	const landed = useRef(false);
	const land = () => {
		const box = result.current;
		landed.current = true;
		if (!box) return;
		const parts = partsOf(box);
		const reading = keptIn(history.state);
		// Back from a question, a result is shown anew in its own entry of the history.
		if (!opened && !(reading && reading.at >= 0)) return;
		let settle: () => void;
		if (reading) {
			const place = parts[reading.at] ?? box;
			for (const index of reading.open) parts[index]?.setAttribute('open', '');
			settle = () => scrollBy(0, place.getBoundingClientRect().top - reading.top);
		} else {
			const target = namedElement();
			if (!target || !box.contains(target)) return;
			settle = () => target.scrollIntoView({ behavior: 'instant' });
		}
		settle();
		const growth = new ResizeObserver(settle);
		growth.observe(document.body);
		const rest = () => {
			growth.disconnect();
			for (const move of moves) removeEventListener(move, rest, true);
		};
		for (const move of moves) addEventListener(move, rest, true);
		leave.current = rest;
	};
	useEffect(() => () => leave.current?.(), []);

	// biome-ignore lint/correctness/useExhaustiveDependencies: listens once; the ref is read when the page is left
	useEffect(() => {
		const keep = () => {
			const box = result.current;
			const state: unknown = history.state;
			if (!landed.current || !box || typeof state !== 'object' || state === null) return;
			const parts = partsOf(box);
			const tops = [box, ...parts].map((part) => part.getBoundingClientRect().top);
			const at = tops.findLastIndex((top) => top < innerHeight / 3);
			const nearest = scrollY < 1 ? 0 : Math.max(0, at);
			const reading: Reading = {
				open: parts.flatMap(({ open }, index) => (open ? [index] : [])),
				at: nearest - 1,
				top: tops[nearest]!,
			};
			// Browsers refuse too many changes in a short time.
			try {
				history.replaceState({ ...state, reading }, '');
			} catch {}
		};
		// Chromium forgets what is written when the page is left, so it is written a moment after each move.
		let wait: ReturnType<typeof setTimeout> | undefined;
		const keepSoon = () => {
			clearTimeout(wait);
			wait = setTimeout(keep, afterMove);
		};
		addEventListener('scroll', keepSoon, { passive: true });
		addEventListener('toggle', keepSoon, true);
		addEventListener('pagehide', keep);
		return () => {
			clearTimeout(wait);
			removeEventListener('scroll', keepSoon);
			removeEventListener('toggle', keepSoon, true);
			removeEventListener('pagehide', keep);
		};
	}, []);
	return land;
}
