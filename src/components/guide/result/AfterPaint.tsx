import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/**
 * Draws its children some paints later than what stands before it, in a task of their own, so that a slow phone can
 * answer its reader in between.
 */
export function AfterPaint({
	paints,
	children,
	onDrawn,
}: {
	/** How many paints to wait for, at least one. */
	readonly paints: number;
	readonly children: () => ComponentChildren;
	/** Called once, when the children are there. */
	readonly onDrawn?: () => void;
}) {
	const [passed, setPassed] = useState(0);
	const isTime = passed === paints;
	// Preact runs effects once the browser has painted.
	useEffect(() => {
		if (!isTime) setPassed(passed + 1);
	}, [isTime, passed]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the children are there
	useLayoutEffect(() => {
		if (isTime) onDrawn?.();
	}, [isTime]);
	return isTime ? children() : null;
}
