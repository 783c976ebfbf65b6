import { useEffect, useState } from 'preact/hooks';

/** The value as of the last paint, for parts that may update a frame later than more important ones. */
export function useAfterPaint<Value>(value: Value): Value {
	const [painted, setPainted] = useState(value);
	// Preact runs effects once the browser has painted.
	useEffect(() => setPainted(value), [value]);
	return painted;
}
