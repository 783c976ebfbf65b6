import { useEffect, useState } from 'preact/hooks';

/**
 * How often the browser has shown this page again from its memory, as after Back. Some browsers empty the fields then,
 * while everything else is as it was left: as a `key` of the fields, the number makes them anew.
 */
export function useShownAgain(): number {
	const [times, setTimes] = useState(0);
	useEffect(() => {
		const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && setTimes((n) => n + 1);
		addEventListener('pageshow', onPageShow);
		return () => removeEventListener('pageshow', onPageShow);
	}, []);
	return times;
}
