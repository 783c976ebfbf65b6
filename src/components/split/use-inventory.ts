import { useEffect, useRef, useState } from 'preact/hooks';
import { filesOf, type Given, namesOf } from './given.ts';
import type { ReadOrder, ReadReport } from './protocol.ts';

/** How far the reading is. */
export type Reading =
	| { readonly is: 'reading'; readonly done: number; readonly total: number }
	| { readonly is: 'stopped'; readonly done: number; readonly total: number }
	/** None of the files may hold flows. */
	| { readonly is: 'nothing'; readonly names: readonly string[] }
	| { readonly is: 'failed' }
	| Extract<ReadReport, { readonly is: 'done' }>;

const startWorker = () =>
	new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });

/** Has files read in a worker of their own, which ends when they are read, or when the reader stops it. */
export function useInventory(given: Given): {
	readonly reading: Reading;
	readonly stop: () => void;
} {
	const [reading, setReading] = useState<Reading>({ is: 'reading', done: 0, total: 0 });
	const worker = useRef<Worker | undefined>(undefined);
	useEffect(() => {
		let gone = false;
		const end = (last: Reading) => {
			worker.current?.terminate();
			worker.current = undefined;
			if (!gone) setReading(last);
		};
		const start = async () => {
			const files = await filesOf(given);
			if (gone) return;
			if (files.length === 0) return end({ is: 'nothing', names: namesOf(given) });
			setReading({ is: 'reading', done: 0, total: files.length });
			const started = startWorker();
			worker.current = started;
			started.addEventListener('message', ({ data }: MessageEvent<ReadReport>) => {
				if (data.is === 'done') end(data);
				else if (worker.current) setReading({ is: 'reading', done: data.done, total: data.total });
			});
			started.addEventListener('error', () => end({ is: 'failed' }));
			started.postMessage({ files } satisfies ReadOrder);
		};
		start().catch(() => end({ is: 'failed' }));
		return () => {
			gone = true;
			worker.current?.terminate();
		};
	}, [given]);
	const stop = () => {
		worker.current?.terminate();
		worker.current = undefined;
		setReading((now) => (now.is === 'reading' ? { ...now, is: 'stopped' } : now));
	};
	return { reading, stop };
}
