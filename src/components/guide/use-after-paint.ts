import { useEffect, useState } from 'preact/hooks';

/** A value as it was when the page was last painted: for what may follow a frame after what matters more. */
export function useAfterPaint<Value>(value: Value): Value {
	const [painted, setPainted] = useState(value);
	// Preact runs effects once the browser has painted.
	useEffect(() => setPainted(value), [value]);
	return painted;
}
