import { useEffect } from 'preact/hooks';

/** Acts before the page is printed, so that paper has what the screen holds back. What it changes is there in time. */
export function useBeforePrint(act: () => void): void {
	useEffect(() => {
		addEventListener('beforeprint', act);
		return () => removeEventListener('beforeprint', act);
	}, [act]);
}
