import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * The second click of a double click, when the first one replaced what was under the pointer: it was meant for what is
 * gone, so it does nothing. Keyboard presses have no place and are never taken for one.
 */

/** The most milliseconds between the clicks of a double click, and pixels between their places. */
const longest = 500;
const furthest = 6;

interface Press {
	readonly target: EventTarget | null;
	readonly time: number;
	readonly x: number;
	readonly y: number;
}

/** Handlers for the element around everything that may be replaced. */
export function ignoringSecondClicks() {
	let last: Press | undefined;
	const isSecond = (event: MouseEvent): boolean =>
		last !== undefined &&
		event.detail > 0 &&
		event.target !== last.target &&
		!(last.target instanceof Node && last.target.isConnected) &&
		event.timeStamp - last.time < longest &&
		Math.abs(event.clientX - last.x) <= furthest &&
		Math.abs(event.clientY - last.y) <= furthest;
	const stop = (event: MouseEvent) => {
		if (!isSecond(event)) return false;
		event.preventDefault();
		event.stopPropagation();
		return true;
	};
	return {
		// Prevented, so that focus stays on the heading of what has come.
		onMouseDownCapture: (event: MouseEvent) => void stop(event),
		onClickCapture: (event: MouseEvent) => {
			if (stop(event)) return;
			const { target, timeStamp, clientX, clientY } = event;
			last = { target, time: timeStamp, x: clientX, y: clientY };
		},
	};
}

/**
 * Ignores second clicks within an element. It listens on the document: a screen reader says “clickable” of everything in
 * an element that listens to clicks.
 */
export function useOneClick(box: RefObject<HTMLElement>): void {
	useEffect(() => {
		const { onMouseDownCapture, onClickCapture } = ignoringSecondClicks();
		const within = (handle: (event: MouseEvent) => void) => (event: MouseEvent) => {
			if (event.target instanceof Node && box.current?.contains(event.target)) handle(event);
		};
		const [down, click] = [within(onMouseDownCapture), within(onClickCapture)];
		document.addEventListener('mousedown', down, true);
		document.addEventListener('click', click, true);
		return () => {
			document.removeEventListener('mousedown', down, true);
			document.removeEventListener('click', click, true);
		};
	}, [box]);
}
